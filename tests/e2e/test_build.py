"""From this repository's own code and templates, and the golden briefings, to a site."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.cli import main
from generator.pipeline import check
from generator.publish.link_check import broken_links
from generator.render.edition import visible
from tests.paths import REPOSITORY
from tests.render.pages.test_page_counts import KINDS, counts_of_html, counts_of_yaml, write_set

Copy = Callable[[Path], Path]
Snapshot = Callable[[Path], Mapping[str, bytes]]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own."""
    command = [sys.executable, "-P", *arguments]
    settings = os.environ | environment
    return subprocess.run(
        command, env=settings, check=False, capture_output=True, text=True, encoding="utf-8"
    )


# The same site, whoever builds it and wherever.


def test_build_again_changes_no_byte(
    built: Path, copy: Copy, tree: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tree(built / "site")
    assert {"index.html", "pagefind/pagefind-entry.json", "assets/search-words.json"} <= first.keys()
    # Elsewhere, in another zone, language and order of hashes; by the command as users call it.
    elsewhere = copy(tmp_path / "somewhere else, é")
    others = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONPATH": str(elsewhere)}
    done = run("-m", "generator", "build", "--root", str(elsewhere), **others)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(elsewhere / "site") == first
    # MkDocs alone, over what stands there, by our hook.
    (elsewhere / "site" / "stale.html").write_text("old", encoding="utf-8")
    done = run("-m", "mkdocs", "build", "--strict", "-f", str(elsewhere / "mkdocs.yml"), **others)
    assert done.returncode == 0, done.stderr
    assert tree(elsewhere / "site") == first
    # The same once more in the same folder.
    assert main(["build", "--root", str(elsewhere)]) == 0
    assert tree(elsewhere / "site") == first


def test_site_has_no_broken_link_and_asks_no_other_host(built: Path) -> None:
    assert broken_links(built / "site") == []


def test_build_leaves_nothing_but_its_lock_beside_the_site(built: Path) -> None:
    assert beside(built) == {".site.lock"}


def beside(root: Path) -> set[str]:
    """What stands in a copy and not in this repository."""
    known = {path.name for path in REPOSITORY.iterdir()} - {".site.lock"}
    return {path.name for path in root.iterdir()} - known


# Each claim: its address, its quotes' addresses, and the way back.


@cache
def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def element(html: str, id: str) -> int:
    """Where the element with this id begins."""
    places = [found.start() for found in re.finditer(rf'\bid="{re.escape(id)}"', html)]
    assert len(places) == 1, id
    return places[0]


def target(site: Path, here: str, href: str) -> tuple[Path, str]:
    """The file and the fragment that a link leads to."""
    address, _, fragment = urljoin(f"/{here}", unescape(href)).partition("#")
    return site / address.lstrip("/") / ("index.html" if address.endswith("/") else ""), fragment


def test_every_claim_leads_to_its_passages_and_back(built: Path) -> None:
    site = built / "site"
    followed = []
    for found in visible(check(built).findings):
        slug = found.briefing.slug
        here = f"briefings/{slug}/"
        html = page(site / here / "index.html")
        for claim in found.briefing.summary.claims:
            if claim.withdrawn:
                continue
            followed.append(claim.id)
            start = element(html, f"claim-{claim.id}")
            opened = re.split("</details>|<details", html[start:])[0]
            links = re.findall(r'href="([^"#]*#quote-[0-9a-f]{10})"', opened)
            assert len(links) == len(claim.evidence) > 0
            for href, quote in zip(links, found.quotes[claim.id], strict=True):
                source, fragment = target(site, here, href)
                assert fragment == f"quote-{quote.passage.address}"
                element(page(source), fragment)
                back = f"{here}articles/{quote.passage.article}/"
                assert source == site / back / "index.html"
                ways = {target(site, back, one) for one in re.findall(r'href="([^"]*)"', page(source))}
                assert (site / here / "index.html", f"claim-{claim.id}") in ways
    assert len(followed) == 16 + 1  # Those of the bridge and of the ferry that were not withdrawn.


def test_one_claim_from_its_line_to_its_source(built: Path) -> None:
    """The chain that an editor follows: line of YAML, line of Markdown, address, address of the passage."""
    slug = "oldmere-bridge"
    [found] = [one for one in check(built).findings if one.briefing.slug == slug]
    claim = found.briefing.claims["cars-today"]
    yaml = (built / found.briefing.path).read_text(encoding="utf-8").splitlines()
    assert yaml[claim.at("id").line - 1].strip() == "- id: cars-today"

    markdown = page(built / "build" / "pages" / "briefings" / slug / "index.md").splitlines()
    [line] = [number for number, text in enumerate(markdown) if 'id="claim-cars-today"' in text]
    said = re.sub(r'<span class="chip">.*?</span>|<[^>]*>', "", markdown[line - 2]).strip()
    assert said.removeprefix("6") == claim.text
    context = next(text for text in markdown[line:] if "/index.md#quote-" in text)
    [quote] = found.quotes[claim.id]
    address = f"quote-{quote.passage.address}"
    assert f"](articles/courier/index.md#{address})" in context

    html = page(built / "site" / "briefings" / slug / "index.html")
    assert f'href="articles/courier/#{address}"' in html[element(html, "claim-cars-today") :]
    source = page(built / "site" / "briefings" / slug / "articles" / "courier" / "index.html")
    marked = source[element(source, address) :].partition("<mark>")[2].partition("</mark>")[0]
    assert marked == "The bridge can carry cars today"
    article = built / "briefings" / slug / "articles" / "courier.md"
    assert marked in article.read_text(encoding="utf-8").splitlines()[quote.passage.span.line - 1]


def test_built_pages_of_any_set_have_as_much_as_its_yaml(copy: Copy, tmp_path: Path) -> None:
    root = copy(tmp_path / "root")
    shutil.rmtree(root / "briefings")
    write_set(root, random.Random(12))
    assert main(["build", "--root", str(root), "--drafts"]) == 0
    site = root / "site"
    pages = {path.relative_to(site).as_posix(): page(path) for path in site.rglob("*.html")}
    written = counts_of_yaml(root)
    assert min(written[kind] for kind in KINDS) > 0
    assert counts_of_html(pages) == written


# Exit statuses, and what a failed build leaves.


def briefing_file(root: Path) -> Path:
    return root / "briefings" / "oldmere-bridge" / "briefing.yml"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def break_quote(root: Path) -> None:
    rewrite(
        briefing_file(root),
        "courier: The bridge can carry cars today\n",
        "courier: The bridge can carry carts today\n",
    )


def test_check_of_what_is_right(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(built)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["check", "--root", str(built), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_of_what_is_wrong(spare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_quote(spare)
    assert main(["check", "--root", str(spare), "--format", "json"]) == 1
    [told] = json.loads(capsys.readouterr().out)
    assert (told["code"], told["severity"]) == ("quote-differs", "error")
    line = briefing_file(spare).read_text(encoding="utf-8").splitlines()[told["line"] - 1]
    assert line[told["column"] - 1 :].startswith("The bridge can carry carts today")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--root", "no-such-folder"],
        ["check", "--no-such-option"],
        ["no-such-command"],
        ["build", "--builder", "none"],
        [],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert "Usage" in told.out + told.err


def test_command_gives_its_status_to_the_shell(built: Path, spare: Path) -> None:
    break_quote(spare)
    statuses = [
        run("-m", "generator", "check", "--root", str(root), PYTHONPATH=str(REPOSITORY)).returncode
        for root in (built, spare, spare / "nowhere")
    ]
    assert statuses == [0, 1, 2]


def test_broken_briefing_leaves_the_site(
    spare: Path, tree: Snapshot, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(spare / "site"), tree(spare / "build/pages")
    break_quote(spare)
    assert main(["build", "--root", str(spare)]) == 1
    told = capsys.readouterr().err
    assert "quote-differs" in told
    assert "Nothing was built; the site is as it was." in told
    assert (tree(spare / "site"), tree(spare / "build/pages")) == before


def test_failed_builder_leaves_the_site(
    spare: Path, tree: Snapshot, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(spare / "site")
    rewrite(spare / "mkdocs.yml", "plugins: []\n", "plugins:\n  - no-such-plugin\n")
    assert main(["build", "--root", str(spare)]) == 2
    assert "no-such-plugin" in capsys.readouterr().err
    assert tree(spare / "site") == before
    assert beside(spare) == {".site.lock"}


def test_broken_link_in_the_built_pages_leaves_the_site(
    spare: Path, tree: Snapshot, capsys: pytest.CaptureFixture[str]
) -> None:
    """The builder is content, and the generator's own look at the links isn't."""
    before = tree(spare / "site")
    rewrite(
        spare / "templates" / "overrides" / "main.html",
        '{% extends "base.html" %}',
        '{% extends "base.html" %}{% block announce %}<a href="nowhere/">x</a>{% endblock %}',
    )
    assert main(["build", "--root", str(spare)]) == 2
    assert "nowhere/" in capsys.readouterr().err
    assert tree(spare / "site") == before
