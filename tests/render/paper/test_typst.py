"""Texts go to typst as data, and as they are, but for what would be hidden or run off the sheet."""

import json
import re
from typing import Any

import pytest

from generator.render.bidi import joined
from generator.render.paper.blocks import Columns, Heading, Items, Paper, Paragraph, Piece, Table
from generator.render.paper.typst import common_only, manuscript, shown, without
from tests.render.paper.papers import HOSTILE, golden_paper, said, small

MAY_BREAK = "\u200b"


def values(made: Paper) -> Any:
    return json.loads(manuscript(made).values)


def line_of(*pieces: Piece) -> list[dict[str, Any]]:
    """What becomes of these pieces, in a paper that has a claim to lead to."""
    made = values(small(Paragraph(pieces), Paragraph((Piece("A claim", anchor="claim-a"),))))
    line: list[dict[str, Any]] = made["first"][2]["line"]
    return line


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_data_and_nothing_else(text: str) -> None:
    hostile = small(
        *said(text), title=text, editors=(text,), topics=(text,), description=text, footer=(text,)
    )
    made = manuscript(hostile)
    told = json.loads(made.values)
    assert told["first"][0] == {"is": "heading", "level": 1, "line": [{"text": text}]}
    assert told["first"][2] == {"is": "paragraph", "line": [{"text": text}], "look": "", "leads": False}
    assert (told["title"], told["description"]) == (text, text)
    assert (told["editors"], told["topics"], told["footer"]) == ([text], [text], [text])
    # The source text is the same for every briefing.
    assert made.template == manuscript(golden_paper()).template


def test_the_template_evaluates_nothing_that_it_is_given() -> None:
    template = re.sub("//.*", "", manuscript(small()).template)
    assert not re.search(r"\b(eval|plugin|read|include|import)\b", template)
    assert re.findall(r"sys\.\w+(?:\.\w+)?", template) == ["sys.inputs.paper"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("two  spaces,\na line\tand more", "two spaces, a line and more"),
        ("no\u00a0break", "no\u00a0break"),
        ("left\u202eright", "leftU+202Eright"),
        ("a\u200bb", "aU+200Bb"),
        ("bell\x07", "bellU+0007"),
        ("\ud800", "U+D800"),
        ("nothing left", "nothing left"),
    ],
)
def test_white_space_folds_and_what_is_hidden_is_shown(given: str, expected: str) -> None:
    assert shown(given) == expected


def test_right_to_left_letters_dont_turn_their_neighbours_round() -> None:
    assert shown("مرحبا (1)") == "\u2068مرحبا (1)\u2069"
    assert shown("שלום") == "\u2068שלום\u2069"
    assert shown("Привет") == "Привет"
    assert shown(joined(", ", ("جريدة", "4 March 2031"))) == "\u2068جريدة\u2069, 4 March 2031"
    assert shown("דן says so.") == "\u2068דן\u2069 says so."


def test_long_words_may_break_and_others_are_as_they_were() -> None:
    long = "x" * 4000
    parts = shown(long).split(MAY_BREAK)
    assert "".join(parts) == long
    assert max(map(len, parts)) == 69
    assert max(map(len, shown("W" * 300).split(MAY_BREAK))) == 38
    assert max(map(len, shown("W" * 300, room=13.0).split(MAY_BREAK))) == 13
    for word in ("Bundesverteidigungsministerium", "a" * 64, "0" * 64, "x" * 69):
        assert shown(word) == word


def test_a_break_doesnt_part_what_belongs_together() -> None:
    parts = shown("e\u0301" * 300).split(MAY_BREAK)
    assert len(parts) > 1
    assert all(part.startswith("e") for part in parts)


def test_every_kind_of_block() -> None:
    one = (Piece("one"),)
    made = values(
        small(
            Heading(2, one),
            Paragraph(one, look="framed", leads=True),
            Items(((one, one), (one,)), bullets=True),
            Columns((Paragraph(one),), (Items(((one,),)),), 60),
            Table(("Who", "What"), (1, 2), (((one,), (one, one)),)),
        )
    )["first"]
    line = [{"text": "one"}]
    assert made[2:] == [
        {"is": "heading", "level": 2, "line": line},
        {"is": "paragraph", "line": line, "look": "framed", "leads": True},
        {"is": "items", "items": [[line, line], [line]], "bullets": True},
        {
            "is": "columns",
            "left": [{"is": "paragraph", "line": line, "look": "", "leads": False}],
            "right": [{"is": "items", "items": [[line]], "bullets": False}],
            "share": 60,
        },
        {"is": "table", "head": ["Who", "What"], "widths": [1, 2], "rows": [[[line], [line, line]]]},
    ]


def test_long_words_get_places_to_break_for_the_width_of_their_column() -> None:
    word = (Piece("W" * 100),)
    table = Table(("W" * 100, "x"), (1, 1), (((word,), ()),))
    first = values(small(Paragraph(word), Columns((Paragraph(word),), (), 50), table))["first"]
    columns, cells = first[3]["left"][0]["line"], first[4]["rows"][0][0][0]
    longest = [max(map(len, line[0]["text"].split(MAY_BREAK))) for line in (first[2]["line"], columns, cells)]
    assert longest == [38, 15, 26]
    assert max(map(len, first[4]["head"][0].split(MAY_BREAK))) == 26


def test_pieces_tell_only_what_they_have() -> None:
    look = Piece("a", strong=True, soft=True, struck=True, language="fr")
    assert line_of(look, Piece("")) == [
        {"text": "a", "strong": True, "soft": True, "struck": True, "language": "fr"}
    ]


def test_links_lead_only_where_there_is_something() -> None:
    assert line_of(Piece("there", to="claim-a"), Piece("nowhere", to="claim-b")) == [
        {"text": "there", "to": "claim-a"},
        {"text": "nowhere"},
    ]


def test_addresses_are_ascii_and_otherwise_as_they_are() -> None:
    given = {
        "https://a.example/x?a=%27&b=(1)#c": "https://a.example/x?a=%27&b=(1)#c",
        "https://пример.example/путь?q=中": "https://xn--e1afmkfd.example/%D0%BF%D1%83%D1%82%D1%8C?q=%E4%B8%AD",
        f"https://{'п' * 70}.example:80/": f"https://{'%D0%BF' * 70}.example:80/",
    }
    for address, expected in given.items():
        assert line_of(Piece(address, web=True)) == [{"text": expected, "web": True}]


def test_what_no_font_has_is_counted() -> None:
    made = without(manuscript(small(*said("He said 안녕 하세요, 中!", "Nothing."))), set("안녕하세요中"))
    told = json.loads(made.values)
    assert told["first"][2]["line"] == [
        {"text": "He said [5 characters that are not shown here], [1 character that is not shown here]!"}
    ]
    assert told["first"][3]["line"] == [{"text": "Nothing."}]
    assert told["annex"][-1]["line"][0]["text"].startswith("This file has no letters for some characters")
    assert made.template == manuscript(small()).template
    alone = json.loads(without(manuscript(small(*said("中"), annex=())), {"中"}).values)
    assert alone["annex"] == [] and "no letters for some" in alone["first"][-1]["line"][0]["text"]


def test_what_a_file_says_of_itself_needs_no_font() -> None:
    """A reader's program shows title, editors and topics in fonts of its own."""
    korean = small(*said("성명"), title="성명 A", description="성명.", editors=("김",), topics=("성명",))
    for made in (without(manuscript(korean), set("성명김")), common_only(manuscript(korean))):
        told = json.loads(made.values)
        assert (told["title"], told["description"]) == ("성명 A", "성명.")
        assert (told["editors"], told["topics"]) == (["김"], ["성명"])
        assert told["heading"] == "[2 characters that are not shown here] A"
        assert told["first"][2]["line"] == [{"text": "[2 characters that are not shown here]"}]


def test_the_longest_cluster_is_left_out_first() -> None:
    made = without(manuscript(small(*said("a👩‍👧b"))), {"👩", "👩\u200d👧"})
    assert json.loads(made.values)["first"][2]["line"] == [
        {"text": "a[3 characters that are not shown here]b"}
    ]


def test_the_last_resort_keeps_what_every_font_has() -> None:
    made = common_only(manuscript(small(*said("Zürich, “Łódź” – naïve… Привет мир!", "50 € · plain"))))
    first = json.loads(made.values)["first"]
    assert first[2]["line"] == [{"text": "Zürich, “Łódź” – naïve… [9 characters that are not shown here]!"}]
    assert first[3]["line"] == [{"text": "50 € · plain"}]
