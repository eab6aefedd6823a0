"""Attribution of a passage: the sentences around it, and the attributions whose content it can be."""

import re
from collections.abc import Collection
from typing import Final

from generator.analyse.attribution.antecedents import Attribution
from generator.analyse.attribution.attributor import Attributor
from generator.analyse.attribution.context import Context, context_of
from generator.analyse.attribution.quoted import TERM, bare_quoted, of_quoted, speaking_last
from generator.analyse.attribution.speech_acts import class_of
from generator.analyse.languages.english_cues import SAYING, UTTERING, forms_of
from generator.analyse.languages.english_grammar import AUXILIARIES
from generator.analyse.languages.english_nouns import NOUNS, WORKS
from generator.analyse.languages.rules import any_of
from generator.model.briefing import Article
from generator.model.passage import Passage

_ASIDE: Final = re.compile(
    r"(?:^|[,;]\s|\s(?:and|but)\s)\W*(?:even\s)?(?:since|after|before|when|while|although|though|because|unless|until|if"
    r"|despite)\s[^,;]*$",
    re.IGNORECASE,
)
"""Start of a subordinate clause that has not ended: what is said in it is not said in the main clause."""

_BREAK: Final = re.compile(r"[;:](?!\s(?:and\s)?that\s)|,\s(?:while|whereas|but|and|though|although|yet)\s")
"""Start of a clause that may have another source."""

_OWN_CLAUSE: Final = re.compile(
    r";(?!\s(?:and\s)?that\s)|,\s(?:while|whereas)\s|,?\s(?:and|but)\s(?:I|we|my|our)\s|,\s(?:and|but|then)\s(?:\w+ly\s)?\w+ed\s"
    r"|,\s(?:an?|one|two|three|\w+)\s(?:minute|hour|day|week|month|year)s?\s(?:after|before)\s"
    rf"|,\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?{any_of(NOUNS)}\s(?:that|which|\w+ed)(?!\w)"
    r"|,\sas\s(?!if|though|well)|,\swho(?:se)?\s|(?:(?<=[a-z]{4})|(?<=\sMay))[.!?]\s(?=[A-Z])|\.[”\"’']+\s(?=[A-Z])"
)
"""Start of a clause that is the article's own, whoever speaks before it."""

_AFTER_WORDS: Final = re.compile(
    r"\0\W*\s(?:which|who|whose|where|and(?!\s(?:that|would|could|should|might)\s)"
    r"|but|as|though|although|while|before|after|when|since|to)\s"
)
"""Start of what follows quoted words and is not part of the speech."""

_AFTER_DEED: Final = re.compile(r",\s(?:although|though|and|but|which|as|after|when|where|who)\s|\swhile\s")
"""Start of what follows an attitude, such as "wants", and is not part of it."""

_RESUMED: Final = re.compile(
    r"[^,;:]{0,90},\s(?!(?:who|which|whose|where|while|although|though|until|since|before|as"
    r"|after|when|but|in|\w+ing|to)\s"
    r"|and\s(?!(?:[\w’'-]+\s){0,5}?(?:would|should|could|might|must|will|had)\s))",
    re.IGNORECASE,
)
"""End of what is set into a speech: "The ice, she said on Monday, has grown"."""

_SHARED: Final = re.compile(r"[^,;:]{0,90},\s(?=and\s)", re.IGNORECASE)
"""End of what is set between two halves of a speech: "Bids came early, it finds, and two were changed"."""

_PRONOUNS: Final = ("it ", "he ", "she ", "they ")
_APPOSITION: Final = re.compile(r"[^,;:]{0,90},\s(?:an?|the|his|her|its|their|\d+)(?!\w)", re.IGNORECASE)

_GOES_ON: Final = re.compile(
    r"(?<!\w)(?:would|wouldn[’']t|should|shouldn[’']t|could|couldn[’']t|might|must)(?!\w)"
    r"|^\W*(?:It|He|She|They|There|This|That)\shad(?:n[’']t)?\s|^\W*(?:It|He|She|They)\s(?:also\s)?will\s"
)
"""Words by which a sentence shows that it goes on with a speech; "had" does so only after a pronoun."""

_OWN_START: Final = re.compile(
    rf"(?<!\w)(?:{any_of(word for word in AUXILIARIES if word.isalpha())}|how|why)\s"
)
"""Words before a source by which a clause is the article's own: "What strikes me is how she argues"."""

_AFTER_NOUN: Final = re.compile(r"\W*(?:is|was|are|were|has|had|have|drew|met|came|fell|sits|did|does)(?!\w)")
"""Start of what is told of a claim, after the clause that tells what it is."""

_FALSE: Final = re.compile(
    r"\s(?:is|are|was|were)\s(?:\w+\s){0,2}(?:false|misleading|mistaken|nonsense|untrue|wrong):"
)
"""Judgement of a claim before what the article holds against it."""

_AFTER_WORK: Final = re.compile(rf"(?<!\w){any_of(WORKS)},?\s[“\"‘']$", re.IGNORECASE)
_SO_CALLED: Final = re.compile(
    r"(?<!\w)(?:so-called|known\sas|nicknamed|(?:en)?titled)\s[“\"‘']$", re.IGNORECASE
)
_TITLE: Final = re.compile(r"[A-Z][\w’'-]*(?:\s(?:[a-z]{1,4}\s)*[A-Z][\w’'-]*)*")
_WORD: Final = re.compile(r"[\w’'-]+")

_INFERRED: Final = frozenset(
    form for verb in ("indicate", "reveal", "show", "suggest") for form in forms_of(verb)
)
_UP_TO_A_MARK: Final = re.compile(r"[^,;:.!?\n]{0,80}")

_MYSELF: Final = re.compile(r"(?<![\w’'])(?:I|we|my|our)(?!\w)", re.IGNORECASE)


def attribution_of(
    attributor: Attributor,
    article: Article,
    passage: Passage,
    speakers: Collection[str],
    *,
    spoken: bool,
    passed_on: bool,
) -> Attribution | None:
    """Finds the attribution of a passage to one of the speakers; None where nothing gives it to them.

    Of several in its sentence, the first whose cue stands in the passage counts, else the last before it,
    else the first after it. Where its own sentence has no attribution that it can be the content of, those of
    the neighbouring sentences count whose content may go on.

    Args:
        attributor: the article's.
        speakers: ids of actors.
        spoken: whether the passage stands in quotation marks.
        passed_on: whether somebody passed the words on, so that they may be attributed within an attribution:
            "Arnesen said that the council denies it".
    """
    found = attributions_around(attributor, article, passage, spoken=spoken)
    return nearest_of([one for one in found if _fits(one, speakers, passed_on)], passage)


def given_away(attributor: Attributor, article: Article, passage: Passage) -> str:
    """Returns the words by which the sentence of a passage in prose plainly gives it to somebody; "" without.

    Plain are a verb of saying, "according to", and the label of a turn. A verb that may tell a deed is none,
    nor one by which the article may tell what it infers itself ("his words suggested"), nor what the author
    says of themselves.
    """
    found = attributions_around(attributor, article, passage, spoken=False)
    near = nearest_of([one for one in found if stands_with(one, article, passage)], passage)
    if near is None:
        return ""
    cue, rest = near.cue.lower(), _UP_TO_A_MARK.match(article.text, near.end)
    end = rest.end() if rest and cue.startswith("according") else near.end
    words = " ".join(article.text[near.start : end].split())
    is_plain = not cue or cue in SAYING or cue.split()[0] in (*SAYING, "according")
    return words if is_plain and cue not in _INFERRED and not _MYSELF.match(words) else ""


def is_own_text(
    attributor: Attributor, article: Article, passage: Passage, speakers: Collection[str], *, spoken: bool
) -> bool:
    """Tests whether a speaker wrote or published the article, and nothing gives the passage to another.

    A statement, speech or letter names its speaker as author or publisher.
    """
    return not attributor.authors.isdisjoint(speakers) and not any(
        one.described or one.sources
        for one in attributions_around(attributor, article, passage, spoken=spoken)
    )


def may_be_of(
    attributor: Attributor, article: Article, passage: Passage, speakers: Collection[str], *, spoken: bool
) -> bool:
    """Tests whether a passage is attributed to a source that may be a speaker, and is nobody for sure."""
    return any(
        not one.possible.isdisjoint(speakers) and not one.nested
        for one in attributions_around(attributor, article, passage, spoken=spoken)
    )


def is_verbatim(attributor: Attributor, article: Article, passage: Passage) -> bool:
    """Tests whether a passage stands in a turn of a transcript, a block quotation or a statement in "we"."""
    own = [one for place in context_of(article, passage).own for one in attributor.within(*place)]
    if not any(one.verbatim and one.start <= passage.start and passage.end <= one.until for one in own):
        return False
    writing = any(one.turn and one.sources == attributor.writers for one in own) and attributor.writers
    # A writer reports what is said, and what he said, as an article does.
    return not writing or not any(
        (found.sources != writing or found.end <= passage.start)
        and _governs(attributor.text, place, found, passage)
        for place in context_of(article, passage).own
        for found in attributor.within(*place)
        if not found.turn
    )


def is_term(attributor: Attributor, article: Article, passage: Passage) -> bool:
    """Tests whether words in marks are a title or a term: short or in capitals, and given to nobody."""
    around = context_of(article, passage)
    if _is_title(article, passage):
        return True
    if of_quoted(
        attributor.text, [one for place in around.own for one in attributor.within(*place)], passage
    ):
        return False
    words = _WORD.findall(article.text[passage.start : passage.end])
    rest = "".join(attributor.text[slice(*place)] for place in around.own)
    if not words or not any(char.isalnum() for char in rest) or article.text[passage.end - 1] in ".,!?":
        return False
    title = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
    return len(words) <= TERM or (title and words[0][0].isupper() and words[-1][0].isupper())


def _is_title(article: Article, passage: Passage) -> bool:
    """Tests whether words in marks are what a work or thing is called: the song “Salt and Silver”."""
    before = article.text[max(0, passage.start - 40) : passage.start]
    words = article.text[passage.start : passage.end]
    if _SO_CALLED.search(before):
        return len(words.split()) <= TERM
    return _AFTER_WORK.search(before) is not None and _TITLE.fullmatch(words) is not None


def stands_with(attribution: Attribution, article: Article, passage: Passage) -> bool:
    """Tests whether an attribution is in a sentence of the passage; one in a neighbour tells no verb."""
    return any(start <= attribution.start < end for start, end in context_of(article, passage).own)


def _fits(attribution: Attribution, speakers: Collection[str], passed_on: bool) -> bool:
    return not attribution.sources.isdisjoint(speakers) and (passed_on or not attribution.nested)


def nearest_of(attributions: list[Attribution], passage: Passage) -> Attribution | None:
    """Returns the first whose cue stands in the passage, else the last before it, else the first after it."""
    inside = [found for found in attributions if passage.start <= _cue_start(found) < passage.end]
    before = [found for found in attributions if _cue_start(found) < passage.start]
    return next(iter((*inside, *reversed(before), *attributions)), None)


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue_start if attribution.cue else attribution.start


def attributions_around(
    attributor: Attributor, article: Article, passage: Passage, *, spoken: bool
) -> list[Attribution]:
    """Finds the attributions whose content the passage can be, in its own sentences or next to them."""
    around = context_of(article, passage)
    own = [found for place in around.own for found in attributor.within(*place)]
    if any(one.turn for one in own):
        own = _of_turn(own, passage)
    if spoken and _is_title(article, passage):
        return []
    if not spoken and not own and _has_clause_in_marks(attributor.text, article, passage):
        return speaking_last(attributor, article, around)
    if spoken:
        return of_quoted(attributor.text, own, passage) or bare_quoted(attributor, article, around, passage)
    governing = [
        found
        for place in around.own
        for found in attributor.within(*place)
        if found in own and _governs(attributor.text, place, found, passage)
    ]
    if own and not governing and _has_clause_in_marks(attributor.text, article, passage):
        return of_quoted(attributor.text, own, passage)
    if governing or own:
        return [
            one
            for one in governing
            if not any(_is_cut_off(attributor.text, one, other, passage) for other in own)
        ]
    before = [found for place in around.before for found in attributor.within(*place)]
    if before and before[-1].carries and _goes_on(attributor.text, around, before[-1]):
        return before[-1:]
    return []


def _has_clause_in_marks(text: str, article: Article, passage: Passage) -> bool:
    """Tests whether prose holds words in marks that are more than a term."""
    return any(
        len(article.text[passage.start + run.start() : passage.start + run.end()].split()) > TERM
        for run in re.finditer("\0+", text[passage.start : passage.end])
    )


def _of_turn(own: list[Attribution], passage: Passage) -> list[Attribution]:
    """Leaves the attributions in the turn that the passage stands in, where a sentence runs into the next."""
    turns = [one for one in own if one.turn and one.start <= passage.start < one.until]
    first, last = (turns[0].start, turns[0].until) if turns else (0, 0)
    others = [one for one in own if not one.turn]
    return [*turns, *(one for one in others if not turns or first <= one.start < last)]


def _goes_on(text: str, around: Context, before: Attribution) -> bool:
    """Tests whether prose shows that it goes on with the speech before it, which is no quotation."""
    sentence = text[around.own[0][0] : around.own[-1][1]]
    ((first, last),) = around.before
    return (
        "\0" not in text[first:last]
        and _GOES_ON.search(sentence) is not None
        and _MYSELF.search(sentence) is None
        and not before.nested
    )


def _governs(text: str, sentence: tuple[int, int], attribution: Attribution, passage: Passage) -> bool:
    """Tests whether the article's own prose at the passage can be the content of the attribution.

    Content follows its cue, except for an attribution that closes it. The content of an attribution in a
    subordinate clause ("Since Arnesen warned of it, the ice has grown") is in that clause.
    """
    start, end = sentence
    if attribution.of_marked and "\0" not in text[passage.start : passage.end]:
        return False
    if attribution.turn:
        return True
    if attribution.until >= 0 and passage.start >= attribution.until:
        return False
    cue = _cue_start(attribution)
    if attribution.closes:
        if passage.start < attribution.start:
            return True
        between = text[attribution.end : passage.start]
        inverted = attribution.start == attribution.cue_start
        if passage.end > attribution.start and passage.start <= attribution.end:
            return True
        if (
            inverted
            and _APPOSITION.match(text, attribution.end, end)
            and "according" not in attribution.cue.lower()
        ):
            return False
        if "according" in attribution.cue.lower() and text[: attribution.start].endswith("which "):
            return _BREAK.search(between) is None
        resumed = _RESUMED.match(text, attribution.end, end)
        present = attribution.cue.endswith("s") and text[attribution.start :].lower().startswith(_PRONOUNS)
        if present or "according" in attribution.cue.lower():
            resumed = resumed or _SHARED.match(text, attribution.end, end)
        return resumed is not None and resumed.end() <= passage.start and _OWN_CLAUSE.search(between) is None
    if passage.end <= (cue if cue > attribution.start else attribution.start):
        return False
    before = text[passage.start : attribution.start]
    if attribution.cue and attribution.end == attribution.cue_start + len(attribution.cue):
        joined = attribution.start == attribution.cue_start and not attribution.carries
        if _OWN_START.search(before) or (joined and len(before.split()) > 2):
            return False
    told = text[attribution.end : passage.start]
    if not attribution.cue and (_AFTER_NOUN.match(text, passage.start) or _FALSE.search(told)):
        return False
    if attribution.cue.lower() in UTTERING and " as " not in text[attribution.end : end]:
        opened = re.search(r"\sthat\s|:", text[attribution.cue_start : end])
        if opened is None and "\0" not in text[passage.start : passage.end]:
            return False
    if aside := _ASIDE.search(text[start : attribution.start]):
        closes = re.search("[,;]", text[attribution.end : end])
        ends = attribution.end + closes.start() if closes else end
        return passage.start < ends and passage.end > start + aside.start()
    between = text[min(attribution.end, passage.start) : passage.start + 1]
    # The clause that the passage begins with counts, so its first words are read too.
    until = text[attribution.end : min(end, passage.start + 12)]
    for pattern in (_OWN_CLAUSE, _AFTER_WORDS, *([] if attribution.carries else [_AFTER_DEED])):
        for match in pattern.finditer(until):
            if attribution.end + match.start() < passage.start or not between:
                return False
    return True


def _is_cut_off(text: str, attribution: Attribution, other: Attribution, passage: Passage) -> bool:
    """Tests whether a clause with another source begins between an attribution and the passage."""
    if other.start < attribution.end or other.sources == attribution.sources or attribution.turn:
        return False
    if not attribution.sources.isdisjoint(other.nested):
        return False
    begins = min(other.start, passage.start)
    if attribution.end <= passage.start and _BREAK.search(text, attribution.end, begins) is not None:
        return True
    if attribution.possible and not attribution.sources:
        return False  # the company said it expects: of whoever that is, "it" may be the same
    if other.closes or other.start > passage.start:
        return False
    # Dismissed Arnesen's claim that the ice holds: the claim is only hers.
    refused = class_of(attribution.cue) in ("denies", "criticises") and attribution.cue != ""
    return bool(other.sources) and (other.cue != "" or refused)
