"""English words that attribute what is said (PolNeAR's cues), and the classes of acts that they name.

Verbs are listed in their plain form; ``~`` stands for a space.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.claims import Modality


def _phrases(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())


# Verbs whose content may go on in the next sentence: "He warned of delays. The harbour would stay closed."
_SAYING: Final = """
add admit affirm allege announce answer argue assert assure attest aver caution certify claim communicate
concede conclude confess confide confirm contend declare disclose divulge elaborate emphasise emphasize
explain go~on guarantee guess inform insist interject label let~slip maintain make~known make~plain note
notify opine point~out posit predict proclaim promise put~it quip read~out reaffirm reason reassert reassure
recall recapitulate recollect recount reiterate remark remind repeat reply report respond restate retell
retort reveal say signal specify state stress suggest surmise tell testify tweet underline underscore
venture vow warn write
"""
# Verbs whose content ends with the sentence: attitudes, and acts of speaking.
_DOING: Final = """
accuse acknowledge admonish advise advocate agree agree~with allude anticipate apologise apologize appeal
applaud appreciate ask assail assess assume attribute back beg believe bemoan berate beseech blame boast
brag brand call call~for castigate cast~doubt champion characterise characterize chastise chide cite clarify
commend comment compare complain concur condemn congratulate consider contradict counsel counter credit
criticise criticize decide decry deem defend demand denounce deny deplore deprecate deride describe detail
disagree disavow dismiss dispute doubt downplay dub echo endorse enquire enthuse entreat envisage envision
equate espouse estimate exhort expect express extol fault favor favour fear feel find flag forecast foresee
foretell forewarn fret gripe hail highlight hint hit~back hold~that hope hypothesise hypothesize imagine
implore imply impress~on indicate infer inquire insinuate instruct intend intimate invite joke justify
lambast lambaste lament lash~out laud laugh~off lay~the~blame liken list lobby make~clear make~the~case
make~the~point mention mock moot mourn mull muse object observe offer oppose order outline plan play~down
plead pledge point~to ponder portray postulate pour~cold~water pour~scorn praise prefer profess prophesy
propose protest push~back put~the~cost put~the~figure put~the~number put~the~toll put~the~total query
question quote raise~concerns raise~doubts raise~fears raise~questions rebuff rebuke rebut reckon recommend
refute regret reject relay remember renounce reprimand reproach reprove request resent revile ridicule
rubbish rue rule~out scoff~at scold set~out show shrug~off single~out slam slate sound~the~alarm speak~of
speak~out speculate spell~out spurn stipulate summarise summarize support suppose suspect swear sympathise
sympathize take~aim take~issue take~the~line take~the~opposite~view take~the~position take~the~view talk~of
tease text thank theorise theorize think threaten tout trumpet trust undertake upbraid urge vilify voice
volunteer vouch want welcome wish wonder worry write~off
"""
# Verbs of how something is uttered, and verbs that mean something else too ("posted a guard"): they attribute
# quoted words, what "that" or a colon begins, and what they close ("It was over, he shrugged").
_UTTERING: Final = """
accept amplify append approve articulate ascertain attack augur avow babble back~up badger bark bawl beam
begin bellow blabber blather blog blurt blurt~out bluster boom bray break~in breathe bristle cackle
calculate call~out caption carp cavil chaff chant charge chatter chime~in chip~in chirp chortle chuckle
clarify come~back compute conjecture continue convey coo correct corroborate counsel count croak croon crow
cry cry~out curse cut~in deadpan decree deduce demonstrate demur denote despair detect determine diagnose
dictate discern discover dissent document drawl dream drone editorialise editorialize email end enunciate
erupt establish evince exclaim exult fantasise fear figure finish fire~back forget frown fume gabble gasp
gibe giggle gloat grant grimace grin groan grouse growl grumble grunt gulp gush harrumph hazard hear heckle
hiss hold holler howl huff hum identify illustrate interpose interpret interrupt intone itemise jabber jeer
jest jibe judge jump~in know laugh learn lisp marvel mean message moan moralise mouth move mumble murmur
mutter nag narrate nod note~down notice ordain pant perceive persist philosophise pipe~up plead pontificate
post prattle pray preach presage presume pretend print prognosticate pronounce propound prove publicise
publish purr quaver quibble quoth radio rage rail ramble rant rap~out rasp ratify rationalise rattle~off
rave react read realise realize recite recognise recognize record reflect rejoice rejoin relate remonstrate
resolve rhapsodise roar rule rumble scoff scowl scrawl scream scribble see seethe sense share shoot~back
shout shriek shrug sigh signify sign~off simper smile smirk snap snap~back snarl sneer snicker sniff snigger
snort sob spit splutter sputter squawk squeak squeal stammer storm stutter submit sum~up taunt teach thunder
titter trail~off trill tut twitter understand uphold utter vent verify visualise wager wail warble warrant
weigh~in wheeze whimper whine whinge whisper whoop wince wink witness wrap~up yammer yap yell yelp
"""
_DOUBLED: Final = _phrases("""
admit beg begin blog brag chip concur cut deadpan demur dub extol flag forget fret grin hit hum infer label
let nag nod plan prefer put quip rap rebut regret set shrug signal slam snap sob spit submit sum tut wrap
yap
""")
"""Verbs whose last letter is doubled: admitted."""

_IRREGULAR: Final = {
    verb: tuple(past.split(","))
    for verb, past in (
        entry.split(":")
        for entry in _phrases("""
begin:began,begun break:broke,broken cast:cast come:came cut:cut dream:dreamed,dreamt feel:felt find:found
forecast:forecast foresee:foresaw,foreseen foretell:foretold forget:forgot,forgotten go:went,gone hear:heard
hit:hit hold:held know:knew,known label:labelled,labeled lay:laid learn:learned,learnt let:let make:made
mean:meant plead:pleaded,pled put:put quoth:quoth read:read retell:retold say:said see:saw,seen set:set
shoot:shot signal:signalled,signaled speak:spoke,spoken spit:spat swear:swore,sworn take:took,taken
teach:taught tell:told think:thought undertake:undertook,undertaken understand:understood write:wrote,written
""")
    )
}
"""Past tense and participle of irregular verbs."""

_NOUNS_IN_ING: Final = _phrases("finding hearing knowing learning meaning reading seeing showing")
"""Forms that are nouns, or attribute nothing, more often than not."""


def _forms(verbs: str) -> Iterator[str]:
    return (form for entry in verbs.split() for form in forms_of(entry.replace("~", " ")))


def forms_of(verb: str) -> tuple[str, ...]:
    """Returns the forms of a verb, its participle last: warn, warns, warned, warning; point out."""
    plain, space, rest = verb.partition(" ")
    tail = space + rest
    stem = plain.removesuffix("e") + plain[-1] * (plain in _DOUBLED)
    third, past, doing = f"{plain}s", f"{stem}ed", f"{stem}ing"
    if plain.endswith("y") and plain[-2] not in "aeiou":
        third, past = f"{plain[:-1]}ies", f"{plain[:-1]}ied"
    elif plain.endswith(("s", "sh", "ch", "go")):
        third = f"{plain}es"
    elif plain.endswith("ee"):
        doing = f"{plain}ing"
    return tuple(form + tail for form in (plain, third, *_IRREGULAR.get(plain, (past,)), doing))


_ENTRIES: Final = tuple(entry.replace("~", " ") for entry in (_SAYING + _DOING + _UTTERING).split())

SAYING: Final = frozenset(_forms(_SAYING))
"""Forms of verbs whose content may run on into the next sentence."""

PAST_OF: Final[Mapping[str, str]] = {forms[-1]: forms[2] for forms in map(forms_of, _ENTRIES)}
"""Past tense of each cue that is a participle."""

_SURE: Final = _phrases("""
adamant alarmed angered appalled bemused certain concerned confident convinced disappointed dissatisfied
doubtful frustrated hopeful insistent optimistic pessimistic sceptical skeptical surprised uncertain
unconvinced undecided unhappy unsure wary worried
""")
"""Adjectives that attribute like a verb: she was surprised that …"""

_FEELING: Final = _phrases("""
afraid amazed angry anxious astonished aware baffled bitter bullish clear cynical delighted desperate dismayed
dubious elated emphatic encouraged envious exasperated fearful furious glad grateful gratified happy heartened
horrified impressed incensed incredulous indignant keen livid mystified nervous outraged overjoyed persuaded
pleased positive proud puzzled relieved reluctant sad saddened satisfied shocked sorry stunned sure
suspicious thankful thrilled troubled uneasy unimpressed unrepentant upset vehement
""")
"""Adjectives that attribute like a verb where "that" follows: she was glad that …"""

STATES: Final = _SURE | _FEELING
"""All adjectives that attribute."""

_PLAIN: Final = (
    SAYING | _SURE | frozenset(_forms(_DOING)) | _phrases("would~like would~rather held~that")
) - _NOUNS_IN_ING

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
    plain for plain, _, past, *_ in map(forms_of, _ENTRIES) if " " not in plain and plain != past
)
"""Plain forms of cues, which are verbs only after a plural, "I", "we" or an auxiliary."""

NOUNS_TOO: Final = _NOUN_FORMS | {form.removesuffix("s") for form in _NOUN_FORMS}
"""Forms of cues that are nouns too, in the plural or not: in prepared remarks."""

UTTERING: Final = (frozenset(_forms(_UTTERING)) | _FEELING) - _PLAIN - _NOUNS_IN_ING
"""Cues that attribute quoted words, and prose only where it is marked as said: shrugged, posted, ruled."""

CUES: Final = _PLAIN | UTTERING
"""All cues: every form of every verb that attributes, and the adjectives."""

ADDRESSING: Final = frozenset(
    _forms("admonish advise brief counsel greet inform instruct invite notify reassure remind text")
)
"""Cues that tell by themselves only whom somebody spoke to; what was said needs "that", "to" or the like."""

PERCEIVING: Final = frozenset(_forms("notice realise realize")) | _phrases(
    "knew know known knows saw see seen sees"
)
"""Cues by which prose tells what somebody took in, and attributes it to nobody."""

TRANSITIVE: Final = frozenset(
    _forms("""
accuse admonish advise applaud ask assail assure attack back beg berate blame brand call castigate champion
characterise characterize chastise chide commend compare condemn congratulate consider contradict counsel
credit criticise criticize defend denounce deride describe dismiss dub echo endorse entreat exhort extol
fault favor favour hail implore inform instruct invite label lambast lambaste laud liken mention mock oppose
order portray praise question quote rebuff rebuke refute reject remind reprimand reproach reprove request
resent revile ridicule scold slam slate support suspect tease text thank threaten tout trust upbraid urge
vilify want welcome
""")
) | _phrases(
    "tell tells told show shows showed find finds found know knows knew see sees saw hear hears heard"
)
"""Cues whose object may be a person, so that a name after them need not be the source."""

ACTS: Final[Mapping[Modality, str]] = {
    "denies": "contradict, deny, disavow, dismiss, dispute, rebuff, rebut, refute, reject, rule out",
    "acknowledges": "accept, acknowledge, admit, affirm, concede, confess, confirm, confide",
    "believes": "assume, believe, deem, doubt, imagine, reckon, suppose, surmise, suspect, feel, think",
    "infers": "assess, calculate, conclude, deduce, estimate, infer",
    "predicts": "anticipate, envisage, envision, expect, foretell, predict, proclaim, prophesy, "
    "forecast, foresee",
    "warns": "caution, forewarn, threaten, warn, sound the alarm",
    "offers": "offer, pledge, promise, vow",
    "considers": "consider, intend, moot, mull, muse, plan, ponder, wonder",
    "urges": "advise, advocate, appeal, ask, beg, beseech, demand, entreat, exhort, implore, "
    "instruct, invite, order, plead, propose, recommend, request, urge",
    "criticises": "accuse, assail, bemoan, berate, blame, castigate, chastise, chide, complain, condemn, "
    "criticise, criticize, decry, denounce, deplore, deride, fault, fume, grumble, lambast, lambaste, "
    "lament, mock, rebuke, reproach, ridicule, scold, slam, hit back, lash out",
    "expresses": "applaud, appreciate, commend, enthuse, congratulate, express, fear, hail, hope, laud, "
    "praise, regret, thank, welcome, worry, raise concerns, raise doubts, raise fears",
    "reports": "detail, disclose, list, report, reveal, show",
}
"""Verbs, by class."""

STATES_OF_ACTS: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(["certain", "confident", "convinced", "sceptical", "skeptical", "unsure"], "believes"),
    **dict.fromkeys(
        ["alarmed", "angered", "appalled", "concerned", "disappointed", "dissatisfied", "frustrated"],
        "expresses",
    ),
    **dict.fromkeys(["hopeful", "surprised", "unhappy", "worried"], "expresses"),
}
"""Classes of adjectives."""

NOUNS_OF_ACTS: Final[Mapping[str, Modality]] = {
    "belief": "believes",
    "support": "asserts",
    "willingness": "offers",
}
"""Nouns of what is expressed that are no feelings."""
