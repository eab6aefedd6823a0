"""English nouns of those who say something, and of what they say or write.

``~`` stands for a space.
"""

import re
from typing import Final


def _phrases(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())


NOUNS: Final = _phrases("""
accusation admission advice allegation allusion analysis announcement answer apology appeal argument
assertion assessment assumption assurance belief boast call caution certainty challenge charge claim
comeback comment complaint concession conclusion confession confirmation conjecture contention contribution
conviction counter-argument counterargument criticism declaration deduction defence defense denial
description diagnosis dictum disclaimer doctrine estimate evaluation excuse expectation explanation fear
finding forecast grievance gripe grumble guarantee guess hint hope hunch hypothesis impression indication
inference insistence interpretation joke judgement judgment justification label lament lesson line logic
mantra maxim message misgiving motto nickname notion objection observation opinion phrase plaint plea pledge
point position prediction premise prescription presumption principle proclamation promise proposal
proposition protest quibble quip rationale reading reasoning reassurance rebuke rebuttal recollection
recommendation refrain remark reminder reply report request resolve response retort revelation rider slogan
speculation stance statement suggestion summary supposition surmise suspicion take taunt term testimony
theme theory thesis threat undertaking verdict version view vow warning words worry
""")
"""Nouns that attribute the clause that "that" begins after them: Zelenskiy's belief that …"""

FEELINGS: Final = _phrases("""
admiration alarm anger anxiety belief concern concerns condolences confidence delight disappointment disgust
dismay doubt doubts fear fears frustration fury gratitude grief hope hopes horror joy misgivings optimism
outrage pessimism regret regrets relief remorse reservations sadness satisfaction scepticism shock
skepticism solidarity sorrow support surprise sympathy thanks unease willingness worries worry
""")
"""Nouns that name what is expressed: expressed his belief, voiced deep frustration."""

DOCUMENTS: Final = _phrases("""
account address advert advertisement advisory affidavit amendment analysis annex announcement apology appeal
appendix appraisal article assessment audit autobiography autopsy backgrounder bill blog book brief briefing
brochure bulletin calculations call caption chapter charter charts clause code column comments communication
communique communiqué complaint contract critique data declaration decree denial deposition diary directive
dispatch dissertation document documents dossier draft edict editorial email emails encyclical epilogue
essay estimate estimates evidence experiments exposé fatwa figures filing filings findings flyer footnote
forecast forecasts foreword graphs guidance guidelines handbook handout headline headlines indictment
inquiry inscription interview introduction investigation invitation itinerary journal judgement judgment
lawsuit leaflet leaflets ledger letter letters log logbook logs mandate manifesto manifestos manual maps
measurements memo memoir memoirs memorandum message messages minutes missive modelling models monograph
motion newsletter newsletters note notebook notes notice numbers obituary op-ed order page pamphlet
pamphlets paper papers paragraph passage petition piece placard plan podcast policy poll post posting
postings posts postscript preamble preface presentation press~release proclamation programme projection
projections proposal proposals prospectus prospectuses protocol publication questionnaire ranking readout
rebuttal recommendations record records release releases remarks reply report reports research resolution
response review roadmap ruling schedule section sentence sermon sign simulations slide slogan speech
spreadsheet statement statements statistics studies study submission subpoena summary survey telegram terms
testament testimony tests text thesis thread timetable toolkit transcript transcripts treatise treaty
tribute tweet tweets update verdict video voicemail warning warrant webpage website whitepaper writ
""")
"""Nouns that speak for whom they belong to or come from: the council's figures show …"""

VIEWS: Final = _phrases("""
account admission assessment calculation calculations count definition estimate estimates estimation eyes
figures interpretation judgement judgment logic mind opinion phrase reckoning tally telling version view words
""")
"""Nouns of phrases that attribute: in her view, in Arnesen's words, in the words of Arnesen."""

VOICES: Final = _phrases("""
agent agents ambassador attorney attorneys barrister camp campaign counsel delegate
envoy envoys lawyer lawyers office press press~office representative representatives solicitor solicitors
spokesman spokesmen spokespeople spokesperson spokespersons spokeswoman spokeswomen team
""")
"""Nouns of those who speak for whoever employs them, a person too: Arnesen's lawyer said …"""

SPOKESMEN: Final = VOICES | _phrases("""
administration agencies agency ambassadors army authorities authority board broadcaster cabinet chair
chairman chairperson chairwoman chief chiefs coastguard command commander commissioner committee
communications consulate council councillors court delegates delegation department deputy diplomat diplomats
director directorate directors embassy exchange executive executives forces government governor head
intelligence investigators judges justices lawmakers leader leaders leadership legislators management
managers media members member~states military minister ministers ministry mission mps navy negotiator
negotiators officer officers official officials organisers organizers parliament police policymakers premier
presidency president prime prosecutors radio regime regulator regulators researchers rulers scientists
secretariat secretary senators senior television treasury tv
""")
"""Offices that speak for the state or organisation named with them: a spokesman for the Port Authority."""

SENT: Final = _phrases("""
ambassador ambassadors consulate delegate delegates delegation diplomat diplomats embassy envoy envoys mission
missions
""")
"""Those who are sent somewhere, and speak for nobody who is there."""

ANYBODY: Final = SENT | _phrases("""
agencies agents attorneys campaign executives lawyers managers media members organisers organizers press
researchers scientists solicitors team television tv
""")
"""Those who speak for nobody of the place that they are in."""

STAFF: Final = SPOKESMEN | _phrases("""
adviser advisers advisor advisors aide aides allies colleagues employees experts insiders inspectors
lobbyists manager people source sources staff staffer staffers strategists supporters website
""")
"""Nouns of those who may speak for whoever is named with them: Arnesen's aides, sources close to Arnesen."""

SPOKEN_FOR: Final = _phrases("spokesman spokesperson spokeswoman statement spokespeople")
"""Nouns that speak for an organisation that was named before: a spokeswoman said."""

BODIES: Final = _phrases("""
academy administration agency airline airport alliance army assembly association auditor authority bakery
bank bar bloc board body bookmaker bourse brewer brewery broadcaster builder bureau cabinet campaign
carmaker carrier cartel caterer cathedral caucus chain chamber channel charity church cinema clan clinic
club coalition college commissariat commission committee company conglomerate congregation congress
consortium constabulary consulate consultancy contractor cooperative corporation council country county
court daily defence delegation department developer diocese directorate distributor embassy enterprise
exchange executive factory faculty family~firm farm federation festival firm force foundation foundry front
fund gallery giant government grocer group guild haulier hauliers hospice hospital hotel house housebuilder
immigration~service industry inspectorate institute institution insurer insurgency joint~venture junta
kingdom laboratory landlord law~firm league legation lender library lobby lodge magazine maker manufacturer
militia mill mine ministry mint mission monarchy mosque movement museum mutual nation navy network newspaper
ngo non-profit nursery observatory office ombudsman opera operator orchestra order organisation organization
outfit outlet owner panel paper parent parish parliament partnership party pharmacy plant police port
practice presidency prison producer promoter province pub publisher quango railway refinery regime registry
regulator republic restaurant retailer ring school secretariat seller senate service shipper shipyard side
site society squad start-up startup state station steelmaker store studio subsidiary supermarket supplier
surgery syndicate synod tabloid taskforce team theatre think-tank thinktank trade~union treasury tribunal
troupe trust union university utility village ward watchdog weekly wholesaler winery workshop yard zoo
""")
"""Nouns that, with "the", name again an organisation or state that was named before: the company said."""

WORKS: Final = _phrases("""
album article ballad band book boat campaign comedy concert documentary drama essay exhibition festival film
game hymn magazine memoir mission movie musical newspaper novel opera operation painting paper play poem
podcast programme project report restaurant series ship show single song story thriller trawler tune vessel
yacht
""")
"""Nouns before the title of a work, or the name of a thing, in quotation marks."""

PARTS: Final = _phrases("""
annex appendix chapter clause conclusion epilogue footnote foreword introduction page paragraph passage
preamble preface section
""")
"""Parts of a document that was named before."""

AGAINST: Final = _phrases("charges indictment lawsuit petition subpoena summons warrant writ")
"""Documents that are not by whoever was named just before, but against them."""

ABOUT: Final = _phrases(
    "analysis assessment audit biography critique inquiry investigation poll review study survey"
)
"""Documents "of" somebody, who is what they are about."""

PEOPLE: Final = _phrases("""
academic accountant accused activist actor actress adjudicator administrator adviser advisor aide ambassador
analyst apprentice arbitrator archbishop architect artist astronaut astronomer athlete attacker attorney
auctioneer author backbencher baker banker baroness barrister batsman batter beekeeper billionaire
biochemist biologist bishop boss bowler boxer boy brewer broadcaster broker builder bursar businessman
businesswoman butcher candidate captain cardinal caretaker carpenter celebrity centre-back chair chairman
chairperson chairwoman champion chancellor chaplain chef chemist chief cleric clerk climatologist climber
coach colonel columnist comedian commander commentator commissioner composer conductor congressman
congresswoman conservationist conservative consul consultant contractor convener convict coroner councillor
councilman councilwoman courier criminologist critic crofter curator custodian cyclist dean defector
defendant defender delegate democrat demographer demonstrator dentist deputy designer detective diplomat
director dissident diver dockworker doctor donor draughtsman driver ecologist economist editor electrician
engineer entrepreneur envoy epidemiologist ex-minister ex-president examiner executive expert explorer
farmer father fighter filmmaker firefighter fisherman footballer forecaster forester forward founder
frontman full-back gamekeeper gardener geologist girl glaciologist goalkeeper golfer governor grandfather
grandmother guard guide guitarist hairdresser head headmaster headmistress headteacher herder historian
hooker hotelier housewife hydrologist imam immunologist independent industrialist insider inspector
instructor interpreter investigator investor journalist judge justice keeper king labourer lad landlady
landlord lawmaker lawyer leader lecturer legislator liberal librarian lieutenant lieutenant-general
lifeguard linguist lobbyist lord magistrate magnate major man manager marshal mathematician mayor mechanic
mediator medic meteorologist microbiologist midfielder midwife migrant millionaire miner minister moderator
mogul monarch monk mother motorist mp musician negotiator neighbor neighbour neurologist novelist nun nurse
oceanographer officer official ombudsman opponent organiser organizer orthopaedist owner paediatrician
painter paramedic parishioner passenger pastor pathologist peer pensioner performer pharmacist
pharmacologist philanthropist philosopher photographer physician physicist pilot plaintiff player playmaker
playwright plumber poet policeman policewoman politician pollster pope populist porter postman preacher
premier presenter president president-elect priest prime-minister prime~minister prince princess principal
prisoner producer professor programmer prop prosecutor protester psychiatrist psychologist publican
publisher queen rabbi ranger rapper rebel receiver receptionist rector referee refugee registrar relative
reporter republican rescuer researcher resident retiree runner sailor scholar scientist scriptwriter
sculptor secretary seismologist senator sergeant shareholder sheikh sheriff shopkeeper singer skipper
socialist sociologist soldier solicitor songwriter speaker spokesman spokesperson spokeswoman statesman
statistician steward strategist striker student superintendent surgeon surveyor survivor suspect swimmer
tailor taoiseach teacher teenager tenant tenor theologian toxicologist trader trainer treasurer trustee tsar
tycoon undertaker usher vet veteran vicar victim virologist volcanologist volunteer waiter waitress
watchmaker whip whistleblower widow widower winger witness woman worker writer youngster zookeeper zoologist
""")
"""Nouns that, with "the", name again a person who was named before: the lawmaker said."""

_NATIONAL: Final = re.compile(
    r"[A-Z]\w*(?:[ai]an|[^d]ean|[a-z]man|woman|[a-z]ese|[a-z]ish|iard)|[A-Z]\w+i"
    r"|Arab|Argentine|Basque|Briton|Bulgar|Catalan|Croat|Czech|Dane|Finn|Filipino|Frank|German|Greek|Icelander"
    r"|Kazakh|Kurd|Kyrgyz|Latino|Latina|New\sZealander|Pole|Roma|Scot|Serb|Slav|Slovak|Slovene|Swede|Swiss|Tajik"
    r"|Thai|Turk|Uzbek|Democrat|Republican|Conservative|Tory|Liberal|Socialist|Communist|Green|Catholic"
)
"""Nouns of nationality or party, by which a person is named again: the Italian, the Social Democrat."""

_NO_NATIONAL: Final = frozenset(["Guardian", "Vatican", "Caribbean", "Ocean", "Mediterranean"])


LIGHT: Final = _phrases("""
came~to come~to comes~to coming~to deliver delivered delivers drew gave give given gives giving had
harbour harboured harbours has have having held hold holding holds issue issued issues issuing leave leaves
leaving left made make makes making offer offered offers put~out raise raised raises reached reaches
released releases send sends sent served serves share shared shares take takes took
""")
"""Verbs that attribute with a noun and "that": gave an assurance that."""


def is_person(noun: str) -> bool:
    """Tests whether a noun, as it is written, names a person by office, trade, age or nationality."""
    if noun.lower() in PEOPLE or noun.endswith("year-old"):
        return True
    return noun not in _NO_NATIONAL and _NATIONAL.fullmatch(noun) is not None
