"""Skeleton of a new briefing.yml, whose comments say what to write.

Its examples are comments. Working ones would have to be invented: their quotes would stand in no article, and
what somebody forgets to replace would be published as said. So the checks tell of a skeleton only what is
still empty, and an example without its "# " has the right indentation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from generator.edit.told_articles import as_of, named, newest
from generator.edit.yaml_text import scalar
from generator.files.folder import opened
from generator.files.write import write_file
from generator.model.briefing import Article
from generator.model.diagnostics import problem
from generator.model.span import Span
from generator.model.texts import id_fault
from generator.places import FOLDER
from generator.read.article import ENDINGS, read_article
from generator.read.source import source_of
from generator.read.yaml_values import read_yaml

_LONGEST_TITLE: Final = 300
_PLAIN_ID: Final = re.compile(r"[a-z][a-z0-9]*")
_EXAMPLES: Final = (
    "I know the wall will hold until spring",
    "The wall will hold for good, according to the mayor",
)
"""Words of the examples' articles."""

_SKELETON: Final = Template("""\
# Lines that begin with # are comments. Examples among them work once "# " is taken away.
# What is wrong or missing: python -m generator check --hints. All fields: schema/fields.md.

# What it is about, as it can stand in a list.
title: >-
  $title

# The last day of which you know.
$day

# Write published when it is done.
status: draft

$articles

# What is said, in short, and nothing more than its claims say. The first line stands alone; up to
# six more begin with a label of two words at most.
# $letter is the letter of article $first_id; of one called b-2 it is $${b-2}.
bottom_line:
# - text: >-
#     The mayor says that the wall, forty metres long, will hold until spring$or_for_good.
#   claims: [wall-will-hold, forty-metres]
# - label: The wall
#   text: is forty metres long, $letter writes.
#   claims: [forty-metres]

# Who says what: each thing once, with the words of every article that carries it. This adds one:
# python -m generator quote $slug "some words of an article" --write
claims:
# - id: wall-will-hold
#   # A full sentence that opens with who says it, and says no more than the quotes.
#   text: >-
#     The mayor says that the wall will hold until spring$or_for_good.
#   # Who did the saying: an actor; article, for what an article says itself; unnamed.
#   by: mayor
#   # Article and words, as they stand there.
#   evidence:
$evidence
# - id: forty-metres
#   text: >-
#     The wall is forty metres long.
#   by: article
#   evidence:
#     $first: The wall is forty metres long
$own
# What these articles leave open, or tell differently. Write [] if there is nothing.
questions:
# - id: for-how-long
#   text: >-
#     For how long will the harbour wall hold?
#   claims: [wall-will-hold]
$differ
# Who speaks or is spoken of, if not in briefings/actors.yml. Kinds: person, state, organisation,
# group.
# actors:
#   mayor:
#     name: The mayor
#     kind: person
""")

_DIFFER: Final = Template("""\
#   # Where accounts differ: how, in words that stand in the quotes.
#   differ: >-
#     In $first it is “until spring”, in $second “for good”.
#   # Or contradicts; scope, where they may not be about the same thing; attribution, where it is
#   # given to different speakers.
#   kind: goes-further
#   ladder: [until spring, for good]
""")

_OWN: Final = Template("""\
#     $second:
#       exact: The wall is forty metres long
#       # Who says it there, where that is not the speaker above.
#       by: mayor
""")


@dataclass(frozen=True)
class Started:
    """A briefing that was begun: the path of its file, and how many articles it has."""

    path: str
    articles: int


def start(root: Path, slug: str, title: str, today: date) -> Started:
    """Writes the skeleton of a briefing, and makes the folder of its articles.

    Args:
        root: the folder of briefings/.
        slug: the briefing's; there may be articles of it already.
        title: its title; made of the slug where it is empty.
        today: the date to write where no article tells one.

    Raises:
        ValueError: the slug or title can't be one, or there is such a file.
        OSError: it can't be written.
    """
    if fault := id_fault(slug):
        told = problem("invalid-slug", Span(FOLDER), text=slug, rule=fault)
        raise ValueError(f"{told.message} It must be {fault}.{_instead(slug)}")
    base = f"{FOLDER}/{slug}"
    path = f"{base}/briefing.yml"
    with opened(root, f"{base}/articles", make=True) as folder:
        names = [entry.name for entry in folder.entries() if entry.kind == "file"]
    with opened(root, base) as folder:
        if folder.kind("briefing.yml") is not None:
            raise ValueError(f"{path} is there already, and stays as it is.")
    read = [read_article(root, f"{base}/articles/{name}")[0] for name in names if name.endswith(ENDINGS)]
    articles = [article for article in read if article is not None]
    text = skeleton(slug, " ".join(title.split()) or slug.replace("-", " ").capitalize(), articles, today)
    write_file(root, path, text.encode())
    return Started(path, len(articles))


def skeleton(slug: str, title: str, articles: Sequence[Article], today: date) -> str:
    """Writes the text of a briefing.yml that says nothing yet.

    Raises:
        ValueError: the title is too long, or holds a character that YAML may not hold.
    """
    if len(title) > _LONGEST_TITLE:
        raise ValueError(f"The title has {len(title)} characters; {_LONGEST_TITLE} are the most.")
    day, of = newest(articles) or (today.isoformat(), "")
    ids = [article.id for article in articles[: len(_EXAMPLES)]] or ["a", "b"]
    letters = [f"${id}" if _PLAIN_ID.fullmatch(id) else f"${{{id}}}" for id in ids]
    several = len(letters) > 1
    text = _SKELETON.substitute(
        or_for_good=f" {letters[0]}, or for good {letters[1]}" if several else "",
        first=scalar(ids[0]),
        letter=letters[0],
        first_id=ids[0],
        slug=slug,
        title=title,
        day=as_of(day, of),
        articles=named(articles),
        evidence="\n".join(f"#     {scalar(id)}: {words}" for id, words in zip(ids, _EXAMPLES, strict=False)),
        own=_OWN.substitute(second=scalar(ids[1])) if several else "",
        differ=_DIFFER.substitute(first=letters[0], second=letters[1]) if several else "",
    )
    source, _ = source_of("briefing.yml", text.encode(errors="surrogatepass"))
    value, _ = read_yaml(source) if source else (None, [])
    if not isinstance(value, dict) or value.get("title") != title:
        raise ValueError("The title holds a character that no file of a briefing may hold.")
    return text


def _instead(text: str) -> str:
    """Proposes the slug that may be meant."""
    meant = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    return f" Try: {meant}" if meant != text and id_fault(meant) is None else ""
