"""A briefing whose every field is hostile, through the whole pipeline and MkDocs into a browser.

It is the golden repository, which uses every field there is, with a hostile text in each that may hold text.
None executes, and each is shown as it was written. Controls: the same page with its escapes undone executes,
and a text that isn't on a page is missed.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from generator.cli import main
from generator.model.diagnostics import errors
from generator.pipeline import check
from tests.paths import REPOSITORY

if TYPE_CHECKING:
    from tests.browser.conftest import Serve, Watched

GOLDEN: Final = REPOSITORY / "tests" / "golden" / "input" / "briefings"
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
        "reliability_reason",
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
                return self.evidence(value)
            case dict():
                return {key: self.of(inner, key, value) for key, inner in value.items()}
            case list() if field == "set_aside":
                return [{**one, **self.quote(one), "reason": self.text()} for one in value]
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

    def quote(self, entry: Value) -> Value:
        """A passage of an article for what quotes one: each segment hostile, and what stands around it."""
        written = entry["exact"]
        segments = [self.text() for _ in (written if isinstance(written, list) else [written])]
        before, after = self.text(), self.text()
        paragraph = " ".join([before, " and ".join(segments), after])
        self.quotes.setdefault(entry["article"], []).append(" ".join(paragraph.split()))
        return {"exact": segments if isinstance(written, list) else segments[0]} | {
            name: words for name, words in (("prefix", before), ("suffix", after)) if name in entry
        }

    def evidence(self, entry: Value) -> Value:
        others = {
            key: self.of(inner, key)
            for key, inner in entry.items()
            if key not in ("exact", "prefix", "suffix")
        }
        return others | self.quote(entry)


def poisoned_briefing(poison: Poison) -> Value:
    summary = poison.of(yaml.safe_load((GOLDEN / SLUG / "briefing.yml").read_text(encoding="utf-8")))
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
    return summary


@dataclass(frozen=True)
class Hostile:
    """A hostile repository.

    Attributes:
        root: where it is.
        wanted: the folder of pages that must show a text, and the text.
        quoted: each segment of each quote.
    """

    root: Path
    wanted: list[tuple[str, str]]
    quoted: list[str]


def poisoned(root: Path) -> Hostile:
    """Writes the repository."""
    for name in ("templates", "generator"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "build" / "pages").mkdir(parents=True)
    poison = Poison()
    folder = root / "briefings" / SLUG
    (folder / "articles").mkdir(parents=True)
    actors = poison.of(yaml.safe_load((GOLDEN / "actors.yml").read_text(encoding="utf-8")))
    summary = poisoned_briefing(poison)
    (root / "briefings" / "actors.yml").write_text(as_yaml(actors), encoding="utf-8")
    (folder / "briefing.yml").write_text(as_yaml(summary), encoding="utf-8")
    wanted = [(f"actors/{id}/", one) for id, actor in actors["actors"].items() for one in texts_of(actor)]
    own = summary.pop("actors")
    wanted += [(f"actors/{id}/", one) for id, actor in own.items() for one in texts_of(actor)]
    aside = [one.pop("exact") for one in summary["set_aside"]]
    wanted += [(f"briefings/{SLUG}/", one) for one in texts_of(summary)]
    assert aside
    for path in sorted((GOLDEN / SLUG / "articles").iterdir()):
        parts = path.read_text(encoding="utf-8").split("---\n")
        descriptor = poison.of(yaml.safe_load(parts[1])) if len(parts) > 1 else {}
        quotes = poison.quotes.get(path.stem, [])
        if path.stem == "harbour":  # Untitled: its opening words are its name.
            quotes = ["x”</title><img src%3dx onerror%3dattack()> {{ 7*7 }} *q*", *quotes, *poison.said]
        elif parts[-1].strip() and not quotes:
            quotes = [poison.text()]
        body = (BLANK_LINE if path.suffix == ".md" else "\n").join(" ".join(one.split()) for one in quotes)
        head = f"---\n{as_yaml(descriptor)}---\n" if descriptor else ""
        (folder / "articles" / path.name).write_text(head + body + "\n" * bool(body), encoding="utf-8")
        page = f"briefings/{SLUG}/articles/{path.stem}/"
        wanted += [(page, one) for one in texts_of(descriptor)]
        if descriptor.get("rights") == "full":
            wanted += [(page, one) for one in quotes]
    evidence = [one["exact"] for claim in summary["claims"] for one in claim.get("evidence", [])]
    quoted = [part for exact in evidence for part in (exact if isinstance(exact, list) else [exact])]
    return Hostile(root, wanted, quoted)


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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    made = poisoned(tmp_path_factory.mktemp("hostile"))
    root = made.root
    told = errors(check(root).diagnostics)
    assert [(one.message, one.hint) for one in told] == []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("SITE_URL", "BRIEFING_SITE", "BRIEFING_PAGES_READY"):
            patch.delenv(name, raising=False)
        assert main(["build", "--root", str(root)]) == 0
    return made


@pytest.fixture(scope="module")
def site(hostile: Hostile, serve: "Serve") -> str:
    return serve(hostile.root / "site")


@pytest.fixture
def trap(watch: Callable[..., "Watched"]) -> "Watched":
    """A page on which an attack that runs tells so; no policy of the site's helps."""
    watched = watch(bypass_csp=True)
    watched.page.add_init_script("window.attack = () => { top.__executed = true }")
    return watched


READ: Final = """() => {
    const every = (chosen) => [...document.querySelectorAll(chosen)]
    // What programs read, and the foot of printed sheets: data that nobody runs or sees here.
    const data = every('article script[type="application/ld+json"], article style')
    const foot = /^@page \\{ @bottom-left \\{ content: "(?:[A-Za-z0-9]|\\\\[0-9A-F]+ )*" \\} \\} $/
    const numbers = /(?:#([a-z0-9-]+),a\\[href="#\\1"\\]\\{--n:"Q?[0-9]+"\\})*$/
    const styles = data.filter((one) => one.localName === "style")
    const odd = styles.filter((one) => !foot.test(one.textContent.replace(numbers, "")))
    for (const one of data) one.remove()
    const own = every("article, article *")
    return {
        executed: window.__executed ?? (odd.length ? odd[0].textContent : null),
        text: document.querySelector("article")?.textContent ?? "",
        marks: every("article blockquote mark").map((one) => one.textContent),
        head: [document.title, document.querySelector("meta[name=description]")?.content ?? ""],
        elements: [...new Set(own.map((one) => one.localName))],
        handlers: every("*").flatMap((one) => [...one.attributes])
            .filter((one) => one.name.startsWith("on") || one.name === "srcdoc").map((one) => one.name),
        leads: own.map((one) => one.getAttribute("href") ?? one.getAttribute("src")).filter(Boolean),
        ids: own.map((one) => one.id).filter(Boolean),
    }
}"""
# What our templates, Markdown and the theme make; nothing of it loads or runs anything.
ELEMENTS: Final = frozenset(
    [
        *("article", "div", "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody"),
        *(
            "tr",
            "th",
            "td",
            "a",
            "strong",
            "small",
            "br",
            "blockquote",
            "mark",
            "del",
            "span",
            "bdi",
            "details",
        ),
        *("summary", "time", "nav", "em", "q", "cite"),
        *("svg", "line", "rect", "text"),  # the picture of a timeline, which holds nothing but our own words
    ]
)


# What the search page has of its own: its field, and what its script makes.
SEARCH: Final = frozenset(["form", "input", "button", "fieldset", "legend", "label"])

# What script adds: a filter above a list, and buttons to copy and to mark as read.
ADDED: Final = frozenset(["input", "label", "button"])

# Commands and addresses, of our own words alone.
COMMANDS: Final = frozenset(["code", "pre"])
OWN: Final = {
    "": ADDED | {"form", "input", "button"},
    "search/": SEARCH,
    "api/": COMMANDS,
    "method/": COMMANDS,
}


# Links within the site, and to the addresses that the fields for addresses hold.
LEADS: Final = (
    r"[\w./#-]+|http://127\.0\.0\.1:\d+/repository/search/\?q=|https://courier\.example/\S+"
    r"|https://www\.wikidata\.org/wiki/Q\d+"
)


def on_one_line(text: str) -> str:
    return re.sub("[ \t\n]+", " ", text).strip()


def as_shown(text: str) -> str:
    return re.sub(f"[{HIDDEN}]", lambda one: f"U+{ord(one[0]):04X}", on_one_line(text))


def pages(root: Path) -> list[str]:
    files = (root / "site").rglob("index.html")
    return sorted(f"{path.parent.relative_to(root / 'site').as_posix()}/".replace("./", "") for path in files)


def absent(wanted: list[tuple[str, str]], shown: dict[str, str]) -> list[tuple[str, str]]:
    """The texts that no page of their folder shows as they were written."""
    return [
        (folder, text)
        for folder, text in wanted
        if not any(as_shown(text) in one for path, one in shown.items() if path.startswith(folder))
    ]


def test_no_field_executes_and_each_is_shown_as_written(site: str, hostile: Hostile, trap: "Watched") -> None:
    every = pages(hostile.root)
    assert len(every) > 20
    shown, marks = {}, set()
    for path in every:
        trap.page.goto(site + path)
        read = trap.page.evaluate(READ)
        assert (path, read["executed"], read["handlers"]) == (path, None, [])
        assert set(read["elements"]) <= (ELEMENTS | OWN.get(path, ADDED)), path
        assert [one for one in read["leads"] if not re.fullmatch(LEADS, one)] == []
        assert len(set(read["ids"])) == len(read["ids"]), path
        shown[path] = on_one_line(" ".join([*read["head"], read["text"]]))
        marks |= {on_one_line(one) for one in read["marks"]}
    assert (trap.dialogs, trap.messages, trap.foreign_requests()) == ([], [], [])

    assert len(hostile.wanted) > 150
    assert {one for one in HOSTILE if any(one in text for _, text in hostile.wanted)} == set(HOSTILE)
    assert absent(hostile.wanted, shown) == []
    assert {as_shown(one) for one in hostile.quoted} - marks == set()
    # The control: what isn't there is missed.
    assert absent([(f"briefings/{SLUG}/", "<b>q0x</b>")], shown) != []


def test_control_the_same_page_without_its_escapes_executes(
    hostile: Hostile, tmp_path: Path, serve: "Serve", trap: "Watched"
) -> None:
    page = f"briefings/{SLUG}/index.md"
    raw = html.unescape((hostile.root / "build" / "pages" / page).read_text(encoding="utf-8"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(raw.split("---\n", 2)[2], encoding="utf-8")
    settings = {
        "site_name": "Raw",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "toc"],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "-f", str(tmp_path / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    trap.page.goto(serve(tmp_path / "site"))
    assert trap.page.evaluate("window.__executed") is True
