"""English: its quotation marks, and the words that deny, abbreviate, or only join others."""

import re
from typing import Final

from generator.analyse.languages import english_numbers
from generator.analyse.languages.rules import NOTHING, Language, any_of, unbroken, words_pattern
from generator.model.dates import MONTHS, WEEKDAYS

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
_HOURS: Final = rf"[ap]\.\s?m\.\s(?:{any_of((*WEEKDAYS, *MONTHS))}|[A-Z]{{2,4}}(?!\w))"
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
