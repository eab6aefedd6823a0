"""Changes in the reader's words: one sentence each, the speaker first, and nothing that was taken out."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from generator.analyse.history.edits import Edit
from generator.model.changes import Change, Kind, Plain, What
from generator.render.addresses import CHANGES, briefing_page
from generator.render.parts.changes.view import ChangeView
from generator.render.parts.changes.writer import ChangeWriter
from tests.render.histories import (
    ARTICLE,
    BRIEFING,
    TOMBSTONE,
    Edits,
    anchored_of,
    edited,
    edits_and_answers,
    history_of,
    past_of,
)

CRATES = BRIEFING[BRIEFING.index("  - id: crates") : BRIEFING.index("questions:")]
GONE = f"  - {{id: crates, {TOMBSTONE}}}\n"
CRATES_QUOTE = "{exact: 300 crates are wet, modality: warns}"
QUESTION = "  - {id: why, text: Why?, claims: [wall]}"


def told(folder: Path, *briefings: str) -> list[list[str]]:
    """Of each version but the first, what readers are told of it once the last is there."""
    anchored, history = past_of(folder, *briefings)
    writer = ChangeWriter(anchored, CHANGES)
    return [[one.text for one in writer.sentences(version.substantive)] for version in history.versions[1:]]


def test_a_translation_that_changed(tmp_path: Path) -> None:
    """Of an article in another language, as one in English has none."""
    articles = {"a.txt": f"---\nlanguage: de\n---\n{ARTICLE}"}
    versions = (
        edited(("cue: said", f"cue: said, translation: The wall {verb}")) for verb in ("holds", "held")
    )
    found = [anchored_of(tmp_path / str(at), text, articles) for at, text in enumerate(versions)]
    (change,) = history_of(*found).versions[1].changes
    told = ChangeWriter(found[-1], briefing_page("wall")).sentence(change)
    assert told.text == "Ann Lee says the wall is safe: translation of a quote in source A changed."


def change_told(folder: Path, *edits: tuple[str, str]) -> ChangeView:
    """The one change that these edits make, on the page of the briefing."""
    anchored, history = past_of(folder, BRIEFING, edited(*edits))
    (change,) = history.versions[1].changes
    return ChangeWriter(anchored, briefing_page("wall")).sentence(change)


BEFORE = ", before to the claim’s speaker."
GIVEN = "a quote in source A is now given to"

# An edit of the briefing, where / is a new line, and below it what a reader is told.
SENTENCES = f"""
wall is safe => wall was safe
Ann Lee says the wall was safe: reworded.
by: bob => by: ann
Ann Lee: Crates are wet: speaker changed from Bob Ode to Ann Lee.
by: bob => by: [bob, ann]
Bob Ode and Ann Lee: Crates are wet: speaker changed from Bob Ode to Bob Ode and Ann Lee.
by: bob => by: article
A writes: Crates are wet: speaker changed from Bob Ode to the source itself.
modality: warns => modality: denies
Bob Ode: Crates are wet: class of a quote in source A changed.
cue: said => cue: warned
Ann Lee says the wall is safe: verb of a quote in source A changed.
exact: The wall holds, => exact: "The wall holds, said Ann Lee",
Ann Lee says the wall is safe: quote lengthened.
300 crates are wet => crates are wet
Bob Ode: Crates are wet: quote shortened.
exact: The wall holds, => exact: It rained all night,
Ann Lee says the wall is safe: quote changed.
cue: said => cue: said, origin: call
Ann Lee says the wall is safe: where first said of a quote in source A changed.
modality: warns => modality: warns, by: article
A itself: Crates are wet: {GIVEN} the source itself, before to the claim’s speaker.
modality: warns => modality: warns, by_open: [bob, article]
A leaves open whether it is Bob Ode or A itself: Crates are wet: {GIVEN} Bob Ode or the source itself{BEFORE}
{CRATES_QUOTE} => [It rained all night, {CRATES_QUOTE}]
Bob Ode: Crates are wet: quote added.
    origin: talk/ =>
Ann Lee says the wall is safe: first said in: not stated.
origin: call => origin: talk
Bob Ode: Crates are wet: first said in: A talk.
by: bob => by: bob/    relations: [{{kind: corroborates, claim: wall, note: N.}}]
Bob Ode: Crates are wet: related to another claim.
by: bob => by: bob/    said: 2024-10
Bob Ode: Crates are wet: when it was said changed.
title: A talk => title: A speech
A speech: reworded.
title: The wall/ => title: Walls/
This briefing: another title.
as_of: 2024-11-01 => as_of: 2024-11-02
This briefing: describes 2 November 2024.
status: published => status: archived
This briefing: moved to the archive.
Ann Lee says that the wall => Ann Lee says the wall
Summary, line 1: reworded; before: “Ann Lee says that the wall holds.”
wall holds./    claims: [wall] => wall holds./    claims: [wall, crates]
Summary, line 1: the claims that it rests on changed.
Who pays?, => Who pays?, status: answered, resolution: {{text: Bob Ode., claims: [crates]}},
Who pays? answered; the answer: Bob Ode.
Who pays?, => Who pays?, status: partly-answered, resolution: {{text: Bob Ode., claims: [crates]}},
Who pays? partly answered; the answer: Bob Ode.
Who pays? => Who paid?
Who paid? reworded.
likelihood: likely => likelihood: very likely
The wall holds: likelihood from likely (55–80%) to very likely (80–95%).
date: 2024-10-13 => date: 2024-10-14
The wall holds: another date.
  - {{id: who => {QUESTION}/  - {{id: who
New question: Why?
name: Bob Ode => name: Bob Odd
Bob Odd: another name.
role: mayor => role: warden
Ann Lee: another office.
    by: bob =>     {TOMBSTONE}/    by: bob
Claim withdrawn: Bob Ode: Crates are wet: Misread.
Who pays?, => Who pays?, {TOMBSTONE},
Question withdrawn: Who pays? Misread.
name: Bob Ode => name: Bob Ode, {TOMBSTONE}
Name withdrawn: Bob Ode: Misread.
name: Bob Ode, kind: person => {TOMBSTONE}
Name withdrawn: Misread.
status: published => status: published/{TOMBSTONE}
This briefing was withdrawn: Misread.
"""


@pytest.mark.parametrize(("edit", "sentence"), edits_and_answers(SENTENCES))
def test_one_sentence_a_change(edit: tuple[str, str], sentence: str, tmp_path: Path) -> None:
    assert change_told(tmp_path, edit).text == sentence


def test_a_tombstone_that_changes_and_goes(tmp_path: Path) -> None:
    withdrawn = edited(("    by: bob\n", f"    by: bob\n    {TOMBSTONE}\n"))
    other = withdrawn.replace("Misread.", "Out of date.")
    assert told(tmp_path, BRIEFING, withdrawn, other, BRIEFING) == [
        ["Claim withdrawn: Bob Ode: Crates are wet."],
        ["Bob Ode: Crates are wet: withdrawn for another reason."],
        ["Bob Ode: Crates are wet: no longer withdrawn."],
    ]


DIFFER = "Who pays?, differ: 'Ann Lee has “The wall holds”; Bob Ode, “crates are wet”.'"
BOTH = ("claims: [wall]}\nassess", "claims: [wall, crates]}\nassess")
LADDER = ", kind: goes-further, ladder: [The wall holds, crates are wet],"


def test_how_accounts_differ(tmp_path: Path) -> None:
    differing = edited(("Who pays?,", f"{DIFFER}, kind: scope,"), BOTH)
    further = differing.replace("kind: scope", "kind: goes-further")
    ladder = differing.replace(", kind: scope,", LADDER)
    reworded = ladder.replace("has “The", "says “The")
    assert told(tmp_path, edited(BOTH), differing, further, ladder, reworded) == [
        ["Who pays? how accounts differ told for the first time."],
        ["Who pays? now: One goes further than another. Before: These may not be about the same thing."],
        ["Who pays? from the most cautious on: “The wall holds”, then “crates are wet”; before: no order."],
        [
            "Who pays? how accounts differ is told anew; before: “Ann Lee has “The wall holds”; Bob Ode, "
            "“crates are wet”.”"
        ],
    ]


def test_what_would_answer_a_question_and_a_label(tmp_path: Path) -> None:
    line = ("claims: [wall]\nactors", "claims: [wall]\n  - {text: says Bob Ode., claims: [crates]}\nactors")
    settled = ("Who pays?,", "Who pays?, settled_by: talk,")
    labelled = edited(line, settled).replace("{text: says", "{label: Wet, text: says")
    assert told(tmp_path, edited(line), edited(line, settled), labelled) == [
        ["Who pays? whose full text would answer it changed."],
        ["Summary, line 2: another label."],
    ]


def test_an_article_before_the_others_changes_no_letter_of_a_text(tmp_path: Path) -> None:
    lettered = edited(("says the wall is safe.", "says the wall is safe $a."))
    first = anchored_of(tmp_path / "1", lettered)
    second = anchored_of(tmp_path / "2", lettered, {"0.txt": "It is cold.", "a.txt": ARTICLE})
    changes = history_of(first, second).versions[1].changes
    assert [one.text for one in ChangeWriter(second, CHANGES).sentences(changes)] == [
        "New source: Source A, “It is cold.”"
    ]
    assert second.briefing.claims["wall"].text == "Ann Lee says the wall is safe (B)."


def test_an_earlier_line_is_told_with_the_letters_of_today(tmp_path: Path) -> None:
    lettered = edited(("Ann Lee says that the wall holds.", "Ann Lee says $a that the wall holds."))
    first = anchored_of(tmp_path / "1", lettered)
    second = anchored_of(tmp_path / "2", BRIEFING, {"0.txt": "It is cold.", "a.txt": ARTICLE})
    line, *_ = history_of(first, second).versions[1].changes
    assert ChangeWriter(second, CHANGES).sentence(line).text == (
        "Summary, line 1: reworded; before: “Ann Lee says (B) that the wall holds.”"
    )


def test_a_question_that_is_open_again(tmp_path: Path) -> None:
    """That it was answered is no longer told, nor how."""
    answer = "status: answered, resolution: {text: Bob Ode., claims: [crates]}"
    answered = edited(("Who pays?,", f"Who pays?, {answer},"))
    assert told(tmp_path, answered, BRIEFING) == [["Who pays? changed."]]


def test_how_sure_the_editors_are(tmp_path: Path) -> None:
    low, high = (edited(("likelihood: likely", f"confidence: {level}")) for level in ("low", "high"))
    assert told(tmp_path, low, high) == [["The wall holds: confidence from low to high."]]


def test_an_editorial_change_is_told_in_the_data_all_the_same(tmp_path: Path) -> None:
    assert change_told(tmp_path, ("title: Walls", "title: Old walls")).text == "Old walls: changed."
    assert change_told(tmp_path, ("by: ann", "by: ann\n    note: B.")).text == (
        "Ann Lee says the wall is safe: changed."
    )


def test_several_fields_are_one_sentence(tmp_path: Path) -> None:
    found = change_told(tmp_path, ("by: bob", "by: ann"), ("modality: warns", "modality: denies"))
    assert (found.lead, found.name) == ("", "Ann Lee: Crates are wet")
    assert found.how == "speaker changed from Bob Ode to Ann Lee; class of a quote in source A changed"


@pytest.mark.parametrize(
    ("edits", "href"),
    [
        ([("cue: said", "cue: warned")], "#claim-wall"),
        ([("Who pays?", "Who paid?")], "#question-who"),
        ([("likelihood: likely", "confidence: low")], "#assessment-sure"),
        ([("date: 2024-10-13", "date: 2024-10-14")], "#event-rain"),
        ([("title: A talk", "title: A speech")], "#origin-talk"),
        ([("role: mayor", "role: warden")], "index.md"),
        ([("Ann Lee says that the", "Ann Lee says the")], "#in-short"),
        ([("title: The wall\n", "title: Walls\n")], "index.md"),
        ([(CRATES, GONE)], "#claim-crates"),
        ([(CRATES, "")], "index.md"),
    ],
)
def test_where_a_change_leads(edits: Edits, href: str, tmp_path: Path) -> None:
    assert change_told(tmp_path, *edits).href == href


def test_no_change_leads_to_a_section_that_is_gone(tmp_path: Path) -> None:
    """Nor to an entry that is; such a link would stop the whole site."""
    first = anchored_of(tmp_path / "1", BRIEFING, {"a.txt": ARTICLE, "b.txt": "It is cold."})
    text = edited(("Ann Lee says that the", "Ann Lee says the"), ("role: mayor", "role: warden"))
    second = anchored_of(tmp_path / "2", text, {"a.txt": ARTICLE, "b.txt": "It is warm."})
    last = anchored_of(tmp_path / "3", f"title: The wall\n{TOMBSTONE}\n", {"a.txt": ARTICLE})
    changes = [one for version in history_of(first, second, last).versions for one in version.changes]
    told = ChangeWriter(last, CHANGES).sentences(tuple(changes))
    assert {change.kind for change in changes} >= {"sentence", "actor", "source", "claim", "origin"}
    assert {one.fragment for one in told} == {""}


def test_a_source(tmp_path: Path) -> None:
    first = anchored_of(tmp_path / "1", BRIEFING)
    articles = {"a.txt": ARTICLE + "More.\n", "b.txt": "---\ntitle: Ice\n---\nIt is cold."}
    second = anchored_of(tmp_path / "2", BRIEFING, articles)
    (_, changes) = (one.changes for one in history_of(first, second).versions)
    assert [(one.text, one.href) for one in ChangeWriter(second, CHANGES).sentences(changes)] == [
        (
            "Source A, “The wall holds, said Ann Lee. “It will …”: the text changed.",
            "../briefings/wall/index.md#sources",
        ),
        ("New source: Source B, Ice.", "../briefings/wall/index.md#sources"),
    ]


def test_a_withdrawn_claim_whose_quotes_are_gone_keeps_its_speaker(tmp_path: Path) -> None:
    bare = f"  - {{id: crates, text: Crates are wet., by: bob, {TOMBSTONE}}}\n"
    assert told(tmp_path, BRIEFING, edited((CRATES, bare))) == [
        ["Claim withdrawn: Bob Ode: Crates are wet: Misread."]
    ]


def test_each_day_tells_what_happened_on_it_when_the_words_are_gone(tmp_path: Path) -> None:
    """A claim that came, changed, was withdrawn and lost its words; and one without a tombstone."""
    without = edited((CRATES, ""))
    reworded = edited(("text: Crates are wet.", "text: Some crates are wet."))
    withdrawn = edited(("    by: bob\n", f"    by: bob\n    {TOMBSTONE}\n"))
    life = (without, BRIEFING, reworded, withdrawn)
    changed = "A claim changed whose words were taken out."
    assert told(tmp_path / "tombstone", *life, edited((CRATES, GONE))) == [
        ["New claim."],
        [changed],
        ["Claim withdrawn: Misread."],
        [changed],
    ]
    assert told(tmp_path / "none", *life, without) == [
        ["New claim."],
        [changed],
        ["Claim withdrawn."],
        ["A claim was taken out."],
    ]


def test_what_rested_on_lost_words_is_told_to_have_changed(tmp_path: Path) -> None:
    on_both = edited(
        ("says that the wall holds.\n    claims: [wall]", "and Bob Ode speak.\n    claims: [wall, crates]")
    )
    assert told(tmp_path, BRIEFING, on_both, edited((CRATES, GONE))) == [
        ["Summary, line 1: changed."],
        ["Summary, line 1: changed.", "Claim withdrawn: Misread."],
    ]


def test_a_quote_taken_out_with_its_source_is_no_new_quote(tmp_path: Path) -> None:
    quote = (
        "    evidence:\n      a: {exact: 300",
        "    evidence:\n      b: wet crates\n      a: {exact: 300",
    )
    first = anchored_of(tmp_path / "1", edited(quote), {"a.txt": ARTICLE, "b.txt": "Bob Ode has wet crates."})
    gone = f"---\n{TOMBSTONE}\n---\n"
    second = anchored_of(tmp_path / "2", BRIEFING, {"a.txt": ARTICLE, "b.txt": gone})
    changes = history_of(first, second).versions[1].changes
    assert [one.text for one in ChangeWriter(second, CHANGES).sentences(changes)] == [
        "Bob Ode: Crates are wet: changed.",
        "Source withdrawn: Source B, text taken out: Misread.",
    ]


def test_a_removed_sentence_is_told_in_its_words(tmp_path: Path) -> None:
    two = edited(
        ("claims: [wall]\nactors", "claims: [wall]\n  - {text: Bob Ode warned., claims: [crates]}\nactors")
    )
    assert told(tmp_path, two, BRIEFING) == [["A line of the summary was taken out: “Bob Ode warned.”"]]


def test_long_words_are_cut_at_a_word(tmp_path: Path) -> None:
    found = change_told(tmp_path, ("Crates are wet.", f"Crates {'and more crates ' * 6}are wet."))
    assert found.name == f"Bob Ode: Crates {'and more crates ' * 5}and more …"
    assert len(found.name) <= 110 + len(" …")
    assert found.text == f"{found.name}: reworded."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is in the U.S.", "It is in the U.S.: reworded."),
        ("It is plan B.", "It is plan B.: reworded."),
        ("It rains!", "It rains!: reworded."),
        ("So…", "So…: reworded."),
    ],
)
def test_only_a_full_stop_gives_way_to_the_colon(text: str, told: str, tmp_path: Path) -> None:
    assert change_told(tmp_path, ("text: Who pays?", f"text: '{text}'")).text == told


def test_any_change_can_be_told(tmp_path: Path) -> None:
    """Also those that no reader is told of, which stand in the data; also of ids that are gone."""
    writer = ChangeWriter(anchored_of(tmp_path, BRIEFING), CHANGES)
    for kind, what, id, hidden in product(get_args(Kind), What, ("nowhere", "wall", "1", ""), (True, False)):
        if what is What.WITHDRAWN and kind in ("sentence", "origin", "matter", "aside"):
            continue  # nothing withdraws one
        entry: Plain | None = None if hidden else {}
        text = writer.sentence(Change(kind, id, what, entry, entry, hidden=hidden)).text
        assert text.strip(":. ") and text.endswith((".", "?", "!", "”", "…")), (kind, what, id, hidden)


# The words that came and went.


def shown(stretches: Sequence[Edit]) -> str:
    marks = {"kept": "{}", "struck": "[-{}]", "added": "[+{}]"}
    return "".join(" " * edit.space + marks[edit.how].format(edit.text) for edit in stretches).strip()


# An edit, the entry's own words, its other texts, and what is told beside these.
EDITED = f"""
wall is safe => wall was safe
Ann Lee says the wall [-is] [+was] safe. | |
text: Crates are wet => text: All crates are wet
Bob Ode: [-Crates] [+All crates] are wet. | |
Who pays? => Who paid?
Who [-pays?] [+paid?] | |
title: A talk => title: A long talk
A [+long] talk | |
exact: The wall holds, => exact: "The wall holds, said Ann Lee",
 | Quote in A: The wall [-holds] [+holds, said Ann Lee] |
300 crates are wet => crates are wet
 | Quote in A: [-300] crates are wet |
modality: warns => modality: warns, by: article
 | | {GIVEN} the source itself, before to the claim’s speaker
{CRATES_QUOTE} => [It rained all night, {CRATES_QUOTE}]
 | Quote in A: [+It rained all night] |
by: bob => by: ann
 | | speaker changed from Bob Ode to Ann Lee
title: The wall/ => title: The long wall/
 | Title: The [+long] wall |
that the wall holds. => that her wall holds.
 | Ann Lee says that [-the] [+her] wall holds. |
"""


@pytest.mark.parametrize(("edit", "told"), edits_and_answers(EDITED))
def test_words_are_struck_and_added_in_place(edit: tuple[str, str], told: str, tmp_path: Path) -> None:
    view = change_told(tmp_path, edit)
    texts = ", ".join(f"{text.name}{': ' if text.name else ''}{shown(text.edits)}" for text in view.edits)
    assert [part.strip() for part in told.split("|")] == [shown(view.wording), texts, view.beside]


def test_a_quote_that_changed_with_its_speaker_tells_both(tmp_path: Path) -> None:
    view = change_told(tmp_path, (CRATES_QUOTE, "{exact: crates are wet, modality: warns, by: article}"))
    assert view.how == f"quote shortened; {GIVEN} the source itself, before to the claim’s speaker"
    assert [shown(text.edits) for text in view.edits] == ["[-300] crates are wet"]
    assert view.beside == f"{GIVEN} the source itself, before to the claim’s speaker"


@pytest.mark.parametrize(
    ("edits", "rewording"),
    [
        ([("wall is safe", "wall stands safe")], True),
        ([("Who pays?", "Who paid?")], True),
        ([("that the wall holds.", "that her wall holds.")], True),
        # Substance: a number, a denial, a speaker, a quote; and a text that is new.
        ([("text: Crates are wet", "text: 300 crates are wet")], False),
        ([("wall is safe", "wall is not safe")], False),
        ([("wall is safe", "wall stands safe"), ("by: ann", "by: bob")], False),
        ([("wall is safe", "wall stands safe"), ("exact: The wall", "exact: wall")], False),
        ([("  - {id: who", f"{QUESTION}\n  - {{id: who")], False),
    ],
)
def test_only_our_own_words_are_a_rewording(edits: Edits, rewording: bool, tmp_path: Path) -> None:
    anchored, history = past_of(tmp_path, BRIEFING, edited(*edits))
    change = history.versions[1].substantive[0]
    assert ChangeWriter(anchored, CHANGES).sentence(change).is_rewording is rewording


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "full",
            "full",
            "The text: The wall holds, said Ann Lee. “It will hold until spring,” she said. It rained all "
            "[-night.] [+day.] Bob",
        ),
        ("excerpts", "excerpts", ""),
        ("full", "excerpts", ""),
        ("excerpts", "full", ""),
    ],
)
def test_a_changed_source_is_told_with_its_words_where_all_of_it_is_shown(
    before: str, after: str, told: str, tmp_path: Path
) -> None:
    first = anchored_of(tmp_path / "1", BRIEFING, {"a.md": f"---\nrights: {before}\n---\n{ARTICLE}"})
    text = ARTICLE.replace("all night", "all day")
    second = anchored_of(tmp_path / "2", BRIEFING, {"a.md": f"---\nrights: {after}\n---\n{text}"})
    [change] = [one for one in history_of(first, second).versions[1].changes if one.kind == "source"]
    view = ChangeWriter(second, CHANGES).sentence(change)
    assert "the text changed" in view.how
    shown_text = "".join(f"{text.name}: {shown(text.edits)}" for text in view.edits)
    assert shown_text.startswith(told) and bool(shown_text) is bool(told)


def test_words_of_a_source_whose_text_was_taken_out_are_not_told(tmp_path: Path) -> None:
    full = "---\nrights: full\n---\n"
    first = anchored_of(tmp_path / "1", BRIEFING, {"a.txt": ARTICLE, "b.md": f"{full}It is cold."})
    second = anchored_of(tmp_path / "2", BRIEFING, {"a.txt": ARTICLE, "b.md": f"{full}It is very cold."})
    gone = f"---\n{TOMBSTONE}\n---\n"
    last = anchored_of(tmp_path / "3", BRIEFING, {"a.txt": ARTICLE, "b.md": gone})
    for versions, words in (((first, second), ["very"]), ((first, second, last), [])):
        changes = history_of(*versions).versions[1].changes
        views = ChangeWriter(versions[-1], CHANGES).sentences(changes)
        added = [
            edit.text for view in views for text in view.edits for edit in text.edits if edit.how == "added"
        ]
        assert added == words
