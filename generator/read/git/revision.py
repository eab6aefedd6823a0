"""Briefings as a commit holds them, and the version of a briefing: the id of its folder's tree in git.

The tree is the one that git would make of the files that are read: briefing.yml, and the articles, each as a
plain file. Hidden files, other files beside them, and file modes change nothing that a reader sees; they
change git's own tree, but not the version. In a folder that holds nothing else the two are the same.
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
from generator.places import CONFIG, FOLDER, REGISTRY
from generator.read.article import ENDINGS, article_of
from generator.read.git.command import Git
from generator.read.load import load
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
    """Loads the library as a commit holds it, with its diagnostics; see `load`.

    Only files that are read are taken out: a link, or a file with another name, counts as missing.

    Args:
        git: the repository.
        commit: the commit's id, as `Git.resolve` gives it.
        slugs: the briefings to load; None for all. The actors of the registry are always loaded.

    Raises:
        GitFailed: the repository does not hold all of it.
    """
    with TemporaryDirectory() as folder, git.blobs() as blobs:
        root = Path(folder)
        with opened(root, FOLDER, make=True):
            pass  # There may be no briefing at all.
        for path, blob in _plain_blobs(git, commit):
            slug, _, within = path.removeprefix(f"{FOLDER}/").partition("/")
            wanted = slugs is None or slug in slugs
            if path in (CONFIG, REGISTRY) or (wanted and not id_fault(slug) and is_read(within)):
                data = blobs.read(blob)
                # With one byte too many, loading reports it as too large.
                write_file(root, path, bytes(MOST_BYTES + 1) if data is None else data)
        return load(root)


def briefing_of(slug: str, files: Mapping[str, bytes]) -> Briefing | None:
    """Makes a briefing of its files' bytes, by their paths within its folder; faults are not reported.

    None when briefing.yml cannot be read. Its actors are its own, since those of the registry are no part of
    its folder.
    """
    path = f"{FOLDER}/{slug}/{SUMMARY}"
    source, _ = source_of(path, files.get(SUMMARY, b""))
    value = read_yaml(source)[0] if source is not None else None
    if value is None:
        return None
    summary, faults, lost = build_partly(Summary, value, path)
    if summary is None:
        return None
    articles: dict[str, Article | None] = {}
    for name in sorted(files.keys() - {SUMMARY}):
        source, _ = source_of(f"{FOLDER}/{slug}/{name}", files[name])
        articles.setdefault(PurePosixPath(name).stem, article_of(source)[0] if source is not None else None)
    readable = {id: article for id, article in articles.items() if article is not None}
    old = any(fault.code == "old-form" for fault in faults)
    return Briefing(slug, path, summary, readable, summary.actors, lost, old_form=old)


def folder_trees(git: Git, commit: str) -> dict[str, str]:
    """Returns git's id of each briefing's folder in a commit by slug: `git rev-parse COMMIT:PATH`."""
    return {
        path.removeprefix(f"{FOLDER}/"): id
        for mode, path, id in _ls_tree(git, "-d", commit, "--", f"{FOLDER}/")
        if mode == b"040000" and not id_fault(path.removeprefix(f"{FOLDER}/"))
    }


def tree_of(root: Path, slug: str, committed: Mapping[str, str] | None = None) -> str:
    """Computes the version of a briefing in the working tree, without git.

    Args:
        root: the folder that holds ``briefings/``.
        slug: the briefing's folder.
        committed: the blobs of its files as last committed. A file that differs from its blob only in its
            line ends counts as unchanged: git may be configured to convert them at checkout.
    """
    known = committed or {}
    algorithm = "sha256" if any(len(id) == 64 for id in known.values()) else "sha1"
    blobs: dict[str, str] = {}
    for name in _readable_paths(root, f"{FOLDER}/{slug}"):
        data, fault = read_bytes(root, f"{FOLDER}/{slug}/{name}")
        if fault is None:
            as_committed = _object_id("blob", data.replace(b"\r\n", b"\n"), algorithm)
            same = known.get(name) == as_committed
            blobs[name] = as_committed if same else _object_id("blob", data, algorithm)
    return tree_id(blobs)


def tree_id(blobs: Mapping[str, str]) -> str:
    """Computes the id of the tree of these blobs as plain files, by their paths within the folder."""
    algorithm = "sha256" if any(len(id) == 64 for id in blobs.values()) else "sha1"
    articles, root = b"", b""
    for path, id in sorted(blobs.items()):
        entry = b"100644 %b\0%b" % (PurePosixPath(path).name.encode("ascii"), bytes.fromhex(id))
        if path == SUMMARY:
            root = entry
        else:
            articles += entry
    if articles:
        root = b"40000 articles\0%b%b" % (bytes.fromhex(_object_id("tree", articles, algorithm)), root)
    return _object_id("tree", root, algorithm)


def is_read(path: str) -> bool:
    """Tests whether a file of a briefing's folder, given by its path within it, is one that is read.

    The names of such files are ids, so that they can be written on every system.
    """
    folder, _, name = path.rpartition("/")
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return path == SUMMARY or (folder == ARTICLES and ending in ENDINGS and not id_fault(stem))


def _readable_paths(root: Path, folder: str) -> list[str]:
    """Lists the paths within a briefing's folder of the files that are read, in no particular order."""
    try:
        with opened(root, f"{folder}/{ARTICLES}") as inner:
            articles = [f"{ARTICLES}/{entry.name}" for entry in inner.entries()]
    except (OSError, ValueError):
        articles = []
    return [SUMMARY, *(path for path in articles if is_read(path))]


def _plain_blobs(git: Git, commit: str) -> Iterator[tuple[str, str]]:
    """Yields path and blob of each plain file that a library may be made of."""
    for mode, path, id in _ls_tree(git, "-r", commit, "--", CONFIG, f"{FOLDER}/"):
        if mode in PLAIN_FILES:
            yield path, id


def _ls_tree(git: Git, *arguments: str) -> Iterator[tuple[bytes, str, str]]:
    """Yields mode, path and id of what `git ls-tree` lists."""
    for line in git.run("ls-tree", "-z", *arguments).split(b"\0")[:-1]:
        about, _, path = line.partition(b"\t")
        mode, _, id = about.split(b" ")
        yield mode, path.decode("utf-8", "replace"), id.decode("ascii")


def _object_id(kind: str, data: bytes, algorithm: str) -> str:
    """Computes the id that git gives an object."""
    digest = hashlib.new(algorithm, usedforsecurity=False)
    digest.update(b"%b %d\0" % (kind.encode("ascii"), len(data)))
    digest.update(data)
    return digest.hexdigest()
