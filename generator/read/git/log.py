"""History from git: every state of each briefing's folder on the first-parent line of HEAD, oldest first."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from generator.files.cache import Results, cached
from generator.files.package import code_id
from generator.model.briefing import Briefing
from generator.model.entries import Registry
from generator.model.settings import NOTHING_SET, Settings
from generator.model.texts import id_fault
from generator.places import FOLDER, REGISTRY
from generator.read.git.command import Blobs, Git, GitFailed, git_program, own_cache, repository
from generator.read.git.revision import PLAIN_FILES, briefing_of, is_read, tree_id, tree_of
from generator.read.source import source_of
from generator.read.validate import build_partly
from generator.read.yaml_values import read_yaml

_ROOMS: Final = ("model", "read", "analyse")
_TIMES: Final = ("rev-list", "--format=%ct")
_FILES: Final = (
    *("diff-tree", "--stdin", "--diff-merges=first-parent", "--root", "-r", "--relative"),
    *("--raw", "-z", "--no-renames", "--no-abbrev"),
)
_COMMIT: Final = re.compile(rb"^commit ([0-9a-f]+)(?:\n(-?[0-9]+))?$", re.MULTILINE)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND: Final = int((datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC) - _EPOCH).total_seconds())


@dataclass(frozen=True)
class Recorded:
    """State of a briefing's folder in a commit.

    Attributes:
        slug: the folder's name.
        number: the commit's place on the line; it orders the states of different folders.
        commit: the commit's id; empty for the working tree.
        time: when it was committed, in RFC 3339 and UTC. Committers set it, so it may decrease; empty where
            it can't be read.
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
    """Cached results as texts by key: read from earlier builds, and extended by this one."""

    def get(self, key: str, /) -> str | None:
        """Returns the text under a key; None where there is none."""

    def __setitem__(self, key: str, value: str, /) -> None: ...


@dataclass(frozen=True)
class Log:
    """Source that histories are made from.

    Attributes:
        recorded: each folder's states by slug, oldest first; no two neighbours are the same.
        missing: why there is no history, as a key of the catalogue of words: ``no-git``, ``no-repository``,
            ``unreadable`` (git refuses or lacks something), ``shallow``, ``no-commit``. Empty where there is.
        load: reads the briefing of a state; None where its briefing.yml can't be read. May raise `GitFailed`.
        now: computes the version in the working tree from slug and blobs of the last state; `tree_of`.
        kept: results of earlier builds, by keys that name their inputs; what is added is kept.
        begin: finds the time in RFC 3339 and UTC of a date (the start of that day in the time zone of the
            settings) or a revision. May raise `GitFailed`.
        names: finds the names that actors of the registry had in any of its states, by their ids. May raise
            `GitFailed`.
    """

    recorded: Mapping[str, tuple[Recorded, ...]] = field(default_factory=dict)
    missing: str = ""
    load: Callable[[Recorded], Briefing | None] = field(default=lambda _: None)
    now: Callable[[str, Mapping[str, str]], str] = field(default=lambda _slug, _blobs: "")
    kept: Kept = field(default_factory=dict[str, str])
    names: Callable[[frozenset[str]], frozenset[str]] = field(default=lambda _: frozenset())
    begin: Callable[[str, Settings], str] = field(default=lambda _point, _settings: "")


@contextmanager
def open_log(root: Path) -> Iterator[Log]:
    """Opens the history of the briefings of ``root``; without one, a log with the reason. Never raises."""
    recorded: Mapping[str, tuple[Recorded, ...]] = {}
    try:
        git = repository(root)
        missing = _missing_reason(git)
        if git is not None and not missing:
            recorded = read_history(git)
            missing = "" if recorded else "no-commit"
    except GitFailed:
        git, missing = None, "unreadable"
    if git is None or missing:
        yield Log(missing=missing)
        return

    with git.blobs() as blobs, _open_kept(root) as kept:
        load, names, now = (
            partial(_load_briefing, blobs),
            partial(_registry_names, git, blobs),
            partial(tree_of, root),
        )
        yield Log(recorded, "", load, now, kept, names, partial(time_of, git))


def read_history(git: Git) -> dict[str, tuple[Recorded, ...]]:
    """Reads every state of every briefing's folder, by slug.

    States are in the order of the first-parent line, not of the commits' times. A merge is one step from its
    first parent. A commit that changes no file that is read makes no state; a commit that leaves no such
    file makes a state without a tree.

    Raises:
        GitFailed: the history can't be read.
    """
    folders: dict[str, dict[str, str]] = {}
    states_by_slug: dict[str, list[Recorded]] = {}
    for number, (commit, seconds, entries) in enumerate(_commits(git, FOLDER)):
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
            states = states_by_slug.setdefault(slug, [])
            if tree != (states[-1].tree if states else ""):
                states.append(Recorded(slug, number, commit, _utc_time(seconds), tree, dict(folders[slug])))
    return {slug: tuple(states) for slug, states in sorted(states_by_slug.items()) if states}


_FileChange = tuple[str, bytes, str]
"""A path, its mode from now on, and its blob."""


def _commits(git: Git, path: str) -> Iterator[tuple[str, int | None, list[_FileChange]]]:
    """Yields the commits that changed something at ``path``: id, seconds since 1970, and file changes.

    They are those of the first-parent line of HEAD, oldest first. A commit without a readable date has None.
    """
    times = _times(git, "--first-parent", "--reverse", "HEAD", "--", path)
    ids = "".join(f"{commit}\n" for commit in times).encode("ascii")
    changes = {commit: list[_FileChange]() for commit in times}
    commit = ""
    tokens = iter(git.run(*_FILES, "--", path, given=ids, index=False).split(b"\0")[:-1])
    for token in tokens:
        if not token.startswith(b":"):
            commit = token.decode("ascii")
        else:  # ":mode mode id id letter", and then the path
            _, mode, _, blob, _ = token.split()
            changes[commit].append((next(tokens).decode("utf-8", "replace"), mode, blob.decode("ascii")))
    for commit, seconds in times.items():
        yield commit, seconds, changes[commit]


def _times(git: Git, *revisions: str) -> dict[str, int | None]:
    """Reads when commits were made, in git's order: seconds since 1970; None without a readable date."""
    output = git.run(*_TIMES, *revisions)
    return {
        match[1].decode("ascii"): None if match[2] is None else int(match[2])
        for match in _COMMIT.finditer(output)
    }


def _utc_time(seconds: int | None) -> str:
    if seconds is None:
        return ""
    return f"{_EPOCH + timedelta(seconds=max(0, min(seconds, _LAST_SECOND))):%Y-%m-%dT%H:%M:%SZ}"


def time_of(git: Git, point: str, settings: Settings = NOTHING_SET) -> str:
    """Finds the time of a date, its first second in the site's zone, or of a revision: in RFC 3339 and UTC.

    Raises:
        GitFailed: there is no such revision or day, or its date can't be read.
    """
    if _DAY.fullmatch(point):
        with suppress(ValueError, OverflowError):
            return settings.start_of(point)
        raise GitFailed(f"There is no day {point}.")
    (seconds,) = _times(git, "--no-walk", git.resolve(point)).values()
    if seconds is None:
        raise GitFailed(f"The revision {point[:200]!r} has no date that can be read.")
    return _utc_time(seconds)


def _missing_reason(git: Git | None) -> str:
    if git is None:
        return "no-git" if git_program() is None else "no-repository"
    if git.shallow:
        return "shallow"
    try:
        git.resolve("HEAD")
    except GitFailed:
        return "no-commit"
    return ""


def _load_briefing(blobs: Blobs, state: Recorded) -> Briefing | None:
    files = {path: blobs.read(blob) for path, blob in state.blobs.items()}
    return briefing_of(state.slug, {path: data for path, data in files.items() if data is not None})


def _registry_names(git: Git, blobs: Blobs, ids: frozenset[str]) -> frozenset[str]:
    """Collects names and aliases that these actors had in the registry, as far as it can be read."""
    names: set[str] = set()
    for _, _, entries in _commits(git, REGISTRY) if ids else ():
        for path, mode, blob in entries:
            data = blobs.read(blob) if path == REGISTRY and mode in PLAIN_FILES else None
            source = source_of(REGISTRY, data)[0] if data is not None else None
            value = read_yaml(source)[0] if source is not None else None
            registry = build_partly(Registry, value, REGISTRY)[0] if value is not None else None
            for id, actor in registry.actors.items() if registry is not None else ():
                if id in ids:
                    names.update(filter(None, (actor.name, *actor.aliases)))
    return frozenset(names)


@dataclass(frozen=True)
class _Texts:
    """Cached results, decoded as texts."""

    results: Results

    def get(self, key: str, /) -> str | None:
        value = self.results.get(key)
        return None if value is None else value.decode("utf-8", "replace")

    def __setitem__(self, key: str, value: str, /) -> None:
        self.results.put(key, value.encode())


@contextmanager
def _open_kept(root: Path) -> Iterator[Kept]:
    """Opens the results of earlier builds here; an empty cache where they may have been committed."""
    folder = own_cache(root)
    with cached(root, folder, "history", code_id(_ROOMS)) as results:
        yield _Texts(results)
