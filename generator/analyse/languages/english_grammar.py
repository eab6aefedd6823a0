"""English words that build sentences: what may stand between a subject and its verb, and around a noun.

``~`` stands for a space.
"""

from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(word.replace("~", " ") for word in words.split())


BETWEEN: Final = _words("""
'd 'll 's 've again all almost already also always am are be been began begins begun being both can
consistently continue continued continues could did do does each earlier early either even eventually ever
famously finally first further had has have herself himself however instead in~turn is itself jointly just
keep keeps kept late later long may maybe meanwhile might must never nevertheless nonetheless now often once
only perhaps quite rather reportedly simply since so sometimes soon sought still themselves then therefore
thus to today tonight too tried was well were will would yesterday yet
""")
"""Words that may stand between a speaker and the verb, beside words in -ly."""

AUXILIARIES: Final = _words("""
'd 'll 're 's 've am are be been being can could did do does had has have is may might must ought shall
should was were will would
""")
"""Words before a verb that are no adverbs."""

DENYING: Final = _words("""
aren't can't cannot couldn't declined declines didn't doesn't don't failed fails hadn't hasn't haven't isn't
neither never no nor not refused refuses stopped wasn't weren't without won't wouldn't yet
""")
"""Words that deny a cue: has not denied, declined to say, has yet to announce."""

BEING: Final = _words("be been being are is was were")
"""Auxiliaries of the passive, whose subject is no source: Arnesen is expected."""

PREPOSITIONS: Final = _words("""
about above across against alongside amid among around at behind below beneath beside between beyond by
concerning despite during following for from in inside into like near of off on onto opposite outside over
past per regarding through throughout to toward towards under unlike upon via with within without
""")
"""Words that begin a phrase whose noun is no subject."""

CLAUSES: Final = _words("""
after although and as because before but how if lest nor once or since so than that though unless what when
whenever where whereas whereby whether which while who whom whose why yet
""")
"""Words that begin a clause, or join one."""

TIMES: Final = _words("""
afternoon ago april august autumn day days december earlier evening fall february friday hour hours january
july june later march may minutes monday month months morning night november october quarter saturday
september spring summer sunday thursday today tomorrow tonight tuesday wednesday week weekend weeks winter
year years yesterday
""")
"""Nouns of times, which stand between a subject and its verb: the council this month announced."""

ARTICLES: Final = _words("""
a an her his its my our that the their this
""")
"""Words that begin the phrase of a noun."""

DETERMINERS: Final = _words("""
a an another any each every few her his its many more most my no of our some such the their these this those
whose your
""")
"""Words that show that the next is a noun."""

UNCERTAIN: Final = _words("""
able about allowed asked bound due expected forced going invited likely ordered poised ready required
scheduled set supposed told unable urged
""")
"""Words before "to say" after which nothing has been said: expected to say, asked to say."""

SEEMING: Final = _words("""
appeared felt grew remained remains seemed seems sounded
""")
"""Verbs between a subject and an adjective that attributes: seemed certain that."""

QUOTED: Final = _words("""
cited described heard paraphrased quoted recorded reported
""")
"""Participles before "as saying"."""

TOLD: Final = _words("""
asked assured informed reminded tell tells told
""")
"""Cues with somebody who hears it as their object."""

LEADING: Final = _words("""
after as before besides beyond by despite for from in instead of on since through upon when while with without
""")
"""Words before a participle that shares the subject of its sentence: after denying it, Arnesen."""

OBJECTS: Final = _words("""
her him it nothing otherwise so them this
""")
"""Pronouns that are the whole object of a cue."""

HEARING: Final = _words("""
hear heard hearing hears learn learned learning learns learnt
""")
"""Cues whose source comes after "from": the court heard from Arnesen that the ice will hold."""

QUOTING: Final = _words("""
cited cites quoted quotes
""")
"""Cues whose object is the source, before "as saying"."""

NOBODY: Final = _words("""
neither no nobody none nor
""")
"""Words that deny a subject."""

TAKEN: Final = _words("""
air chance conference facebook floor forward in interview letter like liked likes media occasion on
opportunity podium speech stage statement twitter x
""")
"""Words before "to say" in a phrase that means no more than "said": wrote in, took to the stage."""

ISSUED: Final = _words("""
carried circulated compiled drafted issued made posted prepared presented produced published released sent
shared signed written
""")
"""Participles between a document and whoever speaks in it: a statement issued by Arnesen."""

FOREIGN: Final = _words("african american arab asian european foreign international neutral visiting western")
"""Adjectives of those who are not of the place that they are in."""

TOGETHER: Final = _words("""
both other pair three two
""")
"""Words after "the" by which several who were named are meant: the two leaders."""

CALLED_SO: Final = _words("""
army board commission committee council court force movement panel parliament party police school state
tribunal university
""")
"""Bodies whose names have the noun, so that it alone seldom means one of another name."""

PLURALS: Final = _words("""
children clergy data few many media men people police public several some women
""")
"""Plurals without an s, after which a plain form is a verb: the police say."""

SEVERAL: Final = _words("""
both dozens eight eleven fifteen fifty five forty four half hundreds many most nine others people police seven
several six some ten thirty three twelve twenty two
""")
"""Words of a phrase that means several."""

JOINT: Final = _words("""
allies companies countries firms governments leaders ministers nations neighbors neighbours pair parties
partners presidents rivals sides states two
""")
"""Nouns that, with "the" or "both", mean several who were named: the parties."""

SELVES: Final = _words("""
i me my one our us we you
""")
"""Words of the first and second person."""
