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
    for name, part in (("a", sentences[::2]), ("b", sentences[1::2])):
        article = folder / "articles" / f"{name}.txt"
        article.write_text("\n".join(part), encoding="utf-8", newline="\n")
    lines = [
        f"title: {_sentence(chance, vocabulary, 6)}",
        f"as_of: 20{chance.randrange(10, 27)}-{chance.randrange(1, 13):02}",
        "status: published",
        f"topics: [topic-{chance.randrange(30)}, topic-{chance.randrange(30)}]",
        "bottom_line:",
        *(f"  - {{text: {sentences[at]}, claims: [claim-{at}]}}" for at in range(3)),
        "matters:",
        *(f"  matter-{at}: {{title: {_sentence(chance, vocabulary, 3)}}}" for at in range(3)),
        "claims:",
    ]
    for at, sentence in enumerate(sentences):
        lines += [
            f"  - id: claim-{at}",
            f"    text: {sentence}.",
            f"    by: actor-{chance.randrange(actors)}",
            f"    about: [actor-{chance.randrange(actors)}]",
            f"    modality: {chance.choice(_MODALITIES)}",
            f"    matter: matter-{at % 3}",
            f"    said: '20{chance.randrange(10, 27)}'",
            f"    evidence: [{{article: {'ab'[at % 2]}, exact: {sentence}}}]",
        ]
    lines.append("questions:")
    for at in range(4):
        text = f"{_sentence(chance, vocabulary, 8)}?"
        lines.append(f'  - {{id: question-{at}, text: "{text}", status: open, claims: [claim-{at}]}}')
    (folder / "briefing.yml").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _sentence(chance: random.Random, vocabulary: list[str], words: int = 14) -> str:
    return " ".join(chance.choices(vocabulary, k=words)).capitalize()


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5)))


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]), int(sys.argv[2]))
