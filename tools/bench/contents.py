"""Contents of a made-up site: briefings of realistic size, whose actors are shared with a long tail."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tools.bench.texts import Actor, attributed, clause, make_actor, prose

ARTICLES: Final = 3
WORDS: Final = 600
CLAIMS: Final = 10
IN_TWO: Final = 8
"""Claims that stand in two articles; the others stand in one, which makes 18 quotes."""

QUESTIONS: Final = 6
DIFFERENCES: Final = 3
_KINDS: Final = ("contradicts", "scope", "goes-further")
_PUBLISHERS: Final = ("The Gazette", "Harbour News", "The Morning Post", "Northern Press", "City Record")


@dataclass(frozen=True)
class Claim:
    """A claim: its number, its speaker, its text, its day in EDTF, and its words by article."""

    id: str
    actor: Actor
    text: str
    said: str
    words: dict[str, str]


@dataclass(frozen=True)
class Question:
    """A question, the claims that it bears on, and, where accounts differ, how and in what kind."""

    id: str
    text: str
    claims: tuple[str, ...]
    differ: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Article:
    """An article: its id, title, publisher, day in EDTF, and paragraphs."""

    id: str
    title: str
    publisher: str
    published: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """One briefing."""

    slug: str
    title: str
    as_of: str
    topics: tuple[str, ...]
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]


def make_actors(number: int) -> tuple[Actor, ...]:
    """Make the actors of a site of ``number`` briefings: a registry that grows with the site."""
    chance = random.Random(f"actors {number}")
    return tuple(make_actor(chance, at) for at in range(1, 30 + 2 * number + 1))


def make_contents(number: int) -> Iterator[Contents]:
    """Make ``number`` briefings, one after the other; the same number gives the same texts."""
    actors = make_actors(number)
    # A few actors are in many briefings, most in one or two.
    weights = [1 / rank for rank in range(1, len(actors) + 1)]
    for at in range(number):
        yield _briefing(random.Random(f"briefing {at} of {number}"), at, actors, weights)


def _briefing(chance: random.Random, at: int, actors: tuple[Actor, ...], weights: list[float]) -> Contents:
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    speakers = list(dict.fromkeys(chance.choices(actors, weights, k=12)))[:6]
    said: dict[str, list[str]] = {letter: [] for letter in "abc"[:ARTICLES]}
    claims = []
    for number in range(CLAIMS):
        actor, words = chance.choice(speakers), clause(chance)
        ids = chance.sample(sorted(said), 2 if number < IN_TWO else 1)
        for id in ids:
            said[id].append(attributed(chance, actor, words))
        tail = words.split(" in ", 1)[1]
        text = f"{actor.name} says that {words}."
        claims.append(Claim(f"claim-{number}", actor, text, day, dict.fromkeys(ids, tail)))
    articles = tuple(_article(chance, id, day, sentences) for id, sentences in said.items())
    questions = tuple(_question(chance, number, claims) for number in range(QUESTIONS))
    title = " ".join(clause(chance).split()[1:6]).capitalize()
    topics = tuple(sorted({f"topic-{chance.randrange(30)}", f"topic-{chance.randrange(30)}"}))
    return Contents(f"briefing-{at:05}", title, day, topics, articles, tuple(claims), questions)


def _article(chance: random.Random, id: str, day: str, said: list[str]) -> Article:
    sentences = list(said)
    while sum(len(sentence.split()) for sentence in sentences) < WORDS:
        sentences.append(prose(chance))
    chance.shuffle(sentences)
    paragraphs, at = [], 0
    while at < len(sentences):
        length = chance.randrange(1, 4)
        paragraphs.append(" ".join(sentences[at : at + length]))
        at += length
    title = " ".join(clause(chance).split()[:8]).capitalize()
    return Article(id, title, chance.choice(_PUBLISHERS), day, tuple(paragraphs))


def _question(chance: random.Random, number: int, claims: list[Claim]) -> Question:
    first, second = claims[number], claims[(number + 1) % CLAIMS]
    text = f"When will it be known whether {clause(chance).split(' in ')[0]} opens?"
    ids = (first.id, second.id)
    if number >= DIFFERENCES:
        return Question(f"question-{number}", text, ids)
    one, other = next(iter(first.words)), next(iter(second.words))
    parts = [
        f"${id} has “{' '.join(claim.words[id].split()[:6])}”"
        for id, claim in ((one, first), (other, second))
    ]
    return Question(f"question-{number}", text, ids, f"{'; '.join(parts)}.", _KINDS[number % 3])
