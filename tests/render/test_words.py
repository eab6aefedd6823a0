"""The catalogue has every word that the interface says, and no word that nobody says."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.files.package import templates_folder
from generator.render.environment import environment
from generator.render.plan import plan
from generator.render.words import LANGUAGE, PHRASES, listed, phrase, shortened
from generator.render.words.facts import FACTS
from generator.render.words.guide import GUIDE
from generator.render.words.pages import PAGES
from generator.render.words.paper import PAPER
from generator.render.words.preview import PREVIEW
from generator.render.words.prose import PROSE
from generator.render.words.search import SEARCH_PAGE
from generator.render.words.theme import THEME, language_file
from tests.paths import GENERATOR

CATALOGUE = GENERATOR / "render" / "words"

# What they say is for editors and programmers, on a command's output or in a schema.
# The catalogue itself, what commands print, and the descriptions of data for programs.
NOT_FOR_READERS = (
    "words/",
    "reports/",
    "exports/model.py",
    "exports/model_parts.py",
    "exports/schema.py",
    "exports/snippets.py",
)
# Programs' own words: markup, patterns, names of Word's styles, a file for search engines.
PROGRAM = re.compile(
    r"""[<>\\]|^\#|https?://|User-agent|Disallow|Sitemap|^tag:|^Heading\ \d$|^"\ |"$|=
    |^(Normal\ Table|Table\ Grid|Subtle\ Emphasis)$""",
    re.VERBOSE,
)
WORDS = re.compile(
    r"[A-Za-z]{2,}[,:]?[ \u00a0][A-Za-z(]|[A-Za-z]{2,}[ :,]$|^[ ][A-Za-z]{2,}|^[ ,;(]*[a-z]{3,} \(?$"
)


def test_no_name_stands_in_two_parts_of_the_catalogue() -> None:
    parts = (PAGES, PROSE, GUIDE, FACTS, PAPER, SEARCH_PAGE, PREVIEW)
    assert sum(len(part) for part in parts) == len(PHRASES)


def templates() -> list[Path]:
    return sorted(templates_folder().rglob("*.jinja"))


def words_of_template(text: str) -> list[str]:
    """Words that a template says itself: what is left without Jinja, markup, addresses and attributes."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    said = re.findall(r'(?:title|alt|aria-label|placeholder|data-[a-z]+)="([^"]*)"', text)
    text = re.sub(
        r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>|\{:[^}]*\}|\]\([^)]*\)",
        " ",
        text,
        flags=re.DOTALL,
    )
    return [word for part in (*said, text) for word in re.findall(r"[A-Za-z]{2,}", part)]


def words_of_module(path: Path) -> Iterator[str]:
    """Texts of a module that read like words of a language: not its docstrings, nor what it raises."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            apart |= set(ast.walk(node))
        for one in getattr(node, "body", []) if isinstance(getattr(node, "body", []), list) else []:
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                apart.add(one.value)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in apart:
            continue
        text = node.value
        if isinstance(text, str) and WORDS.search(text) and not PROGRAM.search(text):
            yield f"{path.name}:{node.lineno}: {text}"


def asked_for() -> set[str]:
    """The names of phrases that templates and modules ask for; an f-string stands for all that fit it."""
    texts = [path.read_text(encoding="utf-8") for path in (*templates(), *GENERATOR.rglob("*.py"))]
    names: set[str] = set()
    for text in texts:
        names |= set(re.findall(r"""phrase\(\s*["']([a-z0-9-]+)["']""", text))
        for pattern in re.findall(r"""phrase\(\s*f["']([^"']+)["']""", text):
            fits = re.compile(re.sub(r"\\\{.*?\\\}", "[a-z-]+", re.escape(pattern)))
            names |= {name for name in PHRASES if fits.fullmatch(name)}
    return names


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_templates_say_nothing_themselves(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert words_of_template(text) == []
    assert texts_shown(text) == []


def texts_shown(text: str) -> list[str]:
    """Texts that a template shows out of an expression: `{{ "Sources" }}`."""
    shown = environment().parse(text).find_all(nodes.Output)
    return [
        one.value
        for output in shown
        for one in output.nodes
        if isinstance(one, nodes.Const) and re.search("[A-Za-z]{2,}", str(one.value))
    ]


def test_words_in_attributes_need_no_escape() -> None:
    """There phrases stand as they are, and Python-Markdown reads them for entities alone."""
    texts = [
        *(path.read_text(encoding="utf-8") for path in templates()),
        *(path.read_text(encoding="utf-8") for path in templates_folder().glob("overrides/**/*.html")),
    ]
    inside = {
        name
        for text in texts
        for name in re.findall(r"""="[^"<>]*?\{\{ (?:phrase|lang\.t)\(["']([a-z-]+)["']""", text)
    }
    assert len(inside) > 10
    odd = {name for name in inside if re.search('["<>&]', str(PHRASES.get(name) or THEME[name]))}
    assert odd == set()


def test_modules_say_nothing_themselves() -> None:
    folder = GENERATOR / "render"
    paths = [
        path
        for path in folder.rglob("*.py")
        if not path.relative_to(folder).as_posix().startswith(NOT_FOR_READERS)
    ]
    assert len(paths) > 50
    assert [text for path in sorted(paths) for text in words_of_module(path)] == []


def test_words_are_seen(tmp_path: Path) -> None:
    """The control: what the two tests above see."""
    template = '# {{ x }} says\n{: .facts }\n<p title="Hello {{ y }}" class="no">[{{ z }}](#here)</p>{# no #}'
    assert words_of_template(template) == ["Hello", "says"]
    assert texts_shown('{{ "Sources" }}{% if x %}{{ "·" }}{% endif %}') == ["Sources"]
    module = tmp_path / "module.py"
    module.write_text('"""Not this text."""\nA = f"{1} by others"\nraise ValueError("not this")\n')
    assert [text.split(": ")[1] for text in words_of_module(module)] == [" by others"]


def test_each_phrase_stands_once_and_is_asked_for() -> None:
    names = Counter(name for part in (PAGES, PROSE, FACTS, PAPER, SEARCH_PAGE, PREVIEW) for name in part)
    assert [name for name, number in names.items() if number > 1] == []
    asked = asked_for()
    # Paper asks for some by a name in a variable.
    by_name = set(
        re.findall(r'"([a-z-]+)"', "".join(p.read_text() for p in GENERATOR.glob("render/paper/*.py")))
    )
    assert asked - set(PHRASES) == set()
    assert set(PHRASES) - asked - by_name == set()


def test_a_phrase_for_one_and_for_several() -> None:
    assert [phrase("claims", number) for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The wall holds", "The wall holds"),
        ("The wall holds, they", "The wall holds …"),
        ("墙" * 20, "墙" * 16 + " …"),
    ],
)
def test_a_text_cut_short(text: str, short: str) -> None:
    assert shortened(text, 16) == short


def test_words_in_a_row() -> None:
    assert [listed(["A", "B", "C"][:number]) for number in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_the_language_is_a_tag() -> None:
    assert re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]+)*", LANGUAGE)


def test_the_theme_has_the_words_of_the_catalogue(request: pytest.FixtureRequest) -> None:
    file = templates_folder() / "overrides" / "partials" / "language.html"
    if request.config.getoption("--renew-golden"):
        file.write_text(language_file(), encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == language_file()


def test_the_frame_says_nothing_itself() -> None:
    pages = [path for path in templates_folder().glob("overrides/**/*.html") if path.name != "language.html"]
    assert {path.name: words_of_template(path.read_text(encoding="utf-8")) for path in pages} == {
        path.name: [] for path in pages
    }
    asked = {
        name
        for path in pages
        for name in re.findall(r"""lang\.t\(["']([a-z-]+)["']\)""", path.read_text(encoding="utf-8"))
    }
    # The theme's own templates ask for the others.
    assert asked == set(THEME) - {"action.skip", "nav", "toc"}


def test_scripts_say_nothing_themselves() -> None:
    said = {}
    for path in templates_folder().glob("assets/*.js"):
        text = re.sub(
            r"/\*.*?\*/|^\s*//.*?$|\s// .*?$", "", path.read_text(encoding="utf-8"), flags=re.S | re.M
        )
        texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', text)
        said[path.name] = [
            one
            for pair in texts
            for one in pair
            if re.search(r"[A-Za-z]{2,} (?!md-)[a-z]{2,}|^[A-Z][a-z]+\b", re.sub(r"\$\{.*?\}", "", one))
            and one not in ("Escape", "Enter")
        ]
    assert {name: texts for name, texts in said.items() if texts} == {}


def test_the_bar_calls_pages_what_they_call_themselves() -> None:
    """The site builder takes the words of the bar from mkdocs.yml, where a team may want others."""
    settings = (GENERATOR.parent / "mkdocs.yml").read_text(encoding="utf-8")
    bar = dict(re.findall(r"^  - (.+): (\S+\.md)$", settings, flags=re.MULTILINE))
    titles = {page.path: page.title for page in plan([])}
    assert {title: titles[path] for title, path in bar.items() if path != "index.md"} == {
        title: title for title, path in bar.items() if path != "index.md"
    }
    assert len(bar) > 5
