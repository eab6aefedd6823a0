"""What each sink's escape writes, by hand; and by property, that a reader gets back what was written."""

import csv as csv_module
import html
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup
from mkdocs.utils import meta

from generator.render import escape
from generator.render.escape import Safe

BUILT_IN = [
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "tables", "toc", "wikilinks"),
]

# What an editor of mkdocs.yml may come to enable. Left out: what rewrites plain words (smarty, smartsymbols),
# what reads files (snippets is in: its syntax must not survive), and what strips HTML.
EXTRA = [
    *(
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "legacy_attrs",
        "md_in_html",
        "tables",
        "toc",
    ),
    *(
        "pymdownx.arithmatex",
        "pymdownx.betterem",
        "pymdownx.bracketspan",
        "pymdownx.caret",
        "pymdownx.critic",
    ),
    *(
        "pymdownx.details",
        "pymdownx.emoji",
        "pymdownx.escapeall",
        "pymdownx.fancylists",
        "pymdownx.highlight",
    ),
    *(
        "pymdownx.inlinehilite",
        "pymdownx.keys",
        "pymdownx.magiclink",
        "pymdownx.mark",
        "pymdownx.progressbar",
    ),
    *(
        "pymdownx.quotes",
        "pymdownx.saneheaders",
        "pymdownx.snippets",
        "pymdownx.superfences",
        "pymdownx.tabbed",
    ),
    *("pymdownx.tasklist", "pymdownx.tilde", "pymdownx.blocks.admonition", "pymdownx.blocks.html"),
]

# Every place of a page where a template puts a value, next to each other and alone in its line.
FRAME = """
# {} { #first }

{}

## {} ##

Before {} after, **{}**, *{}* and {}{}. {}[link](https://example.org/)

{}

- {}
- Before {}

    {}

1. {}

| {} | head |
| --- | --- |
| {} | <mark>{}</mark> |

[{}](https://example.org/) and [<b>{}</b>](https://example.org/ "title").

> {}

<div markdown>

{}

</div>

<p>{}</p>

Term
:   {}

!!! note
    {}

Noted.[^1]

[^1]: {}
"""

# What one of the extensions or the browser reads as something else than text.
FRAGMENTS = [
    *"&<>[]{}*_`\\|~^=$#+-:!?@/.,;'\"()%1a",
    *(
        "**",
        "__",
        "``",
        "```",
        "~~~",
        "~~",
        "^^",
        "==",
        "++",
        "--",
        "===",
        "---",
        "***",
        "___",
        "$$",
        "!!!",
        "???",
    ),
    *(
        "???+",
        "///",
        ":::",
        "::",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "<!--",
        "-->",
        "<?",
        "?>",
        "]]",
        "[[",
        "{:",
        "{@",
    ),
    *("{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{==", "==}", "{>>", "<<}", ".c", "#i", "onclick=x"),
    *(":smile:", ":100:", "++ctrl+c++", "[^1]", "[^1]:", "*[HTML]:", "![", "](", "](x)", "]:", "[x]", "[ ]"),
    *(
        "1. x",
        "2) x",
        "a. x",
        "iv. x",
        "(1) x",
        "- x",
        "+ x",
        ": x",
        "> x",
        "# x",
        "- ",
        "1. ",
        " #",
        "+1",
        "-1",
        "C#",
    ),
    *("http://", "https://x.y", "www.x.y", "a@b.c", "@user", "#12", "&amp;", "&#91;", "&lt;", "javascript:x"),
    *("<b>", "</b>", "</p>", "<script>", '<div markdown="1">', "<img src=x onerror=x>", '"x"', "(c)", "..."),
    *(
        "///Footnotes Go Here///",
        "[TOC]",
        "!!! note",
        "??? note",
        "x ++ctrl+c++",
        "--8<--",
        "wzxhzdk:0",
        "klzzwxh:0001",
        "word",
    ),
]

VISIBLE = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cf", "Cn", "Cs"),
    # Hidden, though their category is another.
    exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0",
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | VISIBLE | st.just(" "), min_size=1, max_size=12).map("".join)


def folded(text: str) -> str:
    return re.sub("[ \t\n\u2028\u2029]+", " ", text).strip()


class Page(HTMLParser):
    """A page's text, and its elements with their attributes; <bdi>, which has none, isn't counted."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "bdi":
            self.elements.append((tag, [(name, value) for name, value in attrs if name != "id"]))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", [("", data)]))


def framed(value: str, extensions: list[str]) -> Page:
    return Page(Markdown(extensions=extensions).convert(FRAME.replace("{}", value)))


@pytest.fixture(scope="module", params=[BUILT_IN, EXTRA], ids=["built-in", "extra"])
def extensions(request: pytest.FixtureRequest) -> list[str]:
    return list(request.param)


def assert_shown_as_written(text: str, extensions: list[str]) -> None:
    plain = framed("word", extensions)
    page = framed(escape.markdown(text), extensions)
    assert page.text == plain.text.replace("word", folded(text))
    assert page.elements == plain.elements


@pytest.mark.parametrize("text", [fragment for fragment in FRAGMENTS if fragment])
def test_a_fragment_is_shown_as_written(text: str, extensions: list[str]) -> None:
    assert_shown_as_written(text, extensions)


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(folded))
@example("A line\\")
@example("[x]: https://example.org")
@example("a\u00a0b\u3000c \u2003 d")
@example("\U0001f3f4 flags \u26a0\ufe0f, soft\u00adhyphen")
@example("שלום, *world*")
def test_any_text_is_shown_as_written(extensions: list[str], text: str) -> None:
    assert_shown_as_written(text, extensions)


@pytest.mark.parametrize("escaped", ["**x**", html.escape("![x](x){: onerror=x }"), html.escape(":100:")])
def test_the_frame_sees_what_is_not_escaped(escaped: str) -> None:
    assert framed(escaped, EXTRA).elements != framed("word", EXTRA).elements


PROSE = [
    'He said: "It’s zero" (so far) – at 10:30, on 3.5% of item #1; why?',
    "Note:",
    "-5 °C, +1, 1:1 and 3.5 million",
    "Mr. Yoon’s well-known “nothing”, then … A/B.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays_as_it_is(text: str) -> None:
    assert escape.markdown(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[x](y)", "&#91;x&#93;(y)"),
        ("AT&T <b>", "AT&#38;T &#60;b&#62;"),
        ("{: onclick=x }", "&#123;: onclick&#61;x &#125;"),
        ("snake_case *star* `code` \\", "snake&#95;case &#42;star&#42; &#96;code&#96; &#92;"),
        ("a|b ~c~ ^d^ $e$ f@g", "a&#124;b &#126;c&#126; &#94;d&#94; &#36;e&#36; f&#64;g"),
        ("# one # two #", "&#35; one # two &#35;"),
        ("C#", "C&#35;"),
        ("- item - dash", "&#45; item - dash"),
        ("--- rule", "&#45;-- rule"),
        ("+ item", "&#43; item"),
        ("1945. What", "1945&#46; What"),
        ("1945.", "1945&#46;"),
        ("12) x", "12&#41; x"),
        ("iv. x", "iv&#46; x"),
        ("!!! note", "&#33;!! note"),
        ("??? note", "&#63;?? note"),
        ("Stop!", "Stop&#33;"),
        (": defined", "&#58; defined"),
        (":smile: :100:", "&#58;smile: &#58;100:"),
        ("https://x.y www.x.y", "https&#58;//x.y www&#46;x.y"),
        ("/// block", "&#47;// block"),
        ("++ctrl++", "&#43;&#43;ctrl&#43;&#43;"),
        ('--8<-- "x"', '&#45;-8&#60;-- "x"'),
        (" \ta\n\n  b\u2028c\u2029 ", "a b c"),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc"),
        (" \n\t", ""),
    ],
)
def test_active_characters_become_entities(text: str, written: str) -> None:
    assert escape.markdown(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("שלום x", "<bdi>שלום x</bdi>"),
        ("مرحبا", "<bdi>مرحبا</bdi>"),
        (
            "a\u202eb",
            '<bdi>a<span class="invisible" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>b</bdi>',
        ),
        (
            "\ufeff",
            '<bdi><span class="invisible" title="U+FEFF ZERO WIDTH NO-BREAK SPACE">U+FEFF</span></bdi>',
        ),
        (
            "\U000e0041",
            '<bdi><span class="invisible" title="U+E0041 TAG LATIN CAPITAL LETTER A">U+E0041</span></bdi>',
        ),
        ("\x02", '<bdi><span class="invisible" title="U+0002">U+0002</span></bdi>'),
    ],
)
def test_direction_is_kept_inside_and_hidden_characters_are_shown(text: str, written: str) -> None:
    assert escape.markdown(text) == written


@pytest.mark.parametrize("kept", ["soft\u00adhyphen", "क्\u200dष", "می\u200cخواهم", "⚠\ufe0f", "葛\U000e0100"])
def test_what_honest_text_needs_is_kept(kept: str) -> None:
    assert kept in escape.markdown(kept)


ALLOWED_FORMAT = "\u00ad\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Lu"))))
def test_no_sink_lets_hidden_characters_through(text: str) -> None:
    shown_marks = [*ALLOWED_FORMAT, "\U000110bd", "\U000110cd"]  # Arabic and Kaithi signs have ink.
    egyptian = {
        chr(number) for number in range(0x13430, 0x13440)
    }  # Quadrats: they lay out what stands around.
    for sink in (escape.markdown, escape.attribute, escape.metadata):
        hidden = {one for one in sink(text) if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
        assert hidden <= {*shown_marks, *egyptian}


def test_every_hidden_character_is_named_in_words_where_no_element_can_be() -> None:
    assert escape.attribute("a\u202eb") == "aU+202Eb"
    assert escape.metadata("a\u2066b") == "aU+2066b"
    assert escape.xml("a\u200bb\uffffc") == "aU+200BbU+FFFFc"
    assert escape.csv("a\u202eb") == '"aU+202Eb"'
    assert escape.visible("a\u202eb") == "aU+202Eb"


def test_paragraphs_are_parted_by_blank_lines_and_nothing_else() -> None:
    assert escape.paragraphs("one\ntwo\n \t\n\n# three\n\n\n") == "one two\n\n&#35; three"
    assert escape.paragraphs("\n\n") == ""


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("`x\" onclick='x`")
@example("[x](y) $z$ ++ctrl++")
def test_an_attribute_in_inline_html_holds_what_was_written(extensions: list[str], text: str) -> None:
    page = Page(Markdown(extensions=extensions).convert(f'A <b title="{escape.attribute(text)}">b</b>.'))
    assert page.text == "A b."
    assert page.elements == [("p", []), ("b", [("title", folded(text))])]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://example.org/a_b?c=d&e=%20#f", "https://example.org/a_b?c=d&#38;e=%20#f"),
        ("http://example.org/(a)'b\"", "http://example.org/&#40;a&#41;&#39;b&#34;"),
        ("HTTPS://example.org/a b\u202e", "HTTPS://example.org/a%20b%E2%80%AE"),
        ("https://пример.рф/ж", "https://пример.рф/ж"),
        ("mailto:a+b@c.example?subject=x%0Dy&body=z", "mailto:a&#43;b@c.example?subject=x%0Dy&#38;body=z"),
    ],
)
def test_an_address_in_a_link(text: str, written: str) -> None:
    assert escape.url(text) == written


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("x++ctrl++`y`[z]{: title=x }")
def test_a_link_goes_where_it_says(extensions: list[str], text: str) -> None:
    address = "https://example.org/" + re.sub(r"\s", "", text)
    escaped = escape.url(address)
    frame = f'A [b]({escaped}) [b](<{escaped}>) <a href="{escaped}">b</a>.'
    page = Page(Markdown(extensions=extensions).convert(frame))
    assert page.text == "A b b b."
    assert page.elements == [("p", []), *[("a", [("href", address)])] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "JaVa\tscript:x",
        " https://x",
        "data:text/html,x",
        "//x",
        "https://",
        "https:///x",
        "mailto:",
        "mailto:?to=a@b.example",
        "mailto:nobody",
    ],
)
def test_another_kind_of_address_is_a_bug(text: str) -> None:
    with pytest.raises(ValueError, match="not an http, https or mailto address"):
        escape.url(text)


def test_metadata_is_escaped_for_text_and_attribute_alike() -> None:
    written = "x”&#60;/title&#62; &#34;q&#34; &#38; &#39;s&#39;"
    assert escape.metadata("x”</title>\n\"q\" & 's'") == written


def test_front_matter_by_hand() -> None:
    fields = {
        "title": 'A "b" <c>: # d\n---\n',
        "tags": ["no", "1"],
        "search": {"exclude": True, "boost": 2},
        "description": Safe("&lt;"),
    }
    assert escape.front_matter(fields) == (
        "---\n"
        'title: "A &#34;b&#34; &#60;c&#62;: # d ---"\n'
        'tags: ["no", "1"]\n'
        'search: {"exclude": true, "boost": 2}\n'
        'description: "&lt;"\n'
        "---\n"
    )


@pytest.mark.parametrize("fields", [{"Title": "x"}, {"x: y": "x"}, {"": "x"}])
def test_front_matter_keys_are_ours(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not a key"):
        escape.front_matter(fields)


def test_front_matter_holds_no_none() -> None:
    with pytest.raises(TypeError, match="no value for front matter"):
        escape.front_matter({"title": None})


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("---\n...\n")
def test_mkdocs_reads_back_the_front_matter(text: str) -> None:
    source = escape.front_matter({"title": text, "tags": [text], "more": {"inner": text}}) + "\nbody\n"
    body, fields = meta.get_data(source)
    assert body == "body\n"
    assert fields == {"title": fields["title"], "tags": [fields["title"]], "more": {"inner": fields["title"]}}
    assert html.unescape(fields["title"]) == folded(text)
    assert not set(fields["title"]) & set("<>\"'")


@given(st.text(st.characters(codec="utf-8")))
def test_yaml_takes_any_text_in_front_matter(text: str) -> None:
    assert isinstance(yaml.safe_load(escape.front_matter({"title": text}).strip("-\n"))["title"], str)


@given(st.text(VISIBLE | st.sampled_from("\n\t<>&'\"")))
def test_xml_gives_the_text_back(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="">{escape.xml(text)}</a>')
    assert (element.text or "") == text


@given(st.text(st.characters(codec="utf-8")))
def test_xml_takes_any_text(text: str) -> None:
    ElementTree.fromstring(f'<a b="{escape.xml(text)}">{escape.xml(text)}</a>')


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b", '"a, b"'),
        ('a "b"', '"a ""b"""'),
        ("=1+1", '"\'=1+1"'),
        (' +"1"', '"\' +""1"""'),
        ("-1", '"\'-1"'),
        ("@SUM(A1)", '"\'@SUM(A1)"'),
        ("\tx", '"\'\tx"'),
        ("＝1", '"\'＝1"'),
        ("1-1", '"1-1"'),
        ("", '""'),
    ],
)
def test_csv_fields(text: str, written: str) -> None:
    assert escape.csv(text) == written


@given(st.lists(st.text(VISIBLE | st.sampled_from('",\n;')), min_size=1))
def test_csv_is_read_back_and_never_a_formula(texts: list[str]) -> None:
    row = next(csv_module.reader(io.StringIO(",".join(map(escape.csv, texts)), newline=""), strict=True))
    assert [field.removeprefix("'") for field in row] == [text.removeprefix("'") for text in texts]
    assert not any(field.lstrip().startswith(("=", "+", "-", "@")) for field in row)


JSON_VALUES = st.recursive(
    st.text(st.characters()) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def test_json_in_a_script_by_hand() -> None:
    value = {"</script>": "<!--&\u2028\u202e\U000e0001é"}
    written = '{"\\u003c/script\\u003e": "\\u003c!--\\u0026\\u2028\\u202e\\udb40\\udc01é"}'
    assert escape.json_script(value) == written


@given(JSON_VALUES)
def test_json_in_a_script_is_the_same_value_and_ends_nothing(value: object) -> None:
    written = escape.json_script(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029\u202e\n")


def test_json_has_no_nan() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        escape.json_script(float("nan"))


def test_css_strings() -> None:
    hostile = '"} </style><script>x()</script> \\ é\n url(x)'
    written = escape.css(hostile)
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9A-F]+ )*"', written)
    read = re.sub(r"\\([0-9A-F]+) ", lambda found: chr(int(found[1], 16)), written[1:-1])
    assert read == '"} </style><script>x()</script> \\ é url(x)'


FOR_PAGES = [*(escape.markdown, escape.paragraphs, escape.attribute, escape.metadata, escape.url, escape.css)]
FOR_OTHER_FILES = [escape.xml, escape.csv, escape.visible]


@pytest.mark.parametrize("sink", [*FOR_PAGES, *FOR_OTHER_FILES])
def test_only_what_is_made_for_pages_is_marked_and_nothing_is_escaped_twice(
    sink: Callable[[str], str],
) -> None:
    escaped = sink("https://example.org/")
    assert isinstance(escaped, Safe) == (sink in FOR_PAGES)
    with pytest.raises(TypeError, match="escaped twice"):
        sink(escape.markdown("x"))


def test_escaped_text_joins_only_escaped_text() -> None:
    link = Safe("[{}]").format(escape.markdown("*"))
    assert link == "[&#42;]"
    assert isinstance(link, Safe)
    assert Safe(", ").join([escape.markdown("a"), Markup("b")]) == "a, b"
    with pytest.raises(TypeError, match="plain text"):
        Safe("[{}]").format("*")
    with pytest.raises(TypeError, match="plain text"):
        Safe("x") + "*"
    with pytest.raises(TypeError, match="plain text"):
        Safe(", ").join(["*"])
