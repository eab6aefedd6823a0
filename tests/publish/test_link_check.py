from pathlib import Path

import pytest

from generator.files.cache import cached
from generator.publish import link_check as module
from generator.publish.link_check import broken_links

GOOD = """<!doctype html><html><head>
<link rel="canonical" href="https://example.org/x/">
<link rel="stylesheet" href="assets/a.css"><script src="assets/a.js"></script>
<script>if (1 <a) x = '<a href="nowhere/">'</script><title>a <b href="nowhere/"></title>
</head><body id="top-of-all">
<!-- <a href="nowhere/"> --><h2 id="claim-é">One</h2> text: href="nowhere/" 1 < 2 &lt;a href="nowhere/">
<a href="#claim-%C3%A9">id</a> <a href='a/'>folder</a> <a href=a/index.html#x>bare</a>
<a href="./a/?q=1#x">query</a> <a href=".">home</a> <a href="#">top</a> <a href="#top">top</a>
<a href="a/#x:~:text=one">words</a>
<a href="https://example.org/">other host</a> <a href="mailto:a@example.org">mail</a>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="assets/a.png 1x, assets/a.png 2x" alt="a > b">
<a href="a&#47;">entity</a> <a data-href="nowhere/">none</a>
</body></html>"""
FOREIGN = "asks another host; the site loads nothing from elsewhere"
ABSENT = "no such page or file in the site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": GOOD,
        "a/index.html": '<p id="x"><a href="../#claim-é">up</a> <a href="..">up</a> <a name="old"></a>',
        "404.html": '<a href="/">home</a><a href="/a/#old">a</a>',
        "assets/a.css": "@import 'b.css'; a { background: url( 'a.png' ) } /* url(nowhere) */",
        "assets/b.css": 'b { background: url("data:image/svg+xml;charset=utf-8,<svg/>") }',
        "assets/a.js": "",
        "assets/a.png": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_good_site_has_no_broken_link(site: Path) -> None:
    assert broken_links(site) == []


@pytest.mark.parametrize(
    ("text", "href", "why"),
    [
        ('<a href="nowhere/">', "nowhere/", ABSENT),
        ('<a href="A/">', "A/", ABSENT),
        ("<a title='>' href='nowhere.html'>", "nowhere.html", ABSENT),
        ("<a href=nowhere/>", "nowhere/", ABSENT),
        ('<A HREF="nowhere/">', "nowhere/", ABSENT),
        ('<img src="assets/b.png">', "assets/b.png", ABSENT),
        ('<img srcset="assets/a.png 1x, assets/b.png 2x">', "assets/b.png", ABSENT),
        ('<a href="a">', "a", "names a folder; end it with a slash"),
        ('<a href="#claim-two">', "#claim-two", "no element with this id on index.html"),
        ('<a href="a/#claim-é">', "a/#claim-é", "no element with this id on a/index.html"),
        ('<a href="a/index.html#X">', "a/index.html#X", "no element with this id on a/index.html"),
        ('<a href="../a/">', "../a/", "leads out of the site, which begins at /"),
        ('<a href="%2e%2e/etc/passwd">', "%2e%2e/etc/passwd", "leads out of the site, which begins at /"),
        ('<a href="JavaScript:alert(1)">', "JavaScript:alert(1)", "JavaScript: isn't allowed in a link"),
        ('<a href="data:text/html,x">', "data:text/html,x", "data: isn't allowed in a link"),
        ('<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js", FOREIGN),
        ('<script src="//cdn.example/x.js"></script>', "//cdn.example/x.js", FOREIGN),
        ('<img src="http://cdn.example/x.png">', "http://cdn.example/x.png", FOREIGN),
        ('<iframe src="https://cdn.example/"></iframe>', "https://cdn.example/", FOREIGN),
        ('<link rel="stylesheet" href="https://cdn.example/">', "https://cdn.example/", FOREIGN),
        ('<link rel="preconnect" href="https://cdn.example">', "https://cdn.example", FOREIGN),
        ('<link href="https://cdn.example/">', "https://cdn.example/", FOREIGN),
        ('<form action="https://cdn.example/">', "https://cdn.example/", FOREIGN),
        ('<a ping="https://cdn.example/" href="a/">', "https://cdn.example/", FOREIGN),
        ('<p style="background:url(https://cdn.example/x)">', "https://cdn.example/x", FOREIGN),
        ("<style>@import 'https://cdn.example/x'</style>", "https://cdn.example/x", FOREIGN),
        ('<svg><use href="https://cdn.example/x#y"/></svg>', "https://cdn.example/x#y", FOREIGN),
        (
            '<meta http-equiv="refresh" content="0; url=https://cdn.example/">',
            "https://cdn.example/",
            FOREIGN,
        ),
        ('<meta http-equiv="Refresh" content="0; url=nowhere/">', "nowhere/", ABSENT),
        ('<a href="a/', '<a href="a/', "a tag that can't be read"),
    ],
)
def test_each_fault_is_told(site: Path, text: str, href: str, why: str) -> None:
    before, end, after = GOOD.rpartition("</body>")
    (site / "index.html").write_text(before + text + end + after, encoding="utf-8")
    assert broken_links(site) == [("index.html", href, why)]


def test_style_sheets_are_looked_through(site: Path) -> None:
    (site / "assets/b.css").write_text("b { background: url(https://cdn.example/x) }", encoding="utf-8")
    assert broken_links(site) == [("assets/b.css", "https://cdn.example/x", FOREIGN)]


@pytest.mark.parametrize("base_path", ["/team/site", "/team/site/", "team/site/"])
def test_site_under_a_path(site: Path, base_path: str) -> None:
    (site / "404.html").write_text(
        '<a href="/team/site/a/#x"> <a href="/team/site/."> <a href="/a/">', "utf-8"
    )
    outside = "leads out of the site, which begins at /team/site/"
    assert broken_links(site, base_path) == [("404.html", "/a/", outside)]


def test_pages_are_looked_into_once(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page asks of others is kept; whether they have it is looked up each time."""
    root = tmp_path_factory.mktemp("root")
    parsed: list[str] = []
    parse = module._parse

    def counted(text: str, *, is_css: bool) -> object:
        parsed.append(text)
        return parse(text, is_css=is_css)

    monkeypatch.setattr(module, "_parse", counted)

    def told(base_path: str = "/") -> list[tuple[str, str, str]]:
        with cached(root, "cache", module.KIND, "one", sweep=True) as kept:
            found = broken_links(site, base_path, kept)
        assert found == broken_links(site, base_path)
        return [(link.page, link.href, link.why) for link in found]

    assert told() == []
    parsed.clear()
    assert told() == []
    assert len(parsed) == 5  # by the call that keeps nothing
    (site / "a/index.html").write_text('<p id="y"><a href="http://x/">', encoding="utf-8")
    broken = [
        ("404.html", "/a/#old", "no element with this id on a/index.html"),
        *(
            ("index.html", href, "no element with this id on a/index.html")
            for href in ("./a/?q=1#x", "a/#x:~:text=one", "a/index.html#x")
        ),
    ]
    parsed.clear()
    assert told() == broken
    assert len(parsed) == 6
    assert told() == broken
    elsewhere = told("/base/")
    assert ("404.html", "/", "leads out of the site, which begins at /base/") in elsewhere
    (site / "a/index.html").unlink()
    assert ("index.html", "a/", ABSENT) in told()


def test_a_file_s_name_may_hold_the_mark_of_a_fragment(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="a%23b">', encoding="utf-8")
    (tmp_path / "a").touch()
    assert [link.why for link in broken_links(tmp_path)] == [ABSENT]
    (tmp_path / "a#b").touch()
    assert broken_links(tmp_path) == []
