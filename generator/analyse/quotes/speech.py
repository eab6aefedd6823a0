"""The kind of speech of a passage, worked out from the quotation marks around it.

The rule, and where it can be wrong, stands in DESIGN.md under "Speech".
"""

from generator.analyse.text.quotation_marks import quotations
from generator.model.briefing import ARTICLE_VOICE, Article
from generator.model.entries import Claim
from generator.model.passage import Passage, Speech


def speech(article: Article, claim: Claim, passage: Passage) -> Speech:
    """The kind of speech: spoken words, part-quoted, paraphrase, or the article's own voice.

    Letters and digits decide: all of the passage's inside quotation marks is spoken, some is
    part-quoted, none is paraphrase, or the article's own voice where the claim is its own.
    """
    quoted = [one for one in quotations(article) if one[0] < passage.end and one[1] > passage.start]
    inside = outside = 0
    for start, end in passage.segments:
        for offset in range(start, end):
            if article.text[offset].isalnum():
                if any(first <= offset < last for first, last in quoted):
                    inside += 1
                else:
                    outside += 1
    if inside:
        return Speech.PART_QUOTED if outside else Speech.SPOKEN
    return Speech.ARTICLE if claim.by == (ARTICLE_VOICE,) else Speech.PARAPHRASE
