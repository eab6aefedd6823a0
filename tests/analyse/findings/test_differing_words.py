"""Which words of several wordings are marked as differing."""

import pytest

from generator.analyse.findings.differing_words import differing
from tests.analyse.makers import make_article


def marks(*texts: str, language: str | None = None) -> list[str]:
    """Each whole text as a wording of its own article, its marks in square brackets."""
    articles = [make_article(text, "abcdef"[number], language=language) for number, text in enumerate(texts)]
    found = differing([[(article, [(0, len(article.text))])] for article in articles])
    return [shown(text, stretches) for text, (stretches,) in zip(texts, found, strict=True)]


def shown(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    at, out = 0, ""
    for start, end in stretches:
        out += f"{text[at:start]}[{text[start:end]}]"
        at = end
    return out + text[at:]


@pytest.mark.parametrize(
    "expected",
    [
        # What only one of two has.
        ["Ships have been [gradually leaving] the port", "Ships have [steadily left] the port"],
        # Stop words alone are no difference; capitals, typography and a possessive s neither.
        ["The quay’s wall was in use", "a quay wall that is in Use"],
        # How sure somebody is, and how many.
        ["It [would] close [all] gates", "It [could] close [some] gates"],
        # Figures are whole words.
        ["About [8,000] crates wait", "About [8] crates wait"],
        # What denies is marked, though both have it.
        ["It [denied] the sale of ships", "It [denied] a sale of ships"],
        ["It [refused to] leave", "It [refused to] leave [early]"],
        # The same words in another order.
        ["Calder [sued Reyl] in court", "[Reyl sued] Calder in court"],
        ["It has [not] said that crews leave", "It has said that crews do [not] leave"],
        # Marks join across stop words, but across no punctuation.
        ["A [fall of a wall], [sudden and loud], [hit] ships, nets and boats", "Ships, nets and boats"],
        # Three that are much alike: what not all have.
        ["Reyl sold [all 40 old] ships", "Reyl sold [all 40] ships", "Reyl sold ships"],
        # Three that have little in common: what each has alone.
        [
            "Reyl [may] raise the [harbour tax]",
            "Reyl [would] raise fees [for big foreign ships in spring]",
            # All but two words would be marked here, so none is.
            "Reyl wants every captain to bring fees on time",
        ],
        # Two that have next to nothing in common: neither is marked.
        ["Ropes burn at dawn", "Captains praise every harbour wall"],
        # One alone has nothing to differ from; what denies is marked all the same.
        ["Ships have [not] left"],
    ],
)
def test_marks(expected: list[str]) -> None:
    assert marks(*(one.replace("[", "").replace("]", "") for one in expected)) == expected


def test_a_language_without_a_table_has_no_stop_words() -> None:
    assert marks("Il porto è chiuso", "Un porto è aperto", language="it") == [
        "[Il] porto è [chiuso]",
        "[Un] porto è [aperto]",
    ]


def test_wordings_in_different_languages_are_not_compared() -> None:
    one, two = make_article("Der Hafen ist zu", "a", language="de"), make_article("The port is shut", "b")
    assert differing([[(article, [(0, len(article.text))])] for article in (one, two)]) == [((),), ((),)]


def test_offsets_are_code_points_of_the_article() -> None:
    assert marks("𝒳 ships — really‑old ones", "𝒳 ships – really new ones") == [
        "𝒳 ships — [really‑old] ones",
        "𝒳 ships – [really new] ones",
    ]


def test_segments_are_marked_and_what_is_left_out_is_not() -> None:
    article = make_article("The quay opens, as far as we know, in May at last.", "a")
    other = make_article("The quay opens in June at last.", "b")
    text = article.text
    segments = [(0, len("The quay opens")), (text.index("in May"), len(text) - 1)]
    ((first,), (second,)) = differing([[(article, segments)], [(other, [(0, len(other.text))])]])
    assert [text[start:end] for start, end in first] == ["May"]
    assert second == ((18, 22),)


def test_several_quotes_of_one_article_are_one_wording() -> None:
    """What the one quote lacks the other has; each quote gets its own marks."""
    article = make_article("The quay opens in May. Ropes are new.", "a")
    other = make_article("Ropes are new and the quay opens in June.", "b")
    at = article.text.index("Ropes")
    found = differing([[(article, [(0, at)]), (article, [(at, len(article.text))])], [(other, [(0, 40)])]])
    assert found == [(((18, 21),), ()), (((36, 40),),)]


def test_what_two_wordings_quote_from_one_place_hides_no_difference() -> None:
    """The second holds the first; against the third, what the first says is still what differs."""
    text = "Old Captain Reyl denied any part, then praised it"
    article = make_article(text, "a")
    other = make_article(
        "Old Captain Reyl refuted selling ships, nets, ropes, sails, crates, boats, oars, tar, hulls, masts, "
        "anchors, barrels, flags, planks, buoys, lamps, charts to crews",
        "c",
    )
    short = len("Old Captain Reyl denied any part")
    (first,), (second,), _ = differing(
        [[(article, [(0, short)])], [(article, [(0, len(text))])], [(other, [(0, len(other.text))])]]
    )
    assert [text[start:end] for start, end in first] == ["denied any part"]
    assert [text[start:end] for start, end in second] == ["denied any part", "then praised"]
