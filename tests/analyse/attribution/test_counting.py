"""How the voice check is counted on a corpus, and what holds of the corpus that is tuned on."""

import json
from pathlib import Path

import pytest

from generator.model.briefing import RESERVED_SPEAKERS
from tools.attribution import Corpus, Judged, Share, failures, figures, judge, main, read_corpus

TUNED = Path(__file__).with_name("tuned.yml")
NEWSROOM = Path(__file__).with_name("tuned_newsroom.yml")
WIRE = Path(__file__).with_name("tuned_wire.yml")
BENCH = Path(__file__).with_name("tuned_bench.yml")

THREE = """
actors:
  moss: {name: Lena Moss, kind: person}
  berg: {name: Ole Berg, kind: person}
cases:
- text: “The ice will hold,” Moss said. The pier is old.
  quote: The ice will hold
  by: moss
  wrong: [berg]
  speech: spoken
  manner: agency
- text: Moss warned that the ice will break.
  quote: the ice will break
  by: berg
  wrong: [moss]
  speech: paraphrase
  manner: blog
  note: A control, with the speakers exchanged.
- text: “The ice will hold,” Moss said. The pier is old.
  quote: The ice will hold
  by: article
  wrong: [berg, moss]
  speech: article
  manner: blog
"""


def judged(text: str = THREE) -> list[Judged]:
    corpus = read_corpus(text)
    return [judge(case, corpus.actors) for case in corpus.cases]


def counted(of: list[Judged]) -> dict[str, str]:
    return {row.strip(): str(share) for row, share in figures(of).items()}


def test_a_case_told_right_and_one_whose_speakers_are_exchanged() -> None:
    right, exchanged, _ = judged()
    assert (right.sound_told, right.wrong_told) == (False, frozenset(["berg"]))
    assert (exchanged.sound_told, exchanged.wrong_told) == (True, frozenset())


def test_hints_and_kinds_of_speech_are_counted() -> None:
    assert counted(judged()) == {
        "sound claims hinted": "1/2",
        "deeds hinted": "0/0",
        "wrong speakers told": "2/4",
        "at the article's prose": "1/2",
        "at others' words": "1/2",
        "words of others as prose told": "2/2",
        "the article's prose hinted": "1/1",
        "hints that are right": "2/3",
        "speech told right": "2/3",
        "spoken": "1/1",
        "part-quoted": "0/0",
        "paraphrase": "1/1",
        "article": "0/1",
        "prose shown as spoken words": "1/2",
    }


def test_a_control_in_which_nothing_is_wrong() -> None:
    right, *_ = judged()
    figure = counted([right])
    assert (figure["sound claims hinted"], figure["wrong speakers told"]) == ("0/1", "1/1")
    assert (figure["hints that are right"], figure["speech told right"]) == ("1/1", "1/1")
    assert figures([right])["prose shown as spoken words"].percent == "–"
    assert failures([right]) == []


def test_a_deed_is_counted_apart_and_its_hint_is_a_wrong_one() -> None:
    deed = THREE.replace("  manner: blog\n  note", "  manner: blog\n  kind: deed\n  note")
    figure = counted(judged(deed))
    assert (figure["sound claims hinted"], figure["deeds hinted"]) == ("0/1", "1/1")
    assert figure["hints that are right"] == "2/3"


def test_failures_tell_what_was_expected() -> None:
    exchanged, in_marks = failures(judged())
    assert exchanged.split("\n") == [
        "Moss warned that the ice will break.",
        "  “the ice will break”",
        "  berg: sound, but hinted",
        "  moss: wrong, but not told",
        "  (A control, with the speakers exchanged.)",
    ]
    assert in_marks.split("\n")[2:] == [
        "  moss: wrong, but not told",
        "  speech: article, but shown as spoken",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("quote: the ice will break", "quote: the ice will melt", "does not stand once"),
        ("by: berg", "by: nobody", "no such actors: nobody"),
    ],
)
def test_a_case_at_fault_is_no_result(old: str, new: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        judged(THREE.replace(old, new))


def test_a_publisher_is_the_case_s_own() -> None:
    """The check is silent on whoever published what nobody else says, so a corpus can tell who did."""
    plain = THREE.replace(
        "text: Moss warned that the ice will break.\n", "text: We know that the ice will break.\n"
    )
    _, without, _ = judged(plain)
    assert (without.sound_told, without.wrong_told) == (True, frozenset(["moss"]))
    _, mine, _ = judged(plain.replace("will break.\n", "will break.\n  publisher: Ole Berg\n"))
    assert (mine.sound_told, mine.wrong_told) == (False, frozenset(["moss"]))


def test_a_file_is_answered_with_a_table_and_a_line_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "three.yml"
    path.write_text(THREE, encoding="utf-8")
    main([str(path)])
    first, _, *rows, last = capsys.readouterr().out.splitlines()
    assert first == "three.yml: 3 cases"
    told = next(row for row in rows if row.startswith("wrong speakers told"))
    assert told.split()[-7:] == ["2/4", "50.0", "%", "1/1", "0/0", "0/0", "1/3"]
    assert json.loads(last)["wrong speakers told"] == [2, 4]
    main(["--failures", str(path)])
    assert "wrong, but not told" in capsys.readouterr().out


@pytest.fixture(scope="module")
def tuned() -> Corpus:
    return read_corpus(TUNED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def newsroom() -> Corpus:
    return read_corpus(NEWSROOM.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wire() -> Corpus:
    return read_corpus(WIRE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bench() -> Corpus:
    return read_corpus(BENCH.read_text(encoding="utf-8"))


def test_each_case_names_actors_and_quotes_words_that_stand_once(
    tuned: Corpus, newsroom: Corpus, wire: Corpus, bench: Corpus
) -> None:
    for corpus in (tuned, newsroom, wire, bench):
        for case in corpus.cases:
            assert case.text.count(case.quote) == 1, case.quote
            assert {*case.by, *case.wrong} <= {*corpus.actors, *case.actors, *RESERVED_SPEAKERS}, case.quote
            assert not set(case.by).intersection(case.wrong), case.quote
    assert all(case.wrong or case.is_named for case in tuned.cases)


def rows(corpus: Corpus) -> dict[str, Share]:
    return {
        row.strip(): share
        for row, share in figures([judge(case, corpus.actors) for case in corpus.cases]).items()
    }


@pytest.mark.parametrize(
    ("name", "hinted", "told", "speech", "prose_told", "prose_hinted"),
    [
        ("tuned", (3, 158), (236, 237), 261, 111, 2),
        *(
            pytest.param(*row, marks=pytest.mark.long)
            for row in [
                ("tuned_newsroom", (2, 248), (329, 330), 332, 199, 3),
                ("tuned_wire", (4, 202), (302, 307), 280, 170, 3),
                ("tuned_bench", (4, 185), (282, 283), 262, 144, 2),
                # The half that nobody tunes on: the figures to expect elsewhere.
                ("kept", (11, 156), (239, 248), 267, 111, 2),
            ]
        ),
    ],
)
def test_the_voice_check_is_no_worse_than_it_was(
    name: str, hinted: tuple[int, int], told: tuple[int, int], speech: int, prose_told: int, prose_hinted: int
) -> None:
    """The figures of DESIGN.md; whoever changes the check for the better sets them anew."""
    by_row = rows(read_corpus(Path(__file__).with_name(f"{name}.yml").read_text(encoding="utf-8")))
    sound, wrong = by_row["sound claims hinted"], by_row["wrong speakers told"]
    assert (sound.part <= hinted[0], sound.whole) == (True, hinted[1])
    assert (wrong.part >= told[0], wrong.whole) == (True, told[1])
    assert by_row["speech told right"].part >= speech
    assert by_row["words of others as prose told"].part >= prose_told
    assert by_row["the article's prose hinted"].part <= prose_hinted
    assert by_row["prose shown as spoken words"].part == 0


def test_no_manner_is_less_than_a_fifth(tuned: Corpus) -> None:
    manners = [case.manner for case in tuned.cases]
    assert all(manners.count(manner) * 5 >= len(manners) for manner in set(manners))
