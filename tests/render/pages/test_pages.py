"""Pages as HTML: as many of everything as the YAML has, no markup left over, claims that can't be misread."""

import html
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Final

import markdown
import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.named import about_others
from generator.model.briefing import Briefing
from generator.model.diagnostics import errors
from generator.pipeline import check
from generator.render.edition import Edition
from generator.render.plan import plan
from generator.render.site import render
from generator.render.words.values import RELATION, RELATION_BACK
from tests.check.cases import MINIMAL
from tests.paths import GOLDEN, REPOSITORY

REPOSITORIES: Final = {"golden": GOLDEN, "minimal": MINIMAL}
# As mkdocs.yml has them, and always in it.
EXTENSIONS: Final = ["attr_list", "md_in_html", "tables", "toc"]
VOID: Final = frozenset(["br", "hr", "img", "input", "meta", "link"])


class Read(HTMLParser):
    """A page's ids, headings with their ids, and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.open: list[str] = []
        self.headings: dict[str, str] = {}
        self.heading = ""
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if id := given.get("id"):
            self.ids.append(id)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.heading = id or f"({tag})"
            self.headings[self.heading] = ""
        # A quote's end holds nothing: its style writes the claim's number there.
        if tag not in ("strong", "em", "a", "mark", "bdi", "del") and given.get("class") != "ends":
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if re.fullmatch("h[1-6]", tag):
            self.heading = ""

    def handle_data(self, data: str) -> None:
        if self.open[-1:] in (["script"], ["style"]):
            return  # What programs read.
        self.text.append(data)
        if self.heading:
            self.headings[self.heading] += data


@cache
def anchored(repository: str) -> tuple[Findings, ...]:
    checked = check(REPOSITORIES[repository])
    assert errors(checked.diagnostics) == []
    return checked.findings


@cache
def pages(repository: str) -> Mapping[str, Read]:
    reader = markdown.Markdown(extensions=EXTENSIONS)
    read = {}
    for path, text in raw(repository).items():
        read[path] = Read(reader.reset().convert(text.split("---\n", 2)[2]))
    return read


@cache
def raw(repository: str) -> Mapping[str, str]:
    rendered = render(plan(anchored(repository), Edition(drafts=True)))
    return {path: text for path, text in rendered.items() if isinstance(text, str)}


def test_extensions_are_those_of_the_site() -> None:
    site = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(
        r"(?<=\n)  - ([a-z_.]+)", site.partition("markdown_extensions:")[2].partition("\n\n")[0]
    )
    assert listed == EXTENSIONS


ALL: Final = [
    (repository, path.parent.name)
    for repository, root in REPOSITORIES.items()
    for path in sorted(root.glob("briefings/*/briefing.yml"))
]


@pytest.mark.parametrize(("repository", "slug"), ALL)
def test_page_has_as_many_of_everything_as_the_yaml(repository: str, slug: str) -> None:
    [found] = [one for one in anchored(repository) if one.briefing.slug == slug]
    summary = found.briefing.summary
    path = f"briefings/{slug}/index.md"
    page = pages(repository)[path]
    for kind, entries in (
        ("claim", summary.claims),
        ("question", summary.questions),
        ("assessment", summary.assessments),
        ("event", summary.events),
    ):
        ids = [id.removeprefix(f"{kind}-") for id in page.ids if id.startswith(f"{kind}-")]
        assert sorted(ids) == sorted(one.id for one in entries)
    origins = [id.removeprefix("origin-") for id in page.ids if id.startswith("origin-")]
    assert origins == list(summary.origins)
    written = raw(repository)[path]
    quotes = [quote for quotes in found.quotes.values() for quote in quotes]
    claims = re.findall(r'(?s)<div class="opened" id="claim-.*?\n</div>\n\n(?=</details>|<div|$)', written)
    assert sum(len(re.findall(r"\{: \.chip \.", claim)) for claim in claims) == len(quotes)
    relations = Counter[str]()
    for one in (relation for claim in summary.claims for relation in claim.relations):
        relations.update([RELATION[one.kind], RELATION_BACK[one.kind]])  # Shown on both claims.
    said = "|".join({*RELATION.values(), *RELATION_BACK.values()})
    assert Counter(re.findall(rf"(?m)^\*\*({said})\*\* ", written)) == relations
    assert len(re.findall(r"(?m)^\*\*Not in the quote:\*\*", written)) == sum(
        len(claim.inferred) for claim in summary.claims
    )
    sources = [text for at, text in raw(repository).items() if at.startswith(f"briefings/{slug}/articles/")]
    asides = (text.partition("{: #set-aside }")[2].partition("\n## ")[0] for text in sources)
    assert sum(aside.count("\n- ") for aside in asides) == len(summary.set_aside)
    listed = written.partition("{: #sources }")[2].partition("\n## ")[0]
    assert listed.count('\n<span class="chip" ') == len(found.briefing.articles)


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_every_actor_is_listed_once_and_has_its_claims(repository: str) -> None:
    actors = {id: actor for found in anchored(repository) for id, actor in found.briefing.actors.items()}
    listed = re.findall(r"(?m)^- \[.*\]\(([a-z0-9-]+)/index\.md\)", raw(repository)["actors/index.md"])
    assert sorted(listed) == sorted(actors)
    named: dict[str, list[str]] = {id: [] for id in actors}
    for found in anchored(repository):
        for claim in found.briefing.summary.claims:
            # What was withdrawn stands on its briefing's page alone.
            if found.briefing.summary.withdrawn or claim.withdrawn:
                continue
            # Whatever a claim has of somebody, it is told of them once.
            for id in {*claim.speakers, *about_others(found.briefing, claim), *claim.passers_on} & {*actors}:
                named[id].append(f"../../briefings/{found.briefing.slug}/index.md#claim-{claim.id}")
    for id in actors:
        links = re.findall(r"\]\(([^)]*)\)\{: \.claim-link", raw(repository)[f"actors/{id}/index.md"])
        assert sorted(links) == sorted(named[id])


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_every_quote_has_one_place_on_its_source(repository: str) -> None:
    for found in anchored(repository):
        for article in found.briefing.articles:
            page = pages(repository)[f"briefings/{found.briefing.slug}/articles/{article}/index.md"]
            places = [id.removeprefix("quote-") for id in page.ids if id.startswith("quote-")]
            assert sorted(places) == sorted({one.passage.address for one in found.in_article(article)})


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_no_id_stands_twice_on_a_page(repository: str) -> None:
    for path, page in pages(repository).items():
        assert (path, [id for id, times in Counter(page.ids).items() if times > 1]) == (path, [])


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_no_markup_is_left_over_and_nothing_dangles(repository: str) -> None:
    told = []
    for path, page in pages(repository).items():
        told += [(path, found) for found in odd("".join(page.text))]
    assert told == []


def odd(text: str) -> list[str]:
    """The lines with something left over (what Markdown didn't read) or dangling (a mark beside nothing)."""
    return [line for line in text.split("\n") if ODD.search(line)]


ODD: Final = re.compile(
    r"\*\*|\]\(|\{:|\{#|&#|</?[a-z]|^#|\S  |(?<!\.)\.\.(?!\.)| [.,;:)](?=\s|$)|\(\)|\( |“”|, ,|· ·|^\s*[·,;:]"
    r"|\bNone\b(?! is made)|-of\b|goes-further|differs-in"
)


@pytest.mark.parametrize(
    "text",
    ["**bold", "x](y)", "x {: #id }", "&#46;", "<b>", "A  b", "A..", "A , b", "()", "“”", "a · · b", " · a"],
)
def test_control_what_is_left_over_or_dangles_is_seen(text: str) -> None:
    assert odd(f"All is well.\n{text}") == [text]


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_every_claim_opens_with_its_speakers(repository: str) -> None:
    """In bold, in the text itself or before it; but for what a source says itself or of somebody unnamed."""
    for found in anchored(repository):
        page = raw(repository)[f"briefings/{found.briefing.slug}/index.md"]
        lines = {
            id: line
            for line, id in re.findall(
                r'<span class="line">(.*)</span></summary>\n\n<div class="opened" id="claim-([^"]+)"', page
            )
        }
        assert lines.keys() == {claim.id for claim in found.briefing.summary.claims if not claim.withdrawn}
        for id, line in lines.items():
            claim = found.briefing.claims[id]
            speakers = [by for by in claim.by if by in claim.speakers and by in found.briefing.actors]
            name = re.match("<strong>(.*?)</strong>", line)
            assert bool(name) == bool(speakers or "not named" in line), line
            for by in speakers:
                assert name and any(known in html.unescape(name[1]) for known in names_of(found.briefing, by))
            # Nobody's name but the claim's own speakers' is bold, and every source has its chip.
            assert line.count("<strong>") == bool(name)
            letters = {found.briefing.letter(quote.article.id) for quote in found.quotes[id]}
            assert set(re.findall(r'class="chip">([A-Z]+)', line)) == letters


def names_of(briefing: Briefing, id: str) -> list[str]:
    """The names of an actor, with the last word of a person's; any may stand within a sentence."""
    actor = briefing.actors[id]
    names = [actor.name, *actor.aliases, *([actor.name.split()[-1]] if actor.kind == "person" else [])]
    return [*names, *(name[:1].lower() + name[1:] for name in names)]


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_no_section_is_empty(repository: str) -> None:
    """Below each heading stands something else than a heading of the same rank or a higher one."""
    for path, text in raw(repository).items():
        lines = [line for line in text.split("---\n", 2)[2].splitlines() if line.strip()]
        ranks = [len(line) - len(line.lstrip("#")) if line.startswith("#") else 0 for line in lines]
        for index, rank in enumerate(ranks):
            # A question or a tombstone may say all in its heading: its card ends below it.
            below = ranks[index + 1] if index + 1 < len(ranks) else 1
            assert not (rank and below and below <= rank), (path, lines[index])


@pytest.mark.parametrize("repository", REPOSITORIES)
def test_every_page_has_one_first_heading(repository: str) -> None:
    for path, text in raw(repository).items():
        headings = re.findall(r"(?m)^# .+", text)
        assert len(headings) == 1, path
