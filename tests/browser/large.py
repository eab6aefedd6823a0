"""A generated briefing of 20 articles, for what a page may take when a set is large."""

import random
from pathlib import Path
from typing import Any, Final

import yaml

ARTICLES: Final = 20
WORDS: Final = 600
"""How many words each article has at least."""

MATTERS: Final = 10
CLAIMS: Final = 60
QUESTIONS: Final = 25
DIFFERING: Final = 8
SLUG: Final = "large"

_START: Final = (
    "ba",
    "co",
    "den",
    "fu",
    "gar",
    "hel",
    "jo",
    "kam",
    "lu",
    "mer",
    "nol",
    "pe",
    "rin",
    "sa",
    "tu",
)
_END: Final = ("ble", "den", "ford", "gan", "ley", "mont", "per", "ric", "sen", "ter", "ving", "wick")
VOCABULARY: Final = tuple(start + end for start in _START for end in _END)


def write_large(root: Path) -> None:
    """Write the briefing's articles and YAML below ``root``. The same texts each time."""
    chance = random.Random(1)
    folder = root / "briefings" / SLUG
    (folder / "articles").mkdir(parents=True)
    articles = {f"n{number:02}": _sentences(chance) for number in range(ARTICLES)}
    for name, sentences in articles.items():
        known = f"title: {_words(chance, 7)}\npublisher: {_words(chance, 2)}\npublished: 2031-03-04\n"
        body = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
        (folder / "articles" / f"{name}.md").write_text(
            f"---\n{known}---\n{body}\n", encoding="utf-8", newline="\n"
        )
    actors = {f"actor-{number}": _name(chance, number) for number in range(12)}
    claims = [_claim(number, articles, actors) for number in range(CLAIMS)]
    summary = {
        "title": f"{_words(chance, 4)} and {_words(chance, 3).lower()}",
        "status": "published",
        "as_of": "2031-03-05",
        "bottom_line": [
            {"text": f"{_words(chance, 34)}.", "claims": ["claim-0", "claim-1", "claim-2"]},
            *(
                {
                    "label": _words(chance, 1),
                    "text": f"{_words(chance, 15).lower()}.",
                    "claims": [f"claim-{at}", f"claim-{at + 1}"],
                }
                for at in (10, 20, 30, 40, 50)
            ),
        ],
        "actors": {
            id: {"name": name, "kind": "person" if number % 2 else "organisation"}
            for number, (id, name) in enumerate(actors.items())
        },
        "origins": {
            f"origin-{number}": {"title": f"{_words(chance, 3)}", "kind": "statement"} for number in range(5)
        },
        "matters": {f"matter-{number}": {"title": _words(chance, 3)} for number in range(MATTERS)},
        "claims": claims,
        "questions": [_question(number, chance, claims) for number in range(QUESTIONS)],
    }
    text = yaml.safe_dump(summary, sort_keys=False, allow_unicode=True)
    (folder / "briefing.yml").write_text(text, encoding="utf-8", newline="\n")


def _claim(number: int, articles: dict[str, list[str]], actors: dict[str, str]) -> dict[str, Any]:
    """A claim that two articles carry, each in a sentence of its own."""
    names = list(articles)
    first, second = names[number % ARTICLES], names[(number * 7 + 3) % ARTICLES]
    if first == second:
        second = names[(number + 1) % ARTICLES]
    speaker = list(actors)[number % len(actors)]
    quotes = {name: articles[name][number // 2].rstrip(".") for name in (first, second)}
    here, there = (" ".join(quote.split()[:5]).lower() for quote in quotes.values())
    return {
        "id": f"claim-{number}",
        "matter": f"matter-{number * MATTERS // CLAIMS}",
        "text": f"{actors[speaker]} says that {here} ${{{first}}}, or {there} ${{{second}}}.",
        "by": speaker,
        "evidence": quotes,
    }


def _question(number: int, chance: random.Random, claims: list[dict[str, Any]]) -> dict[str, Any]:
    claim = claims[number * 2]
    question: dict[str, Any] = {
        "id": f"question-{number}",
        "text": f"{_words(chance, 9)}?",
        "claims": [claim["id"]],
        "settled_by": f"origin-{number % 5}",
    }
    if number < DIFFERING:
        parts = [(name, " ".join(quote.split()[:4])) for name, quote in claim["evidence"].items()]
        (first, here), (second, there) = parts
        question["differ"] = f"It is “{here}” ${{{first}}}, or else “{there}” ${{{second}}}."
        question["kind"] = "scope"
    return question


def _sentences(chance: random.Random) -> list[str]:
    """Sentences of 14 words, no two of which are alike."""
    return [f"{_words(chance, 14)}." for _ in range(WORDS // 14 + 1)]


def _name(chance: random.Random, number: int) -> str:
    return f"{_words(chance, 1)} {chance.choice(_START).title()}{number}"


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(VOCABULARY, k=count)).capitalize()
