"""Differing accounts: which claims are read together, what of their words is marked, what is open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.checks.contradictions import check_accounts
from generator.analyse.findings.accounts import Account, accounts
from generator.analyse.findings.differing_words import differing
from generator.analyse.findings.grouping import MOST, Pair, group
from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Briefing
from generator.read.load import load
from tests.analyse.makers import make_article, make_briefing
from tests.paths import GOLDEN


def pairs(text: str) -> list[Pair]:
    return [(one[0], one[1]) for one in text.split()]


def groups(text: str, *questions: str, matters: str = "") -> list[str]:
    """``text``: pairs of one-letter claims; those in ``matters`` belong to another matter."""
    return [
        " ".join("".join(pair) for pair in one)
        for one in group(
            pairs(text), questions, {claim: "other" if claim in matters else "m" for claim in "abcdefghij"}
        )
    ]


def test_a_pair_and_three_wordings_of_one_thing() -> None:
    assert groups("ab") == ["ab"]
    assert groups("ab ac bc") == ["ab ac bc"]


def test_a_chain_holds_for_three() -> None:
    assert groups("ab bc cd de") == ["ab bc", "cd de"]


def test_a_chain_stays_in_one_matter() -> None:
    assert groups("ab bc", matters="c") == ["ab", "bc"]
    assert groups("ab bc ac", matters="c") == ["ab bc ac"]


def test_closely_related_wordings_go_before_chains() -> None:
    assert groups("ab bc cd ce de") == ["cd ce de", "ab bc"]


def test_a_question_holds_a_chain_together() -> None:
    assert groups("ab bc cd", "abcd") == ["ab bc cd"]


def test_a_question_holds_only_what_hangs_together() -> None:
    assert groups("ab cd", "abcd") == ["ab", "cd"]


def test_the_question_with_more_relations_goes_first() -> None:
    assert groups("ab bc cd", "ab", "bcd") == ["bc cd", "ab"]


def test_a_question_of_too_many_waits_for_the_others() -> None:
    """The six hang together in a ring; once "abc" has taken its two, the rest are few enough."""
    assert groups("ab bc cd de ef af", "abcdef", "abc") == ["ab bc", "cd de ef af"]


def test_too_many_claims_of_one_question_are_cut() -> None:
    assert groups("ab ac ad ae af ag", "abcdefg") == ["ab ac ad ae", "af ag"]


def test_a_left_over_pair_makes_three_of_a_pair_but_not_five_of_four() -> None:
    assert groups("ab bc", "ab") == ["ab bc"]
    assert groups("ab bc cd de", "abcd") == ["ab bc cd", "de"]


@given(
    st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij"))),
    st.lists(st.sets(st.sampled_from("abcdefghij"))),
)
def test_each_pair_is_in_one_group_of_few_claims(drawn: list[Pair], questions: list[set[str]]) -> None:
    given_pairs = list(dict.fromkeys((min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]))
    found = group(given_pairs, questions, {})
    assert sorted(pair for one in found for pair in one) == sorted(given_pairs)
    for one in found:
        assert 2 <= len({claim for pair in one for claim in pair}) <= MOST


def anchored(
    texts: list[str],
    relations: str,
    questions: str = "",
    language: str | None = None,
    note: str = "Because.",
) -> AnchoredBriefing:
    """One article and one claim for each text, all of it quoted, but for what stands in brackets."""
    articles = [make_article(text, "abcdef"[number], language=language) for number, text in enumerate(texts)]
    lines = ["claims:"]
    for number, article in enumerate(articles):
        related = [one.split("-") for one in relations.split() if one.startswith("abcdef"[number])]
        kinds = {"x": "contradicts", "d": "differs-in-scope"}
        written = ", ".join(
            f"{{kind: {kinds[kind]}, claim: {other}, note: '{note}'}}" for _, kind, other in related
        )
        lines.append(
            f"  - {{id: {article.id}, text: It., by: article, relations: [{written}],"
            f" evidence: [{{article: {article.id}, exact: '{article.text}'}}]}}"
        )
    found, told = find_passages(make_briefing("\n".join([*lines, questions]), *articles))
    assert not [one for one in told if one.severity.value == "error"], told
    return found


def marked(account: Account, found: AnchoredBriefing) -> list[str]:
    """Each row's first quote with its marks in square brackets."""
    shown = []
    for row in account.rows:
        (wording,) = row.wordings
        text, at, out = found.briefing.articles[wording.quote.evidence.article].text, 0, ""
        for start, end in wording.marks:
            out += f"{text[at:start]}[{text[start:end]}]"
            at = end
        shown.append(out + text[at:])
    return shown


def marks(*texts: str, language: str | None = None) -> list[str]:
    relations = " ".join(
        f"{one}-d-{other}" for one, other in zip("abcd", "bcde"[: len(texts) - 1], strict=False)
    )
    names = ", ".join("abcde"[: len(texts)])
    question = f"questions: [{{id: q, text: 'Which?', status: open, claims: [{names}]}}]"
    found = anchored(list(texts), relations, question, language)
    (account,) = accounts(found)
    return marked(account, found)


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
    ],
)
def test_marks(expected: list[str]) -> None:
    assert marks(*(one.replace("[", "").replace("]", "") for one in expected)) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # Typography, capitals and the note's own comma don't matter.
        ('“May leave,” against "shall stay".', ["Crews [may leave] early", "Crews [shall stay] on"]),
        # What the notes quote of one wording is the measure of all of them, but for what denies.
        ('Here "early".', ["Crews may leave [early]", "Crews shall stay on"]),
        ('Here "may leave".', ["Crews [may leave] early", "It [denied] that crews shall stay"]),
        # Whole words; and all places.
        ('"may"', ["[May] nets dry: they [may]", "The mayor dries nets"]),
        ('"crews" and "nets"', ["[Crews and nets] rest", "[Nets] rest"]),
        # Words that say nothing by themselves name nothing.
        ('The order of "the" and "of".', ["The [west] of the port", "The [east] of the port"]),
        # Words that stand in none of them name nothing.
        ('Elsewhere "nobody".', ["Old crews [may leave early]", "Old crews [shall stay]"]),
    ],
)
def test_what_the_reasons_quote_is_marked(note: str, expected: list[str]) -> None:
    texts = [one.replace("[", "").replace("]", "") for one in expected]
    found = anchored(texts, "a-d-b", note=note)
    (account,) = accounts(found)
    assert marked(account, found) == expected


def test_a_reason_speaks_of_its_two_wordings_alone() -> None:
    texts = ["Crews may leave", "Crews shall leave", "Reyl sold 40 old ships", "Reyl sold 12 old ships"]
    wordings = [
        [(make_article(text, name), [(0, len(text))])] for name, text in zip("abcd", texts, strict=True)
    ]
    found = differing(wordings, [("Here “may”, there “… shall”.", 0, 1), ("The numbers differ.", 2, 3)])
    assert [[text[start:end] for start, end in one] for text, (one,) in zip(texts, found, strict=True)] == [
        ["may"],
        ["shall"],
        ["40"],
        ["12"],
    ]


def test_a_language_without_a_table_has_no_stop_words() -> None:
    assert marks("Il porto è chiuso", "Un porto è aperto", language="it") == [
        "[Il] porto è [chiuso]",
        "[Un] porto è [aperto]",
    ]


def test_offsets_are_code_points_of_the_article() -> None:
    assert marks("𝒳 ships — really‑old ones", "𝒳 ships – really new ones") == [
        "𝒳 ships — [really‑old] ones",
        "𝒳 ships – [really new] ones",
    ]


def test_segments_are_marked_and_what_is_left_out_is_not() -> None:
    article = make_article("The quay opens, as far as we know, in May at last.", "a")
    other = make_article("The quay opens in June at last.", "b")
    found, _ = find_passages(
        make_briefing(
            """
            claims:
              - id: may
                text: In May.
                by: article
                evidence: {a: {exact: [The quay opens, in May at last]}}
                relations: [{kind: differs-in-scope, claim: june, note: Another month.}]
              - id: june
                text: In June.
                by: article
                evidence: {b: The quay opens in June at last}
            """,
            article,
            other,
        )
    )
    (account,) = accounts(found)
    assert [[article.text[start:end] for start, end in account.rows[0].wordings[0].marks]] == [["May"]]
    assert account.rows[1].wordings[0].marks == ((18, 22),)


def test_what_two_claims_quote_from_one_place_hides_no_difference() -> None:
    """b's quote holds a's; against c, what a says is still what differs."""
    texts = [
        "Old Captain Reyl denied any part",
        "Old Captain Reyl denied any part, then praised it",
        "Old Captain Reyl refuted selling ships, nets, ropes, sails, crates, boats, oars, tar, hulls, masts, "
        "anchors, barrels, flags, planks, buoys, lamps, charts to crews",
    ]
    one = anchored(texts, "a-d-b b-d-c a-d-c")
    text = texts[1]
    same = make_article(text, "b")
    summary = one.briefing.summary.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(
                    update={"evidence": (claim.evidence[0].model_copy(update={"article": "b"}),)}
                )
                if claim.id == "a"
                else claim
                for claim in one.briefing.summary.claims
            )
        }
    )
    briefing = Briefing("b", "briefing.yml", summary, {**one.briefing.articles, "b": same}, {})
    (account,) = accounts(find_passages(briefing)[0])
    assert [[text[start:end] for start, end in row.wordings[0].marks] for row in account.rows[:2]] == [
        ["denied any part"],
        ["denied any part", "then praised"],
    ]


THREE = ["The gate is open", "The gate is shut", "The gate is gone"]


def test_rows_relations_and_their_order() -> None:
    found = anchored(THREE, "b-d-a c-x-b c-d-a")
    (account,) = accounts(found)
    assert [row.claim.id for row in account.rows] == ["a", "b", "c"]
    assert [(one.claim, one.relation.kind, one.relation.claim) for one in account.relations] == [
        ("b", "differs-in-scope", "a"),
        ("c", "contradicts", "b"),
        ("c", "differs-in-scope", "a"),
    ]


def test_two_relations_of_one_pair_stay_together() -> None:
    (account,) = accounts(anchored(THREE, "a-d-b b-x-a"))
    assert [one.claim for one in account.relations] == ["a", "b"]


def test_corroboration_and_what_is_withdrawn_make_no_account() -> None:
    yaml = """
        claims:
          - {id: a, text: It., by: article, evidence: [],
             relations: [{kind: KIND, claim: b, note: Because.}]}
          - {id: b, text: It., by: article, evidence: [] MORE}
        """
    gone = ", withdrawn: {date: '2024-11-02', reason: Wrong.}"
    for kind, more, count in (("contradicts", "", 1), ("corroborates", "", 0), ("contradicts", gone, 0)):
        found, _ = find_passages(make_briefing(yaml.replace("KIND", kind).replace("MORE", more)))
        assert len(accounts(found)) == count


QUESTIONS = """
questions:
  - {id: wide, text: 'Which?', status: open, claims: [a, b, d, e]}
  - {id: one, text: 'When?', status: open, claims: [c]}
  - {id: all, text: 'Is it open?', status: open, claims: [a, b, c]}
  - {id: gone, text: 'Was it?', status: open, claims: [a, b], withdrawn: {date: '2024-11-02', reason: No.}}
"""
FIVE = [*THREE, "Crates wait outside", "Crates wait inside"]


def test_questions_that_bear_on_an_account() -> None:
    first, second = accounts(anchored(FIVE, "a-d-b b-d-c d-d-e", QUESTIONS))
    assert [one.id for one in first.questions] == ["all", "wide"]
    assert [one.id for one in second.questions] == ["wide"]


def test_a_question_on_one_claim_where_none_names_two() -> None:
    only = "questions: [{id: one, text: 'When?', status: open, claims: [c]}]"
    (account,) = accounts(anchored(THREE, "b-d-c", only))
    assert [one.id for one in account.questions] == ["one"]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("status: open, claims: [a, b]", 0),
        ("status: open, claims: [a, c]", 1),
        ("status: partly-answered, claims: [b, c, a], resolution: {text: Yes., claims: [a]}", 0),
        ("status: open, claims: [a, b], withdrawn: {date: '2024-11-02', reason: No.}", 1),
    ],
)
def test_a_contradiction_needs_a_question(question: str, count: int) -> None:
    found = anchored(THREE, "a-x-b a-d-c", f"questions: [{{id: q, text: 'Which?', {question}}}]")
    told = check_accounts(found.briefing)
    assert [one.code for one in told] == ["contradiction-uncovered"] * count


def test_other_relations_need_none() -> None:
    assert check_accounts(anchored(THREE, "a-d-b").briefing) == []


@pytest.fixture(scope="module")
def bridge() -> AnchoredBriefing:
    """The golden briefing that has a relation of each kind."""
    library, _ = load(GOLDEN)
    return next(find_passages(one)[0] for one in library.briefings if one.slug == "oldmere-bridge")


def test_every_relation_between_claims_that_stand_is_in_one_account(bridge: AnchoredBriefing) -> None:
    """Read from the YAML, without what corroborates and what a withdrawn claim says."""
    related = [
        [(joined.claim, joined.relation.kind, joined.relation.claim) for joined in account.relations]
        for account in accounts(bridge)
    ]
    assert related == [
        [("closed-until-checked", "goes-further-than", "six-weeks")],
        [("cars-today", "contradicts", "no-opening")],
        [("cars-in-may", "later-position-of", "cars-in-april")],
        [("twelve-rivets", "differs-in-scope", "forty-rivets")],
    ]


def test_account_has_its_rows_marks_question_and_matter(bridge: AnchoredBriefing) -> None:
    """The reason of the relation quotes what differs, and an open question names one of the claims."""
    closure = accounts(bridge)[0]
    assert [row.claim.id for row in closure.rows] == ["closed-until-checked", "six-weeks"]
    texts = {id: article.text for id, article in bridge.briefing.articles.items()}
    wordings = [wording for row in closure.rows for wording in row.wordings]
    assert [
        [texts[wording.quote.evidence.article][start:end] for start, end in wording.marks]
        for wording in wordings
    ] == [["until the last rivet is checked"], ["six weeks"]]
    assert [question.id for question in closure.questions] == ["which-day"]
    assert closure.matter == "closure"
