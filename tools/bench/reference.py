"""Frozen reference: pages as the generator once wrote them, for a site builder alone.

`python -m tools.bench.reference FOLDER NUMBER` writes the Markdown of NUMBER briefings, in tens. It is the
yardstick of the benchmark and never changes: reference.tar.xz holds all pages that a site of ten briefings of
`tools.bench.contents` had on 2026-11-30. A larger site is made of copies of the ten, with addresses of their
own: the pages of briefings and sources, and those of fifteen actors. Lists and topics, of which a large site
has hardly more than a small one, stand once. Its settings are those of a plain site, with Material for MkDocs
and its own search; like ours, its menu does not name every page, as that menu would stand in each.
"""

import re
import sys
import tarfile
from pathlib import Path
from typing import Final

_ARCHIVE: Final = Path(__file__).with_name("reference.tar.xz")
_IN_ARCHIVE: Final = 10
_ACTORS: Final = 15
_COPIED: Final = re.compile(r"\b(briefing-\d{5}|actor-\d+)\b")

MKDOCS: Final = """\
site_name: Briefings
docs_dir: docs
theme:
  name: material
  font: false
plugins:
  - search
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc:
      toc_depth: 2
nav:
  - Home: index.md
  - All briefings: briefings/index.md
  - Topics: topics/index.md
  - Who: actors/index.md
  - Questions: questions/index.md
validation:
  nav:
    omitted_files: ignore
  links:
    unrecognized_links: ignore
    not_found: ignore
    anchors: ignore
"""

HUGO: Final = """\
baseURL = "https://briefings.example/"
title = "Briefings"
contentDir = "docs"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""

LAYOUT: Final = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .TableOfContents }}{{ .Content }}</main></body>
</html>
"""


def write_reference(folder: Path, number: int) -> None:
    """Write the pages of ``number`` briefings, in tens, and the settings, into the empty ``folder``.

    Raises:
        ValueError: the number is no multiple of ten.
    """
    if number % _IN_ARCHIVE:
        raise ValueError(f"The reference has {_IN_ARCHIVE} briefings, or a multiple of that.")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(LAYOUT, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    pages = _pages()
    actors = sorted(
        (name for name in pages if re.match(r"actors/actor-", name)), key=lambda name: -len(pages[name])
    )
    copied = [*(name for name in pages if re.match(r"briefings/briefing-", name)), *actors[:_ACTORS]]
    for name, text in pages.items():
        _write(folder / "docs" / name, text)
    for copy in range(1, number // _IN_ARCHIVE):
        for name in copied:
            _write(folder / "docs" / _renamed(name, copy), _renamed(pages[name], copy))


def _pages() -> dict[str, str]:
    with tarfile.open(_ARCHIVE) as archive:
        files = ((member.name, archive.extractfile(member)) for member in archive.getmembers())
        return {name: file.read().decode() for name, file in files if file is not None}


def _renamed(text: str, copy: int) -> str:
    return _COPIED.sub(rf"\1-{copy}", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_reference(Path(sys.argv[1]), int(sys.argv[2]))
