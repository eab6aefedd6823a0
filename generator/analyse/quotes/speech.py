"""Kind of speech of a passage, determined by the quotation marks around it.

The rule and its known errors are described in DESIGN.md under "Speech".
"""

from collections.abc import Collection

from generator.analyse.text.quotation_marks import quotations
from generator.model.briefing import ARTICLE_VOICE, Article
from generator.model.passage import Passage, Speech


def speech(article: Article, speakers: Collection[str], passage: Passage) -> Speech:
    """Determines the kind of speech: spoken, part-quoted, paraphrase, or the article's own voice.

    Letters and digits decide: a passage with all of them inside quotation marks is spoken, with some of
    them part-quoted; with none it is paraphrase, or the article's own voice where the article itself is, or
    may be, speaking.

    Args:
        speakers: who says it, or may be saying it.
    """
    quoted = [
        stretch for stretch in quotations(article) if stretch[0] < passage.end and stretch[1] > passage.start
    ]
    inside = outside = 0
    for start, end in passage.segments if quoted else ():
        for offset in range(start, end):
            if article.text[offset].isalnum():
                if any(first <= offset < last for first, last in quoted):
                    inside += 1
                else:
                    outside += 1
    if inside:
        return Speech.PART_QUOTED if outside else Speech.SPOKEN
    return Speech.ARTICLE if ARTICLE_VOICE in speakers else Speech.PARAPHRASE
