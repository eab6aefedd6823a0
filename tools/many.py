"""Makes a repository of many generated briefings, for benchmarks and for looking at a large site.

`python -m tools.many FOLDER NUMBER` writes briefings/ into FOLDER, beside a copy of mkdocs.yml, the
generator and the templates. The same number gives the same bytes.
"""

import random
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ACTORS = 60
CLAIMS = 18
_SYLLABLES = (
    *("ka", "ro", "mi", "den", "sul", "ta", "ver", "lin", "po", "gar"),
    *("esh", "tol", "bri", "nam", "quo", "fe", "dra", "zi", "hul", "mor"),
)
_KINDS = ("contradicts", "scope", "goes-further", "attribution")
_MODALITIES = (
    "asserts",
    "denies",
    "believes",
    "predicts",
    "warns",
    "offers",
    "considers",
    "urges",
    "reports",
)


def write_repository(folder: Path, number: int) -> None:
    """Write `number` briefings, their actors, and what a build needs, into the empty `folder`."""
    copy_what_builds(folder)
    write_briefings(folder, number)


def copy_what_builds(folder: Path) -> None:
    """Copy what a build needs beside briefings/ into the empty `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build/pages", "site"):
        (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / name / ".gitignore", folder / name)


def write_briefings(folder: Path, number: int) -> None:
    """Write `number` briefings and their actors into `folder`/briefings."""
    chance = random.Random(number)
    vocabulary = sorted({_word(chance) for _ in range(6000)})
    base = folder / "briefings"
    base.mkdir()
    names = sorted({f"{_word(chance)} {_word(chance)}".title() for _ in range(ACTORS)})
    kinds = ("person", "state", "organisation", "group")
    actors = [f"  actor-{at}: {{name: {name}, kind: {kinds[at % 4]}}}" for at, name in enumerate(names)]
    (base / "actors.yml").write_text("\n".join(["actors:", *actors, ""]), encoding="utf-8", newline="\n")
    for at in range(number):
        _briefing(base / f"briefing-{at:04}", chance, vocabulary, len(names))


def _briefing(folder: Path, chance: random.Random, vocabulary: list[str], actors: int) -> None:
    (folder / "articles").mkdir(parents=True)
    sentences = [_sentence(chance, vocabulary) for _ in range(CLAIMS)]
    others = {at: _sentence(chance, vocabulary) for at in range(0, CLAIMS, 3)}
    for name, part in (
        ("a", [*sentences[::2], *(others[at] for at in others if at % 2)]),
        ("b", [*sentences[1::2], *(others[at] for at in others if not at % 2)]),
    ):
        article = folder / "articles" / f"{name}.txt"
        article.write_text("\n".join(part), encoding="utf-8", newline="\n")
    lines = [
        f"title: {_sentence(chance, vocabulary, 6)}",
        f"as_of: 20{chance.randrange(10, 27)}-{chance.randrange(1, 13):02}",
        "status: published",
        f"topics: [topic-{chance.randrange(30)}, topic-{chance.randrange(30)}]",
        "bottom_line:",
        f"  - {{text: {sentences[0]}, claims: [claim-0]}}",
        *(f"  - {{label: So, text: {sentences[at]} ${'ab'[at % 2]}, claims: [claim-{at}]}}" for at in (1, 2)),
        "matters:",
        *(f"  matter-{at}: {{title: {_sentence(chance, vocabulary, 3)}}}" for at in range(3)),
        "claims:",
    ]
    for at, sentence in enumerate(sentences):
        name, other = "ab"[at % 2], "ba"[at % 2]
        lines += [
            f"  - id: claim-{at}",
            f"    text: {sentence} ${name}.",
            f"    by: actor-{chance.randrange(actors)}",
            f"    about: [actor-{chance.randrange(actors)}]",
            f"    matter: matter-{at % 3}",
            f"    said: '20{chance.randrange(10, 27)}'",
            "    evidence:",
            f"      {name}: {{exact: {sentence}, modality: {chance.choice(_MODALITIES)}}}",
        ]
        if at in others:
            speakers = ("article", f"actor-{chance.randrange(actors)}")
            lines.append(f"      {other}: {{exact: {others[at]}, {_speaker(at, speakers)}}}")
    lines.append("questions:")
    for at in range(6):
        text = f"{_sentence(chance, vocabulary, 8)}?"
        lines.append(f'  - {{id: question-{at}, text: "{text}", claims: [claim-{at}, claim-{at + 1}]')
        first, second = (" ".join(sentences[one].split()[:5]) for one in (at, at + 1))
        if at % 3 != 1:
            lines[-1] += (
                f", differ: '${'ab'[at % 2]} has “{first}”; “{second}” is elsewhere.', kind: {_KINDS[at % 4]}"
            )
        if at % 4 == 2:
            lines[-1] += f", ladder: [{first}, {second}]"
        lines[-1] += "}"
    (folder / "briefing.yml").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _speaker(at: int, speakers: tuple[str, str]) -> str:
    """Who says a quote that its claim's speaker doesn't: another, the article itself, or one of both."""
    return f"by_open: [{', '.join(speakers)}]" if at % 4 == 3 else f"by: {speakers[at % 2]}"


def _sentence(chance: random.Random, vocabulary: list[str], words: int = 14) -> str:
    return " ".join(chance.choices(vocabulary, k=words)).capitalize()


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5)))


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]), int(sys.argv[2]))
