"""Attributions without a verb: Arnesen's claim that …, in Arnesen's view, Arnesen: …, per Arnesen."""

import re
from typing import Final

from generator.analyse.languages.english_grammar import AUXILIARIES, CLAUSES, PREPOSITIONS
from generator.analyse.languages.english_nouns import DOCUMENTS, FEELINGS, NOUNS, VIEWS
from generator.analyse.languages.rules import any_of

_LINE: Final = (
    rf"(?:[\w-]+\s){{0,2}}{any_of(NOUNS | FEELINGS | DOCUMENTS)}s?(?:\s(?:on|about)\s[\w\s]{{1,40}}?)?"
)
_CLAIM_THAT: Final = re.compile(
    rf"(?:[’']s?|\s\([^()]{{1,40}}\)[’']s?)\s{_LINE}"
    r"(?:(?:,\s[^.;:\0]{1,70},)?(?:(?:\s(?:is|was|were|are|remains?))?,?\sthat|\s(?:is|was)\sto)(?!\w)|(?![^.;:,\0]*\s(?:false|misleading|mistaken|nonsense|not|rubbish|untrue|wrong):)[^.;:,\0]{0,40}:(?:\s|$)|\?(?=\s|$)|[^.;:\0]{0,120}:(?=\s*(?:[“\"‘']?\0|$)|\s\s))",
    re.IGNORECASE,
)
_NO_TITLE: Final = any_of(CLAUSES | PREPOSITIONS | AUXILIARIES)
_TITLED: Final = rf"(?:(?:the|a|an|Mr|Mrs|Ms)\.?\s)?(?:(?!{_NO_TITLE}\s)[\w’'-]+,?\s){{0,5}}"
_MARKED: Final = r"\0[.,?!]?[”\"’']{1,2}[.,]?"
_SIGNED: Final = re.compile(rf"{_MARKED}\s{{0,3}}(?:[—–-]{{1,2}}\s?|\(){_TITLED}$")
_SIGNATURE_ENDS: Final = re.compile(r"\s*(?:$|[,()—–-]|\s(?:on|in|at|to)\s)")
_SAYING_NOUN: Final = rf"(?:[\w-]+\s){{0,2}}{any_of(NOUNS | DOCUMENTS)}"
_FROM: Final = rf"(?:from|by|of|sent\sby|signed\sby|written\sby|posted\sby)\s{_TITLED}"
_ANSWER_FROM: Final = re.compile(
    rf"{_MARKED},?\s(?:was|is|were|are|came|read|reads|ran|went|said|says)\s(?:the|an?|one|this)?\s?"
    rf"{_SAYING_NOUN}\s{_FROM}$",
    re.IGNORECASE,
)
_ANSWER_OF: Final = re.compile(
    rf"{_MARKED}[,:]?\s(?:(?:was|is|were|are|came|read|reads|ran|went)\s)?{_TITLED}$", re.IGNORECASE
)
_NOUN_FROM: Final = re.compile(
    rf"(?<!\w){any_of(NOUNS | DOCUMENTS)}s?\s(?:by|from|of)\s{_TITLED}$", re.IGNORECASE
)
_THAT: Final = re.compile(r"(?:\s\([^()]{1,40}\))?,?\sthat(?!\w)")
_STANDFIRST: Final = re.compile(rf"\W*\0[.,?!]?[”\"’']+\s+{_TITLED}")
_ON: Final = re.compile(r"\s(?:on|in|at)\s")
_OWN_ANSWER: Final = re.compile(rf"[’']s?\s{_SAYING_NOUN}(?!\w)", re.IGNORECASE)
_LEAD_FROM: Final = re.compile(
    rf"(?:from|(?<!read\s)(?<!out\s)by|signed|came|comes)\s{_TITLED}$", re.IGNORECASE
)
_LEAD: Final = re.compile(r"[^.;:\0]{0,90}:\s*(?=[“\"‘']?\0|$)")
_NAMED_AFTER: Final = re.compile(
    rf"\W*(?:(?:that|this|it|those|these)\s(?:was|is|were|are|came\sfrom|comes\sfrom)|(?:so|thus)\s(?:said|says|spoke|wrote)"
    rf"(?:\s(?:the\s)?(?:words|verdict|view|answer|message)\sof)?|the\s(?:speaker|author|writer)\s(?:was|is)"
    rf"|who\ssaid\s(?:it|that|so)\?)\s{_TITLED}",
    re.IGNORECASE,
)
_NAMED_AFTER_ENDS: Final = re.compile(
    r"\s*(?:[.,(!:]|$)|\s(?:on|in|at|yesterday|today|speaking|talking|writing)\s"
)
_IS_RIGHT: Final = re.compile(
    r"\s(?:is|was|are|were)\s(?:\w+\s)?(?:right|correct|wrong|mistaken)\s(?:that|to\ssay|in\ssaying)(?!\w)"
)
_OF_SOMETHING: Final = re.compile(rf"(?<!\w)(?:about|against|behind|of|to|with)\s{_TITLED}$", re.IGNORECASE)
_SO_CALLED: Final = re.compile(
    rf"[’']s?\s(?:[\w-]+\s){{0,2}}?{any_of(NOUNS)}(?:\s(?:about|for|of|on|to)(?:\s[^,.;:\0]{{1,40}})?)?,?\s[“\"‘'](?=\0)"
)
_VIEW: Final = re.compile(rf"[’']s?\s(?:own\s)?{any_of(VIEWS)}(?!\w)")
_IN: Final = re.compile(r"(?<!\w)(?:in|by|on|to)\s(?:the\s)?(?:\w+\s){0,2}$", re.IGNORECASE)
_IN_WORDS_OF: Final = re.compile(
    rf"(?<!\w)(?:in|by|on)\sthe\s{any_of(VIEWS)}\sof\s(?:the\s)?(?:[\w-]+\s){{0,3}}$", re.IGNORECASE
)
_BESIDE: Final = re.compile(rf"\w\s(?:about|against|at|for|of|on|over|to|with)\s{_TITLED}$", re.IGNORECASE)
_COLON: Final = re.compile(r"(?:\s\([^()]{1,60}\))?:\s")
_FOR: Final = re.compile(
    r"\A\W*(?:(?:and|but|yet)\s)?(?:for|to)\s(?:the\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_AFTER_FOR: Final = re.compile(r",|\s(?:it|this|that)\s(?:is|was|were|looks|looked|remains)\s")
_PER: Final = re.compile(
    r"(?<!\w)(?:per|courtesy\sof|in\sagreement\swith|(?:agree[sd]?|side[sd]?|concur(?:red|s)?)\swith)"
    r"\s(?:the\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_AS: Final = re.compile(r"(?<!\w)(?:as|to\shear|the\sway)\s(?:the\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_SEES_IT: Final = re.compile(
    r"\s(?:sees|saw|tells|told|tell|has|had|would\shave|describes|described)\sit(?!\w)"
)
_WHAT: Final = re.compile(rf"(?<!\w)what\s(?:\w+ly\s)?\w+s\s{_TITLED}$", re.IGNORECASE)
_IS_WHAT: Final = re.compile(r"(?:\s[\w’'-]+){0,4}\s(?:is|was)(?:\s(?:that|how|whether|why)|:|\s)")
_IF: Final = re.compile(rf"(?<!\w)(?:if|should)\s(?:you\s(?:ask|believe)\s)?{_TITLED}$", re.IGNORECASE)
_IS_RIGHT_TOO: Final = re.compile(
    r"(?:\s(?:is|are|was|were)\s(?:right|correct|to\sbe\s(?:believed|trusted)))?,", re.IGNORECASE
)
_AFTER_CONTENT: Final = re.compile(r"[,”\"’]\s(?:per|in|by|on|to|for|courtesy)\s[^,;:.]*$", re.IGNORECASE)
_HEADLINE: Final = re.compile(r"\w(?::|\s[-–—])\s(?:[A-Z][\w.-]*\s){0,3}$")
_END: Final = re.compile(r"(?!\w)")
_OWN: Final = re.compile(
    rf"(?<!\w)(?:in\s(his|her|their|its)\s(?:own\s)?{any_of(VIEWS)}(?!\w)"
    rf"|(his|her|their|its)\s{_LINE}(?:(?:,\s[^.;:\0]{{1,70}},)?(?:\s(?:is|was))?\sthat(?!\w)"
    r"|(?:\s(?:is|was|remains)\s[^.;:,\0]{1,40})?:\s|[^.;:\0]{0,90}:\s*(?=[“\"‘']?\0)|\?(?=\s|$)))",
    re.IGNORECASE,
)
_OWNER: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}


def verbless(text: str, start: int, name_start: int, name_end: int) -> re.Match[str] | None:
    """Matches what makes a name the source of its sentence without a verb; it begins where the name ends."""
    before = text[max(start, name_start - 80) : name_start]
    found = _CLAIM_THAT.match(text, name_end)
    if found and _OF_SOMETHING.search(before) and re.search(r"(?:is|was)\sthat$", found[0]):
        return None  # the trouble with her plan is that
    clause = max(start, *(text.rfind(mark, start, name_start) + 1 for mark in ";:"))
    own_clause = text[clause:name_start] if name_start - clause < 30 else ""

    def framed(
        frame: re.Pattern[str], after: re.Pattern[str], left: str = before, *, is_there: bool = True
    ) -> re.Match[str] | None:
        """Matches what follows the name first, for what stands before it takes long to search."""
        match = after.match(text, name_end)
        return match if match and (frame.search(left) is not None) == is_there else None

    found = (
        found
        or framed(_BESIDE, _COLON, is_there=False)
        or _SO_CALLED.match(text, name_end)
        or _IS_RIGHT.match(text, name_end)
        or framed(_IN, _VIEW)
        or framed(_FOR, _AFTER_FOR, own_clause)
        or framed(_AS, _SEES_IT)
        or framed(_WHAT, _IS_WHAT)
        or framed(_IF, _IS_RIGHT_TOO)
        or framed(_NOUN_FROM, _THAT)
        or framed(_LEAD_FROM, _LEAD)
        or framed(_NOUN_FROM, _LEAD)
    )
    if found is None and _NAMED_AFTER.fullmatch(text[start:name_start]):
        found = _NAMED_AFTER_ENDS.match(text, name_end)
    if found is None and (_IN_WORDS_OF.search(before) or _PER.search(before)):
        found = _END.match(text, name_end)
    return found


def closes(text: str, start: int, name_start: int) -> bool:
    """Tests whether such a name stands after its content: "…, per Arnesen", "…, in the words of Arnesen"."""
    return _AFTER_CONTENT.search(text, max(start, name_start - 80), name_start) is not None


def follows(text: str, start: int, end: int, name_start: int, name_end: int) -> re.Match[str] | None:
    """Matches what gives the quoted words before a name to it: “…” – Arnesen; “…” was Arnesen's answer."""
    before = text[max(start, name_start - 90) : name_start]
    if _SIGNED.search(before):
        return _SIGNATURE_ENDS.match(text, name_end)
    opens = _STANDFIRST.fullmatch(re.sub("\0+", "\0", text[start:name_start]))
    if opens and (on := _ON.match(text, name_end)):
        return on
    if _ANSWER_FROM.search(before):
        return _END.match(text, name_end)
    return _OWN_ANSWER.match(text, name_end, end) if _ANSWER_OF.search(before) else None


def leads(text: str, name_end: int, end: int) -> re.Match[str] | None:
    """Matches what a subject has before quoted words: Arnesen was blunt: “…”."""
    return _LEAD.match(text, name_end, end)


def in_headline(text: str, start: int, end: int, name_start: int, name_end: int) -> bool:
    """Tests whether a name ends a headline that tells its words: "Ice will hold: Arnesen"."""
    return (
        not text[name_end:end].strip()
        and _HEADLINE.search(text, max(start, name_start - 60), name_start) is not None
    )


def by_owner(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Finds start and end of "in her view", "her claim that", each with the pronoun of its owner."""
    return [
        (match.start(), match.end(), _OWNER[(match[1] or match[2]).lower()])
        for match in _OWN.finditer(text, start, end)
    ]
