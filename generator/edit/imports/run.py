"""Import of several files at once: all are read and judged before the first article is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Final

from generator.edit.imports.apart import read_apart
from generator.edit.imports.article import ENDING, article_id, article_text
from generator.edit.imports.facts import choose
from generator.edit.imports.text.reading import MOST_BYTES, Fact, Reading, Refused, Stated
from generator.edit.told_articles import with_articles
from generator.files.folder import NotPlain, opened
from generator.files.given import read_given
from generator.files.write import create_files, write_file
from generator.model.diagnostics import did_you_mean
from generator.model.texts import id_fault
from generator.places import FOLDER
from generator.read.article import article_of
from generator.read.load import load
from generator.read.source import read_bytes, source_of

STANDARD_INPUT: Final = "-"


@dataclass(frozen=True)
class Imported:
    """An article that was made of a file.

    Attributes:
        file: the file's name, as it was given.
        id: the article's.
        path: where it was written, below the root.
        reading: what the file holds.
        facts: what of its statements stands in the front matter.
        remarks: sentences on what an editor should know or look at.
        text: all that was written.
    """

    file: str
    id: str
    path: str
    reading: Reading
    facts: Mapping[Fact, Stated]
    remarks: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Outcome:
    """What an import came to: the articles that were written, or the reasons for which none was.

    Attributes:
        imported: the articles.
        refused: each file that can't be imported, with the reason and the way out.
        has_summary: whether the briefing has its briefing.yml.
        near: what to say of a folder that was made anew, where another has nearly its name; else empty.
        day: the day of the briefing, where it was set to that of its newest article.
    """

    imported: tuple[Imported, ...]
    refused: tuple[tuple[str, Refused], ...]
    has_summary: bool = False
    near: str = ""
    day: str = ""


def import_articles(
    root: Path, slug: str, files: Sequence[str], standard_input: bytes, *, id: str = "", encoding: str = ""
) -> Outcome:
    """Makes an article of each file and writes them all, or none where one has a fault.

    Args:
        root: the folder of briefings/.
        slug: the briefing's name; its folder is made where it is missing.
        files: paths; "-" is the standard input.
        standard_input: what was read from there; at most one byte more than is allowed.
        id: the article's, instead of one of its name or title; for a single file.
        encoding: of the files, instead of the one that they declare.

    Raises:
        NotPlain, OSError: nothing can be written there.
    """
    if fault := id_fault(slug):
        return Outcome(
            (), ((slug, Refused("It can't be the name of a briefing.", f"A name must be {fault}.")),)
        )
    known = _names_below(root, FOLDER)
    near = "" if slug in known else did_you_mean(slug, known).strip()
    folder = f"{FOLDER}/{slug}/articles"
    there, has_summary = _names_below(root, folder), "briefing.yml" in _names_below(root, f"{FOLDER}/{slug}")
    taken = {PurePath(name).stem: name for name in there}
    imported: list[Imported] = []
    refused: list[tuple[str, Refused]] = []
    for file in files:
        try:
            one = _made(file, standard_input, folder, taken, id, encoding)
        except Refused as refusal:
            refused.append((file, refusal))
        else:
            imported.append(one)
            taken[one.id] = file
    if refused:
        return Outcome((), tuple(refused))
    create_files(root, folder, {f"{one.id}{ENDING}": one.text.encode() for one in imported})
    day = _tell_articles(root, f"{FOLDER}/{slug}/briefing.yml", slug) if has_summary else ""
    return Outcome(tuple(imported), (), has_summary, near, day)


def _tell_articles(root: Path, path: str, slug: str) -> str:
    """Writes into a briefing.yml what a new one tells of its articles; returns its day where that changed."""
    data, fault = read_bytes(root, path)
    briefing = next(iter(load(root, slug)[0].briefings), None)
    if fault is not None or briefing is None:
        return ""
    before = data.decode("utf-8")
    after = with_articles(before, tuple(briefing.articles.values()))
    if after == before:
        return ""
    write_file(root, path, after.encode())
    again = next(iter(load(root, slug)[0].briefings), None)
    was, now = briefing.written.as_of, again.written.as_of if again else None
    return now.edtf or "" if now and now != was else ""


def _made(
    file: str, standard_input: bytes, folder: str, taken: Mapping[str, str], id: str, encoding: str
) -> Imported:
    data = standard_input if file == STANDARD_INPUT else _data(Path(file))
    if len(data) > MOST_BYTES:
        raise Refused(f"It has more than {MOST_BYTES // 1024 // 1024} MB.", "Save it without its pictures.")
    reading = read_apart(file, data, encoding)
    facts, conflicts = choose(reading.stated)
    title = facts["title"].value if "title" in facts else ""
    if title and len(reading.paragraphs) > 1 and reading.paragraphs[0].split() == title.split():
        # It stands in the front matter.
        first, *below = reading.paragraphs
        reading = replace(reading, paragraphs=tuple(below), left_out=(first, *reading.left_out))
    id = id or article_id("stdin" if file == STANDARD_INPUT else Path(file).stem, title, taken.keys())
    if id in taken:
        raise Refused(
            f"It would be the article '{id}', and {taken[id]} is that already.",
            "Give it another id with --id; to import it anew, remove the old article first.",
        )
    path = f"{folder}/{id}{ENDING}"
    text = article_text(facts, reading.paragraphs)
    _verify(path, text)
    return Imported(file, id, path, reading, facts, (*conflicts, *reading.remarks), text)


def _data(path: Path) -> bytes:
    try:
        return read_given(path, MOST_BYTES)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise Refused(f"It can't be read: {why}.", "Check its name, and that it may be read.") from None


def _verify(path: str, text: str) -> None:
    """Reads the article as `check` will, so that none is written that `check` refuses."""
    source, faults = source_of(path, text.encode())
    if source is not None:
        faults = article_of(source)[1]
    if faults:
        raise Refused(
            f"Its text would be no article: {faults[0].message}",
            "Mend that in the file, and import it again.",
        )


def _names_below(root: Path, path: str) -> list[str]:
    """Lists what a folder holds; nothing where it is missing or no folder, which writing tells."""
    try:
        with opened(root, path) as folder:
            return [entry.name for entry in folder.entries() if not entry.name.startswith(".")]
    except (FileNotFoundError, NotPlain):
        return []
