"""Gone means gone: history beside a briefing shows nothing that the briefing itself no longer holds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.analyse.history.compare import compare
from generator.analyse.history.redaction import nameless, redact, shown_past
from generator.analyse.history.snapshot import snapshot
from generator.model.briefing import Briefing, Library
from generator.model.changes import Change, History, Past, Version, What
from generator.model.entries import Registry, Summary
from tests.analyse.history.versions import held, marked_briefings, marks
from tests.analyse.makers import make_article

WITHDRAWN = {"date": "2024-11-02", "reason": "Misread."}
QUOTE = {"article": "a", "exact": "SECRET words"}


def claim(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "text": "It rains.", "by": "kim", "evidence": [], **fields}


def version(articles: Sequence[str] = (), /, **given: Any) -> Briefing:
    """A briefing of these entries, with articles that have a text unless they are written in capitals."""
    filled = {"title": "T", "as_of": "2024", "status": "published", "bottom_line": [], "questions": []}
    summary = Summary.model_validate({**filled, "claims": [], **given})
    made = {id.lower(): make_article("" if id.isupper() else "Words.", id.lower()) for id in articles}
    return Briefing("b", "briefing.yml", summary, made, dict(summary.actors))


def history_of(*briefings: Briefing) -> History:
    """What git would tell of these versions, one a day."""
    changes = [(), *(compare(snapshot(one), snapshot(other)) for one, other in pairwise(briefings))]
    return History(
        tuple(
            Version(f"t{day}", f"2024-11-{day:02}T12:00:00Z", f"c{day}", told)
            for day, told in enumerate(changes, 1)
        )
    )


def shown(*briefings: Briefing) -> tuple[tuple[Change, ...], ...]:
    """The changes of each version, as they may be shown beside the last; no change is lost."""
    history = history_of(*briefings)
    found = redact(history, briefings[-1])
    assert [(one.tree, one.time, one.commit) for one in found.versions] == [
        (one.tree, one.time, one.commit) for one in history.versions
    ]
    assert [_kinds(one.changes) for one in found.versions] == [
        _kinds(one.changes) for one in history.versions
    ]
    return tuple(one.changes for one in found.versions)


def _kinds(changes: Sequence[Change]) -> list[tuple[str, str, What, bool]]:
    return [(one.kind, one.id, one.what, one.substantive) for one in changes]


def secrets_in(*briefings: Briefing) -> bool:
    """Whether the word SECRET is left in what may be shown; it stood in the history before."""
    assert "SECRET" in repr(history_of(*briefings))
    return "SECRET" in repr(shown(*briefings))


# What was withdrawn and still has its words is shown; once they are taken out, it isn't.

TOMBSTONE = {"id": "x", "withdrawn": WITHDRAWN}
ENTRIES: list[tuple[str, dict[str, Any]]] = [
    ("claims", claim("x", text="SECRET one.", note="SECRET", evidence=[{**QUOTE, "cue": "SECRET"}])),
    (
        "questions",
        {"id": "x", "text": "SECRET?", "claims": ["y"], "differ": "SECRET.", "would_settle": "SECRET"},
    ),
    ("assessments", {"id": "x", "text": "SECRET.", "claims": ["y"], "confidence": "low", "by": ["SECRET"]}),
    ("events", {"id": "x", "text": "SECRET.", "date": {"as_stated": "SECRET day"}, "claims": ["y"]}),
]


@pytest.mark.parametrize(
    ("section", "entry"), ENTRIES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_entry_whose_words_were_taken_out(section: str, entry: dict[str, Any]) -> None:
    claims = [claim("y")]

    def holding(*entries: dict[str, Any]) -> Briefing:
        given: dict[str, list[dict[str, Any]]] = {"claims": claims}
        return version(["a"], **{**given, section: [*given.get(section, []), *entries]})

    added, reworded = holding(entry), holding({**entry, "text": "SECRET two."})
    withdrawn = holding({**entry, "withdrawn": WITHDRAWN})
    assert secrets_in(holding(), added, reworded, withdrawn)
    assert not secrets_in(holding(), added, reworded, withdrawn, holding(TOMBSTONE))
    assert not secrets_in(holding(), added, reworded, holding(TOMBSTONE))
    assert not secrets_in(holding(), added, reworded, holding())
    assert secrets_in(holding(), added, holding(TOMBSTONE), holding(entry))


def test_what_is_told_of_it_is_that_there_was_something() -> None:
    found = shown(version(), version(claims=[claim("x", text="SECRET")]), version(claims=[TOMBSTONE]))
    for (change,), what in zip(found[1:], (What.ADDED, What.WITHDRAWN), strict=True):
        assert change == Change("claim", "x", what, hidden=True)


@pytest.mark.parametrize("kept", [{}, {"name": "N"}])
def test_an_actor_of_the_briefing_s_own(kept: dict[str, str]) -> None:
    actor = {"name": "Ann SECRET", "kind": "person", "aliases": ["SECRET"], "role": "SECRET keeper"}
    tombstone = {"withdrawn": WITHDRAWN, **kept}
    found = (version(), version(actors={"x": actor}), version(actors={"x": {**actor, **tombstone}}))
    assert secrets_in(*found)
    # A name that stays keeps what else was said of it.
    assert secrets_in(*found, version(actors={"x": tombstone})) is bool(kept)


def test_a_name_that_was_taken_out_is_not_kept_by_a_longer_word() -> None:
    """ "Annual" does not say "Ann": the old title that names her is hidden."""
    actor = {"name": "Ann", "kind": "person"}
    named = version(title="Ann SECRET", actors={"x": actor})
    unnamed = version(title="Annual report", actors={"x": {"withdrawn": WITHDRAWN}})
    assert not secrets_in(version(), named, unnamed)
    # The control: where the briefing still says the name, what it said before is no secret.
    assert secrets_in(version(), named, version(title="Ann speaks", actors={"x": {"withdrawn": WITHDRAWN}}))


def test_an_occasion_and_a_section_that_are_gone() -> None:
    before = version(
        origins={"x": {"title": "SECRET talk", "kind": "speech", "note": "SECRET"}},
        matters={"x": {"title": "SECRET"}},
    )
    after = version(origins={"x": {"title": "A talk", "kind": "speech"}}, matters={"x": {"title": "Section"}})
    assert secrets_in(version(), before, after)
    assert not secrets_in(version(), before, version())


def test_a_source_s_title_and_what_was_set_aside_of_it() -> None:
    def with_source(id: str, title: str | None, **given: Any) -> Briefing:
        made = version([id], **given)
        article = made.articles["a"]
        descriptor = article.descriptor.model_copy(update={"title": title})
        return replace(made, articles={"a": replace(article, descriptor=descriptor)})

    aside = {"article": "a", "exact": "SECRET words", "reason": "SECRET reason"}
    before = with_source("a", "SECRET title", set_aside=[aside])
    assert secrets_in(version(), before, with_source("a", "Title"))
    assert not secrets_in(version(), before, with_source("A", None))
    assert not secrets_in(version(), before, version())


# What rested on it, or led to it.

SAID = claim("x", text="It snows.")


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("bottom_line", {"text": "SECRET, says Kim.", "claims": ["y", "x"]}),
        ("assessments", {"id": "z", "text": "SECRET is likely.", "claims": ["x"], "confidence": "low"}),
        ("events", {"id": "z", "text": "SECRET.", "date": "2024", "claims": ["x"]}),
        (
            "questions",
            {
                "id": "z",
                "text": "Why?",
                "claims": ["y"],
                "status": "answered",
                "resolution": {"text": "SECRET.", "claims": ["x"]},
            },
        ),
        (
            "questions",
            {"id": "z", "text": "Why?", "claims": ["y", "x"], "differ": "SECRET.", "kind": "scope"},
        ),
    ],
    ids=["sentence", "assessment", "event", "answer", "difference"],
)
def test_what_rested_on_it_goes_with_it(section: str, entry: dict[str, Any]) -> None:
    """Whether it was added later, was there from the first, or lost its claims before its words."""
    live, gone = [claim("y"), SAID], [claim("y"), TOMBSTONE]
    resting = version(claims=live, **{section: [entry]})
    last = version(claims=gone)
    assert secrets_in(version(claims=live), resting)
    assert not secrets_in(version(claims=live), resting, last)
    assert not secrets_in(resting, last)
    answered = "resolution" in entry
    moved = {
        **entry,
        **({"resolution": {"text": "SECRET.", "claims": ["y"]}} if answered else {"claims": ["y"]}),
    }
    on_another = version(claims=gone, **{section: [moved]})
    assert not secrets_in(resting, on_another, last)
    field = "differ" if "differ" in entry else "text"
    harmless = {"resolution": {"text": "So.", "claims": ["y"]}} if answered else {field: "Kim speaks."}
    reworded = {**moved, **harmless}
    assert not secrets_in(resting, on_another, version(claims=gone, **{section: [reworded]}))


def test_a_relation_to_it_and_a_quote_from_a_lost_source() -> None:
    relation = {"kind": "corroborates", "claim": "x", "note": "SECRET reason."}
    related = claim("y", relations=[relation], evidence=[QUOTE])
    before = version(["a"], claims=[claim("y", text="It rained."), SAID])
    between = version(["a"], claims=[related, SAID])
    after = version(["A"], claims=[claim("y"), TOMBSTONE])
    assert not secrets_in(before, between, after)
    _, second, third = shown(before, between, after)
    (change,) = (one for one in second if one.id == "y")
    # What does not lead to it is still told.
    assert [(part.field, part.before, part.after) for part in change.parts] == [
        ("text", "It rained.", "It rains.")
    ]
    assert change.before is not None and change.after is not None
    assert (change.before["text"], change.after["text"]) == ("It rained.", "It rains.")
    assert (change.after["evidence"], change.after["relations"]) == ([], [])
    # Nothing is left to tell of the other; that it changed is.
    (change,) = (one for one in third if one.id == "y")
    assert (change.parts, change.substantive) == ((), True)


def test_a_quote_moved_between_sources_of_which_one_is_lost() -> None:
    """It was taken out with the other source, and is not told as a new one."""
    other = {"article": "b", "exact": "plain words"}
    before = version(["a", "b"], claims=[claim("y", evidence=[QUOTE, other])])
    after = version(["A", "b"], claims=[claim("y", evidence=[other])])
    (changed,) = (one for one in shown(before, after)[1] if one.kind == "claim")
    assert changed.parts == ()
    assert changed.after is not None and len(changed.after["evidence"]) == 1


def test_quotes_in_another_order_of_which_one_is_lost() -> None:
    one, two = ({"article": "b", "exact": words} for words in ("plain words", "other words"))
    before = version(["a", "b"], claims=[claim("y", evidence=[QUOTE, one, two])])
    between = version(["a", "b"], claims=[claim("y", evidence=[two, QUOTE, one])])
    after = version(["A", "b"], claims=[claim("y", evidence=[two, one])])
    assert not secrets_in(before, between, after)
    (change,) = (one for one in shown(before, between, after)[1] if one.kind == "claim")
    (part,) = change.parts
    assert [[one["exact"] for one in side] for side in (part.before, part.after)] == [
        [["plain words"], ["other words"]],
        [["other words"], ["plain words"]],
    ]


def test_its_words_in_others_earlier_wordings() -> None:
    """A name or a wording that was taken out is no more in what another entry once said."""
    ann = {"x": {"name": "Ann Secretary", "kind": "person", "aliases": ["Annie"]}}
    lost = {"x": {"withdrawn": WITHDRAWN}}
    for wording in ("Then ANN SECRETARY’s son left.", "Annie left."):
        named = version(claims=[claim("y", text=wording)], actors=ann)
        reworded = version(claims=[claim("y", text="Somebody left.")], actors=lost)
        assert wording in repr(shown(named, version(claims=[claim("y", text="One left.")], actors=ann)))
        (change,) = (one for one in shown(named, reworded)[1] if one.kind == "claim")
        assert change.hidden and change.before is None
    for wording in ("Annabel left.", "Ann Sec left.", "Fannie left."):
        named = version(claims=[claim("y", text=wording)], actors=ann)
        assert wording in repr(shown(named, version(claims=[claim("y")], actors=lost)))


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("Зоя Лис", "Это сказала Зоя Лисова."),
        ("金正恩", "昨日金正恩氏が述べた。"),
        ("Müller", "Beim Obermüller war Ruhe."),
    ],
)
def test_names_in_other_scripts_and_endings(name: str, wording: str) -> None:
    named = version(claims=[claim("y", text=wording)], actors={"x": {"name": name, "kind": "person"}})
    gone = version(claims=[claim("y")], actors={"x": {"withdrawn": WITHDRAWN}})
    assert wording not in repr(shown(named, gone))


def test_an_article_s_words_for_a_speaker_go_with_the_claim() -> None:
    described = {**QUOTE, "exact": "the wall holds", "described_as": "a SECRET officer"}
    before = version(
        ["a"], claims=[claim("x", evidence=[described]), claim("y", text="A SECRET officer left.")]
    )
    after = version(["a"], claims=[TOMBSTONE, claim("y", text="One left.")])
    assert not secrets_in(before, after)
    kept = version(["a"], claims=[claim("x", evidence=[described]), claim("y", text="One left.")])
    assert secrets_in(before, kept)  # The control.


def test_how_accounts_differed_goes_with_the_question() -> None:
    asked = {"id": "x", "text": "Why?", "claims": ["y"], "differ": "SECRET differs.", "kind": "scope"}
    said, unsaid = (claim("y", text=text) for text in ("They say SECRET differs.", "They differ."))
    before = version(claims=[said], questions=[asked])
    assert not secrets_in(before, version(claims=[unsaid], questions=[TOMBSTONE]))
    assert secrets_in(before, version(claims=[unsaid], questions=[asked]))  # The control.


def test_an_id_that_is_a_name_does_not_keep_the_name() -> None:
    kim = {"kim": {"name": "Kim", "kind": "person"}}
    named = version(claims=[claim("y", text="Kim left.")], actors=kim)
    assert "Kim left." not in repr(
        shown(named, version(claims=[claim("y")], actors={"kim": {"withdrawn": WITHDRAWN}}))
    )
    # Nor does another's id hide what was said.
    other = {"x": {"name": "Kim", "kind": "person"}}
    before = version(claims=[claim("y", text="It rained.")], actors=other)
    after = version(claims=[claim("y")], actors={"x": {"withdrawn": WITHDRAWN}})
    assert "It rained." in repr(shown(before, after))


def test_words_that_the_briefing_still_has_are_no_secret() -> None:
    """An actor that was entered twice: the other entry has the same name."""
    twice = {"x": {"name": "Ann Lee", "kind": "person"}, "y": {"name": "Ann Lee", "kind": "person"}}
    once = {**twice, "x": {"withdrawn": {**WITHDRAWN, "replaced_by": "y"}}}
    before = version(claims=[claim("z", text="Ann Lee left.")], actors=twice)
    after = version(claims=[claim("z", text="Ann Lee went.")], actors=once)
    assert "Ann Lee left." in repr(shown(before, after))


# A whole briefing.


def test_a_briefing_that_is_withdrawn_and_emptied_keeps_its_dates() -> None:
    one = version(title="SECRET", claims=[SAID])
    two = version(title="SECRET too", claims=[SAID])
    three = version(title="SECRET too", claims=[SAID], withdrawn=WITHDRAWN)
    last = Briefing("b", "briefing.yml", Summary.model_validate({"withdrawn": WITHDRAWN}), {}, {})
    found = redact(history_of(one, two, three, last), last)
    assert [(item.tree, item.changes) for item in found.versions] == [
        ("t1", ()),
        ("t3", (Change("briefing", "", What.WITHDRAWN, hidden=True),)),
        ("t4", ()),
    ]
    assert [item.tree for item in redact(history_of(one), last).versions] == ["t1"]
    at_once = redact(history_of(one, last), last)
    assert [len(item.changes) for item in at_once.versions] == [0, 1]


def test_the_past_of_what_is_there() -> None:
    now = version(claims=[TOMBSTONE])
    history = history_of(version(), version(claims=[SAID]), now)
    past = shown_past(Past({"b": history, "gone": history}), Library(Registry(actors={}), (now,)))
    assert list(past.histories) == ["b"]
    assert past.of("b") == redact(history, now)
    assert shown_past(Past(missing="shallow"), Library(Registry(actors={}), (now,))).missing == "shallow"


# Whatever the briefings are.

HISTORIES = st.lists(marked_briefings(), min_size=2, max_size=4)


@given(HISTORIES)
def test_no_value_of_what_is_lost_is_left(versions: list[Briefing]) -> None:
    history = history_of(*versions)
    lost = marks() - held(versions[-1])
    assume(any(mark in repr(history) for mark in lost))
    found = repr(redact(history, versions[-1]))
    assert {mark for mark in lost if mark in found} == set()


@given(HISTORIES)
def test_no_change_is_lost_and_nothing_is_hidden_twice(versions: list[Briefing]) -> None:
    once = History(
        tuple(
            replace(one, changes=told)
            for one, told in zip(history_of(*versions).versions, shown(*versions), strict=True)
        )
    )
    assert redact(once, versions[-1]) == once


def test_a_history_of_which_all_still_stands_stays_as_it_is() -> None:
    one = version(["a"], claims=[claim("y", evidence=[QUOTE])])
    two = version(
        ["a"],
        claims=[claim("y", text="It rained.", evidence=[QUOTE]), claim("z")],
        bottom_line=[{"text": "It rained.", "claims": ["y"]}],
    )
    assert redact(history_of(one, two), two) == history_of(one, two)


def test_an_answer_that_was_taken_out_is_not_told() -> None:
    asked = {"id": "why", "text": "Why?", "claims": ["rain"]}
    answer = {"text": "SECRET was why.", "claims": ["rain"]}
    answered = {**asked, "status": "answered", "resolution": answer}
    versions = [version(claims=[claim("rain")], questions=[one]) for one in (asked, answered, asked)]
    _, second, third = shown(*versions)
    assert "SECRET" not in repr((second, third))
    assert [one.hidden for one in (*second, *third)] == [True, True]
    # The control: an answer that stands is told.
    *_, last = shown(*versions[:2])
    assert "SECRET was why." in repr(last)


def test_a_name_that_was_taken_out_of_the_registry_is_not_told() -> None:
    before, after = (version(claims=[claim("rain", text=text)]) for text in ("SECRET Lee left.", "He left."))
    history = history_of(before, after)
    assert "SECRET Lee left." in repr(redact(history, after))  # The control.
    assert "SECRET" not in repr(redact(history, after, ["SECRET Lee"]))


def test_whose_names_were_taken_out() -> None:
    actors = {
        "ann": {"withdrawn": WITHDRAWN},
        "bob": {"name": "Bob", "kind": "person", "withdrawn": WITHDRAWN},
    }
    registry = Registry.model_validate({"actors": {**actors, "kim": {"name": "Kim", "kind": "person"}}})
    assert nameless(registry) == {"ann"}
