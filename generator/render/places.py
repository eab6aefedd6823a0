"""Places in an article, in words that a reader can count."""

from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.render.words import phrase


def place_of(article: Article, offset: int) -> str:
    """Where something stands: "paragraph 2, sentence 1"."""
    number = paragraph_of(article, offset)
    start, end = article.paragraphs[number - 1]
    inside = [one for one in sentences(article) if start <= one[0] < end]
    sentence = next((n for n, (_, last) in enumerate(inside, 1) if offset < last), len(inside))
    return phrase("place", number, sentence)


def paragraph_of(article: Article, offset: int) -> int:
    """The number of the paragraph that something stands in, from 1."""
    return next(
        (n for n, (_, end) in enumerate(article.paragraphs, 1) if offset < end), len(article.paragraphs)
    )
