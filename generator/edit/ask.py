"""Answers to who asks for a quote, by the command or on a page of the preview: YAML, or why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.edit.adding import Addition
from generator.edit.quote import Search, Selection, search, selected
from generator.edit.quote_yaml import addition, all_as_yaml, as_yaml
from generator.files.folder import opened
from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, did_you_mean, errors
from generator.places import FOLDER
from generator.read.load import load


@dataclass(frozen=True)
class Answer:
    """An answer to who asks for a quote.

    Attributes:
        found: whether the words were found.
        text: the YAML where they were; else why not, with what is nearest.
        problems: faults because of which the briefing could not be read at all.
        unsearched: a sentence on each article that could not be read, so that its words may be missed.
        lines: the lines of these files, to show the faults with.
        path: the briefing's file, where the words were found.
        addition: what puts a claim of them into it; None where no one claim was wanted or can be made.
    """

    found: bool
    text: str
    problems: tuple[Diagnostic, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsearched: tuple[str, ...] = ()
    path: str = ""
    addition: Addition | None = None


def ask(
    root: Path,
    slug: str,
    words: str,
    article: str | None = None,
    selection: Selection | None = None,
    *,
    claim: bool = False,
    write: bool = False,
) -> Answer:
    """Reads a briefing, and quotes some words of its articles.

    Args:
        root: the folder of briefings/.
        slug: the briefing's.
        words: the words, whole or cut.
        article: the id of the article to look in; None for all.
        selection: where in the article the words were selected; None for all places.
        claim: whether a whole claim is wanted.
        write: whether it is to be put into the briefing's file.

    Raises:
        ValueError: there is no such briefing or article, these are no words, or of what is to be written
            nothing tells which place is meant.
    """
    library, problems = load(root, slug)
    faults = tuple(errors(problems))
    briefing = next(iter(library.briefings), None)
    if briefing is None:
        if not faults:
            raise ValueError(f"There is no briefing '{slug}'. {_meant_briefing(root, slug)}".rstrip())
        return Answer(False, f"{FOLDER}/{slug} could not be read.", faults, library.lines)
    unsearched = _unsearched(briefing, faults, article)
    if article is not None and article not in briefing.articles:
        if unsearched:
            return Answer(False, "No article was searched.", unsearched=unsearched)
        mean = did_you_mean(article, list(briefing.articles))
        raise ValueError(f"There is no article '{article}' in {FOLDER}/{slug}. {mean}".rstrip())
    if article is not None and selection is not None:
        result = selected(briefing, words, article, selection)
    else:
        result = search(briefing, words, article)
    if result.found:
        text = all_as_yaml(briefing, result, claim=claim or write)
        made = addition(briefing, result) if write else None
        return Answer(True, text, unsearched=unsearched, path=briefing.path, addition=made)
    return Answer(False, _why(briefing, result, article, claim or write), unsearched=unsearched)


def _unsearched(briefing: Briefing, faults: Sequence[Diagnostic], article: str | None) -> tuple[str, ...]:
    """Says of each article that was not searched why: the first fault because of which it isn't read."""
    read = {one.path: one for one in briefing.articles.values()}
    told: dict[str, str] = {}
    for fault in faults:
        path = fault.span.path
        if path.startswith(f"{FOLDER}/{briefing.slug}/articles/") and path not in read:
            told.setdefault(
                path, f"line {fault.span.line}: {fault.message}" if fault.span.line else fault.message
            )
    for path, one in read.items():
        if one.descriptor.withdrawn is not None:
            told[path] = "it was withdrawn."
    wanted = {path for path in told if article is None or PurePosixPath(path).stem == article}
    return tuple(f"Not searched: {path}: {why}" for path, why in sorted(told.items()) if path in wanted)


def answer_page(root: Path, query: Mapping[str, str]) -> Mapping[str, str]:
    """Answers a page of the preview about words that were selected on it.

    Args:
        root: the folder of briefings/.
        query: ``briefing``, ``article``, ``words``, and of the selection ``paragraph`` and ``before``.

    Returns:
        the words that are quoted as ``exact``, and the YAML as ``quote`` and ``claim``; else ``why`` not.
    """
    try:
        slug, article, words = query["briefing"], query["article"], query["words"]
        selection = Selection(int(query["paragraph"]), int(query["before"]))
        briefing = next(iter(load(root, slug)[0].briefings), None)
        if briefing is None or article not in briefing.articles:
            raise ValueError(f"{FOLDER}/{slug} can’t be read as it is now.")
        result = selected(briefing, words, article, selection)
    except KeyError as missing:
        return {"why": f"The question lacks {missing}."}
    except (ValueError, OSError) as fault:
        return {"why": str(fault)}
    if not result.found:
        return {"why": result.why.message if result.why else "This article was withdrawn."}
    (found,) = result.found
    return {
        "exact": found.exact,
        "quote": as_yaml(briefing, found, claim=False),
        "claim": as_yaml(briefing, found, claim=True),
    }


def _why(briefing: Briefing, result: Search, article: str | None, claim: bool) -> str:
    """Says why words were not found, where they were looked for, and what stands where they are nearest."""
    if result.why is None:
        if briefing.articles:
            return "No article was searched."
        return f"There is nothing to quote: put an article into {FOLDER}/{briefing.slug}/articles/."
    searched = [
        one.path.rpartition("/")[2]
        for one in briefing.articles.values()
        if one.descriptor.withdrawn is None and article in (None, one.id)
    ]
    told = f"Not found. {result.why.message}\n{result.why.hint}\nSearched: {', '.join(searched)}."
    if result.near is None:
        return told
    near = all_as_yaml(briefing, Search((result.near,)), claim=claim)
    return f"{told}\n\nIf these words are meant, their quote is:\n\n{near}"


def _meant_briefing(root: Path, slug: str) -> str:
    with opened(root, FOLDER) as folder:
        return did_you_mean(slug, [entry.name for entry in folder.entries() if entry.kind == "folder"])
