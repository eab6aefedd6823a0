"""Turns of a transcript, and statements: stretches whose speaker is told by a label or heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.analyse.languages.english_nouns import PEOPLE
from generator.analyse.text.sentences import sentences
from generator.model.briefing import Article
from generator.model.entries import Actor

_LABEL: Final = re.compile(
    r"[>\s*_]*+([^\W\d_][\w.’'&-]*+(?:[ ,]{1,2}+[^\W\d_][\w.’'&-]*+){0,5}+)[ ,]{0,2}"
    r"(\([^()\n]{1,60}\))?[*_]{0,2}:[*_]{0,2}\s"
    r"|((?:The|THE|M[Rr]|M[Rr][Ss]|M[Ss]|D[Rr]|Sen|Rep|Senator|Chair|Lord|Lady)\.?\s[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+)*)\.\s"
    r"|^([QA])\.\s",
    re.MULTILINE,
)
_QUESTION: Final = frozenset(["q", "question"])
_ANSWER: Final = frozenset(["a", "answer"])
_HEADING: Final = re.compile(
    r"\W*(?:(?:full|text|joint|press|written|opening|closing|public|official|transcript|open|prepared|of|the|"
    r"a|an)\s){0,4}(?:statement|remarks|speech|address|letter|message|testimony|submission|opinion|evidence|"
    r"comments|answer|op-ed|column|posted|written|blog|post|notice|note|update)\s[^\n]{0,60}?\b(?:by|from|of)\s([^\n]{1,120})",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(
    r"\W*([^\n.]{1,60}?)\s(?:[–—-]\s)?(?:(?:press|media|news)\s(?:release|statement)|statement|open\sletter|newsletter)"
    r"(?::|\s(?:on|about|regarding|following)\s[^\n.]{1,80})?\s*$",
    re.IGNORECASE,
)
_SIGNED: Final = 80
"""Number of characters of the longest paragraph that is a signature."""

_FIRST_ANSWER: Final = re.compile(r"^\W*a(?:nswer)?\W*[:.]", re.IGNORECASE | re.MULTILINE)
_INTERVIEW: Final = re.compile(
    r"\b(?:interview|conversation|q\s?&\s?a|questions)\b[^\n]{0,40}\b(?:with|for|to)\s", re.IGNORECASE
)
_HEAD: Final = 2000
"""Number of characters in which an interview names who is asked."""

_TALK: Final = re.compile(r"\?|(?<![\w’'])(?:I|we|my|our|us|me|you|your)(?!\w)", re.IGNORECASE)
"""What shows that people talk to each other."""

_PERSON: Final = re.compile(r"(?<![\w’'])(?:I|[Ww]e)(?!\w)")
_MYSELF: Final = re.compile(r"(?<![\w’'])(?:I|we|my|our|us|me|ours|mine)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Turn:
    """Stretch of one speaker, from the end of the label on."""

    start: int
    end: int
    sources: frozenset[str]
    verbatim: bool = True


def turns(article: Article, actors: Mapping[str, Actor]) -> tuple[Turn, ...]:
    """Finds the turns of a transcript; none where fewer than two labels, or none of an actor."""
    text = article.text
    starts = {start for start, _ in sentences(article)} | {
        match.end() for match in re.finditer(r"^|\n", text)
    }
    labels = []
    for start in sorted(starts):
        match = _LABEL.match(text, start, start + 140)
        sources = _meant((match[1] or match[3] or match[4]).strip(" ,"), actors, text) if match else None
        if match and match[2] and not sources:
            sources = _meant(match[2].strip("()"), actors, text) or sources  # The President (Mr Berg):
        if match and sources is not None:
            labels.append((match.start(), match.end(), sources))
    labels = [label for at, label in enumerate(labels) if at == 0 or label[0] >= labels[at - 1][1]]
    labels = labels or _questions(article, actors)
    directed = any(
        text[first:last].startswith("(") and text[:last].endswith(")") for first, last in article.paragraphs
    )
    if len(labels) < (1 if directed else 2) or not any(sources for _, _, sources in labels):
        return ()
    found = []
    for at, (_, content, sources) in enumerate(labels):
        if at + 1 < len(labels):
            end = labels[at + 1][0]
        else:
            end = next((last for first, last in article.paragraphs if first <= content <= last), len(text))
        found.append(Turn(content, end, sources))
    # "Olsen: harbour master since 2019" is a list of people.
    talking = sum(_TALK.search(text, turn.start, turn.end) is not None for turn in found)
    return (
        tuple(found) if talking * 4 >= len(found) else tuple(replace(turn, verbatim=False) for turn in found)
    )


def _questions(article: Article, actors: Mapping[str, Actor]) -> list[tuple[int, int, frozenset[str]]]:
    """Reads the turns of an interview whose questions are paragraphs, and the answers after them."""
    asked = _asked(article.text, actors) if _INTERVIEW.search(article.text[:_HEAD]) else frozenset()
    ends = [article.text[first:last].rstrip(" *_").endswith("?") for first, last in article.paragraphs]
    if not asked or sum(ends) < 2:
        return []
    first = ends.index(True)
    return [
        (start, start, frozenset() if ends[at] else asked)
        for at, (start, _) in enumerate(article.paragraphs)
        if at >= first
    ]


def _meant(label: str, actors: Mapping[str, Actor], text: str) -> frozenset[str] | None:
    """Returns the actors whom a label means, none for somebody else; None where it is no label."""
    low = label.casefold()
    if low in _QUESTION:
        return frozenset()
    if low in _ANSWER:
        return _asked(text, actors)
    words = low.replace(".", "").split()
    meant = set()
    for id, actor in actors.items():
        for name in filter(None, (actor.name, *actor.aliases, actor.role or "")):
            parts = name.casefold().removeprefix("the ").split()
            if words == parts or words[-len(parts) :] == parts:
                meant.add(id)
        surname = actor.name.casefold().split()[-1:] if actor.kind == "person" else []
        if (
            surname
            and words[-1:] == surname
            and all(word.istitle() or word.isupper() for word in label.split())
        ):
            meant.add(id)
    if meant and all(word[0].isupper() or word in ("the", "of", "for") for word in label.split()):
        return frozenset(meant)
    return frozenset() if (label.isupper() and len(label) > 1) or low in PEOPLE | {"host"} else None


def _asked(text: str, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Returns whom an interview was with, else the one person named before the first answer."""
    if match := _INTERVIEW.search(text):
        before = text[match.end() :].partition("\n")[0]
    else:
        # The first question may address whoever is asked: "Mr Moss, does it hold?"
        before = text[: first.start()] if (first := _FIRST_ANSWER.search(text)) else ""
        before = before[:_HEAD]
    named = frozenset(id for id, actor in actors.items() if actor.kind == "person" and _stands(actor, before))
    return named if len(named) == 1 else frozenset()


def _stands(actor: Actor, text: str) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        for name in (actor.name, *actor.aliases)
        if name and name in text
    )


def issuer(article: Article, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Returns the actors who issued a text by its heading: Statement by the Prime Minister, Boris Dahl."""
    heading = article.text[: article.text.find("\n")] if "\n" in article.text else ""
    match = _HEADING.match(heading) or _HEADED.match(heading)
    named = match[1] if match else _signature(article)
    return frozenset(id for id, actor in actors.items() if _stands(actor, named))


def _signature(article: Article) -> str:
    """Returns the name that signs a letter: its last paragraph, which is no sentence."""
    first, last = article.paragraphs[-1] if len(article.paragraphs) > 1 else (0, 0)
    signed = article.text[first:last]
    return signed if len(signed) < _SIGNED and signed[-1:] not in (".", "?", "!", "”", '"', ":") else ""


def persons_of(text: str, start: int, end: int) -> frozenset[str]:
    """Returns which of "I" and "we" a stretch has."""
    return frozenset(match[0].lower() for match in _PERSON.finditer(text, start, end))


def tells_of_itself(text: str, start: int, end: int) -> bool:
    """Tests whether "I" or "we", or what is mine or ours, is a subject of a stretch."""
    return bool(persons_of(text, start, end)) or text[start:end].startswith(("My ", "Our "))


def speaks_of_itself(text: str, start: int, end: int) -> bool:
    """Tests whether a stretch has "I" or "we"."""
    return _MYSELF.search(text, start, end) is not None
