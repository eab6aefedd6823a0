"""Cues of one sentence, each with its source as a phrase of the sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Final

from generator.analyse.attribution.descriptions import Source
from generator.analyse.attribution.items import Item
from generator.analyse.attribution.source_phrases import Sources
from generator.analyse.attribution.verb_forms import has_content, is_noun, is_tail
from generator.analyse.languages.english_cues import (
    CUES,
    SAYING,
    STATES,
    TRANSITIVE,
)
from generator.analyse.languages.english_grammar import (
    AUXILIARIES,
    BEING,
    CLAUSES,
    HEARING,
    LEADING,
    NOBODY,
    PREPOSITIONS,
    QUOTED,
    QUOTING,
    SEEMING,
    TAKEN,
    UNCERTAIN,
)
from generator.analyse.languages.english_nouns import DOCUMENTS, FEELINGS, LIGHT, NOUNS
from generator.analyse.languages.rules import any_of

_NAMED: Final = frozenset({"according to", "as per", "to quote"})
_AS: Final = frozenset(
    (
        *("see", "sees", "saw", "seeing", "regard", "regards", "regarded", "regarding"),
        *("view", "views", "viewed", "viewing", "perceive", "perceives", "perceived"),
        *("introduce", "introduces", "introduced", "introducing"),
        *("depict", "depicts", "depicted", "depicting"),
        *("paint", "paints", "painted", "painting", "present", "presents", "presented", "presenting"),
        *("cast", "casts", "casting", "pitch", "pitches", "pitched", "pitching"),
        *("sell", "sells", "sold", "selling", "frame", "frames", "framed", "framing"),
    )
)
"""Verbs that give an opinion of something as something."""

_AT: Final = frozenset({"put", "puts", "putting"})
_NUMBER: Final = (
    r"(?:[\w-]+\s){0,2}?[^\w\s]?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\s)"
)
_PLACED: Final = r"(?!\s(?:aside|back|down|forward|in|into|off|on|out|through|together|up)\s)"
"""What does not follow “put” where it tells a number: put on her coat at 9."""

_BEING: Final = frozenset({"is", "are", "was", "were", "be"})
_COMING: Final = frozenset({"came", "goes", "ran", "runs", "went"})

_FRAMED: Final = re.compile(
    rf"(?<![\w’'-])(?:(?P<named>{any_of(_NAMED)})"
    rf"|(?P<as>{any_of(_AS)}(?=\s[^,;:.\0]{{1,60}}?\sas\s)|(?:sees?|saw)(?=\sin\s[^,;:.\0]{{1,40}}?\s(?:an?|the)\s))"
    rf"|(?P<at>{any_of(_AT)}{_PLACED}(?=\s[^,;:.\0]{{1,60}}?\sat\s{_NUMBER}))"
    rf"|{any_of(LIGHT)}\s(?:[\w’'-]+\s){{0,3}}?{any_of(NOUNS | FEELINGS)}(?=\sthat\s)"
    rf"|{any_of(_BEING)}\s(?:firmly\s)?of\sthe\s(?:opinion|view|belief)(?=\sthat\s)"
    r"|(?:makes?|made|making)\sit\s(?:\w+\s)?(?:clear|known|plain)|lets?\sit\sbe\sknown"
    r"|would\shave\s(?:us|you|everyone|people)\sbelieve"
    rf"|(?P<came>{any_of(_COMING)}(?=\s(?:the|his|her|its|their|an?|(?-i:(?:[A-Z][\w-]*\s?){{1,4}})[’']s?)"
    rf"\s(?:\w+\s)?{any_of(NOUNS)}(?!\w)))"
    r"|(?:finding|showing)(?=\sthat\s))(?![\w’'-])",
    re.IGNORECASE,
)
"""Cues that are cues by what stands around them, or between their words."""

_FRAMED_FIRST: Final = frozenset(
    cue.split()[0]
    for cue in {*_NAMED, *_AS, *_AT, *LIGHT, *_BEING, *_COMING}
    | {"make", "makes", "made", "making", "let", "lets", "would", "finding", "showing"}
)
_BY_FIRST: Final = {word: tuple(cues) for word, cues in groupby(sorted(CUES), lambda cue: cue.split()[0])}
"""All other cues, by the word with which they begin."""


@lru_cache(maxsize=1024)
def _beginning(word: str) -> re.Pattern[str]:
    """Makes a pattern of the cues that begin with a word, with the groups of the other pattern."""
    cues, groups = any_of(_BY_FIRST[word]), "(?P<named>)(?P<as>)(?P<at>)(?P<came>)"
    return re.compile(rf"(?<![\w’'-])(?:{cues}(?![\w’'-])|(?!){groups})", re.IGNORECASE)


_CIRCUMSTANCE: Final = 6
"""Number of items of what opens a sentence and is no clause."""

_AGENT: Final = 9
"""Number of items between a participle and the one by whom it was said: called “a thief” by Arnesen."""


@dataclass(frozen=True)
class Found:
    """A cue, and its source.

    Attributes:
        aside: whether it stands in a clause on the side: "Arnesen, who says it holds, …".
        source: the phrase; None where it is inherited or nobody's.
        start: offset of the first code point of source and cue together.
        end: offset just after the last.
        inherits: whether the source is that of the cue before it in the sentence, where there is one.
        closes: whether it stands after its content, or within it.
    """

    cue: re.Match[str]
    source: Source | None
    start: int
    end: int
    inherits: bool = False
    closes: bool = False
    aside: bool = False


class SentenceReader:
    """Reader of the cues of one sentence."""

    def __init__(
        self, text: str, start: int, end: int, items: Sequence[Item], persons: frozenset[str]
    ) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._items = items
        self._phrases = Sources(items, persons)

    def found(self) -> Iterator[Found]:
        """Yields the cues with their sources, in order; no cue that is denied, or a noun."""
        denied = any_found = False
        silent: Source | None = None
        for at, cue in self._cues():
            after = self._phrases.at(cue.end())
            if cue["named"]:
                source = self._phrases.after(after)
                end = source.end if source else cue.end()
                yield Found(cue, source, cue.start(), end, closes=True)
                continue
            if is_noun(self._items, cue[0].lower().split()[0], at):
                continue
            left, denies = self._phrases.verb_starts(at)
            # "They have not announced measures or said that they prepare any": "or" continues the denial.
            denied = denies or (denied and left > 0 and self._items[left - 1].word in ("or", "nor"))
            if denied:
                silent = silent or self._phrases.before(left)
                continue
            found = self._read(cue, at, left, after)
            if found and found.inherits and not any_found and silent and not self._denies(silent):
                # The spokesman declined to say how many, but said it held.
                found = replace(found, source=silent, start=silent.start, inherits=False)
            if found and found.inherits and found.source is None and not any_found:
                continue
            any_found = any_found or found is not None
            if found and (
                cue["as"] or cue["at"] or has_content(self._items, cue[0].lower(), after, closes=found.closes)
            ):
                yield found

    def _cues(self) -> Iterator[tuple[int, re.Match[str]]]:
        """Yields each cue with the number of the word where it begins; none that is a part of a name."""
        past = self._start
        for at, item in enumerate(self._items):
            if item.kind != "word" or item.start < past:
                continue
            cue = _FRAMED.match(self._text, item.start, self._end) if item.word in _FRAMED_FIRST else None
            if cue is None and item.word in _BY_FIRST:
                cue = _beginning(item.word).match(self._text, item.start, self._end)
            if cue is not None:
                past = cue.end()
                yield at, cue

    def _read(self, cue: re.Match[str], at: int, left: int, after: int) -> Found | None:
        word = cue[0].lower().split()[0]
        doing = word.endswith("ing")
        if word in HEARING:
            told = self._phrases.after(after + 1) if self._word(after) == "from" else None
            return Found(cue, told, cue.start(), told.end) if told else None
        between = {item.word for item in self._items[left:at]}
        before = self._items[left - 1] if left else None
        if word in STATES and not (between & BEING) and before is not None:
            if before.word not in SEEMING and before.word != ",":
                return None
        elif word not in STATES and not doing and between & BEING:
            return self._by(cue, after)
        # A verb with an auxiliary does not stand before its subject: “…”, has found the council.
        opens = (before is None or before.kind in ("mark", "quoted")) and not between & AUXILIARIES
        marked = after < len(self._items) and self._items[after].kind == "quoted"
        agent = not doing and self._is_participle(word) and (marked or self._word(after) == "by")
        if agent and (passive := self._by(cue, after)):
            return replace(passive, aside=before is not None and before.word == ",")
        if between & {"will", "shall", "won't"} and cue[0].lower() not in SAYING:
            return None  # what somebody will decide is not said yet
        quoted = before is not None and before.kind == "quoted"
        if word in QUOTING and any(item.word == "as" for item in self._items[after : after + 8]):
            return None  # who is quoted is the source
        owner = self._items[after] if after < len(self._items) else None
        if cue["came"] and opens and owner and owner.owning and owner.mention:
            return Found(
                cue, Source((owner.mention,), owner.start, owner.end), cue.start(), owner.end, closes=True
            )
        may_invert = opens and (quoted or cue[0].lower() not in TRANSITIVE)
        if not doing and may_invert and (inverted := self._inverted(cue, after)):
            return inverted
        if self._word(at - 1) == "to":
            # "likes to say", "took to the stage to accuse"; but who is expected to say something hasn't.
            previous = self._items[left - 1].word if left else ""
            if left and self._items[left - 1].kind == "name" and (given := self._given_to(left)):
                return Found(cue, given, given.start, cue.end())
            if previous in UNCERTAIN or between & BEING:
                return None
            return self._inherited(cue, only=previous not in TAKEN)
        if doing and before is not None and before.word == "as":
            return self._quoted_as(cue, left)
        if doing and self._shares(left):
            return self._inherited(cue, self._end)
        subject = self._phrases.before(left)
        if doing and subject and not subject.names and not subject.stands_for:
            return self._inherited(cue) if before is not None and before.word == "," else None
        if subject is not None:
            if self._denies(subject):
                return None
            closes = self._closes(subject.start, after)
            begin = self._phrases.at(subject.start)
            apart = (self._word(begin - 2), self._word(begin - 1))  # contrary to what Arnesen says
            aside = subject.aside or apart in (("to", "what"), ("despite", "what"), ("unlike", "what"))
            return Found(cue, subject, subject.start, cue.end(), closes=closes, aside=aside)
        joins = before is not None and before.word in ("and", "but", "or", "then", ",", "-")
        if doing:
            joins = joins or before is None or before.word in LEADING or before.kind == "quoted"
        elif before is not None and opens:
            source = (self._apposed(after) if quoted else None) or self._phrases.unknown_after(after)
            if source is None:
                return self._inherited(cue) if joins else None
            return Found(cue, source, cue.start(), source.end, closes=True)
        return self._inherited(cue) if joins else None

    def _shares(self, left: int) -> bool:
        """Tests whether a participle belongs to a noun that speaks: issued a statement on Friday saying."""
        near = self._items[left - 1] if left else None
        far = self._phrases.before_times(left)
        noun = self._items[far - 1] if far else None
        return (near is not None and near.kind == "word" and near.word in LEADING) or (
            noun is not None and noun.kind == "word" and noun.word in DOCUMENTS | NOUNS
        )

    def _given_to(self, left: int) -> Source | None:
        """Reads who it falls to, or is left to, to say something."""
        mention = self._items[left - 1].mention
        begin, governing = self._phrases.titles(left - 1)
        if (
            mention is None
            or mention.pronoun
            or governing is None
            or self._word(governing) not in ("to", "for")
        ):
            return None
        return Source((mention,), self._items[begin].start, self._items[left - 1].end)

    def _word(self, at: int) -> str:
        return self._items[at].word if 0 <= at < len(self._items) else ""

    def _is_participle(self, word: str) -> bool:
        return word.endswith("ed") or word in (
            "told",
            "said",
            "written",
            "put",
            "made",
            "sworn",
            "seen",
            "held",
        )

    def _by(self, cue: re.Match[str], after: int) -> Found | None:
        """Reads the source of a passive: was told by Arnesen, described by the mayor."""
        for at in range(after, min(after + _AGENT, len(self._items))):
            item = self._items[at]
            if item.word == "by":
                source = self._phrases.after(at + 1)
                return Found(cue, source, cue.start(), source.end) if source else None
            if item.kind == "mark" or item.word in CLAUSES - {"as"} or item.word in CUES:
                break
        return None

    def _inverted(self, cue: re.Match[str], after: int) -> Found | None:
        source = self._phrases.after(after)
        if source is None or not source.names or source.names[0].pronoun:
            return None
        if not self._phrases.ends_after(source.end):
            return None
        return Found(cue, source, cue.start(), source.end, closes=True)

    def _apposed(self, at: int) -> Source | None:
        """Finds the name of whoever is described after a verb: said one of the residents, Luis Ortega."""
        comma = next(
            (one for one in range(at, min(at + 10, len(self._items))) if self._word(one) == ","), None
        )
        if comma is None:
            return None
        source = self._phrases.after(comma + 1)
        following = self._phrases.at(source.end) if source else 0
        ended = following >= len(self._items) or self._items[following].kind == "mark"
        return source if source and source.names and not source.names[0].pronoun and ended else None

    def _denies(self, subject: Source) -> bool:
        """Tests whether a subject is nobody: neither Orsia nor Velland has said, no official said."""
        begin = self._phrases.at(subject.start)
        return not NOBODY.isdisjoint({self._word(begin - 1), self._word(begin)})

    def _quoted_as(self, cue: re.Match[str], left: int) -> Found | None:
        """Reads who is quoted: Arnesen was quoted by the paper as saying."""
        for at in range(left - 2, max(-1, left - 14), -1):
            if self._items[at].word in QUOTED:
                start, denied = self._phrases.verb_starts(at)
                between = {item.word for item in self._items[start:at]}
                if denied:
                    return None
                source = self._phrases.before(start) if between & BEING else self._phrases.after(at + 1)
                return Found(cue, source, source.start if source else cue.start(), cue.end())
        return self._inherited(cue)

    def _inherited(self, cue: re.Match[str], end: int | None = None, *, only: bool = False) -> Found:
        """Gives a cue the source of the one before it or, but for ``only``, the name that opens it all."""
        first = None if only else self._first(end or cue.start())
        return Found(cue, first, cue.start(), cue.end(), inherits=True)

    def subject(self) -> Source | None:
        """Finds the name that opens the sentence, or its main clause."""
        return self._first(self._end)

    def _first(self, end: int) -> Source | None:
        """Finds the name that opens a sentence, or its main clause."""
        for at, item in enumerate(self._items):
            if item.start >= end:
                return None
            if item.kind != "name" or item.mention is None:
                continue
            begin = at
            while begin and self._items[begin - 1].kind == "word" and at - begin < 6:
                word = self._items[begin - 1].word
                if word in PREPOSITIONS | CLAUSES or word == "to":
                    break
                begin -= 1
            opener = self._items[begin - 1] if begin else None
            if opener is None or opener.word in (
                ",",
                "-",
                ":",
                "and",
                "but",
                "when",
                "while",
                "after",
                "before",
                "as",
            ):
                if item.owning:
                    return self._phrases.before(min(at + 3, len(self._items)))
                return Source((item.mention,), item.start, item.end)
        return None

    def _closes(self, start: int, after: int) -> bool:
        """Tests whether a source before its verb stands after its content: "…, she said in Oslo."."""
        begin = self._phrases.at(start)
        while begin and self._word(begin - 1) in ("the", "a", "an", "or", "so"):
            begin -= 1
        if not begin or not (self._items[begin - 1].kind == "quoted" or self._word(begin - 1) in (",", "-")):
            return False
        return not self._is_circumstance(begin - 1) and is_tail(self._items, after)

    def _is_circumstance(self, end: int) -> bool:
        """Tests whether no more than circumstances stand before an item: through a lawyer, in Oslo."""
        words = [item.word for item in self._items[:end]]
        verbs = AUXILIARIES | CUES
        return (
            0 < end < _CIRCUMSTANCE
            and words[0] in PREPOSITIONS
            and not any(word in verbs or word.endswith("ed") for word in words[1:])
        )
