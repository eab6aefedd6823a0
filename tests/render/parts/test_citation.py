"""How a briefing is cited, so that anybody can find this version of it again."""

from pathlib import Path

from generator.model.changes import Past
from generator.model.settings import Settings
from generator.render.edition import PLAIN, Edition
from generator.render.escape import markdown
from generator.render.parts.citation import citation, print_footer, public_address
from tests.render.histories import BRIEFING, TOMBSTONE, anchored_of, edited, past_of

VERSION = {"wall": "4b825dc642cb6eb9a060e54bf8d69288fbee4904"}


def test_all_that_is_known(tmp_path: Path) -> None:
    anchored, history = past_of(tmp_path, BRIEFING, edited(("Who pays?", "Who paid?")))
    edition = Edition(past=Past({"wall": history}), versions=VERSION)
    assert citation(anchored, edition) == (
        "“The wall”. Describes 1 November 2024; edited 2 November 2024; version 4b825dc642cb."
    )


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    anchored = anchored_of(tmp_path / "1", BRIEFING)
    assert citation(anchored, PLAIN) == "“The wall”. Describes 1 November 2024."
    assert (
        citation(anchored, Edition(versions=VERSION))
        == "“The wall”. Describes 1 November 2024; version 4b825dc642cb."
    )
    tombstone = anchored_of(tmp_path / "2", f"{TOMBSTONE}\n")
    assert citation(tombstone, PLAIN) == "“wall”."
    assert citation(tombstone, Edition(versions=VERSION)) == "“wall”. Version 4b825dc642cb."


def test_a_date_in_the_articles_words(tmp_path: Path) -> None:
    """They stand beside the date, which a briefing has to have, and are not cited."""
    stated = edited(("as_of: 2024-11-01", "as_of: {edtf: 2024-11, as_stated: all night}"))
    assert citation(anchored_of(tmp_path, stated), PLAIN) == "“The wall”. Describes November 2024."


def test_the_address_in_public(tmp_path: Path) -> None:
    anchored = anchored_of(tmp_path, BRIEFING)
    for site in ("https://team.example/b/", "https://team.example/b"):
        edition = Edition(Settings(repository=None, branch="main", site=site))
        assert public_address(anchored, edition) == "https://team.example/b/briefings/wall/"
    assert public_address(anchored, PLAIN) == ""


def test_the_foot_of_a_printed_sheet(tmp_path: Path) -> None:
    anchored = anchored_of(tmp_path / "1", BRIEFING)
    settings = Settings(repository=None, branch="main", site="https://team.example/b/")
    assert print_footer(anchored, Edition(settings, versions=VERSION)) == (
        "Describes 1 November 2024 · version 4b825dc642cb · https://team.example/b/briefings/wall/"
    )
    assert print_footer(anchored, PLAIN) == "Describes 1 November 2024"
    assert print_footer(anchored_of(tmp_path / "2", f"{TOMBSTONE}\n"), PLAIN) == ""


def test_right_to_left_names_are_isolated_each_by_itself(tmp_path: Path) -> None:
    """So that the date behind them keeps its order, whatever direction the first letter has."""
    anchored = anchored_of(tmp_path, edited(("title: The wall\n", "title: الجدار\n")))
    edition = Edition(Settings(repository=None, branch="main", site=None, name="ملخصات"))
    cited = citation(anchored, edition)
    assert cited == "“\u2068الجدار\u2069”, \u2068ملخصات\u2069. Describes 1 November 2024."
    assert markdown(cited) == "“<bdi>الجدار</bdi>”, <bdi>ملخصات</bdi>. Describes 1 November 2024."
    assert print_footer(anchored, edition) == "\u2068ملخصات\u2069 · Describes 1 November 2024"
