"""English words that attribute what is said (PolNeAR's cues), and the classes of acts that they name.

Verbs are listed in their plain form where they are regular; ``~`` stands for a space.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.claims import Modality

# Verbs whose content may go on in the next sentence: "He warned of delays. The harbour would stay closed."
_SAYING: Final = """
add admit affirm allege announce argue assert assure attest aver caution claim concede conclude confess
confide confirm contend declare disclose elaborate emphasise emphasize explain guess inform insist interject
maintain note opine point~out posit predict proclaim promise quip reaffirm reason recall recount reiterate
remark remind repeat reply report respond retort reveal state stress suggest surmise testify tweet underline
underscore venture vow warn
"""
# Verbs whose content ends with the sentence: attitudes, and acts of speaking.
_DOING: Final = """
accuse acknowledge advise advocate agree allude anticipate apologise apologize appeal applaud appreciate ask
assail assess assume attribute beg believe bemoan berate beseech blame boast brag brand call castigate
characterise characterize chastise chide cite clarify commend comment compare complain concur condemn
congratulate consider contradict counsel counter credit criticise criticize decide decry defend demand
denounce deny deplore deride describe detail disagree disavow dismiss dispute doubt downplay dub echo
endorse enquire enthuse entreat envisage envision equate espouse estimate exhort expect express extol fault
favor favour fear foretell forewarn fret gripe hail hint hope hypothesise hypothesize imagine implore imply
impress~on indicate infer inquire insinuate instruct intend intimate invite joke justify lambast lambaste
lament laud laugh~off liken list lobby mention mock moot mourn mull muse object observe offer oppose order
outline plan plead pledge ponder portray postulate praise prefer profess prophesy propose protest question
quote rebuff rebuke rebut reckon recommend refute regret reject relay remember renounce reproach request
resent ridicule rubbish scoff~at scold shrug~off signal slam slate speculate spell~out spurn stipulate
summarise summarize support suppose surmise suspect sympathise sympathize tease text thank theorise theorize
threaten tout trumpet trust urge voice volunteer vouch want welcome wish wonder worry write~off back
"""
# Verbs of how something is uttered, and verbs that mean something else too ("posted a guard"): they attribute
# quoted words, what "that" or a colon begins, and what they close ("It was over, he shrugged").
_UTTERING: Final = """
accept approve attack back~up bark bawl beam begin bellow blog blurt blurt~out boom breathe calculate
call~out caption chant charge chime~in chip~in chirp chortle chuckle clarify compute continue correct
counsel count croak cry cry~out deadpan deduce deem determine diagnose discern document drawl dream email
end erupt exclaim exult fear figure finish fire~back fume gasp gibe giggle groan grouse growl grumble grunt
gush hiss holler howl huff identify interrupt intone jeer jest jibe judge jump~in laugh message moan move
mumble murmur mutter narrate nod notice pant persist pipe~up plead post preach pretend print pronounce
publish radio rage rail rant rasp rave react realise realize reflect rejoin relate roar rule rumble scoff
scream seethe sense share shoot~back shout shriek shrug sigh smile smirk snap snap~back snarl sneer sniff
snort sob spit splutter stammer storm stutter submit thunder trail~off uphold vent verify wail weigh~in
whimper whine whisper wrap~up yell babble blather cackle coo croon crow drone frown gloat grin grimace gulp
hum lisp mouth prattle purr ramble scowl snicker snigger squeal titter trill tut wheeze whoop wince wink
yelp
"""
_IRREGULAR_SAYING: Final = """
answer answered answering answers goes~on going~on go~on label labeled labelled labelling labels puts~it
putting~it put~it quipped quipping quips read~out retell retells retold said say saying says signalled
signalling tell telling tells told went~on write writes writing written wrote
"""
_IRREGULAR_DOING: Final = """
agreed~with agrees~with agree~with called~for calling~for calls~for call~for casting~doubt casts~doubt
cast~doubt deem deemed deeming deems feel feeling feels felt find finds forecast forecasts foresaw foresee
foresees foretells foretold found held~that hits~back hitting~back hit~back holds~that hold~that
laid~the~blame lashed~out lashes~out lashing~out lash~out lays~the~blame lay~the~blame made~clear
made~the~case made~the~point makes~clear makes~the~case makes~the~point make~clear make~the~case
make~the~point making~clear making~the~case played~down playing~down plays~down play~down plead pleads pled
pointed~to pointing~to points~to point~to poured~cold~water poured~scorn pours~cold~water pours~scorn
pour~cold~water pour~scorn puts~the~cost put~the~cost putting~the~cost puts~the~figure put~the~figure
putting~the~figure puts~the~number put~the~number putting~the~number puts~the~toll put~the~toll
putting~the~toll puts~the~total putting~the~total put~the~total putting~the~total pushed~back pushes~back
pushing~back push~back raised~concerns raised~doubts raised~fears raised~questions raises~concerns
raise~concerns raise~doubts raise~fears raise~questions raising~concerns ruled~out rules~out rule~out
ruling~out sets~out setting~out set~out show showed shows singled~out singles~out single~out singling~out
sounded~the~alarm sounds~the~alarm sound~the~alarm speaking~of speaking~out speaks~of speaks~out speak~of
speak~out spoken~of spoke~of spoke~out swear swears swore sworn takes~aim takes~issue
takes~the~opposite~view takes~the~view take~aim take~issue take~the~opposite~view take~the~view taking~aim
taking~issue talked~of talks~of talk~of think thinking thinks thought took~aim took~issue
took~the~opposite~view took~the~view undertake undertakes undertaking undertook would~like would~rather
"""
_IRREGULAR_UTTERING: Final = """
began beginning begun breaking~in breaks~in broke~in came~back comes~back cuts~in cutting~in cut~in dreamt
forgets forgot hear heard hears held hold holds knew know knows learn learned learns learnt mean means meant
notices quoth read reads sang saw see sees spat understand understands understood
"""
_DOUBLED: Final = frozenset(
    [
        "admit",
        "beg",
        "grin",
        "hum",
        "tut",
        "begin",
        "blog",
        "brag",
        "chip",
        "concur",
        "deadpan",
        "dub",
        "extol",
        "fret",
        "infer",
        "nod",
        "plan",
        "prefer",
        "rebut",
        "regret",
        "shrug",
        "slam",
        "snap",
        "sob",
        "spit",
        "submit",
        "wrap",
    ]
)
"""Verbs whose last letter is doubled: admitted."""


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
    for entry in (_SAYING + _DOING + _UTTERING).split()
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
    "quipping": "quipped",
    "putting it": "put it",
    "retelling": "retold",
    "going on": "went on",
    "swearing": "swore",
    "undertaking": "undertook",
    "taking aim": "took aim",
    "taking issue": "took issue",
    "making the case": "made the case",
    "pushing back": "pushed back",
    "speaking out": "spoke out",
    "calling for": "called for",
    "casting doubt": "cast doubt",
    "setting out": "set out",
    "singling out": "singled out",
    "beginning": "began",
    "breaking in": "broke in",
    "cutting in": "cut in",
    "holding": "held",
    "meaning": "meant",
    "hearing": "heard",
    "spitting": "spat",
    "shooting back": "shot back",
    **{f"putting the {what}": f"put the {what}" for what in ("cost", "figure", "number", "toll", "total")},
}
"""Past tense of each cue that is a participle."""

STATES: Final = _phrases("""
adamant alarmed angered appalled bemused certain concerned confident convinced disappointed dissatisfied
doubtful frustrated hopeful insistent optimistic pessimistic sceptical skeptical surprised uncertain
unconvinced undecided unhappy unsure wary worried
""")
"""Adjectives that attribute like a verb: she was surprised that …"""

_PLAIN: Final = SAYING | STATES | frozenset(_forms(_DOING)) | _phrases(_IRREGULAR_DOING)

_NOUN_FORMS: Final = _phrases("""
accounts announces answers appeals attack blog blogs boasts calculations calls challenges charge charges
claims comment comments complaints concerns count counts credits criticism debates demands document
documents doubts estimate estimates expectations fears figure figures forecast forecasts hopes judge judged
judges message messages note notes objects offers orders plans plea pledges points post posts print project
promises proposals protests question questions quips quotes reflection regrets remarks replies
reply reports requests responses retorts reviews rules share shares states supports suspects threats views
warnings wonders worries
""")
PLAIN_FORMS: Final = frozenset(
    forms_of(entry)[0] for entry in (_SAYING + _DOING + _UTTERING).split() if "~" not in entry
)
"""Plain forms of cues, which are verbs only after a plural, "I", "we" or an auxiliary."""

NOUNS_TOO: Final = _NOUN_FORMS | {form.removesuffix("s") for form in _NOUN_FORMS}
"""Forms of cues that are nouns too, in the plural or not: in prepared remarks."""

UTTERING: Final = (frozenset(_forms(_UTTERING)) | _phrases(_IRREGULAR_UTTERING)) - _PLAIN
"""Cues that attribute quoted words, and prose only where it is marked as said: shrugged, posted, ruled."""

CUES: Final = _PLAIN | UTTERING
"""All cues: every form of every verb that attributes, and the adjectives."""

ADDRESSING: Final = frozenset(_forms("advise brief counsel greet inform instruct invite notify remind text"))
"""Cues that tell by themselves only whom somebody spoke to; what was said needs "that", "to" or the like."""

PERCEIVING: Final = frozenset(_forms("notice realise realize")) | _phrases("knew know knows saw see sees")
"""Cues by which prose tells what somebody took in, and attributes it to nobody."""

TRANSITIVE: Final = frozenset(
    _forms("""
accuse advise applaud ask assail assure attack back beg berate blame call castigate chastise chide commend
condemn congratulate contradict counsel credit criticise criticize defend denounce dismiss dub echo endorse
entreat exhort fault favor favour hail implore inform instruct invite label lambast lambaste laud mention
mock oppose order portray praise question quote rebuff rebuke refute reject remind reproach request ridicule
scold slam support suspect tease text thank threaten tout trust urge want welcome
""")
) | _phrases(
    "tell tells told show shows showed find finds found know knows knew see sees saw hear hears heard"
)
"""Cues whose object may be a person, so that a name after them need not be the source."""

ACTS: Final[Mapping[Modality, str]] = {
    "denies": "contradict, deny, disavow, dismiss, dispute, rebuff, rebut, refute, reject",
    "acknowledges": "accept, acknowledge, admit, affirm, concede, confess, confirm, confide",
    "believes": "assume, believe, deem, doubt, imagine, reckon, suppose, surmise, suspect",
    "infers": "assess, calculate, conclude, deduce, estimate, infer",
    "predicts": "anticipate, envisage, envision, expect, foretell, predict, proclaim, prophesy",
    "warns": "caution, forewarn, threaten, warn",
    "offers": "offer, pledge, promise, vow",
    "considers": "consider, intend, moot, mull, muse, plan, ponder, wonder",
    "urges": "advise, advocate, appeal, ask, beg, beseech, demand, entreat, exhort, implore, "
    "instruct, invite, order, plead, propose, recommend, request, urge",
    "criticises": "accuse, assail, bemoan, berate, blame, castigate, chastise, chide, complain, condemn, "
    "criticise, criticize, decry, denounce, deplore, deride, fault, fume, grumble, lambast, lambaste, "
    "lament, mock, rebuke, reproach, ridicule, scold, slam",
    "expresses": "applaud, appreciate, commend, enthuse, congratulate, express, fear, hail, hope, laud, "
    "praise, regret, thank, welcome, worry",
    "reports": "detail, disclose, list, report, reveal",
}
"""Regular verbs, by class."""

OTHER_ACTS: Final[Mapping[Modality, str]] = {
    "denies": "rule out, rules out, ruled out, ruling out",
    "believes": "think, thinks, thought, thinking, feel, feels, felt, feeling, "
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
