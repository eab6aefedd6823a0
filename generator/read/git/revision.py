"""The briefings as a commit holds them, and the name that git gives to a folder as it stands.

A briefing's version is named by the tree that git would make of the files that are read: briefing.yml, and
the articles, each as a plain file. Hidden files, whatever else was put beside them, and the mode of a file
change nothing that a reader sees; they change git's own tree, and not the version. In a folder that holds
nothing else the two are the same.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from generator.files.folder import opened
from generator.files.write import write_file
from generator.model.briefing import Article, Briefing, Library
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Summary
from generator.model.texts import id_fault
from generator.read.article import ENDINGS, article_of
from generator.read.git.command import Git
from generator.read.load import FOLDER, REGISTRY, load
from generator.read.settings import CONFIG
from generator.read.source import MOST_BYTES, read_bytes, source_of
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml

SUMMARY: Final = "briefing.yml"
ARTICLES: Final = "articles"
PLAIN_FILES: Final = frozenset([b"100644", b"100755"])
"""The modes of regular files; all others are links, folders and other repositories."""


def library_at(
    git: Git, commit: str, slugs: Collection[str] | None = None
) -> tuple[Library, list[Diagnostic]]:
    """The library as it stood in a commit, and what was wrong with it, as `load` tells both.

    Only the files that are read are looked at: a link, or anything under another name, is not there.

    Args:
        git: the repository.
        commit: the commit's id, as `Git.resolve` gives it.
        slugs: the briefings that are wanted; None for all. The actors of the registry are always there.

    Raises:
        GitFailed: the repository does not hold all of it.
    """
    with TemporaryDirectory() as folder, git.blobs() as blobs:
        root = Path(folder)
        with opened(root, FOLDER, make=True):
            pass  # There may be no briefing at all.
        for path, blob in _files(git, commit):
            slug, _, within = path.removeprefix(f"{FOLDER}/").partition("/")
            wanted = slugs is None or slug in slugs
            if path in (CONFIG, REGISTRY) or (wanted and not id_fault(slug) and is_read(within)):
                data = blobs.read(blob)
                # One byte too many makes reading it tell that it is too large.
                write_file(root, path, bytes(MOST_BYTES + 1) if data is None else data)
        return load(root)


def briefing_of(slug: str, files: Mapping[str, bytes]) -> Briefing | None:
    """A briefing of its files' bytes, by their paths within its folder, without what is wrong in them.

    None when nothing can be made of its briefing.yml. Its actors are its own; those of the registry are no
    part of its folder.
    """
    path = f"{FOLDER}/{slug}/{SUMMARY}"
    source, _ = source_of(path, files.get(SUMMARY, b""))
    value = read_yaml(source)[0] if source is not None else None
    if value is None:
        return None
    summary, _, lost = build_partly(Summary, value, path)
    if summary is None:
        return None
    articles: dict[str, Article | None] = {}
    for name in sorted(files.keys() - {SUMMARY}):
        source, _ = source_of(f"{FOLDER}/{slug}/{name}", files[name])
        articles.setdefault(PurePosixPath(name).stem, article_of(source)[0] if source is not None else None)
    found = {id: article for id, article in articles.items() if article is not None}
    return Briefing(slug, path, summary, found, summary.actors, lost)


def folder_trees(git: Git, commit: str) -> dict[str, str]:
    """The id of each briefing's folder in a commit, as git has it, by slug: `git rev-parse COMMIT:PATH`."""
    return {
        path.removeprefix(f"{FOLDER}/"): id
        for mode, path, id in _listed(git, "-d", commit, "--", f"{FOLDER}/")
        if mode == b"040000" and not id_fault(path.removeprefix(f"{FOLDER}/"))
    }


def tree_of(root: Path, slug: str, committed: Mapping[str, str] | None = None) -> str:
    """The version of a briefing in the working tree, computed without git.

    Args:
        root: the folder that holds ``briefings/``.
        slug: the briefing's folder.
        committed: the blobs that its files had when they were last committed. A file that differs from its
            blob only in its line ends counts as it: git may have been told to change them on the way out.
    """
    known = committed or {}
    algorithm = "sha256" if any(len(id) == 64 for id in known.values()) else "sha1"
    blobs: dict[str, str] = {}
    for name in _names(root, f"{FOLDER}/{slug}"):
        data, fault = read_bytes(root, f"{FOLDER}/{slug}/{name}")
        if fault is None:
            as_committed = _object_id("blob", data.replace(b"\r\n", b"\n"), algorithm)
            same = known.get(name) == as_committed
            blobs[name] = as_committed if same else _object_id("blob", data, algorithm)
    return tree_id(blobs)


def tree_id(blobs: Mapping[str, str]) -> str:
    """The id of the tree that holds these blobs as plain files, by their paths within a briefing's folder."""
    algorithm = "sha256" if any(len(id) == 64 for id in blobs.values()) else "sha1"
    articles, above = b"", b""
    for path, id in sorted(blobs.items()):
        entry = b"100644 %b\0%b" % (PurePosixPath(path).name.encode("ascii"), bytes.fromhex(id))
        if path == SUMMARY:
            above = entry
        else:
            articles += entry
    if articles:
        above = b"40000 articles\0%b%b" % (bytes.fromhex(_object_id("tree", articles, algorithm)), above)
    return _object_id("tree", above, algorithm)


def is_read(path: str) -> bool:
    """Whether this file of a briefing's folder, by its path within it, is one that is read.

    Their names are ids, so that they can be written on every system.
    """
    folder, _, name = path.rpartition("/")
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return path == SUMMARY or (folder == ARTICLES and ending in ENDINGS and not id_fault(stem))


def _names(root: Path, folder: str) -> list[str]:
    """The paths within a briefing's folder of the files that are read, in no particular order."""
    try:
        with opened(root, f"{folder}/{ARTICLES}") as inner:
            articles = [f"{ARTICLES}/{entry.name}" for entry in inner.entries()]
    except (OSError, ValueError):
        articles = []
    return [SUMMARY, *(path for path in articles if is_read(path))]


def _files(git: Git, commit: str) -> Iterator[tuple[str, str]]:
    """The path and the blob of each plain file that a library may be made of."""
    for mode, path, id in _listed(git, "-r", commit, "--", CONFIG, f"{FOLDER}/"):
        if mode in PLAIN_FILES:
            yield path, id


def _listed(git: Git, *arguments: str) -> Iterator[tuple[bytes, str, str]]:
    """Mode, path and id of what `git ls-tree` lists."""
    for line in git.run("ls-tree", "-z", *arguments).split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, id = about.split(b" ")
        yield mode, path.decode("utf-8", "replace"), id.decode("ascii")


def _object_id(kind: str, data: bytes, algorithm: str) -> str:
    """The id that git gives an object."""
    named = hashlib.new(algorithm, usedforsecurity=False)
    named.update(b"%b %d\0" % (kind.encode("ascii"), len(data)))
    named.update(data)
    return named.hexdigest()
