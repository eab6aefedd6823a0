"""Attributions in English articles: who says what, as source and cue in PolNeAR's terms.

A cue is a verb of the language outside quotation marks. Its source is the name, office or pronoun that stands
before it as its subject or after it ("said Arnesen", "according to Arnesen"), or the source of an earlier cue
of the sentence ("… and warned", "…, claiming"). There is no parser; the known errors are listed in DESIGN.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.analyse.attribution.mentions import PRONOUNS, Mention, mentions
from generator.analyse.languages.english import (
    BEING,
    BETWEEN,
    CUES,
    DENYING,
    DOCUMENTS,
    FEELINGS,
    NOUNS,
    PLURALS,
    SAYING,
    SPOKESMEN,
    STATES,
    VIEWS,
)
from generator.analyse.languages.rules import any_of
from generator.analyse.text.quotation_marks import quotations
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_REACH: Final = 6
"""Number of sentences before its own in which the antecedent of a pronoun is looked for."""

_LONGEST: Final = 4000
"""Number of characters of a sentence that are read; longer ones are lists or slips, and slow to match."""

_CUE: Final = re.compile(rf"(?<![\w’'-]){any_of(CUES)}(?![\w’'-])", re.IGNORECASE)
_ACCORDING: Final = re.compile(r"(?<!\w)according to(?!\w)", re.IGNORECASE)

# What comes before a cue or before a subject; each pattern ends where the cue or subject begins.
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

# What comes after a mention, or between two mentions.
_CLAIM_THAT: Final = re.compile(rf"[’']s?\s(?:\w+\s)?{any_of(NOUNS)}s?\sthat(?!\w)", re.IGNORECASE)
_MINISTRY: Final = re.compile(
    rf"[’']s?\s(?:[\w-]+\s){{0,2}}{any_of(SPOKESMEN | DOCUMENTS)}\s+", re.IGNORECASE
)
_VIEW: Final = re.compile(rf"[’']s?\s(?:own\s)?{any_of(VIEWS)}(?!\w)")
_AFTER: Final = re.compile(r"\s(?:by\s)?(?:the\s|an?\s)?(?:[\w.’'-]+\s){0,3}?$")
_CLOSED: Final = re.compile(r"\s*(?:[,.;:!?]|$|\s(?:on|in|at|of|from)\s)")
_AND: Final = re.compile(r",?\s(?:and|or)\s(?:the\s)?")
_THAT: Final = re.compile(r"\s|[^;\0]*\sthat\s")
_EXPRESSED: Final = re.compile(
    rf"\s(?:(?:his|her|its|their|the|a|an)\s)?(?:\w+\s)??{any_of(FEELINGS)}(?!\w)", re.IGNORECASE
)
_PHRASE: Final = re.compile(
    rf"(?<!\w){_PREPOSITION}\s(?:(?:the|an?|his|her|its|their)\s)?(?:\w+(?:ed|ing|al|ous|ent|ier|ic|ive)\s)?$",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r":\s")
_COMMA: Final = re.compile(",")
_END: Final = re.compile(r"(?!\w)")
_OWN_VIEW: Final = re.compile(
    rf"(?<!\w)in\s(his|her|their|its)\s(?:own\s)?{any_of(VIEWS)}(?!\w)", re.IGNORECASE
)
_OWNER: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}

_MASK: Final = "\0"
"""Replaces each character inside quotation marks."""


@dataclass(frozen=True)
class Attribution:
    """A cue and its source.

    Attributes:
        sources: ids of the actors that the source can be; none when it is somebody else.
        start: offset of the first code point of source and cue together.
        end: offset just after the last.
        carries: whether its content may go on in the next sentence.
        nested: the sources of the attribution that it is part of: "Arnesen said that the council denies it".
        cue: the article's words that attribute, without the source: "warned", "expressed his belief"; empty
            where no words do ("Arnesen: …").
        cue_start: offset of the first code point of the cue; of ``start`` where there is none.
    """

    sources: frozenset[str]
    start: int
    end: int
    carries: bool
    nested: frozenset[str] = frozenset()
    cue: str = ""
    cue_start: int = -1


class Attributor:
    """Finder of the attributions of one article to the given actors (by id)."""

    def __init__(self, article: Article, actors: Mapping[str, Actor]) -> None:
        self._article = article
        self._actors = {id: actor for id, actor in actors.items() if actor.name}
        self._by_sentence: dict[int, list[Attribution]] = {}
        text = article.text.replace("\n", " ")
        for start, end in quotations(article):
            text = text[:start] + _MASK * (end - start) + text[end:]
        self._text = text
        self._mentions = mentions(text, self._actors)

    def within(self, start: int, end: int) -> list[Attribution]:
        """Returns the attributions, in order and up to ``end``, of the sentence that begins at ``start``."""
        if not self._by_sentence:
            # In order, as resolving a pronoun needs the attributions of the sentences before it.
            for first, last in sentences(self._article):
                attributions = self._read_sentence(first, min(last, first + _LONGEST))
                self._by_sentence[first] = sorted(attributions, key=lambda attribution: attribution.start)
        return [attribution for attribution in self._by_sentence.get(start, []) if attribution.end <= end]

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        last = bisect_left(self._mentions, end, key=lambda mention: mention.start)
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def _read_sentence(self, start: int, end: int) -> list[Attribution]:
        attributions: list[Attribution] = []
        denied = False
        in_sentence = self._mentions_in(start, end)
        cues = [*_CUE.finditer(self._text, start, end), *_ACCORDING.finditer(self._text, start, end)]
        for cue in sorted(cues, key=lambda match: match.start()):
            if cue[0].lower() in PLURALS and _PHRASE.search(self._text, start, cue.start()):
                continue  # in prepared remarks, from earlier reports
            left, denies = self._subject_end(start, cue.start())
            # "They have not announced measures or said that they prepare any": "or" continues the denial.
            denied = denies or (denied and _OR.search(self._text[start:left]) is not None)
            source = None if denied else self._source_of_cue(cue, left, in_sentence, attributions, start, end)
            if source is None:
                continue
            sources, first, last = source
            previous = attributions[-1] if attributions else None
            nested: frozenset[str] = frozenset()
            if previous and _THAT.fullmatch(self._text[previous.end : first]):
                nested = previous.sources - sources
            attributions.append(
                Attribution(
                    sources,
                    first,
                    last,
                    cue[0].lower() in SAYING,
                    nested,
                    self._whole_cue(cue),
                    cue.start(),
                )
            )
        return [*attributions, *self._without_verb(in_sentence, start, end)]

    def _whole_cue(self, cue: re.Match[str]) -> str:
        """Returns the words of a cue, with what it expresses: expressed his belief, noted her surprise."""
        object_ = _EXPRESSED.match(self._text, cue.end())
        return self._text[cue.start() : object_.end() if object_ else cue.end()]

    def _without_verb(self, in_sentence: list[Mention], start: int, end: int) -> Iterator[Attribution]:
        """Yields attributions without a verb: Arnesen's claim that …, Arnesen: …, in Arnesen's view."""
        for mention in in_sentence:
            match = _CLAIM_THAT.match(self._text, mention.end) or _COLON.match(self._text, mention.end)
            if match is None and _IN.search(self._text, start, mention.start):
                match = _VIEW.match(self._text, mention.end)
            if match is None and self._text[start : mention.start].lower() == "for ":
                match = _COMMA.match(self._text, mention.end)
            if match is None and _IN_WORDS_OF.search(self._text, start, mention.start):
                match = _END.match(self._text, mention.end)
            if match:
                yield Attribution(self._actors_meant(mention), mention.start, match.end(), False)
        for match in _OWN_VIEW.finditer(self._text, start, end):
            pronoun = _OWNER[match[1].lower()]
            meant = self._antecedents(Mention(match.start(), match.end(), frozenset(), pronoun))
            yield Attribution(meant, match.start(), match.end(), False)

    def _source_of_cue(
        self,
        cue: re.Match[str],
        left: int,
        in_sentence: list[Mention],
        earlier: list[Attribution],
        start: int,
        end: int,
    ) -> tuple[frozenset[str], int, int] | None:
        """Finds the source of a cue, and the start and end of both; None when the cue attributes nothing.

        ``left`` is where the cue's auxiliaries begin.
        """
        if cue.re is _ACCORDING:
            return self._source_after(cue, in_sentence, end) or (frozenset(), cue.start(), cue.end())
        verb = cue[0].lower().split()[0]
        before = set(self._text[left : cue.start()].lower().split())
        if verb.endswith("ing") or verb in STATES or before.isdisjoint(BEING):
            if (subject := self._subject(in_sentence, start, left)) is not None:
                return self._joint_sources(subject, in_sentence), subject.start, cue.end()
            joins = left > start and _JOINED.search(self._text[start:left].rstrip(" \0“”\"'’‘")) is not None
            if verb.endswith("ing") and before.isdisjoint(BETWEEN - {"first", "again", "also"}):
                joins = joins or left == start or _LEADING.search(self._text, start, left) is not None
            free = [mention for mention in in_sentence if self._may_be_subject(mention, start)]
            if joins and (earlier or free):
                return earlier[-1].sources if earlier else self._actors_meant(free[0]), cue.start(), cue.end()
        return self._source_after(cue, in_sentence, end)

    def _source_after(
        self, cue: re.Match[str], in_sentence: list[Mention], end: int
    ) -> tuple[frozenset[str], int, int] | None:
        """Finds a source after its cue: said Arnesen, according to the council, described by the mayor."""
        following = next((mention for mention in in_sentence if mention.start >= cue.end()), None)
        if following is None:
            return None
        gap = self._text[cue.end() : following.start]
        if cue.re is _ACCORDING or (gap.startswith(" by ") and cue[0].endswith("ed")):
            fits = _AFTER.fullmatch(gap) is not None
        else:
            closed = _CLOSED.match(self._text[following.end : end]) is not None
            fits = gap.isspace() and closed and not following.pronoun
        return (self._actors_meant(following), cue.start(), following.end) if fits else None

    def _joint_sources(self, subject: Mention, in_sentence: list[Mention]) -> frozenset[str]:
        """Returns the actors meant by a subject, and by the mention that "and" joins to it."""
        joined = (
            mention for mention in in_sentence if _AND.fullmatch(self._text[mention.end : subject.start])
        )
        return self._actors_meant(subject).union(*(self._actors_meant(mention) for mention in joined))

    def _subject_end(self, start: int, at: int) -> tuple[int, bool]:
        """Returns the end of the text before a cue's auxiliaries, and whether these deny the cue."""
        denied = False
        while word := _WORD.search(self._text, max(start, at - 40), at):
            plain = word[1].lower().replace("’", "'")
            if plain in DENYING:
                denied = True
            elif plain not in BETWEEN and not (plain.endswith("ly") and len(plain) > 4):
                break
            at = word.start()
        return at, denied

    def _subject(self, in_sentence: list[Mention], start: int, left: int) -> Mention | None:
        """Finds the mention that is the subject of a verb whose auxiliaries begin at ``left``."""
        reached = [start + len(self._text[start:left].rstrip())]
        for pattern in (_ADJUNCT, _APPOSED, _RELATIVE):
            for at in (*reached, left):
                if match := pattern.search(self._text, max(start, at - 120), at):
                    reached.append(match.start())
        for mention in reversed(in_sentence):
            between = self._text[mention.end : left]
            if mention.end in reached and self._may_be_subject(mention, start):
                return mention
            # The foreign minister, Margus Tsahkna, wrote: a name set between commas.
            if between.strip() == "," and _OPENED.search(self._text, start, mention.start):
                return mention
            # Russia's foreign ministry said: it speaks for Russia; but Arnesen's words are not Arnesen.
            if (
                not mention.pronoun
                and _MINISTRY.fullmatch(between)
                and "person" not in self._kinds(mention.ids)
            ):
                return mention
        return None

    def _may_be_subject(self, mention: Mention, start: int) -> bool:
        if self._text[mention.end : mention.end + 1] in ("’", "'"):
            return False
        if _GOVERNED.search(self._text, start, mention.start):
            spoken_for = _SPOKEN_FOR.search(self._text, start, mention.start) is not None
            return spoken_for and "person" not in self._kinds(mention.ids)
        return True

    def _kinds(self, ids: frozenset[str]) -> set[str]:
        return {str(self._actors[id].kind) for id in ids}

    def _actors_meant(self, mention: Mention) -> frozenset[str]:
        return self._antecedents(mention) if mention.pronoun else mention.ids

    def _antecedents(self, pronoun: Mention) -> frozenset[str]:
        """Returns the actors that a pronoun can mean, from the nearest sentence that names a fitting actor.

        In a sentence, the sources of attributions come before actors that are only named.
        """
        all_sentences = sentences(self._article)
        index = bisect_right(all_sentences, pronoun.start, key=lambda sentence: sentence[0]) - 1
        for start, end in reversed(all_sentences[max(0, index - _REACH) : index + 1]):
            end = min(end, pronoun.start)
            speaking = [
                attribution.sources
                for attribution in self._by_sentence.get(start, [])
                if attribution.end <= end
            ]
            named = [mention.ids for mention in self._mentions_in(start, end)]
            for ids in (frozenset[str]().union(*speaking), frozenset[str]().union(*named)):
                if fitting := frozenset(id for id in ids if self._fits(pronoun.pronoun, id)):
                    return fitting
        return frozenset()

    def _fits(self, pronoun: str, id: str) -> bool:
        wanted = PRONOUNS[pronoun]
        return not wanted or (self._actors[id].kind == "person") == (wanted == "person")
