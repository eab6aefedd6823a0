"""Kinds of attribution: for each, words that the check leaves alone and speakers whom it tells.

`by` is who says the words, each of the others is taken for the speaker wrongly.
"""

import pytest
import yaml

from generator.analyse.checks.speaker import check_speakers
from generator.analyse.quotes.find import find_passages
from generator.model.briefing import Article
from generator.model.entries import Descriptor
from generator.model.passage import Speech
from tests.analyse.makers import make_article, make_briefing

ACTORS = """
actors:
  olsen: {name: Marta Olsen, kind: person, role: harbour master}
  reilly: {name: Nora Reilly, kind: person, role: mayor of Eastmouth}
  kelly: {name: Tom Kelly, kind: person, role: chief engineer}
  mokri: {name: Samir Mokri, kind: person, role: opposition leader}
  varga: {name: Anton Varga, kind: person, role: foreign minister of Velland}
  ortega: {name: Luis Ortega, kind: person}
  velland: {name: Velland, kind: state}
  italy: {name: Italy, kind: state}
  harbour: {name: Harbour Office, kind: organisation, aliases: [HO]}
  union: {name: Dockers’ Union, kind: organisation}
  brightwater: {name: Brightwater, kind: organisation}
  gazette: {name: Eastmouth Gazette, kind: organisation, aliases: [the Gazette]}
"""
NOBODY = ""

CASES = {
    "a parenthesis, an age or a title beside the name": [
        ("The Harbour Office (HO) said the lock was shut.", "the lock was shut", "harbour", "olsen"),
        ("Ms. Reilly, 54, said she would not stand.", "she would not stand", "reilly", ""),
        ("Mokri — a former teacher — said it was late.", "it was late", "mokri", ""),
        ("Chief engineer Tom Kelly told the board it was late.", "it was late", "kelly", "olsen"),
        ("The mayor, Nora Reilly, who had built it, said it was late.", "it was late", "reilly", ""),
        ("The mayor, Nora Reilly, who had built it, said it was late.", "had built it", NOBODY, "reilly"),
    ],
    "a source after its verb": [
        ("It leaves the mole open, said Tom Kelly, an engineer.", "leaves the mole open", "kelly", "olsen"),
        ("“It is open,” said engineer Kelly.", "It is open", "kelly", "olsen"),
        ("“It is open,” replied Kelly when asked about the mole.", "It is open", "kelly", ""),
        ("It is open, noted Kelly this summer.", "It is open", "kelly", ""),
        ("“It is open,” said one of the divers, Tom Kelly.", "It is open", "kelly", ""),
        ("“It is open,” said three divers. Kelly was there.", "It is open", NOBODY, "kelly"),
        ("“It is open,” said Kelly, who built it.", "who built it", NOBODY, "kelly"),
        ("Mokri, whose party lost, accused Varga of lying.", "of lying", "mokri", "varga"),
    ],
    "a number that is put on something": [
        ("The union put the annual loss at 2 million.", "loss at 2 million", "union", "olsen"),
        ("The Harbour Office puts repairs at about $4m.", "repairs at about $4m", "harbour", "olsen"),
        ("Olsen put the dead at two hundred.", "the dead at two hundred", "olsen", "kelly"),
        ("Olsen put the lamp at the door. It is open.", "the lamp at the door", NOBODY, "olsen"),
        ("Olsen put on her coat at 9.", "her coat at 9", NOBODY, "olsen"),
    ],
    "a name that looks like an adverb": [
        ("Italy said it would help.", "it would help", "italy", "velland"),
        ("Reilly warned that it was late.", "it was late", "reilly", "kelly"),
        ("Kelly sadly admitted that it was late.", "it was late", "kelly", "reilly"),
    ],
    "times, places and phrases between name and verb": [
        ("The Harbour Office this month announced a toll.", "a toll", "harbour", ""),
        ("Olsen on Tuesday in a letter to Varga said it was late.", "it was late", "olsen", "varga"),
        ("Olsen, in a letter to Varga, said it was late.", "it was late", "olsen", "varga"),
        ("Olsen, reached by phone in Rome, said it was late.", "it was late", "olsen", ""),
        ("Eva Berg of the Harbour Office met Olsen, who said it was late.", "it was late", "olsen", ""),
    ],
    "a statement, a post or a report": [
        ("Brightwater issued a statement saying it was safe.", "it was safe", "brightwater", ""),
        ("A statement issued by Brightwater said it was safe.", "it was safe", "brightwater", ""),
        ("The report by the Harbour Office found no fault.", "no fault", "harbour", ""),
        ("It is safe, a report from the Harbour Office found.", "It is safe", "harbour", ""),
        ("Olsen posted on X that it was safe.", "it was safe", "olsen", ""),
        ("Olsen posted a guard at the gate. It was safe.", "a guard at the gate", NOBODY, "olsen"),
        ("Olsen took to X to accuse Varga of lying.", "of lying", "olsen", "varga"),
        ("Olsen was quoted as saying that it was safe.", "it was safe", "olsen", ""),
        ("The Gazette quoted Olsen as saying that it was safe.", "it was safe", "olsen", ""),
        ("A poll published by the union showed a fall. Olsen slept.", "a fall", NOBODY, "olsen"),
    ],
    "without a verb": [
        ("As Kelly put it, the wall was “a promise”.", "a promise", "kelly", ""),
        ("As Kelly sees it, the wall is a promise.", "the wall is a promise", "kelly", ""),
        ("For Kelly, the wall is a promise.", "the wall is a promise", "kelly", ""),
        ("Per Kelly, the wall is a promise.", "the wall is a promise", "kelly", ""),
        ("The wall is a promise, in the words of Kelly.", "The wall is a promise", "kelly", ""),
        ("Kelly’s line is that the wall is a promise.", "the wall is a promise", "kelly", ""),
        ("Some agree with Mokri that the wall must go.", "the wall must go", "mokri", ""),
        ("The wall must go: Mokri", "The wall must go", "mokri", ""),
    ],
    "verbs that were missing": [
        *((f"“It is late,” Kelly {verb}.", "It is late", "kelly", "olsen") for verb in (
            *("interjected", "fumed", "shrugged", "mused", "retorted", "grumbled", "opined", "quipped"),
            *("concurred", "thundered", "chimed in", "went on", "began", "texted", "posted", "scoffed"),
        )),
        *((f"Kelly {verb} that it was late.", "it was late", "kelly", "olsen") for verb in (
            *("echoed", "surmised", "posited", "vouched", "professed", "reckoned", "figured", "hinted"),
            *("undertook", "testified", "submitted", "moved", "ruled", "shouted", "protested", "alluded"),
        )),
        ("Kelly implored the crew to wait.", "implored the crew to wait", "kelly", ""),
        ("Kelly likened it to “a comb”.", "a comb", "kelly", ""),
        ("Velland sees the strait as its garden.", "the strait as its garden", "velland", ""),
        # Manners attribute no prose.
        ("Kelly, in the second row, smiled.", "in the second row", NOBODY, "kelly"),
        ("Kelly nodded at the crew.", "at the crew", NOBODY, "kelly"),
    ],
    "whoever is named again": [
        ("Ken Varga laughed. Anton Varga ran. “I run,” said the Italian.", "I run", "varga", "italy"),
        ("Olsen came late. “Sorry,” the 58-year-old said.", "Sorry", "olsen", "kelly"),
        ("A diver met Olsen. “It is cold,” the diver said.", "It is cold", NOBODY, "olsen"),
        ("Brightwater shut the lock, the firm said.", "Brightwater shut the lock", "brightwater", "harbour"),
        ("The Harbour Office wrote. It fined Brightwater, the office said.", "fined", "harbour", "italy"),
        ("Velland’s foreign minister said it was late.", "it was late", "varga", "olsen"),
        ("Italy’s foreign minister said it was late.", "it was late", "italy", "varga"),
        ("Mr Kelly saw Ms Olsen. “I am late,” she said.", "I am late", "olsen", "kelly"),
        ("The union fined Brightwater’s crew. It said it was late.", "it was late", "union", "brightwater"),
        ("A chief engineer asked Olsen. “Now,” he said.", "Now", NOBODY, "kelly"),
        ("Mayor hails deal\n\nIt is late.", "hails deal", "reilly", "kelly"),
    ],
    "quoted words without a verb of speech": [
        ("“It is late,” was Kelly’s reply when asked.", "It is late", "kelly", "olsen"),
        ("“It is late” was the answer from Kelly.", "It is late", "kelly", "olsen"),
        ("“It is late.” — Tom Kelly (@tk)", "It is late", "kelly", "olsen"),
        ("“It is late” (Tom Kelly, 2 May)", "It is late", "kelly", "olsen"),
        ("Kelly was blunt: “It is late.” Olsen slept.", "It is late", "kelly", "olsen"),
        ("Post by Tom Kelly (@tk): “It is late.”", "It is late", "kelly", "olsen"),
        ("Kelly met Olsen. His answer was short: “It is late.”", "It is late", "kelly", "harbour"),
        ("“It is far too late for that.”\n\nThat was Tom Kelly.", "It is far too late", "kelly", "olsen"),
        ("Kelly shook his head. “It is late.”", "It is late", "kelly", "olsen"),
        ("Kelly signed off with “see you all in May”.", "see you all in May", "kelly", "olsen"),
        ("Kelly’s line for the toll, “a comb for the bald”, stuck.", "a comb for the bald", "kelly", "olsen"),
        ("‘It is the wait’\nEngineer Tom Kelly on a night at sea", "It is the wait", "kelly", "olsen"),
        ("“A,” Kelly told us.\n\n“B is for brine.”\n\n“C is for cold.”", "C is for cold", "kelly", "olsen"),
        ("9:40 Kelly is up.\n\n9:45 “It is late, all of it.”", "It is late", "kelly", "olsen"),
        ("The song “Salt and Silver” was Kelly’s.", "Salt and Silver", NOBODY, "kelly olsen"),
        ("“I win,” joked Kelly, whose shirt read “Kely”.", "Kely", NOBODY, "kelly"),
    ],
    "nouns, passives and phrases": [
        ("Reilly was called “a thief” by Kelly.", "a thief", "kelly", "reilly"),
        ("The toll, described by Kelly as “a gift”, passed.", "a gift", "kelly", "olsen"),
        ("The toll, described by Kelly as “a gift”, passed.", "passed", NOBODY, "kelly"),
        ("It was left to Kelly to call it “a gift”.", "a gift", "kelly", "olsen"),
        ("Despite a warning from Kelly that it leaked, it sailed.", "it leaked", "kelly", "olsen"),
        ("Despite a warning from Kelly that it leaked, it sailed.", "it sailed", NOBODY, "kelly"),
        ("The letter, signed by Kelly, says it is late.", "it is late", "kelly", "olsen"),
        ("Kelly wrote to us. “It is late,” the letter read.", "It is late", "kelly", "italy"),
        ("The toll drew a sharp reply from Kelly. “No,” he said.", "No", "kelly", "italy"),
        ("Kelly told state TV: “It is late.”", "It is late", "kelly", "olsen"),
        ("Kelly issued a note on Friday announcing a toll.", "a toll", "kelly", "olsen"),
        ("Kelly introduced Olsen as “our best”.", "our best", "kelly", "olsen"),
        ("Officials in Italy said it was late.", "it was late", "italy", "olsen"),
        ("Kelly, facing calls to resign, said there was “no plan”.", "no plan", "kelly", "olsen"),
        ("“It is late,” the head of a school, Tom Kelly, said.", "It is late", "kelly", "olsen"),
        ("The court heard from Kelly that it was late.", "it was late", "kelly", "olsen"),
        ("Kelly said the union would appeal, calling it “a farce”.", "a farce", "kelly", "union"),
    ],
    "prose that only stands near": [
        ("Kelly shook hands, thanked the crew and left.", "Kelly shook hands, thanked the", NOBODY, "kelly"),
        ("What strikes me about Kelly is how little he argues.", "What strikes me", NOBODY, "kelly"),
        ("Kelly’s view that tolls are “a gift” is not shared.", "is not shared", NOBODY, "kelly"),
        ("The trouble with Kelly’s plan is that nobody pays.", "nobody pays", NOBODY, "kelly"),
        ("If Kelly thinks it is late, she should go.", "she should go", NOBODY, "kelly"),
        ("“It is late,” Kelly said, though nobody believed it.", "nobody believed it", NOBODY, "kelly"),
        ("Kelly laughed. He saw that nobody else had.", "nobody else had", NOBODY, "kelly"),
        ("He has advised three governments. Kelly is 61.", "three governments", NOBODY, "kelly"),
    ],
    "those who speak for others": [
        ("A spokeswoman for Brightwater said it was safe.", "it was safe", "brightwater", ""),
        ("“It is safe,” said a lawyer for Kelly.", "It is safe", "kelly", ""),
        ("Velland will wait, its envoy told the panel.", "Velland will wait", "velland", ""),
        ("Brightwater sold it. The company said it was safe.", "it was safe", "brightwater", ""),
        ("Kelly’s brother said it was safe.", "it was safe", NOBODY, "kelly"),
        ("Critics of Kelly say it is unsafe.", "it is unsafe", NOBODY, "kelly"),
        ("Kelly and Olsen met. The two leaders said it was safe.", "it was safe", "olsen", "varga"),
        ("Three clerks said so. They said Kelly was away.", "Kelly was away", NOBODY, "kelly"),
        ("It was Olsen who saw it. Kelly, she says, was away.", "was away", "olsen", "kelly"),
    ],
    "prose beside an attribution": [
        ("Olsen said it was safe. The clerks went home.", "The clerks went home", NOBODY, "olsen"),
        ("“It is safe,” Olsen said. It would rain.", "It would rain", NOBODY, "olsen"),
        ("Olsen said it was safe. It would stand.", "It would stand", "olsen", "kelly"),
        ("Olsen said it was safe, and I counted holes.", "I counted holes", NOBODY, "olsen"),
        ("Olsen hailed the vote, and crowds cheered.", "crowds cheered", NOBODY, "olsen"),
        ("Olsen called it “a gift”, which is a good line.", "is a good line", NOBODY, "olsen"),
        ("Velland, which accuses Italy of lying, sent ships.", "sent ships", NOBODY, "velland italy"),
        ("Kelly knew of it, Olsen told the Gazette.", "Kelly knew of it", "olsen", "kelly gazette"),
        ("Neither Kelly nor Olsen said it was safe.", "it was safe", NOBODY, "kelly olsen"),
    ],
    "quoted words of two": [
        ("“Enough,” said Reilly. “Never,” said Kelly.", "Never", "kelly", "reilly"),
        ("Reilly was pleased, while Mokri called it “a sham”.", "a sham", "mokri", "reilly"),
        ("“Go,” said Reilly. He left. “Now.” Mokri denied it.", "Now", "reilly", "mokri"),
        ("“A,” said Reilly, as Mokri wrote “B”.", "A", "reilly", "mokri"),
    ],
    "labels of a transcript": [
        ("MAYOR REILLY: It is dead.\n\nMR MOKRI: Since when?", "It is dead", "reilly", "mokri"),
        ("MAYOR REILLY: It is dead.\n\nMR MOKRI: Since when?", "Since when?", "mokri", "reilly"),
        ("Reilly: It is dead.\n\nWe all know.\n\nMokri: Since when?", "We all know", "reilly", "mokri"),
        ("Reilly: It is dead.\n\nMokri: Why?\n\nThe hall emptied.", "hall emptied", NOBODY, "mokri reilly"),
        ("An interview with Nora Reilly\n\nQ: When?\n\nA: At ten.\n\nQ: Why?", "At ten", "reilly", "mokri"),
        ("Statement by the mayor, Nora Reilly\n\nI have seen it.", "I have seen it", "reilly", "mokri"),
        ("Reilly writes in her letter:\n\n> It is dead.\n\nI laughed.", "It is dead", "reilly", ""),
        ("Reilly writes in her letter:\n\n> It is dead.\n\nI laughed.", "I laughed", NOBODY, "reilly"),
        ("REILLY: We met in May.\nMOKRI: Not so.\nREILLY: You did.", "Not so", "mokri", "reilly"),
        ("Mr. KELLY. Is it dead?\n\nDr. MOKRI. It is.", "Is it dead?", "kelly", "mokri"),
        ("Q: When?\n\nA: At ten.\n\nThe interview with Nora Reilly ran in May.", "At ten", "reilly", "mokri"),
        ("> It is dead.\n\n— Nora Reilly", "It is dead", "reilly", "mokri"),
        ("The union’s letter in full:\n\nWe met.\n\nOur pay fell, we say.", "Our pay fell", "union", "kelly"),
    ],
    "deeds, which are nobody's words": [
        ("Italy imposed a duty on steel.", "imposed a duty on steel", NOBODY, "italy"),
        ("Italy signed the pact in May.", "signed the pact", NOBODY, "italy"),
        ("The union blocked the gate.", "blocked the gate", NOBODY, "union"),
        # Attitudes are theirs.
        ("The union supports a strike.", "supports a strike", "union", ""),
        ("The union wants a strike.", "wants a strike", "union", ""),
    ],
}  # fmt: skip


def hinted(article: Article, exact: str, by: str) -> bool:
    claim = {"id": "c", "text": "So.", "by": by, "evidence": {"a": exact}}
    written = ACTORS + yaml.safe_dump({"claims": [claim]}, allow_unicode=True)
    anchored, _ = find_passages(make_briefing(written, article))
    assert anchored.quotes["c"], exact
    return [one.code for one in check_speakers(anchored)] == ["no-attribution-nearby"]


@pytest.mark.parametrize(
    ("kind", "text", "exact", "by", "others"),
    [(kind, *case) for kind, cases in CASES.items() for case in cases],
)
def test_a_kind_of_attribution(kind: str, text: str, exact: str, by: str, others: str) -> None:
    article = make_article(text, ending=".md")
    expected = {**dict.fromkeys(others.split(), True), **({by: False} if by else {})}
    assert {speaker: hinted(article, exact, speaker) for speaker in expected} == expected


def issued(text: str, **by: str) -> Article:
    made = make_article(text)
    return Article("a", "a.txt", Descriptor.model_validate(by), text, 1, made.paragraphs)


def test_words_given_to_another_are_not_whose_byline_it_is() -> None:
    article = issued(
        "“The dam will hold,” Marta Olsen said. The Gazette asked.", publisher="Eastmouth Gazette"
    )
    assert hinted(article, "The dam will hold", "gazette")
    assert not hinted(article, "The dam will hold", "olsen")
    assert not hinted(article, "asked", "gazette")
    told = issued("Kelly knew of it, Olsen told this newspaper.", publisher="Eastmouth Gazette")
    assert hinted(told, "Kelly knew of it", "gazette")
    passer_by = issued("“It will hold,” a sailor said.", author="Marta Olsen")
    assert hinted(passer_by, "It will hold", "olsen")


def test_a_statement_is_its_author_s_own_and_so_is_what_it_says_of_itself() -> None:
    article = issued("We regret the delay. “It was ours,” we said at the time.", author="Harbour Office")
    assert not hinted(article, "We regret the delay", "harbour")
    assert not hinted(article, "It was ours", "harbour")
    assert hinted(article, "We regret the delay", "union")


@pytest.mark.parametrize(
    ("text", "exact", "by", "expected"),
    [
        ("REILLY: It is dead.\n\nMOKRI: Is it, mayor?", "It is dead", "reilly", Speech.SPOKEN),
        ("Reilly writes in her letter:\n\n> It is dead.", "It is dead", "reilly", Speech.SPOKEN),
        ("Statement by the mayor, Nora Reilly\n\nWe saw it.", "We saw it", "reilly", Speech.SPOKEN),
        ("Olsen wrote:\n\nWe regret it.", "We regret it", "olsen", Speech.SPOKEN),
        # Lists of people are no transcript, and a colon introduces prose too.
        (
            "Reilly: mayor since 2019.\n\nMokri: leads the union.",
            "mayor since 2019",
            "reilly",
            Speech.PARAPHRASE,
        ),
        ("Olsen made a point:\n\nThe lock leaks.", "The lock leaks", "olsen", Speech.PARAPHRASE),
        # Titles, names of things and terms in marks.
        ("The song “Salt and Silver” is hers.", "Salt and Silver", "article", Speech.ARTICLE),
        ("The ship “Dawn” sank, Olsen said.", "Dawn", "article", Speech.ARTICLE),
        ("The so-called “dry corridor” shut, Olsen said.", "dry corridor", "article", Speech.ARTICLE),
        ("The “temporary” bridge stands. Olsen slept.", "temporary", "olsen", Speech.PARAPHRASE),
        # Controls.
        ("Olsen called it “a gift”.", "a gift", "olsen", Speech.SPOKEN),
        ("“Never,” Olsen said.", "Never", "olsen", Speech.SPOKEN),
    ],
)
def test_the_kind_of_speech_that_marks_alone_do_not_tell(
    text: str, exact: str, by: str, expected: Speech
) -> None:
    claim = {"id": "c", "text": "So.", "by": by, "evidence": {"a": exact}}
    written = ACTORS + yaml.safe_dump({"claims": [claim]}, allow_unicode=True)
    anchored, _ = find_passages(make_briefing(written, make_article(text, ending=".md")))
    assert anchored.quotes["c"][0].speech is expected
