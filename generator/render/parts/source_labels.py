"""The label of a source, its publisher and date, and the language of its words."""

from dataclasses import dataclass

from generator.analyse.quotes.shown import OPENING_WORDS
from generator.model.briefing import Article
from generator.model.texts import primary_language
from generator.render.bidi import joined
from generator.render.parts.dates import date_view
from generator.render.words import LANGUAGE, phrase


@dataclass(frozen=True)
class SourceText:
    """Words of a source.

    Attributes:
        text: the words as the source writes them.
        language: their BCP 47 tag, where it is not the site's language; else empty.
    """

    text: str
    language: str = ""


def foreign_language(article: Article) -> str:
    """The BCP 47 tag of an article's language, where it is not the site's language; else empty."""
    language = article.descriptor.language or LANGUAGE
    return language if primary_language(language) != LANGUAGE else ""


def label(article: Article) -> str:
    """The label of a source: its title, else its opening words in quotation marks, if it still has a text."""
    if article.descriptor.title:
        return article.descriptor.title
    words = article.text.split()
    if not words:
        return phrase("text-taken-out")
    opening = " ".join(words[:OPENING_WORDS])
    return f"“{opening} …”" if len(words) > OPENING_WORDS else f"“{opening}”"


def label_view(article: Article) -> SourceText:
    """The label of a source with its language, unless the label is the site's words for a missing text."""
    has_words = article.descriptor.title or article.text.strip()
    return SourceText(label(article), foreign_language(article) if has_words else "")


def known_of(article: Article) -> str:
    """A source's publisher and date in a few words, for lists."""
    about = article.descriptor
    published = date_view(about.published)
    publisher = about.publisher or phrase("publishers-unknown", 1)
    return joined(", ", (publisher, published.words if published else phrase("undated")))
