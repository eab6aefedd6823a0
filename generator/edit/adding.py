"""A claim put into its briefing's file, with the entries of its speakers who are no actors yet.

Lines are put in below the last entry of a section, and nothing else is touched. What comes out is read, and
held to what was there, before it is written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.files.walk import read_file
from generator.files.write import write_file
from generator.model.located import plain
from generator.read.source import Source
from generator.read.yaml_values import read_yaml

_BEGINS: Final = r"^{section}:[ \t]*(?P<empty>\[\]|\{{\}})?[ \t]*(?P<comment>#.*?)?\r?$"


@dataclass(frozen=True)
class Addition:
    """What is to be put in.

    Attributes:
        claim: lines of the claim, indented as the claims of the briefing are.
        actors: entries to stand below ``actors``, each on one line, without indentation.
    """

    claim: tuple[str, ...]
    actors: tuple[str, ...] = ()


def put_in(root: Path, path: str, addition: Addition) -> None:
    """Writes a claim into the file of its briefing.

    Raises:
        ValueError: it can't be put in there; the file is as it was.
        OSError: it can't be written.
    """
    text = read_file(root, path).decode()
    write_file(root, path, with_addition(text, addition).encode())


def with_addition(text: str, addition: Addition) -> str:
    """Returns a briefing.yml with a claim more, and with the actors that it needs.

    Raises:
        ValueError: the file can't be read as it is, or its claims or actors stand in brackets.
    """
    end = "\r" if "\r\n" in text else ""
    lines = _put(text.split("\n"), "claims", [f"{line}{end}" for line in addition.claim], end)
    if addition.actors:
        lines = _put(lines, "actors", [f"  {entry}{end}" for entry in addition.actors], end)
    new = "\n".join(lines)
    before, after = _read(text), _read(new)
    if before is None:
        raise ValueError("The file can't be read as it is: mend it first, as check tells.")
    if after is None or not _is_addition(before, after, len(addition.actors)):
        raise ValueError("The file is written so that nothing can be put in: paste what quote writes.")
    return new


def _put(lines: Sequence[str], section: str, new: Sequence[str], line_end: str) -> list[str]:
    """Puts lines below the last entry of a section; ``line_end`` is what stands before a line feed."""
    begins = re.compile(_BEGINS.format(section=section))
    at = next((number for number, line in enumerate(lines) if begins.match(line)), None)
    if at is None:
        if any(line.startswith(f"{section}:") for line in lines):
            raise ValueError(f"'{section}' stands in brackets here: paste what quote writes.")
        end = len(lines) - (not lines[-1])
        return [*lines[:end], f"{section}:{line_end}", *new, *lines[end:]]
    found = begins.match(lines[at])
    comment = f" {found['comment']}" if found and found["comment"] else ""
    last = at
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line and not line[0].isspace() and line[0] not in "#-":
            break
        if line.strip() and not line.startswith("#"):
            last = number
    head = f"{section}:{comment}{line_end}" if found and found["empty"] else lines[at]
    return [*lines[:at], head, *lines[at + 1 : last + 1], *new, *lines[last + 1 :]]


def _read(text: str) -> dict[str, Any] | None:
    value = plain(read_yaml(Source("", text))[0])
    return value if isinstance(value, dict) else None


def _is_addition(before: dict[str, Any], after: dict[str, Any], actors: int) -> bool:
    """Tests whether one file has what another has, and one claim and so many actors more."""
    others = {key: value for key, value in before.items() if key not in ("claims", "actors")}
    if others != {key: value for key, value in after.items() if key not in ("claims", "actors")}:
        return False
    claims, new_claims = _list(before.get("claims")), _list(after.get("claims"))
    people, new_people = _mapping(before.get("actors")), _mapping(after.get("actors"))
    more = len(new_claims) == len(claims) + 1 and len(new_people) == len(people) + actors
    return more and new_claims[:-1] == claims and {**new_people, **people} == new_people


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
