"""Makes a repository whose every text is as long as the model allows, to look at what that does to a page.

`python -m tools.longest FOLDER` writes it into FOLDER, beside a copy of what a build needs.
"""

import random
import sys
from pathlib import Path
from typing import Any, Final

import yaml

from tools.bench.briefings import copy_what_builds

LINE: Final = 300
TEXT: Final = 4000
ID: Final = 80
_PARTS: Final = ("ka", "ro", "mi", "den", "sul", "ta", "ver", "lin", "po", "gar")


def write_repository(folder: Path) -> None:
    """Write the repository into the empty ``folder``; the same every time."""
    copy_what_builds(folder)
    chance = random.Random(1)
    actors = {id_of(f"actor-{at}"): actor(chance, at) for at in range(4)}
    write(folder / "briefings" / "actors.yml", {"actors": actors})
    briefing = folder / "briefings" / id_of("briefing")
    articles = {name: [words(chance, TEXT) for _ in range(3)] for name in (id_of("a"), id_of("b"))}
    for name, paragraphs in articles.items():
        (briefing / "articles").mkdir(parents=True, exist_ok=True)
        described = {field: words(chance, LINE) for field in ("title", "publisher", "author")}
        described["note"] = words(chance, TEXT)
        front = yaml.safe_dump(described, allow_unicode=True)
        text = f"---\n{front}---\n" + "\n\n".join(paragraphs)
        (briefing / "articles" / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
    write(briefing / "briefing.yml", summary(chance, list(actors), articles))


def summary(chance: random.Random, actors: list[str], articles: dict[str, list[str]]) -> dict[str, Any]:
    """The briefing: its claims quote whole paragraphs, and nothing is grounded in what they lack."""
    sources = [(name, text) for name, paragraphs in articles.items() for text in paragraphs]
    claims = [
        {
            "id": id_of(f"claim-{at}"),
            "text": words(chance, TEXT),
            "by": actors[at % len(actors)],
            "matter": id_of("matter"),
            "about": [*actors],
            "evidence": {
                name: {"exact": text, "cue": words(chance, LINE), "note": words(chance, TEXT)},
                other: {"exact": said, "by_open": actors[:3]},
            },
            "relations": [
                {"kind": "later-position-of", "claim": id_of(f"claim-{one}"), "note": words(chance, TEXT)}
                for one in range(at)
                if one % len(actors) == at % len(actors)
            ],
            "note": words(chance, TEXT),
        }
        for at, ((name, text), (other, said)) in enumerate(zip(sources[:4], reversed(sources), strict=False))
    ]
    first = [claims[0]["id"]]
    return {
        "title": words(chance, LINE),
        "as_of": "2030-01-01",
        "status": "published",
        "topics": [id_of(f"topic-{at}") for at in range(3)],
        "editors": [words(chance, LINE) for _ in range(2)],
        "note": words(chance, TEXT),
        "bottom_line": [
            {"text": words(chance, TEXT), "claims": [*first], **({"label": "ka" * (LINE // 2)} if at else {})}
            for at in range(7)
        ],
        "matters": {id_of("matter"): {"title": words(chance, LINE), "note": words(chance, TEXT)}},
        "claims": claims,
        "questions": [
            {
                "id": id_of(f"question-{at}"),
                "text": words(chance, TEXT),
                "would_settle": words(chance, TEXT),
                "claims": [claims[0]["id"], claims[1]["id"]],
                **difference(sources),
                "checked": "2030-01-01",
            }
            for at in range(4)
        ],
        "assessments": [
            {
                "id": id_of("assessment"),
                "text": words(chance, TEXT),
                "claims": [*first],
                "confidence": "low",
                "by": [words(chance, LINE)],
            }
        ],
        "events": [
            {"id": id_of("event"), "date": "2029", "text": words(chance, TEXT), "claims": [*first]},
        ],
    }


def difference(sources: list[tuple[str, str]]) -> dict[str, Any]:
    """How the first two claims differ: in nearly all of their words."""
    quoted = (text[: TEXT // 2 - LINE].rsplit(" ", 1)[0] for _, text in sources[:2])
    told = " ".join(f"${{{name}}} “{words}”" for (name, _), words in zip(sources, quoted, strict=False))
    return {"differ": told, "kind": "scope"}


def actor(chance: random.Random, at: int) -> dict[str, Any]:
    """An actor whose name is one line as long as it may be, in one case without a space in it."""
    name = words(chance, LINE) if at else "".join(chance.choices(_PARTS, k=150))[:LINE].capitalize()
    return {"name": name, "kind": "person", "role": words(chance, LINE), "note": words(chance, TEXT)}


def words(chance: random.Random, most: int) -> str:
    """Words in small letters, so that none is a name, as many characters as may be."""
    made = ""
    while len(made) < most:
        made += "".join(chance.choices(_PARTS, k=chance.randrange(1, 5))) + " "
    return made[:most].strip().ljust(most, "x")


def id_of(start: str) -> str:
    """An id as long as it may be."""
    return f"{start}-".ljust(ID, "x")


def write(path: Path, value: object) -> None:
    """Write a value as YAML, each text on one line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1_000_000)
    path.write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_repository(Path(sys.argv[1]))
