"""Who says what in an English article, told from its words: source and cue, in PolNeAR's terms.

A cue is a verb of ``cues.py`` outside quotation marks; its source is the name, office or pronoun that stands
before it as a subject does, after it ("said Arnesen", "according to Arnesen"), or that an earlier cue of the
sentence has ("… and warned", "…, claiming"). There is no parser: how it can be wrong stands in DESIGN.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.text.cues import (
    BEING,
    BETWEEN,
    CUES,
    DENYING,
    DOCUMENTS,
    NOUNS,
    SAYING,
    SPOKESMEN,
    STATES,
    VIEWS,
)
from generator.analyse.text.grammar import any_of
from generator.analyse.text.mentions import PRONOUNS, Mention, mentions
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_REACH: Final = 6
"""How many sentences before its own a pronoun may look for whom it means."""

_LONGEST: Final = 4000
"""So many characters of a sentence are read; what is longer is a list or a slip, and takes long."""

_CUE: Final = re.compile(rf"(?<![\w’'-]){any_of(CUES)}(?![\w’'-])", re.IGNORECASE)
_ACCORDING: Final = re.compile(r"(?<!\w)according to(?!\w)", re.IGNORECASE)

# What stands before a cue, or before a subject; each pattern ends where these begin.
_PREPOSITION: Final = "(?:of|in|at|for|from|on|to|with|near|against|by|about|over)"
_WORD: Final = re.compile(r"([\w’'-]+)\s*$")
_ADJUNCT: Final = re.compile(  # on Tuesday, reached by phone
    rf"(?:\s\w+ed)?\s{_PREPOSITION}\s[\w.’'-]+(?:\s[\w.’'-]+){{0,3}}\s*$"
)
_APPOSED: Final = re.compile(r",\s[^,;:]{1,90},\s*$")  # , who leads the union,
_RELATIVE: Final = re.compile(r",?\s(?:who|which)\s*$")
_OPENED: Final = re.compile(rf",\s(?:(?!(?:who|which|where|as|{_PREPOSITION})\s)[\w.’'-]+\s){{0,4}}$")
_JOINED: Final = re.compile(r"(?:^|[\s,;])(?:and|but|or|then)\s*$|,\s*$", re.IGNORECASE)
_OR: Final = re.compile(r"(?<!\w)n?or\s+$", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"(?<!\w)(?:while|by|after|before|when|since|in|from|for|of|with|despite|as)\s+$", re.IGNORECASE
)
_GOVERNED: Final = re.compile(rf"(?<!\w){_PREPOSITION}\s(?:the\s)?$", re.IGNORECASE)
_SPOKEN_FOR: Final = re.compile(
    rf"(?<!\w){any_of(SPOKESMEN)}\s(?:for|of|from|in|at)\s(?:the\s)?$", re.IGNORECASE
)
_IN: Final = re.compile(r"(?<!\w)in\s(?:the\s)?$", re.IGNORECASE)
_IN_WORDS_OF: Final = re.compile(rf"(?<!\w)in\sthe\s{any_of(VIEWS)}\sof\s(?:the\s)?$", re.IGNORECASE)

# What stands after a mention, or between two places.
_CLAIM_THAT: Final = re.compile(rf"[’']s?\s(?:\w+\s)?{any_of(NOUNS)}s?\sthat(?!\w)", re.IGNORECASE)
_MINISTRY: Final = re.compile(
    rf"[’']s?\s(?:[\w-]+\s){{0,2}}{any_of(SPOKESMEN | DOCUMENTS)}\s+", re.IGNORECASE
)
_VIEW: Final = re.compile(rf"[’']s?\s(?:own\s)?{any_of(VIEWS)}(?!\w)")
_AFTER: Final = re.compile(r"\s(?:by\s)?(?:the\s|an?\s)?(?:[\w.’'-]+\s){0,3}?$")
_CLOSED: Final = re.compile(r"\s*(?:[,.;:!?]|$|\s(?:on|in|at)\s)")
_AND: Final = re.compile(r",?\s(?:and|or)\s(?:the\s)?")
_THAT: Final = re.compile(r"\s|[^;\0]*\sthat\s")
_COLON: Final = re.compile(r":\s")
_COMMA: Final = re.compile(",")
_END: Final = re.compile(r"(?!\w)")
_OWN_VIEW: Final = re.compile(
    rf"(?<!\w)in\s(his|her|their|its)\s(?:own\s)?{any_of(VIEWS)}(?!\w)", re.IGNORECASE
)
_OWNER: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}

_MASK: Final = "\0"
"""Stands for each character inside quotation marks."""


@dataclass(frozen=True)
class Attribution:
    """One cue and its source.

    Attributes:
        sources: ids of the actors that the source can be; none when it is somebody else.
        start: offset of the first code point of source and cue together.
        end: offset just after the last.
        carries: whether its content may go on in the next sentence.
        nested: the sources within whose content it stands: "Arnesen said that the council denies it".
    """

    sources: frozenset[str]
    start: int
    end: int
    carries: bool
    nested: frozenset[str] = frozenset()


class Attributor:
    """Finds the attributions of one article to the given actors (by id)."""

    def __init__(self, article: Article, actors: Mapping[str, Actor]) -> None:
        self._article = article
        self._actors = {id: actor for id, actor in actors.items() if actor.name}
        self._found: dict[int, list[Attribution]] = {}
        text = article.text.replace("\n", " ")
        for start, end in quotations(article):
            text = text[:start] + _MASK * (end - start) + text[end:]
        self._text = text
        self._mentions = mentions(text, self._actors)

    def within(self, start: int, end: int) -> list[Attribution]:
        """The attributions of the sentence that begins at ``start``, in order, up to ``end``."""
        if not self._found:
            # From the first on, as a pronoun asks who spoke in the sentences before it.
            for first, last in sentences(self._article):
                read = self._read(first, min(last, first + _LONGEST))
                self._found[first] = sorted(read, key=lambda one: one.start)
        return [one for one in self._found.get(start, []) if one.end <= end]

    def _in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._mentions, start, key=lambda one: one.start)
        last = bisect_left(self._mentions, end, key=lambda one: one.start)
        return [one for one in self._mentions[first:last] if one.end <= end]

    def _read(self, start: int, end: int) -> list[Attribution]:
        read: list[Attribution] = []
        denied = False
        here = self._in(start, end)
        cues = [*_CUE.finditer(self._text, start, end), *_ACCORDING.finditer(self._text, start, end)]
        for cue in sorted(cues, key=lambda one: one.start()):
            left, denies = self._subject_end(start, cue.start())
            # They have not announced measures or said that they prepare any.
            denied = denies or (denied and _OR.search(self._text[start:left]) is not None)
            found = None if denied else self._source(cue, left, here, read, start, end)
            if found is None:
                continue
            sources, first, last = found
            before = read[-1] if read else None
            nested: frozenset[str] = frozenset()
            if before and _THAT.fullmatch(self._text[before.end : first]):
                nested = before.sources - sources
            read.append(Attribution(sources, first, last, cue[0].lower() in SAYING, nested))
        return [*read, *self._without_verb(here, start, end)]

    def _without_verb(self, here: list[Mention], start: int, end: int) -> Iterator[Attribution]:
        """Arnesen's claim that …, Arnesen: …, in Arnesen's view, in the words of Arnesen, for Arnesen."""
        for one in here:
            told = _CLAIM_THAT.match(self._text, one.end) or _COLON.match(self._text, one.end)
            if told is None and _IN.search(self._text, start, one.start):
                told = _VIEW.match(self._text, one.end)
            if told is None and self._text[start : one.start].lower() == "for ":
                told = _COMMA.match(self._text, one.end)
            if told is None and _IN_WORDS_OF.search(self._text, start, one.start):
                told = _END.match(self._text, one.end)
            if told:
                yield Attribution(self._meant(one), one.start, told.end(), False)
        for told in _OWN_VIEW.finditer(self._text, start, end):
            pronoun = _OWNER[told[1].lower()]
            meant = self._antecedents(Mention(told.start(), told.end(), frozenset(), pronoun))
            yield Attribution(meant, told.start(), told.end(), False)

    def _source(
        self,
        cue: re.Match[str],
        left: int,
        here: list[Mention],
        read: list[Attribution],
        start: int,
        end: int,
    ) -> tuple[frozenset[str], int, int] | None:
        """The source of a cue, and where both begin and end; None when it attributes nothing.

        ``left`` is where the cue's auxiliaries begin.
        """
        if cue.re is _ACCORDING:
            return self._behind(cue, here, end) or (frozenset(), cue.start(), cue.end())
        verb = cue[0].lower().split()[0]
        before = set(self._text[left : cue.start()].lower().split())
        if verb.endswith("ing") or verb in STATES or before.isdisjoint(BEING):
            if (subject := self._subject(here, start, left)) is not None:
                return self._together(subject, here), subject.start, cue.end()
            joins = left > start and _JOINED.search(self._text[start:left].rstrip(" \0“”\"'’‘")) is not None
            if verb.endswith("ing") and before.isdisjoint(BETWEEN - {"first", "again", "also"}):
                joins = joins or left == start or _LEADING.search(self._text, start, left) is not None
            free = [one for one in here if self._may_be_subject(one, start)]
            if joins and (read or free):
                return read[-1].sources if read else self._meant(free[0]), cue.start(), cue.end()
        return self._behind(cue, here, end)

    def _behind(
        self, cue: re.Match[str], here: list[Mention], end: int
    ) -> tuple[frozenset[str], int, int] | None:
        """The source that follows its cue: said Arnesen, according to the council, described by the mayor."""
        following = next((one for one in here if one.start >= cue.end()), None)
        if following is None:
            return None
        gap = self._text[cue.end() : following.start]
        if cue.re is _ACCORDING or (gap.startswith(" by ") and cue[0].endswith("ed")):
            fits = _AFTER.fullmatch(gap) is not None
        else:
            closed = _CLOSED.match(self._text[following.end : end]) is not None
            fits = gap.isspace() and closed and not following.pronoun
        return (self._meant(following), cue.start(), following.end) if fits else None

    def _together(self, subject: Mention, here: list[Mention]) -> frozenset[str]:
        """The actors meant by a subject, and by the one that "and" joins to it."""
        others = (one for one in here if _AND.fullmatch(self._text[one.end : subject.start]))
        return self._meant(subject).union(*(self._meant(one) for one in others))

    def _subject_end(self, start: int, at: int) -> tuple[int, bool]:
        """Where what stands before the cue and its auxiliaries ends, and whether these deny the cue."""
        denied = False
        while word := _WORD.search(self._text, max(start, at - 40), at):
            plain = word[1].lower().replace("’", "'")
            if plain in DENYING:
                denied = True
            elif plain not in BETWEEN and not (plain.endswith("ly") and len(plain) > 4):
                break
            at = word.start()
        return at, denied

    def _subject(self, here: list[Mention], start: int, left: int) -> Mention | None:
        """The mention that is the subject of a verb whose auxiliaries begin at ``left``."""
        reached = [start + len(self._text[start:left].rstrip())]
        for pattern in (_ADJUNCT, _APPOSED, _RELATIVE):
            for at in (*reached, left):
                if match := pattern.search(self._text, max(start, at - 120), at):
                    reached.append(match.start())
        for one in reversed(here):
            between = self._text[one.end : left]
            if one.end in reached and self._may_be_subject(one, start):
                return one
            # The foreign minister, Margus Tsahkna, wrote: a name set between commas.
            if between.strip() == "," and _OPENED.search(self._text, start, one.start):
                return one
            # Russia's foreign ministry said: it speaks for Russia; but Arnesen's words are not Arnesen.
            if not one.pronoun and _MINISTRY.fullmatch(between) and "person" not in self._kinds(one.ids):
                return one
        return None

    def _may_be_subject(self, one: Mention, start: int) -> bool:
        if self._text[one.end : one.end + 1] in ("’", "'"):
            return False
        if _GOVERNED.search(self._text, start, one.start):
            spoken_for = _SPOKEN_FOR.search(self._text, start, one.start) is not None
            return spoken_for and "person" not in self._kinds(one.ids)
        return True

    def _kinds(self, ids: frozenset[str]) -> set[str]:
        return {str(self._actors[id].kind) for id in ids}

    def _meant(self, one: Mention) -> frozenset[str]:
        return self._antecedents(one) if one.pronoun else one.ids

    def _antecedents(self, pronoun: Mention) -> frozenset[str]:
        """The actors that a pronoun can mean: of the nearest words before it that name such an actor.

        Who was said to speak there comes before those who were only named there.
        """
        of_article = sentences(self._article)
        index = bisect_right(of_article, pronoun.start, key=lambda one: one[0]) - 1
        for start, end in reversed(of_article[max(0, index - _REACH) : index + 1]):
            end = min(end, pronoun.start)
            speaking = [one.sources for one in self._found.get(start, []) if one.end <= end]
            named = [one.ids for one in self._in(start, end)]
            for ids in (frozenset[str]().union(*speaking), frozenset[str]().union(*named)):
                if fitting := frozenset(id for id in ids if self._fits(pronoun.pronoun, id)):
                    return fitting
        return frozenset()

    def _fits(self, pronoun: str, id: str) -> bool:
        wanted = PRONOUNS[pronoun]
        return not wanted or (self._actors[id].kind == "person") == (wanted == "person")
