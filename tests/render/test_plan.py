"""What stands on which page, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.analyse.findings.findings import Findings
from generator.model.briefing import Article, Briefing
from generator.model.diagnostics import errors
from generator.model.entries import Descriptor, Summary
from generator.pipeline import check
from generator.read.article import paragraphs
from generator.render.briefing.view import BriefingView
from generator.render.edition import Edition
from generator.render.page import Page
from generator.render.pages.source import source_plan
from generator.render.parts.claims.passages import place_of
from generator.render.parts.claims.runs import Run
from generator.render.parts.source_labels import known_of, label
from generator.render.parts.sources import source_links, sources_known
from generator.render.plan import plan
from generator.render.words import phrase
from tests.paths import GOLDEN

Repository = Callable[[Mapping[str, str | bytes]], Path]


@cache
def golden() -> tuple[Findings, ...]:
    checked = check(GOLDEN)
    assert errors(checked.diagnostics) == []
    return checked.findings


def by_path(pages: Iterable[Page]) -> dict[str, Page]:
    return {page.path: page for page in pages}


@cache
def planned() -> Mapping[str, Page]:
    return by_path(plan(golden()))


def page(path: str) -> Mapping[str, Any]:
    return planned()[f"{path}/index.md" if path else "index.md"].view


def article(text: str, id: str = "a", **descriptor: str) -> Article:
    described = Descriptor.model_validate(descriptor)
    return Article(id, f"briefings/b/articles/{id}.txt", described, text, 1, paragraphs(text, ".txt"))


def briefing(*articles: Article) -> Briefing:
    summary = Summary.model_validate(
        {"title": "T", "bottom_line": [], "as_of": "2030", "status": "published", "claims": []}
        | {"questions": []}
    )
    return Briefing("b", "briefings/b/briefing.yml", summary, {one.id: one for one in articles}, {})


# Which pages there are.

INDEXES = frozenset(
    f"{name}.md"
    for name in (
        *("index", "method", "briefings/index", "topics/index", "actors/index", "questions/index"),
        *("changes/index", "search/index", "api/index", "guide"),
    )
)


def briefing_page_view(pages: Mapping[str, Page], slug: str) -> BriefingView:
    view = pages[f"briefings/{slug}/index.md"].briefing
    assert view is not None
    return view


def bridge() -> BriefingView:
    return briefing_page_view(planned(), "oldmere-bridge")


def test_every_page_has_its_own_path() -> None:
    assert len(planned()) == len(list(plan(golden())))
    assert all(path == page.path and path.endswith(".md") for path, page in planned().items())


def test_every_briefing_article_and_actor_has_a_page() -> None:
    shown = [one.briefing for one in golden() if one.briefing.summary.status != "draft"]
    actors = {id for briefing in shown for id in briefing.actors}
    expected = {*INDEXES, "archive/index.md"}
    expected |= {f"briefings/{one.slug}/index.md" for one in shown}
    expected |= {f"topics/{topic}/index.md" for one in shown for topic in one.summary.topics}
    for one in shown:
        for slug in (one.slug, *one.summary.former_slugs):
            expected |= {f"briefings/{slug}/index.md"}
            expected |= {f"briefings/{slug}/articles/{id}/index.md" for id in one.articles}
    expected |= {f"actors/{id}/index.md" for id in actors}
    assert set(planned()) == expected


def test_drafts_are_shown_only_when_asked_for() -> None:
    drafts = by_path(plan(golden(), Edition(drafts=True)))
    assert set(drafts) - set(planned()) == {
        "briefings/lantern-tax/index.md",
        "briefings/lantern-tax/articles/minutes/index.md",
        "actors/clerk/index.md",
    }
    assert briefing_page_view(drafts, "lantern-tax").draft
    told = repr([page.view for page in planned().values()])
    assert "lantern" not in told
    assert "lantern" in repr([page.view for page in drafts.values()])  # the control


def test_persons_former_addresses_and_the_search_page_are_kept_from_search_engines() -> None:
    hidden = {path for path, page in planned().items() if not page.indexed}
    persons = {
        f"actors/{id}/index.md"
        for one in golden()
        for id, actor in one.briefing.actors.items()
        if actor.kind == "person" and id != "clerk"
    }
    assert len(persons) == 4
    moved = {path for path in planned() if path.startswith("briefings/wend-bridge/")}
    assert len(moved) == 6  # The briefing, and each of its sources.
    assert hidden == persons | moved | {"search/index.md"}


# Orders.


def test_matters_stand_in_the_order_of_the_yaml_and_other_claims_last() -> None:
    matters = bridge().matters
    assert [(one.anchor, len(one.claims)) for one in matters] == [
        ("matter-closure", 6),
        ("matter-rivets", 6),
        ("matter-tolls", 0),
        ("claims", 4),
    ]
    assert matters[-1].title == "Other claims"
    # The section's own heading is enough.
    assert [matter.title for matter in briefing_page_view(planned(), "ferry-timetable").matters] == [""]


def test_events_stand_in_the_order_of_time_and_those_without_a_value_last() -> None:
    moments = bridge().timeline
    assert [one.id or (one.date.words if one.date else "") for one in moments] == [
        "event-cracks-seen",
        "about March 2031",  # The date of a quote alone.
        "event-weeks-of-inspection",
        "April 2031",
        "May 2031",
        "March, year not stated",
        "event-press-talk",
        "“in February”",
    ]


def test_actors_are_listed_by_kind_and_name() -> None:
    groups = page("actors")["groups"]
    assert [one.title for one in groups] == ["Persons", "States", "Organisations", "Groups", "Withdrawn"]
    assert [one.name for one in groups[0].items] == [
        "Ines Calder",
        "Joss Amberley",
        "the diver",
        "Tomas Reyl",
    ]


def test_questions_stand_by_section_and_those_withdrawn_on_their_briefing_alone() -> None:
    sections = page("questions")["sections"]
    assert [(one.title, one.count) for one in sections] == [
        ("Where accounts differ", 4),
        ("Not answered in these sources", 5),
        ("Answered", 1),
    ]
    assert [question.id for question in bridge().withdrawn_entries.questions] == ["clock", "dropped"]


def test_home_tells_briefings_apart() -> None:
    home = page("")
    assert home["only"].title == "The bridge at Oldmere: closed, and until when?"
    parts = page("archive")["parts"]
    assert [(part.title, [one.title for one in part.items]) for part in parts] == [
        ("Archived", ["The ferry's timetable"]),
        ("Withdrawn", ["The bell tower"]),
    ]


@pytest.mark.parametrize(
    ("slug", "alone"), [("oldmere-bridge", True), ("ferry-timetable", False), ("bell-tower", False)]
)
def test_home_with_one_briefing_opens_with_it_if_it_stands(slug: str, alone: bool) -> None:
    one = [found for found in golden() if found.briefing.slug == slug]
    home = by_path(plan(one))["index.md"].view
    assert (home["only"] is not None) is alone
    if alone:
        assert len(home["only"].bottom_line) == 2
        assert home["only"].differing[0].href.startswith(f"briefings/{slug}/index.md#question-")


def test_withdrawn_briefing_asks_nothing_on_the_questions_page(repository: Repository) -> None:
    text = """
title: T
status: published
as_of: "2030"
bottom_line: [{text: It rains., claims: [one]}]
claims:
  - {id: one, text: It rains., by: article, evidence: {a: It rains}}
questions: [{id: why, text: Why?, claims: [one]}]
"""
    withdrawn = text + "withdrawn: {date: '2031', reason: An error.}\n"
    pages = {
        "briefings/one/briefing.yml": text,
        "briefings/one/articles/a.txt": "It rains.\n",
        "briefings/two/briefing.yml": withdrawn,
        "briefings/two/articles/a.txt": "It rains.\n",
    }
    checked = check(repository(pages))
    assert errors(checked.diagnostics) == []
    planned = by_path(plan(checked.findings))
    assert planned["questions/index.md"].view["sections"][0].count == 1
    assert len(briefing_page_view(planned, "two").questions) == 1  # Nothing is lost.


def test_nothing_at_all() -> None:
    pages = by_path(plan([]))
    assert set(pages) == INDEXES
    assert pages["index.md"].view["count"] == 0


# Sources.


def test_sources_have_letters_beyond_z() -> None:
    many = briefing(*(article("Text.", f"n{number:03}") for number in range(704)))
    letters = [link.letter for link in source_links(Findings(many, {}, ()), "index.md")]
    assert [*letters[:2], *letters[25:28], *letters[51:53], *letters[701:704]] == [
        *("A", "B"),
        *("Z", "AA", "AB"),
        *("AZ", "BA"),
        *("ZZ", "AAA", "AAB"),
    ]
    assert len(set(letters)) == 704


@pytest.mark.parametrize(
    ("articles", "known"),
    [
        ([], "0 articles"),
        ([{}], "1 undated article, A, publisher unknown"),
        ([{}, {}], "2 undated articles, A and B, publishers unknown"),
        ([{"published": "2030"}, {}], "2 articles, A and B, publishers unknown"),
        ([{"publisher": "The Courier"}, {}], "2 undated articles, A and B"),
        ([{"publisher": "The Courier", "published": "2030"}, {}], "2 articles, A and B"),
        ([{}] * 5, "5 undated articles, publishers unknown"),
    ],
)
def test_what_is_known_of_all_sources(articles: list[dict[str, str]], known: str) -> None:
    one = briefing(*(article("Text.", f"n{number}", **fields) for number, fields in enumerate(articles)))
    assert sources_known(one) == known


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ({}, "publisher unknown, undated"),
        ({"publisher": "The Courier"}, "The Courier, undated"),
        ({"publisher": "The Courier", "published": "2030-01"}, "The Courier, January 2030"),
    ],
)
def test_what_is_known_of_a_source(fields: dict[str, str], known: str) -> None:
    assert known_of(article("Text.", **fields)) == known


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("One two three four five six seven eight nine.", "", "“One two three four five six seven eight …”"),
        ("One two three four five six seven eight", "", "“One two three four five six seven eight”"),
        ("  One\n\ttwo ", "", "“One two”"),
        ("One two", "Its title", "Its title"),
        ("", "Its title", "Its title"),
        (" \n", "", phrase("text-taken-out")),
    ],
)
def test_label(text: str, title: str, shown: str) -> None:
    assert label(article(text, **({"title": title} if title else {}))) == shown


PLACES = "First here. Second here.\n\nThird “is it? Yes” here.\n  Fourth here.  Fifth here.\n"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("First", "paragraph 1, sentence 1"),
        ("here. Second", "paragraph 1, sentence 1"),
        ("Second", "paragraph 1, sentence 2"),
        ("Third", "paragraph 2, sentence 1"),
        ("Fourth", "paragraph 3, sentence 1"),
        ("Fifth", "paragraph 3, sentence 2"),
    ],
)
def test_place_of(words: str, place: str) -> None:
    assert place_of(article(PLACES), PLACES.index(words)) == place


# Text with marks: cut wherever a quote begins or ends.

TEXT = "Intro. One two three four five six. Outro.\n"
CLAIM = "- {{id: {id}, text: T, by: article, evidence: {{a: {{exact: {exact}}}}}}}"


def passages(repository: Repository, *quotes: str, text: str = TEXT, rights: str = "excerpts") -> Any:
    claims = "\n".join(CLAIM.format(id=f"c{number}", exact=exact) for number, exact in enumerate(quotes))
    yml = (
        "title: T\nstatus: published\nas_of: '2030'\nbottom_line: [{text: So., claims: [c0]}]\n"
        f"questions: []\nclaims:\n{claims}\n"
    )
    root = repository(
        {
            "briefings/b/briefing.yml": yml,
            "briefings/b/articles/a.txt": f"---\nrights: {rights}\n---\n{text}",
        }
    )
    checked = check(root)
    assert [one.message for one in errors(checked.diagnostics)] == []
    [found] = checked.findings
    return found, source_plan(found, found.briefing.articles["a"]).view["passages"]


def addresses(found: Findings) -> list[str]:
    return [quotes[0].passage.address for quotes in found.quotes.values()]


def text_of(passage: Any) -> str:
    """The text of a paragraph as the page shows it, with what is left out."""
    pieces = [
        ("[…] " if piece.gap else "") + "".join((" " if run.space else "") + run.text for run in piece.runs)
        for piece in passage.pieces
    ]
    return " ".join([*pieces, *(["[…]"] if passage.gap_after else [])])


def marked(repository: Repository, *quotes: str, text: str = TEXT) -> tuple[Findings, tuple[Run, ...]]:
    """The runs of the only sentence that any of the quotes stand in."""
    found, [passage] = passages(repository, *quotes, text=text)
    [piece] = passage.pieces
    return found, piece.runs


def test_overlapping_quotes_are_split(repository: Repository) -> None:
    found, cut = marked(repository, "One two three four", "three four five")
    one, two = addresses(found)
    assert cut == (
        Run("One two", False, True, (one,)),
        Run("three four", True, True, (two,), (1,)),
        Run("five", True, True, (), (2,)),
        Run("six.", True, False, ()),
    )


def test_quote_within_a_quote(repository: Repository) -> None:
    found, cut = marked(repository, "One two three four five", "two three")
    one, two = addresses(found)
    assert cut == (
        Run("One", False, True, (one,)),
        Run("two three", True, True, (two,), (2,)),
        Run("four five", True, True, (), (1,)),
        Run("six.", True, False, ()),
    )


def test_two_quotes_that_begin_together(repository: Repository) -> None:
    found, cut = marked(repository, "two three four", "two three")
    one, two = addresses(found)
    assert cut == (
        Run("One", False, False, ()),
        Run("two three", True, True, (two, one), (2,)),
        Run("four", True, True, (), (1,)),
        Run("five six.", True, False, ()),
    )


def test_one_quote_of_two_claims_has_one_start(repository: Repository) -> None:
    found, [passage] = passages(repository, "two three", "two three")
    assert len(set(addresses(found))) == 1
    cut = passage.pieces[0].runs
    assert [run.starts for run in cut if run.starts] == [(addresses(found)[0],)]
    assert [run.ends for run in cut if run.ends] == [(1, 2)]
    assert [claim.href for claim in passage.claims] == ["../../index.md#claim-c0", "../../index.md#claim-c1"]


def test_quotes_that_touch_and_segments(repository: Repository) -> None:
    found, cut = marked(repository, "[One two, five]", "three")
    one, two = addresses(found)
    # Of a quote in two pieces, the claim's number stands at the end of the last.
    assert cut == (
        Run("One two", False, True, (one,)),
        Run("three", True, True, (two,), (2,)),
        Run("four", True, False, ()),
        Run("five", True, True, (), (1,)),
        Run("six.", True, False, ()),
    )


def test_marks_without_space_between_them_stay_so(repository: Repository) -> None:
    found, cut = marked(repository, '"two"', text="One (two), three.\n")
    assert cut == (
        Run("One (", False, False, ()),
        Run("two", False, True, (addresses(found)[0],), (1,)),
        Run("), three.", False, False, ()),
    )


def test_runs_are_the_text(repository: Repository) -> None:
    """Whatever the quotes, nothing of the stretch is dropped, doubled or joined."""
    quotes = ("One two three four", "three four five", "[One, six]", "two three four", "two")
    _, [passage] = passages(repository, *quotes)
    assert text_of(passage) == "[…] One two three four five six. […]"
    [piece] = passage.pieces
    assert len({start for run in piece.runs for start in run.starts}) == len(quotes)
    assert sorted(number for run in piece.runs for number in run.ends) == [1, 2, 3, 4, 5]


def test_sentences_that_follow_each_other_have_no_gap_between_them(repository: Repository) -> None:
    _, [passage] = passages(repository, "One two", "five six", "Outro")
    assert text_of(passage) == "[…] One two three four five six. Outro."
    assert [claim.href.rpartition("-")[2] for claim in passage.claims] == ["c0", "c1", "c2"]


def test_gap_stands_where_a_sentence_is_left_out(repository: Repository) -> None:
    _, [passage] = passages(repository, "Intro", "Outro")
    assert text_of(passage) == "Intro. […] Outro."


def test_claims_of_a_paragraph_stand_in_the_order_of_its_text_each_once(repository: Repository) -> None:
    _, [passage] = passages(repository, "Outro", "[Intro, Outro]", "Intro")
    assert [claim.href.rpartition("-")[2] for claim in passage.claims] == ["c1", "c2", "c0"]


def test_paragraphs_left_out_are_one_gap(repository: Repository) -> None:
    text = "Zero.\n\nOne two.\n\nThree.\n\nFour.\n\nFive six.\n\nSeven.\n"
    _, found = passages(repository, "One", "Five", text=text)
    assert [passage and (passage.number, text_of(passage)) for passage in found] == [
        None,
        (2, "One two."),
        None,
        (5, "Five six."),
        None,
    ]


def test_gap_within_a_paragraph_tells_of_the_paragraphs_beside_it(repository: Repository) -> None:
    text = "One. Two.\n\nThree.\n\nFour. Five.\n"
    _, found = passages(repository, "One", "Five", text=text)
    assert [text_of(passage) for passage in found] == ["One. […]", "[…] Five."]
    # The control: with neither, the paragraph between them has its own.
    _, found = passages(repository, "Two", "Four", text=text)
    assert [passage and text_of(passage) for passage in found] == ["[…] Two.", None, "Four. […]"]


def test_whole_text_is_shown_paragraph_by_paragraph(repository: Repository) -> None:
    text = "Not quoted.\nOne two. Three four.\n"
    _, found = passages(repository, "Three four", text=text, rights="full")
    assert [(passage.number, text_of(passage)) for passage in found] == [
        (1, "Not quoted."),
        (2, "One two. Three four."),
    ]
    assert [len(passage.claims) for passage in found] == [0, 1]
    _, [excerpt] = passages(repository, "Three four", text=text)
    assert (excerpt.number, text_of(excerpt)) == (2, "[…] Three four.")


def test_quote_across_paragraphs_is_marked_in_both(repository: Repository) -> None:
    text = "One two.\nThree four.\n"
    found, [first, second] = passages(repository, '"two.\\n\\nThree"', text=text, rights="full")
    cuts = [passage.pieces[0].runs for passage in (first, second)]
    assert [[run.text for run in cut if run.marked] for cut in cuts] == [["two."], ["Three"]]
    assert [run.starts for cut in cuts for run in cut if run.starts] == [(addresses(found)[0],)]
    assert (len(first.claims), len(second.claims)) == (1, 0)


def test_what_is_set_aside_is_told_by_place_and_by_words_only_where_they_may_be_shown() -> None:
    [full] = page("briefings/oldmere-bridge/articles/courier")["set_aside"]
    assert full.words == ("The tower clock beside the\nbridge was repainted last year",)
    [excerpts] = page("briefings/oldmere-bridge/articles/harbour")["set_aside"]
    assert (excerpts.place, excerpts.words) == ("paragraph 4, sentence 2", ())
