"""The cases in cases/*.md: what a contributor writes, and all that the command answers.

A case is a heading and what stands below it. Its fenced blocks are, in the order in which they are done:

    ```diff PATH      lines to take out (-) and to put in (+) at the one place where they stand with the
                      lines around them ( ); @@ alone parts two places; what is only put in goes to the end
    ```yaml PATH      the whole new file (or text, or any other word for the highlighting)
    ```sh             commands that run in the repository
    ```console        a command, `$ briefing …`, and below it everything that it prints

After PATH the word ``escaped`` makes characters of ``\\t``, ``\\x00`` and ``\\u202E``; so they can be seen.
Everything starts from the repository in minimal/, which has no fault.
"""

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "cases"
MINIMAL: Final = Path(__file__).parent / "minimal"

_BLOCK: Final = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:t|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))")


def with_two_briefings(root: Path) -> Path:
    """Copy the minimal repository, its briefing harbour a second time as quay."""
    shutil.copytree(MINIMAL, root)
    shutil.copytree(root / "briefings/harbour", root / "briefings/quay")
    return root


@dataclass(frozen=True)
class Case:
    """One heading of one file, and its blocks: kind, what stands beside it, and content."""

    file: str
    title: str
    blocks: tuple[tuple[str, str, str], ...]

    @property
    def id(self) -> str:
        """The name of its tests."""
        return f"{self.file}-{re.sub(r'[^a-z0-9]+', '-', self.title.lower()).strip('-')}"

    @property
    def sessions(self) -> list[tuple[list[str], str]]:
        """The arguments of each command and what it prints."""
        told = []
        for kind, _, content in self.blocks:
            if kind == "console":
                command, _, printed = content.partition("\n")
                assert command.startswith("$ briefing "), command
                told.append((shlex.split(command)[2:], printed))
        return told

    def make(self, root: Path) -> Path:
        """The minimal repository at ``root``, changed as the case says."""
        shutil.copytree(MINIMAL, root)
        for kind, beside, content in self.blocks:
            path, _, escaped = beside.partition(" ")
            text = _ESCAPE.sub(_character, content) if escaped else content
            if kind == "sh":
                subprocess.run(
                    ["sh", "-eu"], input=content, cwd=root, check=True, text=True, encoding="utf-8"
                )
            elif kind == "diff":
                _change(root / path, text)
            elif kind != "console":
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(text.encode())
        return root

    def renew(self, printed: list[str]) -> None:
        """Write what was printed into the case's file as what is expected."""
        path = FOLDER / f"{self.file}.md"
        text = path.read_text(encoding="utf-8")
        start = text.index(f"\n## {self.title}\n")
        end = text.find("\n## ", start + 1)
        body = text[start : end if end >= 0 else len(text)]
        new = iter(printed)
        for kind, _, content in self.blocks:
            if kind == "console":
                command = content.partition("\n")[0]
                body = body.replace(f"```console\n{content}```", f"```console\n{command}\n{next(new)}```")
        path.write_text(text[:start] + body + (text[end:] if end >= 0 else ""), encoding="utf-8")


def read_cases() -> list[Case]:
    """Every case of every file, in their order."""
    cases = []
    for path in sorted(FOLDER.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            title, _, body = part.partition("\n")
            blocks = [(found[1], found[2] or "", found[3]) for found in _BLOCK.finditer(body)]
            cases.append(Case(path.stem, title, tuple(blocks)))
    return cases


def _change(path: Path, diff: str) -> None:
    text = path.read_bytes().decode()
    for place in diff.split("@@\n"):
        lines = [f"{line}\n" for line in place.removesuffix("\n").split("\n")]
        assert all(line[0] in " +-" for line in lines), place
        old = "".join(line[1:] for line in lines if line[0] != "+")
        new = "".join(line[1:] for line in lines if line[0] != "-")
        if not old:
            text += new
            continue
        assert ("\n" + text).count("\n" + old) == 1, f"stands {text.count(old)} times in {path.name}:\n{old}"
        text = ("\n" + text).replace("\n" + old, "\n" + new)[1:]
    path.write_bytes(text.encode())


def _character(found: re.Match[str]) -> str:
    return "\t" if found[0] == r"\t" else chr(int(found[1] or found[2], 16))
