"""What git recorded of each briefing's folder: every state on the first-parent line of HEAD, oldest first."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from generator.files.cache import Results, cached, code_id
from generator.model.briefing import Briefing
from generator.model.entries import Registry
from generator.model.texts import id_fault
from generator.read.git.command import Blobs, Git, GitFailed, git_program, is_own, repository
from generator.read.git.revision import PLAIN_FILES, briefing_of, is_read, tree_id, tree_of
from generator.read.load import FOLDER, REGISTRY
from generator.read.source import source_of
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml

CACHE: Final = "build/cache"
"""The folder of what earlier builds worked out."""

_CODE: Final = ("model", "read", "analyse"), ("pydantic", "pyyaml", "rapidfuzz")
_LOG: Final = (
    *("log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--relative"),
    *("--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--format=%H %ct"),
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND: Final = int((datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC) - _EPOCH).total_seconds())


@dataclass(frozen=True)
class Recorded:
    """A briefing's folder as a commit left it.

    Attributes:
        slug: the folder's name.
        number: the commit's place on the line; it orders the states of different folders.
        commit: the commit's id; empty for the working tree.
        time: when it was committed, in RFC 3339 and UTC. It is the committer's own word: times may not rise.
        tree: the version's id, as `tree_id` gives it; empty where the commit removed the folder.
        blobs: the ids of its files, by their paths within the folder.
    """

    slug: str
    number: int
    commit: str
    time: str
    tree: str
    blobs: Mapping[str, str]


class Kept(Protocol):
    """Results as texts by key: what earlier builds worked out, and where this one adds its own."""

    def get(self, key: str, /) -> str | None:
        """The text under a key; None where there is none."""

    def __setitem__(self, key: str, value: str, /) -> None: ...


@dataclass(frozen=True)
class Log:
    """What there is to make histories of.

    Attributes:
        recorded: each folder's states by slug, oldest first; no two neighbours are the same.
        missing: why there is nothing, as a key of the catalogue of words: ``no-git``, ``no-repository``,
            ``unreadable`` (git refuses or lacks something), ``shallow``, ``no-commit``. Empty where there is.
        load: the briefing of a state; None where its briefing.yml can't be read. May raise `GitFailed`.
        now: the version in the working tree, by slug and the blobs of the last state; `tree_of`.
        kept: what earlier builds worked out, by keys that name its content; what is added is kept.
        names: what actors of the registry were called in any of its states, by their ids. May raise
            `GitFailed`.
    """

    recorded: Mapping[str, tuple[Recorded, ...]] = field(default_factory=dict)
    missing: str = ""
    load: Callable[[Recorded], Briefing | None] = field(default=lambda _: None)
    now: Callable[[str, Mapping[str, str]], str] = field(default=lambda _slug, _blobs: "")
    kept: Kept = field(default_factory=dict[str, str])
    names: Callable[[frozenset[str]], frozenset[str]] = field(default=lambda _: frozenset())


@contextmanager
def open_log(root: Path) -> Iterator[Log]:
    """What git recorded of the briefings of ``root``; where it recorded nothing, the reason. Never raises."""
    recorded: Mapping[str, tuple[Recorded, ...]] = {}
    try:
        git = repository(root)
        missing = _missing(git)
        if git is not None and not missing:
            recorded = read_history(git)
            missing = "" if recorded else "no-commit"
    except GitFailed:
        git, missing = None, "unreadable"
    if git is None or missing:
        yield Log(missing=missing)
        return

    with git.blobs() as blobs, _kept(root) as kept:
        read, names, now = partial(_briefing, blobs), partial(_names, git, blobs), partial(tree_of, root)
        yield Log(recorded, "", read, now, kept, names)


def read_history(git: Git) -> dict[str, tuple[Recorded, ...]]:
    """Every state of every briefing's folder, by slug.

    The order is that of the line, whatever the clocks of those who committed said. A merge is one step, from
    its first parent. A commit that changes nothing that is read makes no state; one that leaves nothing that
    is read makes one without a tree.

    Raises:
        GitFailed: the history can't be read.
    """
    folders: dict[str, dict[str, str]] = {}
    found: dict[str, list[Recorded]] = {}
    for number, (commit, seconds, entries) in enumerate(_commits(git.run(*_LOG, "--", FOLDER))):
        touched = set()
        for path, mode, blob in entries:
            slug, _, within = path.removeprefix(f"{FOLDER}/").partition("/")
            if id_fault(slug) or not is_read(within):
                continue
            touched.add(slug)
            blobs = folders.setdefault(slug, {})
            if mode in PLAIN_FILES:
                blobs[within] = blob
            else:
                blobs.pop(within, None)
        for slug in sorted(touched):
            tree = tree_id(folders[slug]) if folders[slug] else ""
            states = found.setdefault(slug, [])
            if tree != (states[-1].tree if states else ""):
                states.append(Recorded(slug, number, commit, _time(seconds), tree, dict(folders[slug])))
    return {slug: tuple(states) for slug, states in sorted(found.items()) if states}


_Entry = tuple[str, bytes, str]
"""A path, its mode from now on, and its blob."""


def _commits(told: bytes) -> Iterator[tuple[str, int, list[_Entry]]]:
    """Each commit that `git log --raw -z` tells: its id, its seconds since 1970, and what it changed."""
    commit, seconds, entries = "", 0, list[_Entry]()
    tokens = iter(told.split(b"\0"))
    for token in tokens:
        if b":" not in token:
            if commit:
                yield commit, seconds, entries
            commit, seconds, entries = "", 0, []
            if token:
                id, time = token.split()
                commit, seconds = id.decode("ascii"), int(time)
        else:  # ":mode mode id id letter", with a line feed before the first, and then the path
            _, mode, _, blob, _ = token.split()
            entries.append((next(tokens).decode("utf-8", "replace"), mode, blob.decode("ascii")))


def _time(seconds: int) -> str:
    return f"{_EPOCH + timedelta(seconds=max(0, min(seconds, _LAST_SECOND))):%Y-%m-%dT%H:%M:%SZ}"


def _missing(git: Git | None) -> str:
    if git is None:
        return "no-git" if git_program() is None else "no-repository"
    if git.shallow:
        return "shallow"
    try:
        git.resolve("HEAD")
    except GitFailed:
        return "no-commit"
    return ""


def _briefing(blobs: Blobs, state: Recorded) -> Briefing | None:
    files = {path: blobs.read(blob) for path, blob in state.blobs.items()}
    return briefing_of(state.slug, {path: data for path, data in files.items() if data is not None})


def _names(git: Git, blobs: Blobs, ids: frozenset[str]) -> frozenset[str]:
    """The names and aliases that these actors have had in the registry, as far as its states can be read."""
    found: set[str] = set()
    for _, _, entries in _commits(git.run(*_LOG, "--", REGISTRY)) if ids else ():
        for path, mode, blob in entries:
            data = blobs.read(blob) if path == REGISTRY and mode in PLAIN_FILES else None
            source = source_of(REGISTRY, data)[0] if data is not None else None
            value = read_yaml(source)[0] if source is not None else None
            registry = build_partly(Registry, value, REGISTRY)[0] if value is not None else None
            for id, actor in registry.actors.items() if registry is not None else ():
                if id in ids:
                    found.update(filter(None, (actor.name, *actor.aliases)))
    return frozenset(found)


@dataclass(frozen=True)
class _Texts:
    """Cached results as texts."""

    results: Results

    def get(self, key: str, /) -> str | None:
        value = self.results.get(key)
        return None if value is None else value.decode("utf-8", "replace")

    def __setitem__(self, key: str, value: str, /) -> None:
        self.results.put(key, value.encode())


@contextmanager
def _kept(root: Path) -> Iterator[Kept]:
    """What earlier builds here worked out; nothing where somebody may have committed it instead."""
    folder = CACHE if is_own(root, CACHE) else None
    with cached(root, folder, "history", code_id(*_CODE)) as results:
        yield _Texts(results)
