"""Hostile texts in a real site and a real browser: none executes, and each is shown as it was written.

Each page also exists raw and escaped for HTML alone, to show that these tests see what they look for.
"""

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.render import escape
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce
from tests.browser.watching import Watch, Watched

CODE = "attack()"

# By what they try; a bar parts them. `X` stands for the code that would run.
HOSTILE_LINES = r"""
<script>X</script> ¦ <img src=x onerror=X> ¦ <svg onload=X> ¦ <svg/onload=X> ¦ <body onload=X>
<iframe src=javascript:X></iframe> ¦ <iframe srcdoc='<script>parent.X</script>'></iframe>
<details open ontoggle=X> ¦ <input autofocus onfocus=X> ¦ <video><source onerror=X></video>
<audio src=x onerror=X> ¦ <object data=javascript:X> ¦ <embed src=javascript:X> ¦ <a href=javascript:X>x
<style onload=X></style> ¦ <link rel=stylesheet href=x onerror=X> ¦ <meta http-equiv=refresh content=0>
<base href=//evil.example/> ¦ <form action=javascript:X><button> ¦ <math href=javascript:X>x</math>
<marquee onstart=X> ¦ <template><img src=x onerror=X></template> ¦ <noscript><img src=x onerror=X>
</p><img src=x onerror=X> ¦ </td></tr></table><script>X</script> ¦ </h1><script>X</script>
<!--><img src=x onerror=X>--> ¦ <!-- hidden --> ¦ <![CDATA[<script>X</script>]]> ¦ <?php X ?>
<IMG SRC=x ONERROR=X> ¦ <img/src=x/onerror=X> ¦ <img src=x onerror='X' ¦ <<script>X//<</script>
<scr<script>ipt>X</scr</script>ipt> ¦ <b>bold</b> ¦ <div markdown='1'>**x**</div> ¦ <p markdown>*x*
<span style=position:fixed> ¦ <plaintext> ¦ <xmp> ¦ <textarea> ¦ <title>x ¦ <select><option>x
<math><mi//xlink:href='data:x,X'> ¦ <x onclick=X>x</x>
" onmouseover=X " ¦ ' onmouseover=X ' ¦ "><img src=x onerror=X> ¦ '><img src=x onerror=X>
x”</title><img src%3dx onerror%3dX> ¦ </title><script>X</script> ¦ </title></head><body onload=X>
</script><script>X</script> ¦ ';X;// ¦ ";X;// ¦ `;X;// ¦ ${X} ¦ \u003cscript>X</script>
</textarea><script>X</script> ¦ --></style></script><svg onload=X> ¦ x onfocus=X autofocus
&lt;script&gt;X&lt;/script&gt; ¦ &#60;img src=x onerror=X&#62; ¦ &#x3c;svg onload=X&#x3e;
&amp;lt;b&amp;gt; ¦ &lt ¦ &copy=1 &notit; ¦ &#0;&#128; ¦ AT&T & Co ¦ & ¦ &; ¦ &#91;x&#93;(javascript:X)
&NewLine;&Tab;
[x](javascript:X) ¦ [x](JaVaScRiPt:X) ¦ [x](java&#115;cript:X) ¦ [x](<javascript:X>) ¦ [x]( javascript:X)
[x](data:text/html,<script>X</script>) ¦ [x](vbscript:X) ¦ [x](//evil.example) ¦ [x][1] ¦ [x][] ¦ [x]
[1]: https://evil.example ¦ [1]: javascript:X 'x' ¦ ![x](x) ¦ ![x](x){: onerror=X } ¦ ![x][1]
![x](x){: onerror=X ¦ ![x](x 'y'){onerror=X} ¦ <javascript:X> ¦ <https://evil.example> ¦ <a@evil.example>
https://evil.example/a_b_c ¦ www.evil.example ¦ a@evil.example ¦ [![x](y)](z) ¦ [x](y) [z](w) ¦ [[wiki]]
![ ¦ ]( ¦ ] ¦ [ ¦ x](javascript:X) ¦ x](javascript:X ¦ [x ¦ ![x](data:image/svg+xml,<svg onload=X>)
{: onmouseover=X } ¦ { onclick=X } ¦ {: #id .class } ¦ x {: style=position:fixed } ¦ *x*{: onclick=X }
{@onclick=X} ¦ `x`{: onclick=X } ¦ {#top} ¦ {} ¦ {{ config.__class__ }} ¦ {% include '/etc/passwd' %}
{# comment #} ¦ {% raw %}x{% endraw %} ¦ {++ins++} ¦ {--del--} ¦ {>>x<<}
# heading ¦ ####### seven ¦ C# ¦ C# and F# ¦ heading # ¦ # ¦ - item ¦ + item ¦ * item ¦ 1. item ¦ 1) item
1945. What a year. ¦ 10. ¦ a. item ¦ > quote ¦ > ¦ --- ¦ *** ¦ ___ ¦ - - - ¦ === ¦ --- x ¦ ``` ¦ ~~~ ¦ ````
``` {onclick=X} ¦ !!! note ¦ !!! danger "x" ¦ ??? note ¦ ???+ note ¦ === "tab" ¦ /// html | div ¦ ///
: definition ¦ [^1] ¦ [^1]: note ¦ *[HTML]: x ¦ [TOC] ¦ ///Footnotes Go Here/// ¦ | a | b | ¦ | ¦ \|
- [ ] task ¦ - [x] done ¦ title: x
*em* ¦ **strong** ¦ ***both*** ¦ _em_ ¦ __strong__ ¦ snake_case_word ¦ 2*3*4 ¦ `code` ¦ `` ¦ ` ¦ ~~del~~
~sub~ ¦ ^^ins^^ ¦ ^sup^ ¦ ==mark== ¦ ++ctrl+c++ ¦ $x$ ¦ $$x$$ ¦ \(x\) ¦ \ ¦ \\ ¦ x\ ¦ \*x\* ¦ \<b> ¦ :smile:
:material-account: ¦ :100: ¦ 10:30:45 ¦ a:b:c ¦ ::: ¦ --> ¦ --8<-- "/etc/passwd" ¦ ;--8<-- "x" ¦ -8<- "x"
{!x!} ¦ (c) (tm) 1/2 ¦ "quoted" ¦ 'x' ¦ “curly” ‘x’ – — … ¦ ... ¦ ! ¦ Help! ¦ ? ¦ @user ¦ #1 ¦ a/b
C:\dir\x ¦ 100% ¦ %3Cscript%3EX
wzxhzdk:0 ¦ klzzwxh:0000 ¦ amp; ¦ __proto__ ¦ constructor ¦ __md_scope ¦ NaN ¦ null ¦ True ¦ 0
שלום [x](y) ¦ مرحبا *x* ¦ Аpple ¦ 日本語の文 ¦ 한국어 ¦ 🇺🇦 ¦ ﬁ ½
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ ¦ **************************************************
<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< ¦ ```````````````````````````````````````````````````
"""

# With line breaks, outer spaces or characters that are better not seen raw in a source file.
HOSTILE_OTHERS = [
    *("<img src=x\nonerror=X>", "<img\tsrc=x onerror=X>", "x\n{: onmouseover=X }", "```js\nX\n```"),
    *("    code", "\tcode", "x\n    code", "x\n: y", "a | b\n--|--\nc | d", "x\n===", "x\n---"),
    *("---\ntitle: x\n---", "---\n", "x  \ny", "a\u202eb<X>", "\u202egpj.exe", "a\u2066b\u2069c"),
    *("\u200fx", "zero\u200bwidth", "<scr\u200bipt>X</script>", "\ufeffbom", "tag\U000e0041\U000e007f"),
    *("a\u00a0b", "a\u2028b\u2029c", "👩\u200d👩\u200d👧 🏳️\u200d🌈", "é e\u0301", "soft\u00adhyphen"),
    *("\uffffx", "क\u094d\u200dष", "  space  inside  ", "\n\nlines\n\nof\ntext\n", "x" * 300),
]

HOSTILE = [text.replace("X", CODE) for text in [*re.split(" ¦ |\n", HOSTILE_LINES.strip()), *HOSTILE_OTHERS]]

# What pages do that are raw, or escaped for HTML alone.
EXECUTES_RAW = [
    f"<img src=x onerror={CODE}>",
    f"</title><script>{CODE}</script>",
    f"![x](x){{: onerror={CODE} }}",
]
EXECUTES_ESCAPED_FOR_HTML = [f"![x](x){{: onerror={CODE} }}"]
SHOWN_WRONGLY_ESCAPED_FOR_HTML = ["*em*", f"[x]( javascript:{CODE})", "1. item", "++ctrl+c++", "\\\\"]

# Several texts to a page, for Material's scripts take a tenth of a second on each.
PAGES = [HOSTILE[start : start + 8] for start in range(0, len(HOSTILE), 8)]

FRAME = """
## {text}

{text}

Before {text} after

- {text}

| {text} |
| --- |
| {text} |

[{text}](#link)

> <mark>{text}</mark>

<span title="{attribute}">x</span>
"""

# The elements that the frame makes, in order; an escaped value adds <bdi> and <span class="invisible"> alone.
FRAME_ELEMENTS = (
    *("h2", "p", "p", "ul", "li", "div", "div", "table", "thead", "tr", "th", "tbody", "tr", "td"),
    *("p", "a", "blockquote", "p", "mark", "p", "span"),
)

READ = """() => {
    const every = (chosen) => [...document.querySelectorAll(chosen)]
    const texts = (chosen) => every(chosen).map((one) => one.textContent.trim())
    return {
        executed: window.__executed,
        title: document.title,
        description: document.querySelector("meta[name=description]")?.content,
        topic: texts("[data-md-component=header-topic] .md-ellipsis"),
        contents: texts(".md-nav--secondary .md-nav__link"),
        values: texts("article :is(h1, h2, li, th, td, a, mark), article > p"),
        attributes: every("article span[title]:not(.invisible)").map((one) => one.title),
        targets: every("article a").map((one) => one.getAttribute("href")),
        elements: every("article *:not(bdi, .invisible)").map((one) => one.localName),
    }
}"""


def framed(texts: list[str], text: Callable[[str], str], attribute: Callable[[str], str]) -> str:
    frames = (FRAME.replace("{text}", text(one)).replace("{attribute}", attribute(one)) for one in texts)
    return "".join([f"# {text(joined(texts))}\n", *frames])


def joined(texts: list[str]) -> str:
    return " – ".join(texts)


def escaped(texts: list[str]) -> str:
    fields = {"title": joined(texts), "description": joined(texts)}
    return escape.front_matter(fields) + framed(texts, escape.markdown, escape.attribute)


def raw(text: str) -> str:
    fields = json.dumps({"title": text, "description": text}, ensure_ascii=False)
    return f"---\n{fields}\n---\n{framed([text], str, str)}"


def escaped_for_html(text: str) -> str:
    return raw(html.escape(text))


def build_escaped(folder: Path) -> None:
    """Build a site of the pages, and of each control in both ways to get it wrong."""
    settings: dict[str, Any] = {
        "site_name": "Site",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Start": "index.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "markdown_extensions": [
            *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
            *(
                "pymdownx.details",
                "pymdownx.superfences",
                "pymdownx.tabbed",
                "pymdownx.tilde",
                "pymdownx.keys",
            ),
        ],
    }
    pages = {"index": "# Start\n"}
    pages |= {f"escaped-{number}": escaped(texts) for number, texts in enumerate(PAGES)}
    pages |= {f"raw-{HOSTILE.index(text)}": raw(text) for text in EXECUTES_RAW}
    for text in (*EXECUTES_ESCAPED_FOR_HTML, *SHOWN_WRONGLY_ESCAPED_FOR_HTML):
        pages[f"html-{HOSTILE.index(text)}"] = escaped_for_html(text)
    (folder / "docs").mkdir(parents=True)
    for name, content in pages.items():
        (folder / "docs" / f"{name}.md").write_text(content, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def site(made_once: MadeOnce, serve: Serve) -> str:
    return serve(made_once("escaped", build_escaped) / "site")


@pytest.fixture
def trap(watch: Watch) -> Watched:
    """A page on which an attack that runs tells so, in whichever frame."""
    watched = watch()
    watched.page.add_init_script("window.attack = () => { top.__executed = true }")
    return watched


def read(trap: Watched, address: str) -> Any:
    trap.page.goto(address)
    return trap.page.evaluate(READ)


def as_shown(text: str) -> str:
    """On one line, with hidden characters told by their number."""
    line = re.sub("[ \t\n\u2028\u2029]+", " ", text).strip()
    hidden = "[\u200b\u200f\u202e\u2066\u2069\ufeff\uffff\U000e0000-\U000e007f]"
    return re.sub(hidden, lambda one: f"U+{ord(one[0]):04X}", line)


def test_there_are_enough_hostile_texts() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 150


def expected(page: list[str]) -> dict[str, Any]:
    title = as_shown(joined(page))
    texts = [as_shown(text) for text in page]
    frames = [[text, text, f"Before {text} after", *[text] * 6, "x"] for text in texts]
    return {
        "executed": None,
        "title": f"{title} - Site",
        "description": title,
        "topic": [title],
        "contents": [" ".join(text.split()) for text in texts],  # A no-break space is folded here, too.
        "values": [title, *(value for frame in frames for value in frame)],
        "attributes": texts,
        "targets": ["#link"] * len(texts),
        "elements": ["h1", *(list(FRAME_ELEMENTS) * len(texts))],
    }


def test_no_text_executes_and_each_is_shown_as_written(site: str, trap: Watched) -> None:
    wrong = []
    for number, page in enumerate(PAGES):
        right, found = expected(page), read(trap, f"{site}escaped-{number}/")
        wrong += [(page, key, found[key], right[key]) for key in right if found[key] != right[key]]
    assert wrong == []
    assert (trap.dialogs, trap.messages, trap.foreign_requests()) == ([], [], [])


@pytest.mark.parametrize("text", EXECUTES_RAW)
def test_control_raw_text_executes(site: str, trap: Watched, text: str) -> None:
    assert read(trap, f"{site}raw-{HOSTILE.index(text)}/")["executed"] is True


@pytest.mark.parametrize("text", EXECUTES_ESCAPED_FOR_HTML)
def test_control_text_escaped_for_html_executes(site: str, trap: Watched, text: str) -> None:
    assert read(trap, f"{site}html-{HOSTILE.index(text)}/")["executed"] is True


@pytest.mark.parametrize("text", SHOWN_WRONGLY_ESCAPED_FOR_HTML)
def test_control_text_escaped_for_html_is_shown_wrongly(site: str, trap: Watched, text: str) -> None:
    found = read(trap, f"{site}html-{HOSTILE.index(text)}/")
    assert found["values"] != expected([text])["values"]
