"""English nouns of those who say something, and of what they say or write.

``~`` stands for a space.
"""

import re
from typing import Final


def _phrases(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())


NOUNS: Final = _phrases("""
accusation admission advice allegation allusion analysis announcement answer apology appeal argument
assertion assessment assumption assurance belief boast call claim comment complaint concession conclusion
confession confirmation contention contribution criticism declaration denial description diagnosis estimate
evaluation excuse expectation explanation fear finding forecast guess hint hope hunch impression indication
insistence joke judgement judgment label lesson line mantra message motto nickname notion objection
observation opinion phrase plea pledge point position prediction prescription promise proposal proposition
quip reasoning reassurance rebuke rebuttal recollection refrain remark reminder reply report response retort
revelation slogan stance statement suggestion suspicion take term testimony theme theory threat verdict
version view vow warning words
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
account address advert advertisement advisory affidavit analysis announcement apology appeal article
assessment audit autobiography bill blog book brief briefing brochure bulletin calculations call charter
column comments communique communiqué complaint data decree denial diary dispatch document documents dossier
draft editorial email emails essay estimate estimates evidence figures filing filings findings forecast
forecasts guidance guidelines handbook headline headlines indictment inquiry interview investigation
invitation judgement judgment lawsuit leaflet letter letters log manifesto manual maps memo memoir memoirs
memorandum message messages minutes motion newsletter note notes notice numbers op-ed order paper papers
petition piece plan podcast policy poll post posting postings posts press~release projection projections
proposal prospectus publication ranking readout rebuttal record records release releases remarks reply
report reports research resolution response review ruling sentence speech statement statements statistics
studies study submission summary survey telegram testimony text transcript treaty tweet tweets update
verdict video warning warrant webpage website writ
""")
"""Nouns that speak for whom they belong to or come from: the council's figures show …"""

VIEWS: Final = _phrases(
    "account estimation eyes judgement judgment mind opinion phrase reckoning telling view words"
)
"""Nouns of phrases that attribute: in her view, in Arnesen's words, in the words of Arnesen."""

VOICES: Final = _phrases("""
agent agents ambassador attorney attorneys barrister camp campaign counsel delegate
envoy envoys lawyer lawyers office press press~office representative representatives solicitor solicitors
spokesman spokesmen spokespeople spokesperson spokespersons spokeswoman spokeswomen team
""")
"""Nouns of those who speak for whoever employs them, a person too: Arnesen's lawyer said …"""

SPOKESMEN: Final = VOICES | _phrases("""
administration agencies agency ambassadors army authorities authority board broadcaster cabinet chairman
chief chiefs coastguard command commander committee communications consulate council councillors court
delegates delegation department diplomat diplomats directorate directors embassy exchange executive
executives forces government head intelligence investigators judges justices lawmakers leader leaders
leadership legislators management managers media members member~states military minister ministers ministry
mission mps navy negotiator negotiators officers official officials organisers organizers parliament police
policymakers premier presidency president prime prosecutors radio regime regulator regulators researchers
rulers scientists secretariat secretary senators senior television treasury tv
""")
"""Offices that speak for the state or organisation named with them: a spokesman for the Port Authority."""

SPOKEN_FOR: Final = _phrases("spokesman spokesperson spokeswoman statement spokespeople")
"""Nouns that speak for an organisation that was named before: a spokeswoman said."""

BODIES: Final = _phrases("""
academy administration agency airline airport alliance army assembly association auditor authority bank bar
bloc board body brewer brewery broadcaster bureau cabinet campaign carmaker carrier cathedral caucus chain
chamber channel charity church clinic club coalition college commissariat commission committee company
conglomerate congregation congress consortium constabulary consulate contractor cooperative corporation
council country county court daily delegation department developer diocese directorate embassy exchange
executive factory family~firm federation firm force foundation front fund government grocer group guild
hospice hospital hotel house immigration~service industry inspectorate institute institution insurer junta
kingdom laboratory league lender library lobby magazine maker manufacturer militia ministry mission monarchy
mosque movement museum nation navy network newspaper ngo non-profit observatory office ombudsman opera
operator orchestra order organisation organization outlet owner panel paper parish parliament partnership
party police port presidency prison producer province publisher quango refinery regime registry regulator
republic retailer school secretariat senate service side society squad start-up startup state station store
studio supermarket supplier synod tabloid taskforce team theatre think-tank thinktank trade~union treasury
tribunal trust union university utility village ward watchdog weekly wholesaler workshop yard zoo
""")
"""Nouns that, with "the", name again an organisation or state that was named before: the company said."""

WORKS: Final = _phrases("""
album article ballad band book boat campaign comedy concert documentary drama essay exhibition festival film
game hymn magazine memoir mission movie musical newspaper novel opera operation painting paper play poem
podcast programme project report restaurant series ship show single song story thriller trawler tune vessel
yacht
""")
"""Nouns before the title of a work, or the name of a thing, in quotation marks."""

PEOPLE: Final = _phrases("""
academic accountant accused activist actor actress administrator adviser advisor aide ambassador analyst
apprentice archbishop architect artist astronaut athlete attacker attorney author backbencher baker banker
baroness barrister batsman batter billionaire biologist bishop boss bowler boxer boy brewer broadcaster
builder businessman businesswoman butcher candidate captain cardinal carpenter celebrity centre-back chair
chairman chairperson chairwoman champion chancellor chef chemist chief cleric climber coach colonel
columnist comedian commander commentator commissioner composer congressman congresswoman conservationist
conservative consultant contractor convict coroner councillor councilman councilwoman critic curator cyclist
dean defector defendant defender delegate democrat dentist deputy designer detective diplomat director
dissident doctor donor driver economist editor electrician engineer entrepreneur envoy ex-minister
ex-president executive expert explorer farmer father fighter filmmaker firefighter fisherman footballer
forward founder frontman full-back geologist girl goalkeeper golfer governor grandfather grandmother guard
guitarist hairdresser head headmaster headmistress headteacher historian hooker hotelier housewife
independent industrialist inspector interpreter investigator investor journalist judge justice keeper king
labourer lad landlady landlord lawmaker lawyer leader lecturer legislator liberal librarian lieutenant
lieutenant-general lord magistrate magnate major man manager marshal mathematician mayor mechanic medic
meteorologist midfielder midwife migrant millionaire miner minister mogul monarch monk mother motorist mp
musician negotiator neurologist novelist nun nurse officer official opponent organiser organizer owner
paediatrician painter paramedic pastor pathologist pensioner performer pharmacist philanthropist philosopher
photographer physician physicist pilot plaintiff player playmaker playwright plumber poet policeman
policewoman politician pope populist porter premier presenter president priest prime~minister prince
princess principal prisoner producer professor programmer prop prosecutor protester psychiatrist
psychologist publican publisher queen rabbi rapper rebel receptionist rector referee refugee reporter
republican researcher resident retiree runner sailor scholar scientist scriptwriter sculptor secretary
seismologist senator sergeant sheikh sheriff shopkeeper singer skipper socialist sociologist soldier
solicitor songwriter speaker spokesman spokesperson spokeswoman statesman steward striker student
superintendent surgeon survivor suspect swimmer tailor taoiseach teacher teenager tenor trainer treasurer
tsar tycoon vet veteran vicar victim virologist volcanologist volunteer waiter waitress watchmaker
whistleblower widow widower winger witness woman worker writer youngster zoologist
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


def is_person(noun: str) -> bool:
    """Tests whether a noun, as it is written, names a person by office, trade, age or nationality."""
    if noun.lower() in PEOPLE or noun.endswith("year-old"):
        return True
    return noun not in _NO_NATIONAL and _NATIONAL.fullmatch(noun) is not None
