"""Constructions of English that give words to a speaker, and such as give them to somebody else.

The words in double brackets are quoted; of each sentence it was read by whom they are.
"""

import pytest

from generator.model.passage import Speech
from tools.attribution import Case, Judged, judge

ACTORS: dict[str, dict[str, object]] = {
    "moss": {"name": "Lena Moss", "kind": "person", "role": "mayor of Eastmouth"},
    "berg": {"name": "Ole Berg", "kind": "person", "role": "chief engineer"},
    "rail": {"name": "Midland Rail", "kind": "organisation"},
    "audit": {"name": "Audit Commission", "kind": "organisation"},
    "union": {"name": "Dock Workers’ Union", "kind": "organisation"},
    "orsia": {"name": "Orsia", "kind": "state", "aliases": ["Karsk"]},
    "velland": {"name": "Velland", "kind": "state"},
}


def judged(text: str, speaker: str, *, author: str | None = None) -> Judged:
    plain, quoted = text.replace("[[", "").replace("]]", ""), text[text.index("[[") + 2 : text.index("]]")]
    case = Case(
        text=plain, quote=quoted, by=(speaker,), speech=Speech.PARAPHRASE, manner="blog", author=author
    )
    return judge(case, ACTORS)


GIVEN = [
    # Verbs, adjectives and light verbs that take "that".
    ("moss", "Moss reasserted that [[the lock would hold]]. Berg did not."),
    ("moss", "Moss let slip that [[the lock would hold]]. Berg did not."),
    ("moss", "Moss is relieved that [[the lock will hold]]. Berg is not."),
    ("moss", "Moss has no doubt that [[the lock will hold]]. Berg does."),
    ("moss", "Moss gave an assurance that [[the lock would hold]]. Berg did not."),
    ("moss", "Moss is of the opinion that [[the lock will hold]]. Berg is not."),
    ("moss", "Moss would have us believe that [[the lock will hold]]. Berg would not."),
    ("moss", "[[The lock will hold]], or so Moss says. Berg is not sure."),
    ("moss", "[[The lock will hold]], runs Moss’s argument. Berg is not sure."),
    # Nouns.
    ("moss", "Moss wants the lock closed. Her argument is simple: [[the gates are old]]. Berg disagrees."),
    ("moss", "Moss’s argument, widely shared in the port, is that [[the gates are old]]. Berg disagrees."),
    ("moss", "Moss’s response? [[“Watch the lock.”]] Berg did."),
    ("moss", "Moss has a word for Berg: [[“obstinate”]]."),
    ("moss", "What worries Moss is that [[nobody has looked under the gates]]. Berg has."),
    ("moss", "If Moss is to be believed, [[the gates were shut by mistake]]. Berg remembers it otherwise."),
    ("audit", "The Audit Commission’s report is long. Chapter three says [[the tender was rigged]]."),
    ("audit", "Warnings from the Audit Commission that [[the tender was rigged]] were ignored by Berg."),
    # A noun that is a verb elsewhere, and the holder of an office behind it.
    (
        "orsia",
        "At first, [[Orsia refuted claims of moving the stones]] but has since defended it, stating this.",
    ),
    ("orsia", "At first, Orsia dismissed reports of a leak but has since admitted [[that water came in]]."),
    ("moss", "Adding to it, the Orsian Envoy to the League Lena Moss reported that [[eight ships wait]]."),
    # Asides, and speech that goes on.
    (
        "audit",
        "The Audit Commission reported. Bids came early, it finds, [[and in two cases they were changed]].",
    ),
    (
        "moss",
        "Moss said that the gates would be shut; that [[the lorries would go round]]; and that Berg knew.",
    ),
    (
        "berg",
        "The council, Moss complains, sleeps. Mr Berg begs to differ: the council, he says, [[never slept]].",
    ),
    ("moss", "Over lunch in Karsk, Moss tells me [[she never wanted the job]]. Berg was in the room."),
    # Descriptions.
    ("orsia", "The Orsian government said [[the border would stay shut]]. Velland had asked for it to open."),
    ("rail", "Midland Rail’s director said [[the line was busy]]. Moss takes the bus."),
    (
        "union",
        "The Dock Workers’ Union voted on Friday. [[“Our members have spoken,”]] a union official said.",
    ),
    ("moss", "Moss issued a statement on Monday. [[“The offer is final,”]] it said."),
    # Turns.
    (
        "moss",
        "Interview with Lena Moss\n\nWhy?\n\n[[Because it leaks.]]\n\nWhen will it open?\n\nI do not know.",
    ),
    ("moss", "(The session opened at ten.)\n\nMs Moss: [[The lock is ours.]]\n\n(Mr Berg left.)"),
]

ANOTHERS = [
    ("orsia", "Foreign diplomats in Orsia say [[the talks have failed]]."),
    ("orsia", "Aid agencies in Orsia say [[the border has been shut since May]]."),
    ("velland", "The Orsian embassy in Velland said [[the border would be shut]]."),
    (
        "velland",
        "A European official familiar with the talks between Orsia and Velland said [[they had failed]].",
    ),
    ("rail", "A petition to Midland Rail says [[the noise is unbearable]]."),
    ("rail", "A study of Midland Rail by two economists finds that [[fares have doubled]]."),
    ("moss", "Two people briefed on the talks said Moss [[had offered Midland Rail the yard]]."),
    ("moss", "Moss would resign, people familiar with the matter said. [[She had told friends]], they said."),
    ("moss", "Moss was charged on Monday. The indictment says [[nine payments were made]]."),
    ("moss", "Moss dismissed Berg’s claim that [[the lock was lost]]."),
    ("moss", "Moss mocks what Berg called [[“a lock for old men”]]."),
    ("moss", "Orsia and Velland met Moss on Monday. They said [[they wanted a survey of the valley]]."),
    ("berg", "Berg is leaving. The company said [[it would not replace him]]. Midland Rail employs 900."),
    ("berg", "Moss posted this at midnight:\n\n[[“We tried. They did not.”]]\n\nBerg answered at one."),
    ("moss", "My neighbour is a diver. She does not like Moss. But she laughed and said: [[“It leaks.”]]"),
]

PROSE = [
    ("moss", "Moss said the bonds would be sold.\n\n[[The yield rose eight basis points to 4%]]."),
    ("moss", "Moss said the gates leak, [[a day after Berg had walked out]]."),
    ("moss", "Moss said the gates leak, [[a claim that unions dispute]]."),
    ("moss", "Contrary to what Moss says, [[the valley was surveyed in 1911]]."),
    ("moss", "Moss’s claim that it was never surveyed is false: [[it was surveyed in 1911]]."),
]


@pytest.mark.parametrize(("speaker", "text"), GIVEN)
def test_words_are_given_to_their_speaker(speaker: str, text: str) -> None:
    assert not judged(text, speaker).sound_told


@pytest.mark.parametrize(("speaker", "text"), ANOTHERS)
def test_nobody_s_silence_covers_the_words_of_another(speaker: str, text: str) -> None:
    assert judged(text, speaker).sound_told


@pytest.mark.parametrize(("speaker", "text"), PROSE)
def test_nor_the_prose_of_the_article(speaker: str, text: str) -> None:
    assert judged(text, speaker).sound_told


FIRST_PERSON = "I came to the port at sixteen. {} Berg has been there longer."


@pytest.mark.parametrize(
    ("told", "speech"),
    [
        ("[[I have never seen the gates open so late.]]", Speech.SPOKEN),
        # What the writer tells that somebody said are not his words.
        ("Midland Rail tells us that [[the gates are sound]].", Speech.PARAPHRASE),
        ("I told Berg that [[the gates were sound]].", Speech.PARAPHRASE),
    ],
)
def test_what_a_writer_says_of_himself_is_written_word_by_word(told: str, speech: Speech) -> None:
    text = FIRST_PERSON.format(told)
    assert judged(text, "moss", author="Lena Moss").speech is speech
    # The control: by another author, it is nobody's word by word.
    assert judged(text, "moss", author="Ole Dahl").speech is Speech.PARAPHRASE
