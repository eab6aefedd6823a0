"""Sources of cues: the phrase before a verb that is its subject, or the one after it.

There is no parser. The words before a verb are read from right to left: what may stand between a subject and
its verb (times, "in Oslo", "who leads the union", a parenthesis) is passed over until a noun is reached.
"""

from dataclasses import replace
from typing import Final

from generator.analyse.attribution.descriptions import Descriptions, Source
from generator.analyse.attribution.mentions import Mention
from generator.analyse.languages.english_cues import CUES, NOUNS_TOO
from generator.analyse.languages.english_grammar import (
    ARTICLES,
    AUXILIARIES,
    CLAUSES,
    FOREIGN,
    ISSUED,
    PREPOSITIONS,
    SEVERAL,
)
from generator.analyse.languages.english_nouns import ABOUT, ANYBODY, DOCUMENTS, SENT, SPOKESMEN

_LONGEST: Final = 60
"""Number of items between a subject and its verb."""

_TITLES: Final = 6
"""Number of words after a verb that can be titles of the name after them."""


class Sources(Descriptions):
    """Finder of the sources of one sentence's verbs."""

    def before(self, at: int) -> Source | None:
        """Finds the subject of a verb whose auxiliaries begin with the item ``at``."""
        lowest = max(0, at - _LONGEST)
        relative = aside = False
        apposed: Source | None = None
        issued: Source | None = None
        for _ in range(12):
            at = self._without_asides(at, lowest)
            if at <= lowest:
                return apposed
            item = self._items[at - 1]
            if item.kind == "quoted" or (item.kind == "mark" and item.word in ";:."):
                return apposed
            if item.kind == "mark":
                opened = self._opening(at - 1, lowest)
                if opened is None:
                    return apposed
                if item.word == "," and opened > lowest + 1 and self._is_age(opened - 1):
                    opened -= 2  # Luis Ortega, 44, a fisherman, said
                issued = issued or self._issued(opened + 1)
                if item.word == ",":
                    apposed = apposed or self._named_first(opened + 1, at - 1)
                at = opened
                continue
            if item.word in ("who", "which") or (item.word == "that" and at > 1 and self._is_noun(at - 2)):
                at -= 1
                if at > lowest and self._items[at - 1].word == ",":
                    at -= 1
                    aside = True
                    opened = self._opening(at, lowest)
                    if opened is not None and self.word(opened + 1) in ("not", "rather"):
                        at = opened  # it was Arnesen, not the mayor, who said
                relative = True
                continue
            if item.kind == "name":
                found = self._name_ending(at, lowest, relative)
            elif item.word in CLAUSES or item.word in PREPOSITIONS:
                return apposed
            else:
                found = self._noun_ending(at, lowest)
            if isinstance(found, Source):
                if issued and issued.names and self._items[at - 1].word in DOCUMENTS:
                    return replace(issued, start=found.start, end=found.end)
                found = replace(found, aside=aside)
                office = found.names and self.word(self.at(found.names[0].start)).startswith("the ")
                if apposed and (office or not found.names):
                    return replace(apposed, start=found.start)
                return found
            at = found
        return apposed

    def _issued(self, at: int) -> Source | None:
        """Reads who issued a document, beside it: signed by Arnesen; which Arnesen published."""
        if self.word(at) in ISSUED and self.word(at + 1) == "by":
            return self.after(at + 2)
        source = self.after(at + 1) if self.word(at) in ("which", "that") else None
        return source if source and self.word(self.at(source.end)) in ISSUED else None

    def after(self, at: int) -> Source | None:
        """Finds the source that follows a verb, up to the item ``at``: said engineer Dahl."""
        first = at
        while at < len(self._items) and at - first <= _TITLES:
            item = self._items[at]
            if item.kind == "name" and not item.owning:
                names = [item]
                while (joined := self._joined_after(at)) is not None:
                    at = joined
                    names.append(self._items[at])
                last = self._items[at]
                # The prime minister Boris Dahl: an office and its holder.
                if at + 1 < len(self._items) and self._items[at + 1].kind == "name":
                    at += 1
                    names, last = [self._items[at]], self._items[at]
                mentions = tuple(one.mention for one in names if one.mention)
                return Source(mentions, self._items[first].start, last.end)
            if item.kind == "name" and self._follows_voice(at + 1):
                voice = self._voice_at(at + 1)
                if item.mention and self._speaks(voice, item.mention):
                    return Source((item.mention,), self._items[first].start, self._items[at].end)
                return None
            if item.kind != "word":
                return None
            following = self._items[at + 1].word if at + 1 < len(self._items) else ""
            if item.word in SPOKESMEN and following in ("for", "of", "from", "at", "in"):
                named = self.after(at + 2)
                if named and named.names and self._speaks(item.word, named.names[0]):
                    return Source(named.names, self._items[first].start, named.end)
                return Source((), self._items[first].start, item.end)
            if item.word in DOCUMENTS and following in ISSUED:
                by = at + 2
                while by < len(self._items) and self._is_time(by):
                    by += 1
                if self.word(by) == "by":
                    return self.after(by + 1)
            if item.word in DOCUMENTS and following in ("by", "from", "in", "of", "for"):
                return self.after(at + 2)
            if item.word in CLAUSES or item.word in PREPOSITIONS or item.word in AUXILIARIES:
                return None
            at += 1
        return None

    def ends_after(self, source_end: int) -> bool:
        """Tests whether a source after its verb ends there, so that it is no subject of another verb."""
        at = self.at(source_end)
        while at < len(self._items) and (self._is_time(at) or self._is_adverb(at)):
            at += 1
        if at >= len(self._items) or self._items[at].kind in ("mark", "quoted"):
            return True
        word = self._items[at].word
        return word in PREPOSITIONS | CLAUSES | {"to", "here", "there", "told"} - {"that"} or (
            word.endswith("ing") and self._items[at].kind == "word"
        )

    def unknown_after(self, at: int) -> Source | None:
        """Finds somebody unnamed after a verb that closes its clause: said three court employees."""
        first = at
        while at < len(self._items) and at - first < 9:
            item = self._items[at]
            if item.kind != "word":
                break
            if at > first and item.word in PREPOSITIONS | {"who", "which"}:
                if item.word == "of" and self._items[first].word in SEVERAL | {"one"}:
                    at += 1
                    continue
                break
            if item.word in CLAUSES | AUXILIARIES | PREPOSITIONS or item.word in CUES - NOUNS_TOO:
                return None
            at += 1
        if at == first or (at < len(self._items) and self._items[at].kind == "name"):
            return None
        return self._unnamed(first, at)

    def _named_first(self, start: int, end: int) -> Source | None:
        """Reads a name set between commas: the foreign minister, Margus Tsahkna, wrote."""
        for at in range(start, min(end, start + 5)):
            item = self._items[at]
            if item.kind == "name" and item.mention and not item.owning:
                if item.mention.pronoun:
                    return None
                following = self._items[at + 1] if at + 1 < end else None
                if following is None or following.word in ("of", "(", "who") or following.kind == "mark":
                    return Source((item.mention,), self._items[start].start, item.end)
                if following.kind != "name":
                    return None
            elif item.kind != "word" or item.word in CLAUSES | PREPOSITIONS or item.word in AUXILIARIES:
                return None
        return None

    def _name_ending(self, at: int, lowest: int, relative: bool) -> "Source | int":
        """Reads a name that ends before ``at``: the subject, or where its phrase begins."""
        item = self._items[at - 1]
        mention = item.mention
        assert mention is not None
        if mention.pronoun:
            return Source((mention,), item.start, item.end)
        if item.owning:
            return Source((), item.start, item.end)
        start, governing = self._titles(at - 1, lowest)
        if governing is None or relative:
            names, start = self._joined(at - 1, start, lowest, mention)
            if relative or len(names) == 1 or not self._is_governed(start, lowest):
                return Source(names, self._items[start].start, item.end)
            governing = start - 1  # exporters in Orsia and Velland
        head = self._items[governing - 1] if governing > lowest else None
        preposition = self._items[governing].word
        holds = mention.ids <= self._persons and any(
            item.capital for item in self._items[governing + 1 : at - 1]
        )
        if head is not None and holds and preposition == "to" and head.word.split()[-1] in SENT | SPOKESMEN:
            offices = (head.mention,) if head.mention else ()
            return Source((mention, *offices), head.start, item.end)  # the envoy to the U.N. Lena Moss
        ours = head is not None and self._is_of(governing - 1, lowest)
        if head is not None and head.mention and head.word.split()[-1] in SPOKESMEN and ours:
            return Source((mention, head.mention), head.start, item.end)  # officials in Norway
        if preposition == "by" and "quoted" in [
            item.kind for item in self._items[max(0, governing - 2) : governing]
        ]:
            return Source((mention,), item.start, item.end)  # “The Lock”, by Lena Moss, argues
        if head is not None and head.kind == "word":
            speaks = self._speaks(head.word, mention) and ours
            if preposition in ("for", "of", "from", "in", "at", "with") and speaks:
                return Source((mention,), head.start, item.end)
            written = head.word in (DOCUMENTS - ABOUT if preposition == "of" else DOCUMENTS)
            if preposition in ("by", "from", "of") and written:
                return Source((mention,), head.start, item.end)
            issued = preposition == "by" and head.word in ISSUED and governing - 1 > lowest
            if issued and self._items[governing - 2].word in DOCUMENTS:
                return Source((mention,), self._items[governing - 2].start, item.end)
        if head is None and start > governing and start - governing < at - governing - 1:
            return Source((mention,), item.start, item.end)  # Over lunch Arnesen said
        if head is None or head.word in CLAUSES or head.kind == "mark":
            return governing
        # reached by phone in Oslo
        return governing - 1 if head.word.endswith(("ed", "ing")) and head.kind == "word" else governing

    def _is_of(self, head: int, lowest: int) -> bool:
        """Tests whether a noun is of the place named after it: an Italian diplomat in Oslo is not."""
        word, preposition = self._items[head].word.split()[-1], self._items[head + 1].word
        if preposition not in ("in", "at"):
            return preposition != "to" or word not in SENT
        items = self._items[max(lowest, head - 4) : head]
        foreign = any(
            item.word in FOREIGN - {"foreign"} or (item.capital and item.start > self._starts[0])
            for item in items
        )
        return not foreign and not (preposition == "in" and word in ANYBODY)

    def _joined(self, at: int, start: int, lowest: int, last: Mention) -> tuple[tuple[Mention, ...], int]:
        """Collects the names that "and" joins to the last one: Berg, Dahl and Arnesen said."""
        names = [last]
        while start - 2 >= lowest and self._items[start - 1].word in ("and", "or", "&", ","):
            before = start - 2
            if self._items[before].word == ",":
                before -= 1
            item = self._items[before] if before >= lowest else None
            if item is None or item.kind != "name" or item.owning or not item.mention:
                break
            if self._items[start - 1].word == "," and len(names) == 1:
                break
            names.append(item.mention)
            start = self._titles(before, lowest)[0]
        return tuple(names), start

    def _joined_after(self, at: int) -> int | None:
        if at + 2 < len(self._items) and self._items[at + 1].word in ("and", "or"):
            for next_ in range(at + 2, min(at + 5, len(self._items))):
                item = self._items[next_]
                if item.kind == "name" and item.mention and not item.mention.pronoun and not item.owning:
                    return next_
                if item.kind != "word" or item.word in CLAUSES | PREPOSITIONS:
                    return None
        return None

    def _noun_ending(self, at: int, lowest: int) -> "Source | int":
        """Reads a noun that ends before ``at``, and isn't a name: the subject, or where its phrase begins."""
        start = at
        while start > lowest and at - start < 10:
            item = self._items[start - 1]
            if item.kind in ("mark", "quoted"):
                break
            if item.kind == "word" and (item.word in CLAUSES or item.word in AUXILIARIES):
                break
            if item.kind == "word" and item.word in PREPOSITIONS | {"to"}:
                governing = start - 1
                if governing == lowest or self._items[governing - 1].kind in ("mark", "quoted"):
                    # In a statement the council said: the name was read before; here the noun is the subject.
                    return self._unnamed(start, at)
                head = self._items[governing - 1]
                if head.word in CLAUSES:
                    return self._unnamed(start, at)
                inside = self._items[start:at]
                owner = next((one.mention for one in inside if one.owning and one.mention), None)
                if owner and head.word in DOCUMENTS and inside[-1].word in DOCUMENTS:
                    return Source((owner,), head.start, inside[-1].end)
                skips = head.kind == "word" and head.word.endswith(("ed", "ing")) and head.word not in CUES
                return governing - 1 if skips else governing
            if item.kind == "name" and item.mention and item.mention.pronoun:
                break
            start -= 1
            if item.kind == "word" and item.word in ARTICLES and not self._is_governed(start, lowest):
                break
        return self._unnamed(start, at)
