"""The golden repository, which uses every field there is, with a hostile text in each that may hold text."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.model import claims, dated, entries
from generator.model.diagnostics import errors
from generator.model.entry import Entry
from generator.model.facts import fields_of
from generator.pipeline import check
from tests.browser.sites import build
from tests.paths import GOLDEN

BRIEFINGS: Final = GOLDEN / "briefings"
SLUG: Final = "oldmere-bridge"

# `X` stands for the code that would run.
HOSTILE: Final = [
    one.replace("X", "attack()")
    for one in (
        "<script>X</script>",
        "</title><script>X</script>",
        "x”</title><img src%3dx onerror%3dX>",
        "<img src=x onerror=X>",
        '"><svg onload=X>',
        "' onmouseover=X '",
        "</p></div></article><iframe srcdoc='<script>parent.X</script>'></iframe>",
        "<a href=javascript:X>x</a>",
        "<!-- hidden -->",
        "<style>*{display:none}</style>",
        "<base href=//evil.example/>",
        "&lt;img src=x onerror=X&gt;",
        "&#60;svg onload=X&#62;",
        "![x](x){: onerror=X }",
        "[x](javascript:X)",
        "[x](data:text/html,<script>X</script>)",
        "[x][1] and [1]: javascript:X",
        "<https://evil.example/x>",
        "https://evil.example/a_b_c and www.evil.example",
        "{: onmouseover=X }",
        "x {: #claim-forty-rivets onclick=X }",
        "*em* **strong** _em_ __strong__ snake_case_word",
        "`code` and `` ` ``",
        "~~del~~ ~sub~ ^sup^ ==mark== ++ctrl++",
        "# heading",
        "C# and ## F#",
        "- item",
        "1. item",
        "> quote",
        "--- title: x ---",
        "=== three",
        "| a | b |",
        "``` {onclick=X}",
        "!!! danger attack",
        "??? note attack",
        "///Footnotes Go Here///",
        "[^1] and *[HTML]: x",
        "[TOC]",
        ":material-account: :smile: at 10:30:45",
        '--8<-- "/etc/passwd"',
        "{% include '/etc/passwd' %}{{ config.__class__ }}",
        "{{ 7*7 }} {# comment #}",
        "$x$ and \\(y\\) and \\*z\\*",
        "]( and ![ and [",
        "a\u202egpj.exe and \u2066b\u2069",
        "zero\u200bwidth",
        "שלום [x](y)",
        "Аpple with a Cyrillic А",
        "wzxhzdk:0 klzzwxh:0000",
        "ends in !",
        "100% %3Cscript%3EX",
        "${X} `;X;//",
        "tab\tand  two spaces",
    )
]
HIDDEN: Final = "\u202e\u2066\u2069\u200b"
BLANK_LINE: Final = "\n\n"

# The fields that hold text; the others are ids, dates, and words of a list.
TEXTS: Final = frozenset(
    [
        *("text", "note", "reason", "title", "name", "aliases", "role", "editors", "would_settle", "cue"),
        *("translation", "inferred_from", "as_stated", "described_as", "publisher", "author"),
        *("reliability_reason", "origin_inferred"),
    ]
)
NAMES: Final = frozenset(["name", "aliases", "editors"])
URL: Final = "https://courier.example/a_(b)_*c*/[x](y)?x='onmouseover=attack()//&y=%22%3E;z={n}"

Value = Any


class Poison:
    """Puts a text of its own into every field, and remembers where it was put."""

    def __init__(self) -> None:
        self.numbers = count()
        self.said: list[str] = []  # Words that are given as an article's.
        self.quotes: dict[str, list[str]] = {}  # Each article's paragraphs.

    def text(self, field: str = "text") -> str:
        number = next(self.numbers)
        texts = [one for one in HOSTILE if field not in NAMES or not re.search(f"[{HIDDEN}]", one)]
        hostile = texts[number % len(texts)]
        # Its number marks it, at its end or its beginning, which both matter.
        marked = f"{hostile} q{number}z" if number % 2 else f"q{number}z {hostile}"
        return f"{marked}{BLANK_LINE}{hostile} q{number}y" if field == "note" and number % 3 == 0 else marked

    def of(self, value: Value, field: str = "", entry: Value = None) -> Value:
        match value:
            case dict() if field == "evidence":
                return {article: self.quotes_of(article, quotes) for article, quotes in value.items()}
            case dict():
                return {key: self.of(inner, key, value) for key, inner in value.items()}
            case list() if field == "set_aside":
                return [{**one, **self.quote(one, one["article"]), "reason": self.text()} for one in value]
            case list():
                return [self.of(inner, field, entry) for inner in value]
            case str() if field == "via" and " " in value:
                return self.stated()
            case str() if field in ("as_stated", "described_as"):
                return self.stated()
            case str() if field == "by" and entry is not None and "likelihood" in entry:
                return self.text("name")  # Who judges is a name.
            case str() if field in ("url", "archive_url"):
                return URL.format(n=next(self.numbers))
            case str() if field in TEXTS:
                return self.text(field)
        return value

    def stated(self) -> str:
        self.said.append(self.text())
        return self.said[-1]

    def quotes_of(self, article: str, written: Value) -> Value:
        """The quotes of one article, in the form in which they are written: words, a mapping, or several."""
        if isinstance(written, list):
            return [self.quotes_of(article, one) for one in written]
        if isinstance(written, str):
            return self.quote({"exact": written}, article)["exact"]
        others = {
            key: self.of(inner, key)
            for key, inner in written.items()
            if key not in ("exact", "prefix", "suffix")
        }
        return others | self.quote(written, article)

    def quote(self, entry: Value, article: str) -> Value:
        """A passage of an article for what quotes one: each segment hostile, and what stands around it."""
        written = entry["exact"]
        segments = [self.text() for _ in (written if isinstance(written, list) else [written])]
        before, after = self.text(), self.text()
        paragraph = " ".join([before, " and ".join(segments), after])
        self.quotes.setdefault(article, []).append(" ".join(paragraph.split()))
        return {"exact": segments if isinstance(written, list) else segments[0]} | {
            name: words for name, words in (("prefix", before), ("suffix", after)) if name in entry
        }


def poisoned_briefing(poison: Poison) -> Value:
    summary = poison.of(yaml.safe_load((BRIEFINGS / SLUG / "briefing.yml").read_text(encoding="utf-8")))
    texts = {claim["id"]: claim.get("text", "") for claim in summary["claims"]}
    for claim in summary["claims"]:
        # What is inferred is a part of the claim.
        if "inferred" in claim:
            claim["text"] = " ".join([claim["text"], *(one["text"] for one in claim["inferred"])])
            texts[claim["id"]] = claim["text"]
    answers = [one["resolution"] for one in summary["questions"] if "resolution" in one]
    judged = [one for one in summary["assessments"] if "text" in one]
    for entry in (*summary["bottom_line"], *answers, *judged):
        # Nothing that its claim doesn't say; so its own text is its claim's.
        entry["text"] = texts[entry["claims"][0]]
        if "label" in entry:
            entry["label"] = "".join(entry["text"].split())  # One word.
    quoted = {claim["id"]: segments_of(claim) for claim in summary["claims"]}
    for entry in (one for one in summary["questions"] if "differ" in one):
        # Words of its claims' quotes, whatever stands in quotation marks within them.
        segments = [words for id in entry["claims"] for words in quoted[id]]
        entry["differ"] = segments[0]
        if "ladder" in entry:
            entry["ladder"] = segments[: len(entry["ladder"])]
    return summary


def segments_of(claim: Value) -> list[str]:
    """Each segment of each quote of a claim."""
    several = (
        quotes if isinstance(quotes, list) else [quotes] for quotes in claim.get("evidence", {}).values()
    )
    exact = [one["exact"] if isinstance(one, dict) else one for quotes in several for one in quotes]
    return [part for one in exact for part in (one if isinstance(one, list) else [one])]


OURS: Final = frozenset(
    name
    for module in (claims, dated, entries)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Entry)
    for name, facts in fields_of(model)
    if facts.holds == "text"
)


def with_dollars(value: Value, field: str = "") -> Value:
    """A briefing as it is typed: in texts of ours, $$ stands for a dollar sign."""
    match value:
        case dict():
            return {key: with_dollars(inner, key) for key, inner in value.items()}
        case list():
            return [with_dollars(inner, field) for inner in value]
        case str() if field in OURS:
            return value.replace("$", "$$")
    return value


@contextmanager
def any_article() -> Iterator[None]:
    """Lets articles pass that are refused for the markup in them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.read.article.find_markup", lambda text: None)
        yield


@dataclass(frozen=True)
class Hostile:
    """A hostile repository.

    Attributes:
        files: its files, by path.
        wanted: the folder of pages that must show a text, and the text.
        quoted: each segment of each quote.
    """

    files: Mapping[str, str]
    wanted: list[tuple[str, str]]
    quoted: list[str]

    def build(self, root: Path) -> None:
        """Write the repository, and build its site."""
        for path, text in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        told = errors(check(root).diagnostics)
        # Scripts in an article are refused before any page is made, and pages hold without that.
        assert {one.code for one in told} == {"article-of-markup"}
        with any_article():
            told = errors(check(root).diagnostics)
            assert [(one.message, one.hint) for one in told] == []
            build(root)


def poisoned() -> Hostile:
    """The golden repository's current briefing, hostile in every field; always the same."""
    poison = Poison()
    folder = f"briefings/{SLUG}"
    actors = poison.of(yaml.safe_load((BRIEFINGS / "actors.yml").read_text(encoding="utf-8")))
    summary = poisoned_briefing(poison)
    files = {
        "briefings/actors.yml": as_yaml(actors),
        f"{folder}/briefing.yml": as_yaml(with_dollars(summary)),
    }
    wanted = [(f"actors/{id}/", one) for id, actor in actors["actors"].items() for one in texts_of(actor)]
    own = summary.pop("actors")
    wanted += [(f"actors/{id}/", one) for id, actor in own.items() for one in texts_of(actor)]
    aside = [one.pop("exact") for one in summary["set_aside"]]
    wanted += [(f"briefings/{SLUG}/", one) for one in texts_of(summary)]
    assert aside
    for path in sorted((BRIEFINGS / SLUG / "articles").iterdir()):
        parts = path.read_text(encoding="utf-8").split("---\n")
        descriptor = poison.of(yaml.safe_load(parts[1])) if len(parts) > 1 else {}
        quotes = poison.quotes.get(path.stem, [])
        if path.stem == "harbour":  # Untitled: its opening words are its name.
            quotes = ["x”</title><img src%3dx onerror%3dattack()> {{ 7*7 }} *q*", *quotes, *poison.said]
        elif parts[-1].strip() and not quotes:
            quotes = [poison.text()]
        body = (BLANK_LINE if path.suffix == ".md" else "\n").join(" ".join(one.split()) for one in quotes)
        head = f"---\n{as_yaml(descriptor)}---\n" if descriptor else ""
        files[f"{folder}/articles/{path.name}"] = head + body + "\n" * bool(body)
        page = f"{folder}/articles/{path.stem}/"
        wanted += [(page, one) for one in texts_of(descriptor)]
        if descriptor.get("rights") == "full":
            wanted += [(page, one) for one in quotes]
    quoted = [part for claim in summary["claims"] for part in segments_of(claim)]
    return Hostile(files, wanted, quoted)


def as_yaml(value: Value) -> str:
    """JSON is YAML, and leaves no doubt about what is text."""
    return json.dumps(value, indent=1) + "\n"


def texts_of(value: Value, field: str = "") -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from texts_of(inner, key)
        case list():
            for inner in value:
                yield from texts_of(inner, field)
        case str() if re.search(r"q\d+[yz]", value) and field not in ("prefix", "suffix"):
            yield from value.split(BLANK_LINE)


def on_one_line(text: str) -> str:
    return re.sub("[ \t\n]+", " ", text).strip()


def as_shown(text: str) -> str:
    """How pages show a text: on one line, with hidden characters told by their number."""
    return re.sub(f"[{HIDDEN}]", lambda one: f"U+{ord(one[0]):04X}", on_one_line(text))
