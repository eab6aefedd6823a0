"""What a wrong quote costs beside a right one, in an article of a million characters."""

import random
import tempfile
import time
from pathlib import Path
from typing import Final

from generator.analyse.checks.run import examine
from generator.read.load import load
from tools.bench.texts import prose

LENGTH: Final = 1_000_000
"""Characters of the article."""

_BRIEFING: Final = """title: X
status: published
as_of: "2030"
bottom_line: []
claims:
  - id: one
    text: The article says that something is so.
    by: article
    evidence:
      a: {quote}
questions: []
"""


def costs() -> dict[str, float]:
    """Return the seconds of CPU that a briefing with one quote takes to examine, by the kind of quote."""
    chance = random.Random(1)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < LENGTH:
        paragraphs.append(" ".join(prose(chance) for _ in range(60)))
    paragraphs.insert(
        len(paragraphs) // 2, "The last lighthouse keeper of Oldmere left her post on a grey morning."
    )
    quotes = {
        "right": "The last lighthouse keeper of Oldmere left her post on a grey morning",
        "a word more": "The last lighthouse keeper of Oldmere sadly left her post on a grey morning",
        "a word other": "The last lighthouse keeper of Oldmere left her house on a grey morning",
        "another order": "On a grey morning the last lighthouse keeper of Oldmere left her post",
        "nowhere": "Nobody ever wrote a sentence that is in the least like this one here",
    }
    return {kind: _seconds("\n\n".join(paragraphs), quote) for kind, quote in quotes.items()}


def _seconds(article: str, quote: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "briefings/x/articles").mkdir(parents=True)
        (root / "briefings/x/articles/a.txt").write_text(article, encoding="utf-8")
        (root / "briefings/x/briefing.yml").write_text(_BRIEFING.format(quote=quote), encoding="utf-8")
        library, _ = load(root)
        start = time.process_time()
        examine(library)
        return time.process_time() - start
