"""Mending of all files of briefings, in the order in which one mend makes the next one possible."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from generator.edit.fixes.draft import Done, Draft, Mend
from generator.edit.fixes.ids import of_articles, of_missing, of_own_ids, of_references, of_single_values
from generator.edit.fixes.known import Known
from generator.edit.fixes.old_forms import of_old_forms
from generator.edit.fixes.order import of_keys
from generator.edit.fixes.proof import proven
from generator.edit.fixes.quotes import of_quotes
from generator.edit.fixes.syntax import next_mends
from generator.edit.fixes.values import of_dates, of_keys_in_capitals, of_languages, of_marks, of_numbers
from generator.edit.offsets import Offsets
from generator.files.folder import NotPlain
from generator.files.walk import plain_files
from generator.model.briefing import Briefing
from generator.model.entries import Descriptor, Registry, Summary
from generator.model.entry import Entry
from generator.model.texts import id_fault
from generator.places import FOLDER, REGISTRY
from generator.read.article import ENDINGS, front_matter
from generator.read.load import load
from generator.read.source import read_bytes
from generator.read.wanted import places
from generator.read.yaml_values import DEEPEST, read_yaml

_MOST_ROUNDS: Final = 10
"""Limit of the rounds in which mends are looked for; the third usually finds none."""

_MOST_OF_SYNTAX: Final = 1000
"""Limit of the mends of one file that YAML can't read, each of which is judged by reading all of it."""


@dataclass(frozen=True)
class FixedFile:
    """A file that was mended.

    Attributes:
        path: relative to the root, with forward slashes.
        before, after: its bytes.
        done: the mends, by line of the mended file.
        left: ids of the questions that a person has to word.
    """

    path: str
    before: bytes
    after: bytes
    done: tuple[Done, ...]
    left: tuple[str, ...]


def fix(root: Path, wanted: Callable[[str], bool], *, ordered: bool = False) -> list[FixedFile]:
    """Mends the files of briefings, without writing them.

    Args:
        root: the folder of briefings/.
        wanted: tells of a path whether that file is mended; the others are read.
        ordered: whether keys are put in order, too.

    Returns:
        the files that a mend was found for.
    """
    fixer = _Fixer(root, wanted, ordered)
    fixer.run()
    return [
        FixedFile(path, draft.data, draft.mended(), tuple(draft.done()), tuple(fixer.left.get(path, ())))
        for path, draft in fixer.drafts.items()
        if draft.done()
    ]


@dataclass
class _Fixer:
    root: Path
    wanted: Callable[[str], bool]
    ordered: bool
    drafts: dict[str, Draft] = field(default_factory=dict)
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    paths: Collection[str] = ()

    def run(self) -> None:
        self.paths = _paths(self.root)
        for path in self.paths:
            data, fault = read_bytes(self.root, path)
            draft, _ = Draft.of(path, data) if fault is None else (None, [])
            if draft is not None and not _is_beyond(draft):
                self.drafts[path] = draft
        wanted = [draft for path, draft in self.drafts.items() if self.wanted(path)]
        for draft in wanted:
            _mend_syntax(draft)
        for _ in range(_MOST_ROUNDS):
            library, _ = load(
                self.root, instead={draft.path: draft.mended() for draft in wanted if draft.done()}
            )
            briefings = {briefing.path: briefing for briefing in library.briefings}
            mended = [self._mend(draft, briefings.get(draft.path)) for draft in wanted]
            if not any(mended):
                break

    def _mend(self, draft: Draft, briefing: Briefing | None) -> bool:
        """Makes the next mends of a file; False where there are none."""
        return any(step(draft, briefing) for step in (self._forms, self._keys, self._values, self._quotes))

    def _forms(self, draft: Draft, briefing: Briefing | None) -> bool:
        if briefing is None:
            return False
        mends, left = of_old_forms(draft.source, briefing)
        draft.apply(mends)
        if mends:
            self.left[draft.path] = left
        return bool(mends)

    def _keys(self, draft: Draft, _: Briefing | None) -> bool:
        if not self.ordered:
            return False
        mended = False
        for depth in range(DEEPEST):  # an entry before those in it, as the edits of both would overlap
            model, text = _yaml_of(draft)
            value, _faults = read_yaml(draft.source, text)
            offsets = Offsets(text)
            entries = [place for place in places(model, value) if len(place.loc) == depth]
            mends = proven(text, [mend for place in entries for mend in of_keys(offsets, place)])
            draft.apply(mends)
            mended = mended or bool(mends)
        return mended

    def _values(self, draft: Draft, briefing: Briefing | None) -> bool:
        model, text = _yaml_of(draft)
        value, _faults = read_yaml(draft.source, text)
        letters = _letters(briefing, self._articles(draft.path)) if briefing else {}
        mends = proven(text, list(self._mends_of_values(draft.path, model, text, value, letters)))
        draft.apply(mends)
        return bool(mends)

    def _mends_of_values(
        self, path: str, model: type[Entry], text: str, value: Any, letters: Mapping[str, str]
    ) -> Iterator[Mend]:
        offsets, known = Offsets(text), replace(self._known(path), letters=letters)
        yield from of_own_ids(offsets, known, value)
        yield from of_missing(offsets, known, value)
        for place in places(model, value):
            yield from of_numbers(offsets, place)
            yield from of_dates(offsets, place)
            yield from of_languages(offsets, place)
            yield from of_marks(offsets, place)
            yield from of_keys_in_capitals(offsets, place)
            yield from of_references(offsets, known, place)
            yield from of_articles(offsets, known, place)
            yield from of_single_values(offsets, place)

    def _quotes(self, draft: Draft, briefing: Briefing | None) -> bool:
        if briefing is None or draft.path == REGISTRY:
            return False
        value, _ = read_yaml(draft.source)
        mends = proven(draft.text, list(of_quotes(Offsets(draft.text), briefing, value)))
        draft.apply(mends)
        return bool(mends)

    def _known(self, path: str) -> Known:
        summary = None if path == REGISTRY else self._value(path)
        return Known.of(self._value(REGISTRY), summary, self._articles(path))

    def _articles(self, path: str) -> list[str]:
        inside = f"{path.rpartition('/')[0]}/articles/"
        return [PurePosixPath(other).stem for other in self.paths if other.startswith(inside)]

    def _value(self, path: str) -> Any:
        return read_yaml(self.drafts[path].source)[0] if path in self.drafts else None


def _letters(briefing: Briefing, articles: Collection[str]) -> Mapping[str, str]:
    """Returns articles by their letters; none where one can't be read, for then the others have moved up."""
    if {*articles} != {*briefing.articles}:
        return {}
    return {letter: id for id, letter in briefing.letters.items()}


def _is_beyond(draft: Draft) -> bool:
    """Tests whether a file has more values than are read, so that nothing of it is mended."""
    return any(fault.code == "too-many-values" for fault in read_yaml(draft.source, _yaml_of(draft)[1])[1])


def _mend_syntax(draft: Draft) -> None:
    for _ in range(_MOST_OF_SYNTAX):
        mends = next_mends(*_yaml_of(draft))
        if not mends:
            return
        draft.apply(mends)


def _yaml_of(draft: Draft) -> tuple[type[Entry], str]:
    """Returns the model of a file, and its YAML, which begins the file."""
    if draft.path == REGISTRY:
        return Registry, draft.text
    if draft.path.endswith(ENDINGS):
        return Descriptor, front_matter(draft.source)
    return Summary, draft.text


def _paths(root: Path) -> Collection[str]:
    """Returns the files of briefings that are read and may be mended; a link is none."""
    try:
        below, _ = plain_files(root, FOLDER)
    except (NotPlain, FileNotFoundError):
        return ()  # the checks tell
    return [f"{FOLDER}/{path}" for path in below if _is_mended(path)]


def _is_mended(path: str) -> bool:
    """Tests a path below the folder of briefings."""
    if f"{FOLDER}/{path}" == REGISTRY:
        return True
    slug, _, within = path.partition("/")
    name = within.removeprefix("articles/")
    is_article = within != name and "/" not in name and name.endswith(ENDINGS) and not name.startswith(".")
    return not id_fault(slug) and (within == "briefing.yml" or is_article)
