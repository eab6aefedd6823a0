"""Words by which a sentence may give what it says to somebody, although no rule of attribution takes them so.

They are many more than do so. A speaker who is left open costs a word to fill in; the article's voice for
what somebody else says is a mistake that nobody sees.
"""

import re
from typing import Final

from generator.analyse.languages.english_cues import CUES, NOUNS_TOO, UTTERING, forms_of
from generator.analyse.languages.english_grammar import DETERMINERS
from generator.analyse.languages.english_nouns import NOUNS, VIEWS
from generator.analyse.languages.rules import any_of

_MAY_ATTRIBUTE: Final = re.compile(
    rf"(?<![\w’'-])(?:(?P<cue>{any_of(CUES)})"
    r"|(?:put(?:s|ting)?|peg(?:s|ged|ging)?|plac(?:es?|ed|ing))\s(?:[^,;:.]{1,60}\s)?at"
    rf"|(?:has|have|had)\s[^,;:.]{{1,40}}\sat\s\d+|according|per\s(?:the|[A-Z]\w+)|{any_of(NOUNS)}\sthat"
    r"|(?-i:I|[Ww]e|[Oo]ur|[Mm]y)"  # whoever wrote it speaks, and may be somebody
    rf"|in\s(?:\S+\s){{1,4}}{any_of(VIEWS)})(?![\w’'-])",
    re.IGNORECASE,
)
_CONTENT: Final = re.compile(r"\s(?:that|the|an?|it|they|he|she|there|\d)", re.IGNORECASE)
"""What follows a noun that is a verb here: the union estimates 400."""

_MOSTLY_DEEDS: Final = frozenset(
    form for verb in ("continue", "end", "finish", "move", "post", "print") for form in forms_of(verb)
) | {"began", "begin", "beginning", "begins", "begun", "held", "hold", "holds", "read", "reads"}


def is_mostly_a_deed(cue: str) -> bool:
    """Tests whether a verb of saying mostly tells in prose what somebody or something did: moved, held."""
    return cue.lower() in _MOSTLY_DEEDS


def doubt_in(text: str, start: int, end: int) -> str:
    """Returns the first such words of a sentence, whose quoted words are masked; nothing without."""
    return next(
        (
            found[0]
            for found in _MAY_ATTRIBUTE.finditer(text, start, end)
            if not found["cue"]
            or _may(found["cue"].lower(), text[start : found.start()], text[found.end() : end])
        ),
        "",
    )


def _may(cue: str, before: str, after: str) -> bool:
    last = before.rsplit(maxsplit=1)[-1:]
    if is_mostly_a_deed(cue) or (last and last[0].lower() in DETERMINERS):
        return False
    if cue in NOUNS_TOO:
        return _CONTENT.match(after) is not None
    # "its intelligence sharing and" attributes nothing, "…, sharing her view" may.
    return not (cue in UTTERING and cue.endswith("ing")) or before.rstrip().endswith(",")
