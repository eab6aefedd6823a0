"""What a source is called, what is known of it in a few words, and in which language it is."""

from dataclasses import dataclass

from generator.analyse.quotes.shown import OPENING_WORDS
from generator.model.briefing import Article
from generator.model.texts import primary_language
from generator.render.parts.dates import date_view
from generator.render.words import LANGUAGE, phrase


@dataclass(frozen=True)
class SourceText:
    """What a source itself says, and in which language.

    Attributes:
        text: the words as the source writes them.
        language: a BCP 47 tag, where it is not the site's own language; else empty.
    """

    text: str
    language: str = ""


def foreign_language(article: Article) -> str:
    """The language of an article where that is not the site's own; else empty."""
    language = article.descriptor.language or LANGUAGE
    return language if primary_language(language) != LANGUAGE else ""


def label(article: Article) -> str:
    """What a source is called: its title, or its opening words, if its text is still here."""
    if article.descriptor.title:
        return article.descriptor.title
    words = article.text.split()
    if not words:
        return phrase("text-taken-out")
    opening = " ".join(words[:OPENING_WORDS])
    return f"“{opening} …”" if len(words) > OPENING_WORDS else f"“{opening}”"


def label_view(article: Article) -> SourceText:
    """What a source is called, in its own language as far as the words are its own."""
    own = article.descriptor.title or article.text.strip()
    return SourceText(label(article), foreign_language(article) if own else "")


def known_of(article: Article) -> str:
    """Publisher and date in a few words, for lists."""
    about = article.descriptor
    published = date_view(about.published)
    publisher = about.publisher or phrase("publishers-unknown", 1)
    return f"{publisher}, {published.words if published else phrase('undated')}"
