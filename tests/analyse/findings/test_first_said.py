"""Where claims were first said, followed to the root, and who says so too."""

from generator.analyse.findings.first_said import Corroboration, FirstSaid, first_said, roots_of
from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.find import find_passages
from tests.analyse.makers import make_article, make_briefing

ORIGINS = """
origins:
  radio: {title: The radio interview, kind: interview, by: kim}
  agency: {title: The agency's report, kind: document, derived_from: radio}
  paper: {title: The paper's report, kind: document, derived_from: agency}
  notice: {title: The notice, kind: statement, by: port}
actors:
  kim: {name: Kim, kind: person}
  port: {name: The port, kind: organisation}
  union: {name: The union, kind: organisation}
"""
A = make_article("The gate stays shut for a week.\nNobody may enter the yard at night.", "a")
B = make_article("Kim said the gate stays shut for a week.", "b")


def found(claims: str, *more: str) -> AnchoredBriefing:
    anchored, told = find_passages(make_briefing("\n".join([ORIGINS, "claims:", claims, *more]), A, B))
    assert not [one for one in told if one.severity.value == "error"], told
    return anchored


def claim(id: str, by: str, evidence: str, rest: str = "") -> str:
    return f"  - {{id: {id}, text: It is shut., by: {by}, {rest} evidence: {{{evidence}}}}}"


def quote(article: str, rest: str = "", exact: str = "the gate stays shut for a week") -> str:
    return f"{article}: {{exact: {exact}{rest}}}"


SHUT_A = quote("a", exact="The gate stays shut for a week")


def of(anchored: AnchoredBriefing, id: str) -> FirstSaid:
    return first_said(anchored)[id]


def test_what_is_not_declared_is_not_stated() -> None:
    shut = of(found(claim("shut", "kim", f"{SHUT_A}, {quote('b')}")), "shut")
    assert shut.roots == ()
    assert [one.evidence.article for one in shut.not_stated] == ["a", "b"]
    assert shut.articles == ("a", "b")


def test_two_articles_on_one_interview_count_once() -> None:
    shut = of(found(claim("shut", "kim", f"{SHUT_A}, {quote('b')}", "origin: radio,")), "shut")
    (root,) = shut.roots
    assert (root.id, root.ways, root.articles) == ("radio", (("radio",),), ("a", "b"))
    assert root.counted_once
    assert shut.not_stated == ()


def test_one_article_is_not_counted_once() -> None:
    (root,) = of(found(claim("shut", "kim", SHUT_A, "origin: radio,")), "shut").roots
    assert not root.counted_once


def test_different_ways_to_one_root() -> None:
    """B passes on a report of the interview that A names itself: still one interview."""
    evidence = f"{SHUT_A}, {quote('b', ', origin: paper')}"
    (root,) = of(found(claim("shut", "kim", evidence, "origin: radio,")), "shut").roots
    assert root.id == "radio"
    assert root.ways == (("radio",), ("paper", "agency", "radio"))
    assert root.articles == ("a", "b")


def test_the_quote_goes_before_the_claim_and_roots_stay_apart() -> None:
    evidence = f"{quote('b', ', origin: notice')}, {SHUT_A}"
    roots = of(found(claim("shut", "kim", evidence, "origin: radio,")), "shut").roots
    assert [(root.id, root.articles) for root in roots] == [("notice", ("b",)), ("radio", ("a",))]


def test_one_quote_states_its_origin_and_the_other_does_not() -> None:
    evidence = f"{quote('b', ', origin: agency')}, {SHUT_A}"
    shut = of(found(claim("shut", "kim", evidence)), "shut")
    assert [root.id for root in shut.roots] == ["radio"]
    assert [one.evidence.article for one in shut.not_stated] == ["a"]


def test_a_circle_of_origins_ends_and_an_unknown_origin_is_not_stated() -> None:
    circled = ORIGINS.replace("by: kim}", "derived_from: paper}", 1)
    briefing = make_briefing(
        "\n".join(
            [
                circled,
                "claims:",
                claim("shut", "kim", SHUT_A, "origin: paper,"),
                claim("lost", "kim", SHUT_A, "origin: lost,"),
            ]
        ),
        A,
    )
    anchored = find_passages(briefing)[0]
    assert [root.ways for root in of(anchored, "shut").roots] == [(("paper", "agency", "radio"),)]
    assert of(anchored, "lost").roots == ()


def test_several_claims_lead_to_one_root() -> None:
    anchored = found(
        "\n".join(
            [
                claim("one", "kim", SHUT_A, "origin: radio,"),
                claim("two", "kim", quote("b"), "origin: agency,"),
                claim("three", "kim", quote("b")),
            ]
        )
    )
    (root,) = roots_of(anchored, anchored.briefing.claims)
    assert (root.claims, root.articles, root.counted_once) == (("one", "two"), ("a", "b"), True)
    assert roots_of(anchored, ["three"]) == ()


CORROBORATES = "relations: [{kind: corroborates, claim: two, note: The port has its own guards.}],"


def test_corroboration_is_told_from_both_ends() -> None:
    anchored = found(
        "\n".join(
            [
                claim("one", "kim", SHUT_A, f"origin: radio, {CORROBORATES}"),
                claim("two", "port", quote("b"), "origin: notice,"),
            ]
        )
    )
    note = "The port has its own guards."
    assert of(anchored, "one").corroborations == (Corroboration("two", note, ()),)
    assert of(anchored, "two").corroborations == (Corroboration("one", note, ()),)


def test_corroboration_from_one_root_says_so() -> None:
    anchored = found(
        "\n".join(
            [
                claim("one", "kim", SHUT_A, f"origin: radio, {CORROBORATES}"),
                claim("two", "port", quote("b"), "origin: paper,"),
            ]
        )
    )
    assert of(anchored, "one").corroborations[0].shared_roots == ("radio",)


def test_what_never_corroborates() -> None:
    """The article's own voice, the same speaker, a claim without an origin, a withdrawn one."""
    gone = "origin: notice, withdrawn: {date: '2024-11-02', reason: Wrong.},"
    for by, rest in (
        ("article", "origin: notice,"),
        ("kim", "origin: notice,"),
        ("port", ""),
        ("port", gone),
    ):
        assert not corroborates(by, quote("b"), rest)
    assert corroborates("port", quote("b"), "origin: notice,")  # the control


def corroborates(by: str, evidence: str, rest: str = "") -> bool:
    """Whether a claim corroborates Kim's, both told from either end."""
    anchored = found(
        "\n".join(
            [
                claim("one", "kim", SHUT_A, f"origin: radio, {CORROBORATES}"),
                claim("two", by, evidence, rest),
            ]
        )
    )
    ends = [bool(of(anchored, id).corroborations) for id in ("one", "two")]
    assert ends[0] is ends[1]
    return ends[0]


def test_a_claim_that_one_article_gives_to_the_same_speaker_does_not_corroborate() -> None:
    mixed = f"{quote('b', ', by: kim')}, {SHUT_A}"
    assert not corroborates("port", mixed, "origin: notice,")


def test_an_origin_counts_for_no_quote_with_a_speaker_of_its_own() -> None:
    """The claim's origin is that of its own speaker; a quote of somebody else needs one of its own."""
    assert not corroborates("port", quote("b", ", by: union"), "origin: notice,")
    assert corroborates("port", quote("b", ", by: union, origin: notice"))


def test_an_article_s_own_voice_confirms_nobody_whatever_its_origin() -> None:
    """Nor does a quote that leaves open whether the article or somebody else says it."""
    assert not corroborates("port", quote("b", ", by: article, origin: notice"))
    assert not corroborates("port", quote("b", ", by_open: [port, article], origin: notice"))


def test_roots_of_a_quote_with_its_own_speaker_are_not_the_claim_s() -> None:
    anchored = found(claim("shut", "kim", f"{SHUT_A}, {quote('b', ', by: port')}", "origin: radio,"))
    shut = of(anchored, "shut")
    assert [(root.id, root.articles) for root in shut.roots] == [("radio", ("a",))]
    assert [one.evidence.article for one in shut.not_stated] == ["b"]


def test_a_later_position_does_not_corroborate() -> None:
    relation = CORROBORATES.replace("corroborates", "later-position-of")
    anchored = found(
        "\n".join(
            [
                claim("one", "kim", SHUT_A, f"origin: radio, {relation}"),
                claim("two", "port", quote("b"), "origin: notice,"),
            ]
        )
    )
    assert of(anchored, "one").corroborations == ()
