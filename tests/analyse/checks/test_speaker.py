"""Speakers: who is said to speak near a passage, by which verb, and whether words in marks have a speaker."""

from collections.abc import Mapping

import pytest
import yaml

from generator.analyse.checks.speaker import check_speakers
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Article
from tests.analyse.makers import make_article, make_briefing

HARBOUR = """\
The Norvik port authority on Tuesday said the harbour would stay closed until spring. The ice is
thicker than in any year since 1987.

“We cannot open a channel alone,” Kari Arnesen, the harbour master, told reporters in Norvik.
“Nobody should expect ships before April.”

“There is no money,” she said, adding that the town had asked the ministry twice.

Ole Berg, who leads the fishermen’s union, accused the council of dragging its feet and called for
the mayor to resign.

According to a report by the Coast Guard, 14 vessels are trapped in the fjord.

A spokesman for Finland said Helsinki would send an ice-breaker within a week.

The vessels have food for ten days, the Coast Guard estimated.

Mayor Liv Dahl rejected the criticism. The council, she said, had voted for the funds in June. It
had never received an answer from Oslo.

Finland’s foreign ministry declined to comment on the price. Norway has not confirmed the offer.

Asked whether the army would help, Dahl replied: “That is for Oslo to decide.”

Berg said that Dahl believes the matter is closed.

Berg and Arnesen both warned that prices would rise.

“It is a disgrace.”

So said Berg on Monday, standing on the empty quay.

The government in Oslo has promised aid, officials said. It is considering a loan.

Dahl’s claim that the funds were approved was disputed by Berg, who described it as “a fairy tale”.

Since Arnesen first warned of the ice in November, three ships have sunk.

The crisis has shaken the town. Families have left, and the school has closed.

In a statement, the Coast Guard thanked the crews and urged patience.

Dahl, in a letter to the union, wrote that no one had been fired.

The union’s leader also feared for the herring season.

While Arnesen insisted the port was safe, Berg pointed to two collapsed piers.

Norway, which borders Finland in the north, is seen as reluctant.
"""
HARBOUR_ACTORS = """
actors:
  authority: {name: Norvik port authority, kind: organisation, aliases: [port authority]}
  arnesen: {name: Kari Arnesen, kind: person, role: harbour master}
  berg: {name: Ole Berg, kind: person, role: "leader of the fishermen's union"}
  coast: {name: Coast Guard, kind: organisation}
  finland: {name: Finland, kind: state, aliases: [Helsinki]}
  norway: {name: Norway, kind: state, aliases: [Oslo]}
  dahl: {name: Liv Dahl, kind: person, role: Mayor of Norvik}
  officials: {name: officials, kind: group}
  union: {name: fishermen’s union, kind: organisation}
"""
BORDER = """\
The talks have failed, the Kremlin’s spokesman, Dmitry Peskov, told journalists on a call.

Estonia is sending more guns because “nobody else will”, its prime minister, Kaja Kallas, said on
Friday.

Kallas has been blunt. In her view, the West is too slow. “We are late,” is how she put it.

The E.U. commissioner was adamant that no deal had been done.

Speaking in Tallinn, Kallas, 47, acknowledged mistakes but refused to apologise, insisting that the
budget had been sound.

It was “a fair price”, in the words of Peskov.

Russian officials have repeatedly denied the charge. Moscow says that its planes never left its
airspace.

The E.U. has pledged 300 million euros, though Kallas doubts it will be enough.

NATO’s secretary-general, Mark Rutte, is expected to visit in May. He will press for more troops,
diplomats say.

Rutte was quoted by Reuters as saying the line would hold.

“This cannot go on,” Kallas was quoted as saying.

Rutte argues that deterrence works. Without it, the border would long have been crossed. The bridge
at Narva is closed at night.

The foreign minister of Estonia, Margus Tsahkna, wrote on X: “Enough.”

Asked about the planes, he shrugged. “Ask Moscow,” he said.

For Tsahkna, the closure is a warning to Russia.

The closure, he believes, will last.

Russia calls the closure illegal; Estonia counters that it is lawful.

“We have seen this film before. It ends badly. Nobody wants to see it again, and nobody should have
to,” said Rutte, who was prime minister of the Netherlands until 2024.

Estonian intelligence believes Russia is short of shells, Tsahkna told parliament.

Both ministers agreed to meet again, a joint statement said.

NATO denounced the flights. The alliance spoke of a pattern.
"""
BORDER_ACTORS = """
actors:
  peskov: {name: Dmitry Peskov, kind: person, aliases: [Peskov], role: Kremlin spokesman}
  russia: {name: Russia, kind: state, aliases: [Moscow]}
  kallas: {name: Kaja Kallas, kind: person, aliases: [Kallas], role: Estonia's prime minister}
  estonia: {name: Estonia, kind: state}
  eu: {name: European Union, kind: organisation, aliases: [E.U.]}
  rutte: {name: Mark Rutte, kind: person, aliases: [Rutte], role: secretary-general of NATO}
  nato: {name: NATO, kind: organisation, aliases: [the alliance]}
  tsahkna: {name: Margus Tsahkna, kind: person, aliases: [Tsahkna], role: foreign minister}
  russian-officials: {name: Russian officials, kind: group}
  commissioner: {name: E.U. commissioner, kind: person}
  diplomats: {name: diplomats, kind: group}
"""


def told(
    exact: str | list[str],
    by: str | list[str],
    article: Article,
    actors: str = HARBOUR_ACTORS,
    via: str | None = None,
    own: Mapping[str, str | list[str]] | None = None,
    **fields: str,
) -> list[str]:
    """The codes of the hints at one claim that rests on one quote, with these fields at the quote."""
    evidence = {article.id: {"exact": exact, **(own or {}), **fields}}
    claim = {"id": "c", "text": "So.", "by": by, "evidence": evidence, **({"via": via} if via else {})}
    written = actors + yaml.safe_dump({"claims": [claim]}, allow_unicode=True)
    anchored, _ = find_passages(make_briefing(written, article))
    assert anchored.quotes["c"], exact
    return [one.code for one in check_speakers(anchored)]


HARBOUR_SOUND = [
    ("authority", "the harbour would stay closed until spring"),
    ("arnesen", "We cannot open a channel alone"),
    ("arnesen", "Nobody should expect ships before April"),
    ("arnesen", "There is no money"),
    ("arnesen", "adding that the town had asked the ministry twice"),
    ("berg", "accused the council of dragging its feet"),
    ("berg", "called for the mayor to resign"),
    ("coast", "14 vessels are trapped in the fjord"),
    ("finland", "Helsinki would send an ice-breaker within a week"),
    ("coast", "The vessels have food for ten days"),
    ("dahl", "rejected the criticism"),
    ("dahl", "had voted for the funds in June"),
    ("dahl", "It had never received an answer from Oslo"),
    ("dahl", "That is for Oslo to decide"),
    ("berg", "Dahl believes the matter is closed"),
    ("berg", "prices would rise"),
    ("arnesen", "prices would rise"),
    ("berg", "It is a disgrace"),
    ("officials", "The government in Oslo has promised aid"),
    ("dahl", "the funds were approved"),
    ("berg", "a fairy tale"),
    ("coast", "thanked the crews and urged patience"),
    ("dahl", "no one had been fired"),
    ("berg", "feared for the herring season"),
    ("arnesen", "the port was safe"),
    ("berg", "two collapsed piers"),
    ("arnesen", "first warned of the ice in November"),
]
HARBOUR_WRONG = [
    ("dahl", "There is no money"),
    ("arnesen", "14 vessels are trapped in the fjord"),
    ("norway", "Helsinki would send an ice-breaker"),
    ("finland", "on the price"),
    ("norway", "has not confirmed the offer"),
    ("dahl", "the matter is closed"),
    ("arnesen", "three ships have sunk"),
    ("berg", "Families have left"),
    ("dahl", "It is a disgrace"),
    ("berg", "the port was safe"),
    ("norway", "is seen as reluctant"),
    ("berg", "the funds were approved"),
    ("coast", "within a week"),
    ("arnesen", "two collapsed piers"),
    ("norway", "That is for Oslo to decide"),
    ("union", "accused the council of dragging its feet"),
]
BORDER_SOUND = [
    ("peskov", "The talks have failed"),
    ("kallas", "nobody else will"),
    ("kallas", "the West is too slow"),
    ("kallas", "We are late"),
    ("commissioner", "no deal had been done"),
    ("kallas", "acknowledged mistakes"),
    ("kallas", "the budget had been sound"),
    ("peskov", "a fair price"),
    ("russian-officials", "have repeatedly denied the charge"),
    ("russia", "its planes never left its airspace"),
    ("eu", "has pledged 300 million euros"),
    ("kallas", "it will be enough"),
    ("diplomats", "He will press for more troops"),
    ("rutte", "the line would hold"),
    ("kallas", "This cannot go on"),
    ("rutte", "deterrence works"),
    ("rutte", "Without it, the border would long have been crossed"),
    ("tsahkna", "Enough"),
    ("tsahkna", "Ask Moscow"),
    ("tsahkna", "the closure is a warning to Russia"),
    ("tsahkna", "The closure, he believes, will last"),
    ("russia", "the closure illegal"),
    ("estonia", "it is lawful"),
    ("rutte", "It ends badly"),
    ("tsahkna", "Russia is short of shells"),
    ("nato", "denounced the flights"),
    ("nato", "a pattern"),
]
BORDER_WRONG = [
    ("kallas", "The talks have failed"),
    ("russia", "no deal had been done"),
    ("peskov", "This cannot go on"),
    ("kallas", "has pledged 300 million euros"),
    ("rutte", "He will press for more troops"),
    ("rutte", "is expected to visit in May"),
    ("rutte", "The bridge at Narva is closed at night"),
    ("russia", "Estonia counters that it is lawful"),
    ("estonia", "the closure illegal"),
    ("kallas", "It ends badly"),
    ("russia", "Russia is short of shells"),
    ("rutte", "a pattern"),
    ("kallas", "its planes never left its airspace"),
    ("russia", "Ask Moscow"),
    ("nato", "the line would hold"),
]


@pytest.mark.parametrize(("by", "exact"), HARBOUR_SOUND)
def test_a_sound_claim_from_the_harbour_is_attributed(by: str, exact: str) -> None:
    assert told(exact, by, make_article(HARBOUR, ending=".md")) == []


@pytest.mark.parametrize(("by", "exact"), BORDER_SOUND)
def test_a_sound_claim_from_the_border_is_attributed(by: str, exact: str) -> None:
    assert told(exact, by, make_article(BORDER, ending=".md"), BORDER_ACTORS) == []


@pytest.mark.parametrize(("by", "exact"), HARBOUR_WRONG)
def test_a_wrong_speaker_at_the_harbour_is_told(by: str, exact: str) -> None:
    assert told(exact, by, make_article(HARBOUR, ending=".md")) == ["no-attribution-nearby"]


@pytest.mark.parametrize(("by", "exact"), BORDER_WRONG)
def test_a_wrong_speaker_at_the_border_is_told(by: str, exact: str) -> None:
    assert told(exact, by, make_article(BORDER, ending=".md"), BORDER_ACTORS) == ["no-attribution-nearby"]


# Nobody can tell these from their words alone; a hint would be as wrong as none.
@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Berg said that the pier fell. It had stood for years.", "It had stood for years"),
        ("Berg said that the pier, which is 90 years old, fell.", "is 90 years old"),
    ],
)
def test_what_may_go_on_with_a_speech_is_let_pass(text: str, exact: str) -> None:
    assert told(exact, "berg", make_article(text)) == []


def test_what_ends_with_its_sentence_does_not_go_on() -> None:
    text = "Berg considered a boycott. The pier had stood for years."
    assert told("The pier had stood for years", "berg", make_article(text)) == ["no-attribution-nearby"]


def test_a_paragraph_ends_it_but_for_one_that_is_only_a_quotation() -> None:
    assert told("The pier fell", "berg", make_article("Berg spoke and warned.\nThe pier fell."))
    assert told("The pier fell", "berg", make_article("Berg spoke and warned.\n“The pier fell.”")) == []
    assert told("The pier fell", "berg", make_article("“The pier fell.”\nThat is what Berg said.")) == []


def test_what_is_told_inside_anothers_words_needs_the_one_who_passed_it_on() -> None:
    article = make_article("Dahl said that Berg denies the debt.")
    assert told("Berg denies the debt", "berg", article) == ["no-attribution-nearby"]
    assert told("Berg denies the debt", "berg", article, via="dahl") == []


def test_a_cue_that_is_denied_attributes_nothing() -> None:
    for words in ("has not said", "never claimed", "declined to say", "has yet to announce", "didn’t argue"):
        article = make_article(f"Berg {words} that the pier fell.")
        assert told("the pier fell", "berg", article) == ["no-attribution-nearby"], words


def test_a_joint_statement_is_attributed_to_one_of_its_speakers() -> None:
    article = make_article("Berg and Arnesen said that the pier fell.")
    assert told("the pier fell", ["berg", "arnesen"], article) == []
    assert told("the pier fell", ["dahl", "coast"], article) == ["no-attribution-nearby"]


def test_a_pronoun_means_who_spoke_last_and_of_its_own_kind() -> None:
    article = make_article("Dahl told Berg of the pier. The Coast Guard came. She said that it fell.")
    assert told("it fell", "dahl", article) == []
    assert told("it fell", "berg", article) == ["no-attribution-nearby"]
    assert told("it fell", "coast", article) == ["no-attribution-nearby"]


def test_many_sentences_with_pronouns_are_read() -> None:
    article = make_article("Berg said no. " + "He said so. " * 3000 + "He said that the pier fell.")
    assert told("that the pier fell", "berg", article) == []


@pytest.mark.parametrize("field", ["author", "publisher"])
def test_an_article_of_the_speakers_own_needs_no_attribution(field: str) -> None:
    article = make_article("The pier fell.")
    own = article.descriptor.model_copy(update={field: "Kari Arnesen"})
    assert told("The pier fell", "arnesen", article) == ["no-attribution-nearby"]
    mine = Article("a", "a.txt", own, article.text, 1, article.paragraphs)
    assert told("The pier fell", "arnesen", mine) == []


def test_attribution_is_looked_for_in_english_alone() -> None:
    assert told("Der Pier ist gefallen", "berg", make_article("Der Pier ist gefallen.", language="de")) == []


@pytest.mark.parametrize(
    ("cue", "codes"),
    [
        ("said", []),
        ("Didn't say", []),  # folded: the article's apostrophe is another
        ("warned of", []),
        ("sai", ["cue-not-near"]),
        ("denied", ["cue-not-near"]),
    ],
)
def test_the_cue_stands_in_the_sentence_or_next_to_it(cue: str, codes: list[str]) -> None:
    text = "Berg denied it. Dahl warned of ice. Berg said that the pier fell. He didn’t say more."
    assert told("the pier fell", "berg", make_article(text), cue=cue) == codes


def test_the_description_of_somebody_unnamed_stands_near() -> None:
    article = make_article("A sailor said that the pier fell. Nobody saw it. The pilot slept.")
    assert told("the pier fell", "unnamed", article, described_as="a sailor") == []
    assert told("the pier fell", "unnamed", article, described_as="The pilot") == ["cue-not-near"]


def test_words_in_marks_are_not_the_articles_own() -> None:
    article = make_article("“The pier fell,” a sailor said. The “old” pier was new.")
    assert told("The pier fell", "article", article) == ["voice-in-marks"]
    assert told("The “old” pier was new", "article", article) == []


def test_a_withdrawn_claim_and_one_without_its_quotes_are_left_alone() -> None:
    claim = "claims: [{id: c, text: So., by: berg, EXTRA evidence: {EVIDENCE}}]"
    for extra, exact in (
        ("", "no such words"),
        ("withdrawn: {date: 2024-11-01, reason: No.},", "The pier fell"),
    ):
        written = claim.replace("EXTRA", extra).replace("EVIDENCE", f"a: {{exact: {exact}, cue: swore}}")
        anchored, _ = find_passages(make_briefing(HARBOUR_ACTORS + written, make_article("The pier fell.")))
        assert check_speakers(anchored) == []


# What holds for a quote with a speaker of its own.

TWO_SPEAKERS = make_article("Berg said that the pier fell. Arnesen warned that it stands. It was old.")


def test_a_quote_s_own_speaker_is_looked_for_and_not_the_claim_s() -> None:
    assert told("it stands", "berg", TWO_SPEAKERS) == ["no-attribution-nearby"]
    assert told("it stands", "berg", TWO_SPEAKERS, own={"by": "arnesen"}) == []
    assert told("it stands", "arnesen", TWO_SPEAKERS, own={"by": "berg"}) == ["no-attribution-nearby"]


def test_an_article_of_a_quote_s_own_speaker_needs_no_attribution() -> None:
    article = make_article("The pier fell.")
    descriptor = article.descriptor.model_copy(update={"author": "Kari Arnesen"})
    mine = Article("a", "a.txt", descriptor, article.text, 1, article.paragraphs)
    assert told("The pier fell", "berg", mine, own={"by": "arnesen"}) == []
    assert told("The pier fell", "arnesen", mine, own={"by": "berg"}) == ["no-attribution-nearby"]


def test_what_is_left_open_is_attributed_to_nobody() -> None:
    assert told("It was old", "berg", TWO_SPEAKERS) == ["no-attribution-nearby"]
    assert told("It was old", "berg", TWO_SPEAKERS, own={"by_open": ["arnesen", "article"]}) == []


def test_the_claim_s_passer_on_passes_on_no_other_speaker_s_words() -> None:
    article = make_article("Dahl said that Berg denies the debt.")
    own = told("Berg denies the debt", "arnesen", article, via="dahl", own={"by": "berg"})
    assert own == ["no-attribution-nearby"]
    both = {"by": "berg", "via": "dahl"}
    assert told("Berg denies the debt", "arnesen", article, own=both) == []


def test_words_in_marks_that_one_article_has_as_its_own_voice() -> None:
    article = make_article("“The pier fell,” a sailor said.")
    assert told("The pier fell", "berg", article, own={"by": "article"}) == ["voice-in-marks"]
    assert told("The pier fell", "article", article, own={"by": "unnamed"}) == []
    assert told("The pier fell", "article", article, own={"by_open": ["berg", "article"]}) == []


def places(evidence: str) -> list[tuple[str, int, int]]:
    claim = f"claims:\n  - id: c\n    text: So.\n    by: berg\n    evidence: {evidence}\n"
    yaml = HARBOUR_ACTORS.strip("\n") + "\n" + claim
    anchored, _ = find_passages(make_briefing(yaml, TWO_SPEAKERS))
    first = yaml[: yaml.index("claims:")].count("\n")
    return [(one.code, one.span.line - first, one.span.column) for one in check_speakers(anchored)]


def test_a_hint_stands_where_the_speaker_was_written() -> None:
    assert places("{a: it stands}") == [("no-attribution-nearby", 4, 9)]
    assert places("{a: {exact: it stands, by: dahl}}") == [("no-attribution-nearby", 5, 42)]


def test_each_speaker_is_told_once_for_the_first_quote_that_nothing_attributes_to_it() -> None:
    several = "{a: [It was old, it stands, {exact: the pier fell, by: dahl}, {exact: It was, by: dahl}]}"
    assert [code for code, *_ in places(several)] == ["no-attribution-nearby"] * 2
