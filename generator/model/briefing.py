"""A briefing, its articles and the library that it belongs to, as data that was read and validated."""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.claims import Claim
from generator.model.entries import Actor, Descriptor, Question, Registry, Summary
from generator.model.lettered import entry_with_letters
from generator.model.letters import letter_of
from generator.model.settings import NOTHING_SET, Settings
from generator.model.span import Span
from generator.model.texts import PAGE_LANGUAGE, primary_language

ARTICLE_VOICE = "article"
UNNAMED = "unnamed"
RESERVED_SPEAKERS = frozenset([ARTICLE_VOICE, UNNAMED])


@dataclass(frozen=True)
class Article:
    """An article: one source document of a briefing.

    Attributes:
        id: its file's name without the ending.
        path: its file, relative to the root.
        descriptor: its front matter.
        text: what follows the front matter; all offsets are code points of it.
        first_line: the line of the file on which the text begins, from 1.
        paragraphs: start (inclusive) and end (exclusive) of each paragraph.
    """

    id: str
    path: str
    descriptor: Descriptor
    text: str
    first_line: int
    paragraphs: tuple[tuple[int, int], ...]

    @property
    def language(self) -> str:
        """BCP 47 tag of the article's language; English where none is declared."""
        return self.descriptor.language or "en"

    @property
    def primary_language(self) -> str:
        """Primary subtag of the language: ``en`` of ``en-GB``."""
        return primary_language(self.language)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal; it names the text that offsets refer to."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def span(self, start: int, end: int) -> Span:
        """Converts the code points ``start`` to ``end`` of the text into a place in the article's file."""
        return Span(self.path, *self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset) - 1
        return self.first_line + line, offset - self._line_starts[line] + 1


@dataclass(frozen=True, eq=False)
class Briefing:
    """A briefing: the content of one folder ``briefings/<slug>/``.

    Attributes:
        slug: the folder's name and the briefing's address.
        path: its briefing.yml, relative to the root.
        written: what the YAML says, with ``$a`` where readers see the letter of article ``a``.
        articles: by id, in the order of their names.
        actors: all that its entries may name: its own and the registry's, by id.
        lost: ids of entries and articles, and names of fields, for which reading reported a fault. They are
            missing or incomplete here, so no check reports them again.
        actors_read: False when actors.yml could not be read, so that nothing is known of its ids.
        old_form: whether some of it is in a form that is read no longer, so that it is not all here.
    """

    slug: str
    path: str
    written: Summary
    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    lost: frozenset[str] = frozenset()
    actors_read: bool = True
    old_form: bool = False

    @cached_property
    def summary(self) -> Summary:
        """What the YAML says, as readers see it: with the letters of articles."""
        return entry_with_letters(self.written, self.letters)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Letters of all articles, by id."""
        return {id: self.letter(id) for id in self.articles}

    @property
    def title(self) -> str:
        """Title of the briefing; its slug where the title was taken out."""
        return self.summary.title or self.slug

    @property
    def is_draft(self) -> bool:
        """Whether it is not published yet."""
        return self.written.status == "draft"

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions that are not fully answered, in the order of the YAML."""
        return tuple(question for question in self.summary.questions if question.is_open)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id, in the order of the YAML."""
        return {claim.id: claim for claim in self.summary.claims}

    @cached_property
    def unsure_claims(self) -> frozenset[str]:
        """Ids of claims that nothing can be held to: two claims have it, or reading reported a fault."""
        return self.lost | self.doubled_claims

    @cached_property
    def doubled_claims(self) -> frozenset[str]:
        """Ids that several claims have; the id that one of them should have may be missing."""
        times = Counter(claim.id for claim in self.summary.claims)
        return frozenset(id for id, number in times.items() if number > 1)

    def is_foreign(self, article: str) -> bool:
        """Tests whether an article is in another language than the pages, English."""
        return self.articles[article].primary_language != PAGE_LANGUAGE

    def letter(self, article: str) -> str:
        """Returns the letter that names an article within the briefing: A, B … Z, AA, AB …"""
        return letter_of(list(self.articles).index(article) + 1)


def actors_of(briefings: Iterable[Briefing]) -> dict[str, Actor]:
    """Collects the actors that some briefings may name, by id; most have nothing but the registry's."""
    found: dict[str, Actor] = {}
    known: Mapping[str, Actor] | None = None
    for briefing in briefings:
        if briefing.actors is not known:
            found.update(briefing.actors)
            known = briefing.actors
    return found


@dataclass(frozen=True)
class Library:
    """All briefings, the actors that they share, and the settings of the site.

    Attributes:
        registry: the shared actors.
        briefings: in the order of their slugs.
        lines: the lines of each file by path, to show a diagnostic with its source line.
        settings: the settings of the whole site.
        is_whole: whether all briefings that exist are here; one whose file can't be read is missing.
    """

    registry: Registry
    briefings: tuple[Briefing, ...]
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settings: Settings = NOTHING_SET
    is_whole: bool = True
