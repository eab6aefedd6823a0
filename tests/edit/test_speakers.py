"""Speakers that `quote` writes: not the article's voice, nor another's, for what somebody is said to say."""

import pytest

from generator.edit.quote import search
from generator.edit.quote_yaml import all_as_yaml
from generator.model.briefing import Briefing
from generator.model.located import Unquoted
from generator.read.source import Source
from generator.read.yaml_values import read_yaml
from tests.analyse.makers import make_article, make_briefing

ACTORS = """\
actors:
  mayor: {name: The mayor, kind: person}
  orsia: {name: Orsia, kind: state}
  velden: {name: Velden, kind: state}
  ministry: {name: The ministry, kind: organisation}
  port: {name: The port, kind: organisation}
"""


def _written(briefing: Briefing, words: str) -> str:
    return all_as_yaml(briefing, search(briefing, words), claim=True)


def _speaker(text: str, words: str, actors: str = ACTORS) -> str:
    written = _written(make_briefing(actors, make_article(text)), words)
    (by,) = (line for line in written.split("\n") if line.startswith("  by:"))
    return by.removeprefix("  by:").strip()


ROHN = "Its trade minister, Pavel Rohn, said the border will stay shut."


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The ministry put the cost at 3 million.", "the cost at 3 million", "ministry"),
        # A person who is named, and no actor yet: not the state or the port that an actor is.
        (f"Orsia closed the border. {ROHN}", "the border will stay shut", "pavel-rohn"),
        (f"Orsia met Velden. Velden left. {ROHN}", "the border will stay shut", "pavel-rohn"),
        ("“It is shut,” said its trade minister, Pavel Rohn.", "It is shut", "pavel-rohn"),
        ("“It is shut,” Trade Minister Pavel Rohn said.", "It is shut", "pavel-rohn"),
        ("“Ships wait,” a spokesman for the port, Jon Abel, said.", "Ships wait", "jon-abel"),
        ("Jon Abel, a spokesman for the port, said ships wait.", "ships wait", "jon-abel"),
        ("According to Pavel Rohn, an engineer, the wall is weak.", "the wall is weak", "pavel-rohn"),
        ("The wall is weak, said Ludwig van der Berg.", "The wall is weak", "ludwig-van-der-berg"),
        ("“It is shut,” said Ada Lind, chief engineer of Sten Works.", "It is shut", "ada-lind"),
        # Described, and no actor yet.
        ("The harbour master said that the wall is weak.", "the wall is weak", "harbour-master"),
        ("The union blamed the port for the delay.", "the port for the delay", "union"),
        ("The harbour master has repeatedly said it is weak.", "it is weak", "harbour-master"),
        ("The wall is weak, according to the union.", "The wall is weak", "union"),
        ("According to a report by the union, the wall is weak.", "the wall is weak", ""),
        ("The ministry put the annual loss at 2 million.", "the annual loss at 2 million", "ministry"),
        ("The mayors and the union said it is weak.", "it is weak", ""),
        # A state or person that only a pronoun means, where another was named too.
        ("Orsia met Velden. Velden left. Its minister said it is shut.", "it is shut", ""),
        ("The mayor arrived. He said the wall is weak.", "the wall is weak", "mayor"),
        # Somebody whom nothing singles out.
        ("A sailor said that the wall is weak.", "the wall is weak", ""),
        ("Officials put the damage at 4 million.", "the damage at 4 million", ""),
        ("The union estimates that 400 came.", "400 came", ""),
        ("The cost is 3 million, per the harbour office.", "The cost is 3 million", ""),
        ("In the harbour office’s view the wall is weak.", "the wall is weak", ""),
        ("Police have the toll at 12.", "the toll at 12", ""),
        ("The cost was put at 3 million by the ministry.", "The cost was put at 3 million", ""),
        ("The cost is put at 3 million.", "The cost is", ""),
        # A participle has its source in the same sentence, whoever else was named.
        ("Orsia shut the border, claiming Velden was late.", "Velden was late", "orsia"),
        ("We strike on Friday.", "strike on Friday", ""),
        # The article's own.
        (
            "For months, Orsia has been moving into Velden, which was late.",
            "Orsia has been moving",
            "article",
        ),
        ("The port puts all its ships to sea.", "all its ships", "article"),
        ("The alarming reports, new ones, reached the port.", "reached the port", "article"),
        ("Orsia steps up its data sharing and its patrols.", "and its patrols", "article"),
        ("The wall is forty metres long.", "forty metres", "article"),
        ("The planned repair costs 3 million.", "costs 3 million", "article"),
        ("The council voted on Monday to repair the wall.", "to repair the wall", "article"),
    ],
)
def test_the_speaker_is_whom_the_sentence_names_or_left_open(text: str, words: str, speaker: str) -> None:
    assert _speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("actors", "speaker"),
    [
        ("  rohn: {name: Pavel Rohn, kind: person}\n", "rohn"),
        ("  rohn: {name: Pavel Rohn, kind: person}\n  orsia: {name: Orsia, kind: state}\n", "rohn"),
        # Perhaps he, and perhaps a brother of his.
        ("  other: {name: Ines Rohn, kind: person}\n", ""),
    ],
)
def test_who_may_be_an_actor_is_no_new_one(actors: str, speaker: str) -> None:
    assert _speaker("“It is shut,” Pavel Rohn said.", "It is shut", f"actors:\n{actors}") == speaker


def test_a_new_speaker_has_an_entry_that_the_checks_accept() -> None:
    article = make_article("“It is shut,” the trade minister, Pavel Rohn, said.")
    written = _written(make_briefing("", article), "It is shut").split("\n")
    at = written.index("  #   pavel-rohn: {name: Pavel Rohn, kind: person}")
    assert written[at - 1] == (
        "  # In quotation marks; by Pavel Rohn, who is no actor yet. Add below 'actors:'"
    )
    assert written[at + 1] == "  by: pavel-rohn"
    entry = written[at].replace("  # ", "", 1)
    value, faults = read_yaml(Source("x.yml", f"actors:\n{entry}\n"))
    assert not faults and value is not None
    known = make_briefing(f"actors:\n{entry}\n", article)
    assert "by pavel-rohn, as the checks read" in _written(known, "It is shut")


def test_a_kind_that_cannot_be_told_is_left_to_fill_in() -> None:
    written = _written(make_briefing("", make_article("“No,” the harbour master said.")), "No")
    assert "#   harbour-master: {name: The harbour master, kind: …}" in written


# Several articles.

WALL = "“The wall will hold,” the mayor said."


def test_several_articles_are_the_evidence_of_one_claim() -> None:
    briefing = make_briefing(ACTORS, make_article(WALL), make_article(WALL, "b"))
    assert _written(briefing, "The wall will hold").split("\n") == [
        "- id: the-wall-will-hold",
        "  # One full sentence that opens with who says it, and says no more than the quote.",
        "  text: >-",
        "    ",
        "  by: mayor",
        "  evidence:",
        "    # a, line 1: “The wall will hold,” the mayor said.",
        "    # In quotation marks; by mayor, as the checks read “the mayor said”.",
        "    a: The wall will hold",
        "    # b, line 1: “The wall will hold,” the mayor said.",
        "    # In quotation marks; by mayor, as the checks read “the mayor said”.",
        "    b: The wall will hold",
    ]


def _own(by: object) -> str:
    return "open" if isinstance(by, Unquoted) and by.kind == "null" else str(by)


def _own_speakers(written: str) -> list[tuple[str, str]]:
    """The speaker that stands with the words of each article; of an article with words alone, none."""
    value, faults = read_yaml(Source("x.yml", f"{written}\n"))
    assert not faults and isinstance(value, list)
    evidence = value[0]["evidence"]
    return [(id, _own(piece["by"]) if isinstance(piece, dict) else "") for id, piece in evidence.items()]


def test_a_speaker_who_is_not_that_of_the_claim_stands_with_the_words() -> None:
    briefing = make_briefing(
        ACTORS,
        make_article("“The wall will hold,” a sailor said."),
        make_article(WALL, "b"),
        make_article("The ministry said: “The wall will hold.”", "c"),
    )
    written = _written(briefing, "The wall will hold")
    assert "  by: mayor" in written.split("\n")
    assert _own_speakers(written) == [("a", "open"), ("b", ""), ("c", "ministry")]
    # Evidence alone is pasted below a claim whose speaker nobody knows here.
    alone = all_as_yaml(briefing, search(briefing, "The wall will hold"), claim=False)
    assert _own_speakers(f"- x: 1\n{alone}") == [("a", "open"), ("b", "mayor"), ("c", "ministry")]


def test_of_several_places_in_one_of_the_articles_one_is_kept() -> None:
    briefing = make_briefing(
        "",
        make_article("The old wall is long. The new wall is long."),
        make_article("The wall is long.", "b"),
    )
    written = _written(briefing, "wall is long")
    assert written.count("- id:") == 1
    assert written.count("a has these words in 2 places: keep one.") == 1
    _, faults = read_yaml(Source("x.yml", f"{written}\n"))
    assert [fault.code for fault in faults] == ["duplicate-key"]
