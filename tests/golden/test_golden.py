"""The golden repository, which uses every field there is: each of its pages, and that nothing of it is lost.

`--renew-golden` writes the pages anew. Read the difference as a reader would before you commit it.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.model import claims, dated, entries
from generator.model.dates import parse
from generator.model.diagnostics import errors
from generator.model.entry import Entry
from generator.model.letters import with_letters
from generator.pipeline import check
from generator.render.page import Page
from generator.render.plan import plan
from generator.render.site import render
from generator.render.words import values as words

HERE: Final = Path(__file__).parent
INPUT: Final = HERE / "input"
PAGES: Final = HERE / "pages"
HOME_OF_ONE: Final = HERE / "home-of-one-briefing.md"
BRIEFINGS: Final = INPUT / "briefings"


@cache
def planned() -> tuple[Page, ...]:
    checked = check(INPUT)
    assert errors(checked.diagnostics) == []
    return tuple(plan(checked.findings))


@cache
def rendered() -> Mapping[str, str]:
    return {path: text for path, text in render(planned()).items() if isinstance(text, str)}


@cache
def home_of_one() -> str:
    one = [found for found in check(INPUT).findings if found.briefing.slug == "oldmere-bridge"]
    home = render(plan(one))["index.md"]
    assert isinstance(home, str)
    return home


def test_pages_are_the_golden_ones(renew_golden: bool) -> None:
    pages = {PAGES / path: text for path, text in rendered().items()} | {HOME_OF_ONE: home_of_one()}
    if renew_golden:
        for path in PAGES.rglob("*.md"):
            path.unlink()
        for path, text in pages.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    golden = {path: path.read_bytes().decode() for path in (*PAGES.rglob("*.md"), HOME_OF_ONE)}
    assert golden == pages


# Nothing is lost: each value of the YAML is looked for where it belongs.

WORDS_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": {**words.ACTOR_KIND, **words.ORIGIN_KIND, **words.RELATION, **words.QUESTION_KIND},
    "modality": {value: f"read as {told}" for value, told in words.MODALITY.items()},
    "likelihood": words.LIKELIHOOD,
    "confidence": {"moderate": "Confidence: moderate"},
    "language": words.LANGUAGE_NAME,
    "reliability": words.RELIABILITY,
    "status": {**words.QUESTION_STATUS, "archived": "Archived."},
}
DATES: Final = frozenset(
    ["edtf", "date", "as_of", "said", "happened", "opened", "checked", "published", "retrieved"]
)
EXEMPT: Final[Mapping[str, str]] = {
    "prefix": "only finds a quote that occurs twice; the source's page shows the words before it",
    "suffix": "as for prefix",
    "rights": "decides what the source's page shows",
    "outside": "told by words of our own",
}
DEFAULTS: Final = frozenset([("status", "published"), ("language", "en")])
"""Values that no page tells, for they are what a reader expects."""
LETTERS: Final[Mapping[str, str]] = {"courier": "A", "harbour": "B", "lettre": "C", "notice": "A"}
COUNTED: Final = frozenset(["text", "note", "reason", "title", "differ", "translation", "origin_inferred"])
"""Fields whose values are sentences: what two entries say alike is wanted twice."""


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    match value:
        case dict():
            for key, inner in value.items():
                if key == "accept":  # What editors answered the checks is for editors.
                    continue
                if path[-1:] == ("evidence",):  # Its keys are values: the articles that are quoted.
                    yield (*path, key, "article"), key
                yield from leaves(inner, (*path, key))
        case list():
            for index, inner in enumerate(value):
                yield from leaves(inner, (*path, index))
        case str():
            yield path, value


def field_of(path: tuple[str | int, ...]) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def article_of(path: tuple[str | int, ...]) -> str:
    """The article of a quote's value; empty for what belongs to no quote."""
    return str(path[path.index("evidence") + 1]) if "evidence" in path else ""


def expected(path: tuple[str | int, ...], value: str, summary: Mapping[str, Any]) -> list[str]:
    """How a page shows a value: its own paragraphs, the words for it, the name it stands for, or a link."""
    field, article = field_of(path), article_of(path)
    if field in WORDS_OF:
        return [WORDS_OF[field][value]]
    if field in DATES:
        return [parse(value).words()]
    if article and field in ("by", "by_open") and value == "article":
        return [f"{LETTERS[article]} itself"]
    if article and field == article:  # The words alone, without a mapping.
        field = "exact"
    value = with_letters(value, LETTERS)
    match field:
        case "label":
            return [f"**{value}** "]
        case "ladder":
            return [f"“{value}”"]
        case "described_as":
            return [f"“{value}”, not named"]
        case "cue":
            return [f"verb: “{value}”"]
        case "settled_by":
            return [summary["origins"][value]["title"]]
        case "topics":
            return [f"topics/{value}/"]
        case "wikidata":
            return [f"/wiki/{value}>"]
        case "origin" | "derived_from":
            return [summary["origins"][value]["title"]]
        case "matter" | "claim" | "claims":
            return [f"#{field.removesuffix('s')}-{value}"]
        case "article":
            return [f"(articles/{value}/index.md"]
        case "replaced_by":
            return [f"{value}"]
        case "by" | "by_open" | "about" | "via" | "member_of":
            return [named(value, summary)]
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", value)]


def named(value: str, summary: Mapping[str, Any]) -> str:
    reserved = {"article": "the article’s own voice", "unnamed": "not named"}
    actors = yaml.safe_load((BRIEFINGS / "actors.yml").read_text(encoding="utf-8"))["actors"]
    actor = (actors | summary.get("actors", {})).get(value, {})
    return reserved.get(value) or actor.get("name") or value


def as_read(pages: list[str]) -> str:
    """What a reader reads, and where the links lead."""
    read = re.sub(r"<script.*?</script>", "", "\n".join(pages), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"</?[a-z][^>]*>(?!\))", "", read)).split())


def lost(values: Iterator[tuple[tuple[str | int, ...], str]], pages: list[str], **summary: Any) -> list[str]:
    """The values that the pages don't show, or show less often than they were written."""
    raw, text = "".join(pages), as_read(pages)
    absent = []
    wanted: Counter[str] = Counter()
    where: dict[str, tuple[str | int, ...]] = {}
    for path, value in values:
        field = field_of(path)
        if field in EXEMPT or (field, value) in DEFAULTS:
            continue
        if field == "id":  # The end of an address: of an element, or of a heading.
            if not re.search(rf'-{value}(?:"| }})', raw):
                absent.append(f"{path}: {value}")
            continue
        for one in expected(path, value, summary):
            where[one] = path
            # A tombstone's id or a cue may stand within other words; what repeats is counted.
            wanted[one] += 1 if field in COUNTED else 0
    return absent + [f"{where[one]}: {one}" for one in where if text.count(one) < max(wanted[one], 1)]


def below(folder: str) -> list[str]:
    return [text for path, text in rendered().items() if path.startswith(folder)]


SHOWN_BRIEFINGS: Final = ("bell-tower", "ferry-timetable", "oldmere-bridge")


def briefing(slug: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((BRIEFINGS / slug / "briefing.yml").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("slug", SHOWN_BRIEFINGS)
def test_everything_written_in_a_briefing_is_on_its_pages(slug: str) -> None:
    summary = briefing(slug)
    own = {id: summary["actors"].pop(id) for id in list(summary.get("actors", {}))}
    for slug_before in summary.pop("former_slugs", []):
        assert f"](../{slug}/index.md)" in rendered()[f"briefings/{slug_before}/index.md"]
    for entry in summary.get("set_aside", []):
        if "rights: full" not in article_files(slug)[entry["article"]].read_text(encoding="utf-8"):
            del entry["exact"]  # Told by its place alone.
    pages = below(f"briefings/{slug}/")
    assert lost(leaves(summary), pages, actors=own, origins=summary.get("origins", {})) == []
    for id, actor in own.items():
        assert lost(leaves(actor), below(f"actors/{id}/"), actors=own) == []


def article_files(slug: str) -> dict[str, Path]:
    return {path.stem: path for path in (BRIEFINGS / slug / "articles").glob("*.*")}


@pytest.mark.parametrize(
    "path", [path for slug in SHOWN_BRIEFINGS for path in sorted(article_files(slug).values())]
)
def test_everything_written_of_a_source_is_on_its_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    descriptor = yaml.safe_load(text.split("---\n")[1]) if text.startswith("---\n") else {}
    page = below(f"briefings/{path.parents[1].name}/articles/{path.stem}/")
    assert len(page) == 1
    assert lost(leaves(descriptor), page) == []
    if descriptor.get("rights") == "full":
        body = text.split("---\n")[2]
        assert lost(leaves({"paragraphs": body}), page) == []


def test_everything_written_of_an_actor_is_on_its_page() -> None:
    actors = yaml.safe_load((BRIEFINGS / "actors.yml").read_text(encoding="utf-8"))["actors"]
    for id, actor in actors.items():
        assert lost(leaves(actor), below(f"actors/{id}/")) == []


def test_control_a_lost_value_is_told() -> None:
    pages = below("briefings/oldmere-bridge/")
    summary = {"note": "All of this is invented.\n\nNobody wrote this."}
    assert lost(leaves(summary), pages) == ["('note',): Nobody wrote this."]
    # Written once more than it is shown:
    shown = as_read(pages).count("Asked twice.")
    twice = {"questions": [{"withdrawn": {"reason": "Asked twice."}}] * (shown + 1)}
    assert len(lost(leaves(twice), pages)) == 1
    # Of a quote, and under an article that no page has:
    quote = {"described_as": "a ghost", "by": "article", "cue": "howled", "origin_inferred": "It was night."}
    assert lost(leaves({"evidence": {"lettre": quote}}), pages) == [
        "('evidence', 'lettre', 'described_as'): “a ghost”, not named",
        "('evidence', 'lettre', 'by'): C itself",
        "('evidence', 'lettre', 'cue'): verb: “howled”",
        "('evidence', 'lettre', 'origin_inferred'): It was night.",
    ]
    assert lost(leaves({"evidence": {"almanac": "we found forty"}}), pages) == [
        "('evidence', 'almanac', 'article'): (articles/almanac/index.md",
        "('evidence', 'almanac'): we found forty",
    ]


def test_golden_repository_uses_every_field() -> None:
    """A field that is new must be written there, too, or it could be lost unseen."""
    written: set[tuple[str, str]] = set()
    for found in check(INPUT).findings:
        written |= set(fields_of(found.briefing.summary))
        for actor in found.briefing.actors.values():
            written |= set(fields_of(actor))
        for article in found.briefing.articles.values():
            written |= set(fields_of(article.descriptor))
    models = {
        one
        for module in (entries, claims, dated)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Entry)
    }
    known = {
        (model.__name__, field)
        for model in models - {Entry, entries.Registry}
        for field in model.model_fields
    }
    assert known - written == set()


def fields_of(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in entry.model_fields_set:
        yield type(entry).__name__, name
        value = getattr(entry, name)
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        for inner in inside:
            if isinstance(inner, Entry):
                yield from fields_of(inner)


def test_golden_repository_uses_every_kind() -> None:
    anchored = check(INPUT).findings
    relations = [
        one for found in anchored for claim in found.briefing.summary.claims for one in claim.relations
    ]
    speech = {quote.speech for found in anchored for quotes in found.quotes.values() for quote in quotes}
    assert speech == set(words.SPEECH)
    assert {one.kind for one in relations} == set(words.RELATION)
    summaries = [found.briefing.summary for found in anchored]
    assert {one.status for one in summaries} == {"draft", "published", "archived", None}
    assert {one.kind for summary in summaries for one in summary.origins.values()} == set(words.ORIGIN_KIND)
    questions = [one for summary in summaries for one in summary.questions]
    assert {one.status for one in questions} == set(words.QUESTION_STATUS)
    assert {one.kind for one in questions} == {None, *words.QUESTION_KIND}
