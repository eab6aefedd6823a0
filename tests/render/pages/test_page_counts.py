"""Whatever a set of briefings holds, its pages have as much of everything as its YAML: nothing is dropped."""

import random
import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import markdown
import pytest
import yaml

from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.edition import Edition
from generator.render.plan import plan
from generator.render.site import render
from generator.render.words.values import RELATION, RELATION_BACK
from tests.render.pages.test_pages import EXTENSIONS, REPOSITORIES

KINDS: Final = ("actors", "claims", "quotes", "questions", "differences", "relations")
_WORDS: Final = tuple(f"{start}{end}" for start in "bdfgklmnprst" for end in ("ola", "ume", "ire", "ankos"))
_MODALITIES: Final = ("asserts", "denies", "warns", "reports", "considers")
_DIFFERENCES: Final = ("contradicts", "scope", "attribution", "goes-further")


def counts_of_yaml(root: Path) -> Counter[str]:
    """Counted in the files as any YAML reader sees them, without the generator's own reading."""
    found: Counter[str] = Counter()
    registry = root / "briefings" / "actors.yml"
    actors = (
        set(yaml.safe_load(registry.read_text(encoding="utf-8"))["actors"]) if registry.is_file() else set()
    )
    for path in root.glob("briefings/*/briefing.yml"):
        summary: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        actors |= set(summary.get("actors") or ())
        claims = summary.get("claims") or []
        found["claims"] += len(claims)
        found["quotes"] += sum(len(_quotes(claim)) for claim in claims)
        found["relations"] += sum(len(claim.get("relations") or ()) for claim in claims)
        questions = summary.get("questions") or []
        found["questions"] += len(questions)
        found["differences"] += sum("differ" in question for question in questions)
    found["actors"] = len(actors)
    return found


def _quotes(claim: Mapping[str, Any]) -> list[Any]:
    """The quotes of a claim: one or a list of several for each article."""
    written = (claim.get("evidence") or {}).values()
    return [quote for value in written for quote in (value if isinstance(value, list) else [value])]


class _Counter(HTMLParser):
    """Counts what a page holds by the marks that its elements bear."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self._entry = ""
        self._entry_depth = 0
        self._depth = 0
        self._strong = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag == "div":
            self._depth += 1
            kind = given.get("id", "").partition("-")[0]
            if "opened" in classes and kind in ("claim", "question"):
                self._entry, self._entry_depth = kind, self._depth
                self.found[f"{kind}s"] += 1
        if tag == "details" and "differ" in classes:
            self.found["differences"] += 1
        if tag == "a" and "chip" in classes and self._entry == "claim":
            self.found["quotes"] += 1
        self._strong = tag == "strong" and self._entry == "claim"

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            if self._depth == self._entry_depth:
                self._entry, self._entry_depth = "", 0
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._strong and data in _SAID:
            self.found["relations"] += 1
        self._strong = False


_SAID: Final = frozenset([*RELATION.values(), *RELATION_BACK.values()])


def counts_of_html(pages: Mapping[str, str]) -> Counter[str]:
    """Counted in the HTML of the pages, by path; a relation is shown on both its claims."""
    found: Counter[str] = Counter()
    for path, html in pages.items():
        if re.fullmatch(r"briefings/[^/]+/index\.(?:md|html)", path):
            found += _Counter(html).found
        elif re.fullmatch(r"actors/index\.(?:md|html)", path):
            main = html.partition("<article")[2] or html
            found["actors"] = len(re.findall(r'<li>\s*<a href="[a-z0-9-]+/(?:index\.md)?"', main))
    assert found["relations"] % 2 == 0
    found["relations"] //= 2
    return found


def rendered(root: Path) -> dict[str, str]:
    """The pages' HTML, as the site builder's Markdown makes it."""
    checked = check(root)
    assert [one.message for one in errors(checked.diagnostics)] == []
    reader = markdown.Markdown(extensions=EXTENSIONS)
    return {
        path: reader.reset().convert(text.split("---\n", 2)[2])
        for path, text in render(plan(checked.findings, Edition(drafts=True))).items()
        if isinstance(text, str) and path.endswith(".md")
    }


def write_set(root: Path, chance: random.Random) -> None:
    """Any set of briefings: as many of everything as chance will have it, and some of it withdrawn."""
    actors = {
        f"actor-{number}": {"name": f"{word.title()} {number}", "kind": "person"}
        for number, word in enumerate(chance.sample(_WORDS, chance.randrange(1, 8)))
    }
    (root / "briefings").mkdir(parents=True)
    _write(root / "briefings" / "actors.yml", {"actors": actors})
    for number in range(chance.randrange(1, 5)):
        _write_briefing(root / "briefings" / f"briefing-{number}", chance, list(actors))


def _write_briefing(folder: Path, chance: random.Random, actors: list[str]) -> None:
    articles = {name: _text(chance) for name in ("a", "b", "c")[: chance.randrange(1, 4)]}
    for name, sentences in articles.items():
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        text = "\n".join(f"{sentence}." for sentence in sentences)
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    own = {
        f"{folder.name}-own-{at}": {"name": f"Own {folder.name} {at}", "kind": "group"}
        for at in range(chance.randrange(3))
    }
    claims: list[dict[str, Any]] = []
    for at in range(chance.randrange(1, 9)):
        everybody = [*actors, *own, "article"]
        by = chance.choice([*(claim["by"] for claim in claims), *everybody])
        evidence: dict[str, list[Any]] = {}
        for name in chance.choices(list(articles), k=chance.randrange(1, 4)):
            quote: dict[str, Any] = {"exact": chance.choice(articles[name])}
            if chance.random() < 0.3:
                quote["by"] = chance.choice(everybody)
            elif chance.random() < 0.2:
                quote["by_open"] = [by, chance.choice([one for one in everybody if one != by])]
            if chance.random() < 0.3:
                quote["modality"] = chance.choice(_MODALITIES)
            evidence.setdefault(name, []).append(quote if len(quote) > 1 else quote["exact"])
        claim: dict[str, Any] = {
            "id": f"claim-{at}",
            "text": f"{folder.name} says {at} ${next(iter(evidence))}.",
            "by": by,
            "evidence": {name: quotes if len(quotes) > 1 else quotes[0] for name, quotes in evidence.items()},
            "relations": [
                {"kind": "later-position-of", "claim": other["id"], "note": "So it seems."}
                for other in claims
                if other["by"] == by and chance.random() < 0.5
            ],
        }
        if at and chance.random() < 0.2:
            claim["withdrawn"] = {"date": "2030-01-01", "reason": "An error."}
        claims.append(claim)
    questions = [_question(at, claims, chance) for at in range(chance.randrange(5))]
    if questions and chance.random() < 0.3:
        questions[0] = {"id": "question-0", "withdrawn": {"date": "2030-01-01", "reason": "Asked twice."}}
    _write(
        folder / "briefing.yml",
        {
            "title": folder.name,
            "as_of": "2030-01-01",
            "status": chance.choice(("published", "archived", "draft")),
            "bottom_line": [{"text": "So it is.", "claims": ["claim-0"]}],
            "actors": own,
            "claims": claims,
            "questions": questions,
        },
    )


def _question(number: int, claims: list[dict[str, Any]], chance: random.Random) -> dict[str, Any]:
    """A question on some claims that stand, which tells how they differ if there are two quotes at least."""
    standing = [claim for claim in claims if "withdrawn" not in claim]
    about = chance.sample(standing, chance.randrange(1, min(len(standing), 3) + 1))
    question: dict[str, Any] = {"id": f"question-{number}", "text": "And then?"}
    question["claims"] = [claim["id"] for claim in about]
    quotes = [quote for claim in about for quote in _quotes(claim)]
    if len(quotes) > 1 and chance.random() < 0.7:
        words = [quote if isinstance(quote, str) else quote["exact"] for quote in chance.sample(quotes, 2)]
        question["differ"] = f'There is "{words[0]}", and "{words[1]}".'
        question["kind"] = chance.choice(_DIFFERENCES)
        if question["kind"] == "goes-further":
            question["ladder"] = words
    return question


def _text(chance: random.Random) -> list[str]:
    """Sentences of which none stands in another."""
    return [" ".join([*chance.choices(_WORDS, k=6), f"x{number}"]).capitalize() for number in range(5)]


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("seed", range(25))
def test_pages_of_any_set_have_as_much_as_its_yaml(seed: int, tmp_path: Path) -> None:
    write_set(tmp_path, random.Random(seed))
    written = counts_of_yaml(tmp_path)
    assert counts_of_html(rendered(tmp_path)) == +written
    assert written["claims"] > 0


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_pages_of_known_sets_have_as_much_as_their_yaml(repository: str) -> None:
    root = REPOSITORIES[repository]
    assert counts_of_html(rendered(root)) == counts_of_yaml(root)


def test_sets_have_everything(tmp_path: Path) -> None:
    """Else the test above could agree about nothing."""
    every: Counter[str] = Counter()
    for seed in range(25):
        write_set(tmp_path / str(seed), random.Random(seed))
        every += counts_of_yaml(tmp_path / str(seed))
    assert min(every[kind] for kind in KINDS) > 20


START: Final = {"quotes": 'id="claim-'}
"""From where on the control takes something away: questions have chips as well."""


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("claims", 'id="claim-no-opening'),
        ("questions", 'id="question-'),
        ("quotes", 'class="chip '),
        ("actors", 'href="calder/'),
    ],
)
def test_control_one_less_is_seen(kind: str, mark: str) -> None:
    pages = rendered(REPOSITORIES["golden"])
    path = "actors/index.md" if kind == "actors" else "briefings/oldmere-bridge/index.md"
    whole = counts_of_html(pages)
    assert mark in pages[path]
    at = pages[path].index(START.get(kind, mark))
    pages[path] = pages[path][:at] + pages[path][at:].replace(mark, mark.replace('="', '="../x'), 1)
    # A claim without its id takes its quotes with it.
    assert whole - counts_of_html(pages) == Counter({kind: 1} | ({"quotes": 1} if kind == "claims" else {}))
