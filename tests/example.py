"""The example that CONTRIBUTING.md gives of a briefing, for whoever holds it to the generator."""

import re
from collections.abc import Mapping

from tests.paths import REPOSITORY

_BLOCK = re.compile(r"^   ```(?:yaml)?\n(.*?)^   ```$", re.MULTILINE | re.DOTALL)


def example() -> Mapping[str, str]:
    """The example's files by their paths below the briefing's folder; its text is written out here."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = [re.sub("^   ", "", block, flags=re.MULTILINE) for block in _BLOCK.findall(text)]
    (article,) = (block for block in blocks if block.startswith("---\n"))
    (briefing,) = (block for block in blocks if "bottom_line:" in block)
    assert article.count("The article's text begins here …") == 1
    here = [
        "“I know the wall will hold until spring,” the mayor said.",
        "“The repair begins in May,” the mayor said. The wall is forty metres long.",
    ]
    article = article.replace("The article's text begins here …", " ".join(here))
    there = [
        "The wall will hold for good, according to the mayor.",
        "The mayor said that the repair was to begin in May, and that the wall was forty metres long.",
    ]
    other = " ".join(there) + "\n"
    return {"briefing.yml": briefing, "articles/a.txt": article, "articles/b.txt": other}
