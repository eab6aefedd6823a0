"""Writes a made-up site as what an editor writes: `python -m tools.bench.briefings FOLDER NUMBER`.

It goes into briefings/ of the empty FOLDER, beside a copy of mkdocs.yml, the generator and the templates. The
same number gives the same bytes.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Final

from tools.bench.contents import Contents, make_actors, make_contents

ROOT: Final = Path(__file__).parents[2]


def write_repository(folder: Path, number: int) -> None:
    """Write ``number`` briefings, their actors, and what a build needs, into the empty ``folder``."""
    copy_what_builds(folder)
    write_briefings(folder, number)


def copy_what_builds(folder: Path) -> None:
    """Copy what a build needs beside briefings/ into the empty ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build/pages", "site"):
        (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / name / ".gitignore", folder / name)


def write_briefings(folder: Path, number: int) -> None:
    """Write ``number`` briefings and their actors into ``folder``/briefings."""
    base = folder / "briefings"
    base.mkdir(parents=True)
    lines = ["actors:"]
    for actor in make_actors(number):
        role = f", role: {actor.role}" if actor.role else ""
        lines.append(f"  {actor.id}: {{name: {actor.name}, kind: {actor.kind}{role}}}")
    _write(base / "actors.yml", lines)
    for contents in make_contents(number):
        _write_briefing(base / contents.slug, contents)


def _write_briefing(folder: Path, contents: Contents) -> None:
    (folder / "articles").mkdir(parents=True)
    for article in contents.articles:
        lines = [
            *("---", f"title: {_quoted(article.title)}", f"publisher: {article.publisher}"),
            *(f"published: {article.published}", "---", ""),
            "\n\n".join(article.paragraphs),
        ]
        _write(folder / "articles" / f"{article.id}.md", lines)
    lines = [
        f"title: {_quoted(contents.title)}",
        f"as_of: {contents.as_of}",
        "status: published",
        f"topics: [{', '.join(contents.topics)}]",
        "bottom_line:",
    ]
    for number, claim in enumerate(contents.claims[:3]):
        label = "label: So, " if number else ""
        lines.append(f"  - {{{label}text: {_quoted(claim.text)}, claims: [{claim.id}]}}")
    lines += ["matters:", *(f"  matter-{at}: {{title: Matter {at}}}" for at in range(3)), "claims:"]
    for number, claim in enumerate(contents.claims):
        lines += [
            f"  - id: {claim.id}",
            f"    text: {_quoted(claim.text)}",
            f"    by: {claim.actor.id}",
            f"    matter: matter-{number % 3}",
            f"    said: {claim.said}",
            "    evidence:",
            *(f"      {id}: {_quoted(words)}" for id, words in claim.words.items()),
        ]
    lines.append("questions:")
    for question in contents.questions:
        lines += [
            f"  - id: {question.id}",
            f"    text: {_quoted(question.text)}",
            f"    claims: [{', '.join(question.claims)}]",
        ]
        if question.differ:
            lines += [f"    differ: {_quoted(question.differ)}", f"    kind: {question.kind}"]
    _write(folder / "briefing.yml", lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]), int(sys.argv[2]))
