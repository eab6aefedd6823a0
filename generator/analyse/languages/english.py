"""English: the words that attribute what is said (PolNeAR's cues), deny, abbreviate, or only join others."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.analyse.languages import english_numbers
from generator.analyse.languages.rules import NOTHING, Language, any_of, unbroken, words_pattern
from generator.model.claims import Modality
from generator.model.dates import MONTHS

# Verbs whose content may go on in the next sentence: "He warned of delays. The harbour would stay closed."
_SAYING: Final = """
add admit affirm allege announce argue assert caution claim concede conclude confirm contend declare
emphasise emphasize estimate explain insist maintain note point~out predict proclaim promise reaffirm recall
reiterate remark repeat reply report state stress suggest testify tweet underline underscore vow warn
"""
# Verbs whose content ends with the sentence: attitudes, and acts of speaking.
_DOING: Final = """
accuse acknowledge advise advocate agree anticipate apologise apologize appeal applaud appreciate approve
ask assess assume assure attribute believe blame boast brag brand call characterise characterize cite
commend comment complain condemn confide congratulate consider counter criticise criticize decide decry
defend demand denounce deny describe detail disagree disclose dismiss dispute doubt dub endorse envision
expect express fault fear hail hint hope imply indicate infer inform intend invite joke justify lament laud
laugh list mention object observe offer oppose order outline plan pledge portray praise propose question
rebuff rebuke recommend refute regret reject request respond reveal ridicule shrug sigh signal slam smile
stipulate suspect thank threaten tout urge view voice want welcome wonder worry
"""
_IRREGULAR_SAYING: Final = """
say says said saying label labels labelled labeled labelling signalled signalling tell tells told telling
write writes wrote written writing quipped quips read~out answer answers answered answering put~it puts~it
went~on~to~say
"""
_IRREGULAR_DOING: Final = """
think thinks thought thinking know knows knew feel feels felt feeling forecast forecasts foresee foresees
foresaw swear swears swore sworn deem deems deemed deeming point~to points~to pointed~to pointing~to
hold~that holds~that held~that see~as sees~as saw~as speak~of speaks~of spoke~of spoken~of speaking~of
make~clear makes~clear made~clear making~clear hit~back hits~back hitting~back lash~out lashes~out
lashed~out lashing~out play~down plays~down played~down playing~down rule~out rules~out ruled~out ruling~out
raise~concerns raises~concerns raised~concerns raising~concerns raise~questions raised~questions raise~fears
raised~fears raise~doubts raised~doubts sound~the~alarm sounds~the~alarm sounded~the~alarm show shows showed
find finds found
"""
_DOUBLED: Final = frozenset(["admit", "brag", "infer", "plan", "regret", "slam"])


def _forms(verbs: str) -> Iterator[str]:
    return (form for entry in verbs.split() for form in forms_of(entry.replace("~", " ")))


def forms_of(verb: str) -> tuple[str, str, str, str]:
    """Returns the forms of a regular verb: warn, warns, warned, warning; a particle stays: point out."""
    plain, space, rest = verb.partition(" ")
    stem = plain[:-1] if plain.endswith("e") else plain + plain[-1] * (plain in _DOUBLED)
    past = f"{plain[:-1]}ied" if plain.endswith("y") and plain[-2] not in "aeiou" else f"{stem}ed"
    third = f"{past[:-1]}s" if past.endswith("ied") else f"{plain}es" if plain.endswith("s") else f"{plain}s"
    doing = f"{plain}ing" if plain.endswith("ee") else f"{stem}ing"
    tail = space + rest
    return plain + tail, third + tail, past + tail, doing + tail


def _phrases(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())


SAYING: Final = frozenset(_forms(_SAYING)) | _phrases(_IRREGULAR_SAYING)
"""Forms of verbs whose content may run on into the next sentence."""

PAST_OF: Final[Mapping[str, str]] = {
    participle: past
    for entry in (_SAYING + _DOING).split()
    for _, _, past, participle in (forms_of(entry.replace("~", " ")),)
} | {
    "saying": "said",
    "labelling": "labelled",
    "signalling": "signalled",
    "making clear": "made clear",
    "telling": "told",
    "writing": "wrote",
    "answering": "answered",
    "thinking": "thought",
    "feeling": "felt",
    "deeming": "deemed",
    "pointing to": "pointed to",
    "speaking of": "spoke of",
    "hitting back": "hit back",
    "lashing out": "lashed out",
    "playing down": "played down",
    "ruling out": "ruled out",
    "raising concerns": "raised concerns",
}
"""Past tense of each cue that is a participle."""

STATES: Final = _phrases("""
adamant alarmed angered appalled bemused certain concerned confident convinced disappointed dissatisfied
frustrated hopeful sceptical skeptical surprised unhappy unsure worried
""")
"""Adjectives that attribute like a verb: she was surprised that …"""

CUES: Final = SAYING | STATES | frozenset(_forms(_DOING)) | _phrases(_IRREGULAR_DOING)
"""All cues: every form of every verb that attributes, and the adjectives."""

NOUNS: Final = _phrases("""
accusation allegation announcement argument assertion belief claim conclusion contention declaration denial
fear hope insistence position promise report statement suggestion view warning
""")
"""Nouns that attribute the clause that "that" begins after them: Zelenskiy's belief that …"""

PLURALS: Final = _phrases("""
announces answers appeals calls claims comments complaints concerns demands doubts estimates expectations
fears forecasts hopes notes objects offers orders plans points promises proposals questions remarks reports
requests threats views warnings wonders worries
""")
"""Forms of verbs that are plurals of nouns too: in prepared remarks."""

FEELINGS: Final = _phrases("""
admiration alarm anger anxiety belief concern concerns confidence disappointment dismay doubt doubts fear
fears frustration gratitude hope hopes optimism outrage regret regrets reservations sadness satisfaction
scepticism skepticism sorrow support surprise thanks willingness worry worries
""")
"""Nouns that name what is expressed: expressed his belief, voiced deep frustration."""

BETWEEN: Final = _phrases("""
again all already also always are be been began begins begun being both can consistently continue continued
continues could did do does each even first further had has have herself himself is itself jointly just
later long may might must nevertheless nonetheless now often once only reportedly since soon sought still
themselves then therefore to today too tried was were will would yesterday yet
""")
"""Words that may stand between a speaker and the verb, beside words in -ly."""

DENYING: Final = _phrases("""
aren't can't cannot couldn't declined declines didn't doesn't don't failed fails hadn't hasn't haven't isn't
neither never no nor not refused refuses stopped wasn't weren't without won't wouldn't yet
""")
"""Words that deny a cue: has not denied, declined to say, has yet to announce."""

DOCUMENTS: Final = _phrases("data document figures report statement study survey website")
"""Nouns that speak for the state or organisation that they belong to: the council's figures show …"""

VIEWS: Final = _phrases("account eyes mind opinion telling view words")
"""Nouns of phrases that attribute: in her view, in Arnesen's words, in the words of Arnesen."""

BEING: Final = _phrases("be been being are is was were")
"""Auxiliaries of the passive, whose subject is no source: Arnesen is expected."""

SPOKESMEN: Final = _phrases("""
agency ambassador army chief delegation embassy forces government head leader leaders military minister
ministry office official officials president representative representatives secretary spokesman spokespeople
spokesperson spokeswoman
""")
"""Offices that speak for the state or organisation named after them: a spokesman for the Port Authority."""

ACTS: Final[Mapping[Modality, str]] = {
    "denies": "deny, dismiss, dispute, rebuff, refute, reject",
    "acknowledges": "accept, acknowledge, admit, affirm, concede, confirm, confide",
    "believes": "assume, believe, deem, doubt, suspect",
    "infers": "assess, conclude, estimate, infer",
    "predicts": "anticipate, envision, expect, predict, proclaim",
    "warns": "caution, threaten, warn",
    "offers": "offer, pledge, promise, vow",
    "considers": "consider, intend, plan, wonder",
    "urges": "advise, advocate, appeal, ask, demand, invite, order, propose, recommend, request, urge",
    "criticises": "accuse, blame, complain, condemn, criticise, criticize, decry, denounce, fault, lament, "
    "rebuke, ridicule, slam",
    "expresses": "applaud, appreciate, commend, congratulate, express, fear, hail, hope, laud, praise, "
    "regret, thank, welcome, worry",
    "reports": "detail, disclose, list, report, reveal",
}
"""Regular verbs, by class."""

OTHER_ACTS: Final[Mapping[Modality, str]] = {
    "denies": "rule out, rules out, ruled out, ruling out",
    "believes": "think, thinks, thought, thinking, feel, feels, felt, feeling, see as, sees as, saw as, "
    "certain, confident, convinced, sceptical, skeptical, unsure",
    "predicts": "forecast, forecasts, foresee, foresees, foresaw",
    "warns": "sound the alarm, sounds the alarm, sounded the alarm",
    "criticises": "hit back, hits back, hitting back, lash out, lashes out, lashed out, lashing out",
    "expresses": "alarmed, angered, appalled, concerned, disappointed, dissatisfied, frustrated, hopeful, "
    "raise concerns, raises concerns, raised concerns, raising concerns, raise fears, raised fears, "
    "raise doubts, raised doubts, surprised, unhappy, worried",
    "reports": "show, shows, showed",
}
"""Forms of irregular verbs, phrases and adjectives, by class."""

NOUNS_OF_ACTS: Final[Mapping[str, Modality]] = {
    "belief": "believes",
    "support": "asserts",
    "willingness": "offers",
}
"""Nouns of what is expressed that are no feelings."""

_NEGATIONS: Final = words_pattern(
    r"not|nor|never|neither|none|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely",
    # "No. 5", the number of a decree, denies nothing.
    r"(?!(?-i:No)\.\s?[0-9])no",
    r"[^\W_]+n['´`′ʼ]t",
    r"den(?:y|ies|ied|ying|ials?)|refut(?:e[sd]?|ing)|reject(?:s|ed|ing)?|rul(?:e[sd]?|ing)\W{1,3}out",
    r"(?:fail(?:s|ed|ing|ures?)?|refus(?:e[sd]?|ing|als?)|declin(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)|yet)"
    r"\W{1,3}to",
    r"lack(?:s|ed|ing)?|stop(?:s|ped|ping)?\W{1,3}short\W{1,3}of|rather\W{1,3}than|instead\W{1,3}of",
    r"(?:unable|unlikely|unwilling)(?:\W{1,3}to)?|impossible|incapable",
)
_NAMED: Final = (
    r"(?:publicly |further )?(?:named|identified|quoted|cited)(?: by name)?(?! (?:after|as|for|in|with)\b)"
)
_ABOUT_SPEAKERS: Final = re.compile(
    rf"not (?:to be|be|being|(?:want|wish)(?:ing|ed)? to be) {_NAMED}"
    rf"|[^\W_]+n['´`′ʼ]t (?:want|wish) to be {_NAMED}"
    rf"|(?:declin|refus)(?:e[sd]?|ing) to be {_NAMED}"
    r"|(?:declin|refus)(?:e[sd]?|ing) to give (?:his|her|their|a)"
    r" (?:(?:full|first|last|real) |sur)?names?"
    r"|(?:not|[^\W_]+n['´`′ʼ]t)(?: been)? authori[sz]ed to (?:speak|talk|comment|brief)"
    r" (?:publicly|on the record|to (?:the )?(?:media|press|reporters|journalists))",
    re.IGNORECASE,
)
_STOP_WORDS: Final = """
a an the this that these those and as of to in on at with by
is are was were be been being am has have had having do does did
i it its he him his she her hers they them their theirs we us our who which whose
"""
_ABBREVIATIONS: Final = """
Adm Ald Amb Asst Atty Brig Capt Cdr Cllr Cmdr Col Cpl Dep Det Dr Fr Ft Gen Gov Hon Insp Lt Maj Messrs Mr Mrs
Ms Mt Mx Pres Prof Pte Pvt Rep Rev Sec Sen Sgt Spc St Supt approx
"""
# With stop words, these begin a sentence after an abbreviation: "It stood in Main St. There was a fire."
_OPENERS: Final = "there here then when where while after before but no not yet some many all both each"
_HOURS: Final = rf"[ap]\.\s?m\.\s(?:{any_of((*english_numbers.WEEKDAYS, *MONTHS))}|[A-Z]{{2,4}}(?!\w))"
"""3 p.m. Monday, 3 p.m. CET"""

ENGLISH: Final = Language(
    tag="en",
    name="English",
    marks=("“”", "‘’"),
    incise=NOTHING,
    negations=_NEGATIONS,
    about_speakers=_ABOUT_SPEAKERS,
    stop_words=frozenset(_STOP_WORDS.split()),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    unbroken=unbroken(_ABBREVIATIONS, _STOP_WORDS + _OPENERS, _HOURS),
    terms=english_numbers.terms(frozenset(_ABBREVIATIONS.split())),
    is_attributed=True,
)
