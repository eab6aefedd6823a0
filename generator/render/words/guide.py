"""The guide for editors: what a briefing asks of those who write it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

GUIDE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "guide-for-editors": "For editors",
        "guide-description": (
            "What a claim is, whose voice it has, where accounts differ, and what not to write."
        ),
        "guide-claim": "What a claim is",
        "guide-claim-text": (
            "One thing that somebody says, however many articles carry it. Make it one claim where "
            "speaker and matter are the same and one sentence, with letters, is true of every article; "
            "make it two where a reader could hold the one and reject the other. It opens with who says "
            "it, and never says more than its quotes."
        ),
        "guide-voice": "Whose voice",
        "guide-voice-text": (
            "The speaker is who did the saying: “The mayor denied it” is the mayor’s, though the words "
            "are the article’s. What an article asserts itself is its own. Somebody whom it doesn’t name "
            "stays unnamed, described in its words. Where a sentence leaves open who speaks, so does the "
            "claim. What X says that Y said is X’s."
        ),
        "guide-first-said": "First said in",
        "guide-first-said-text": (
            "Articles pass on what was said elsewhere: in an interview, a speech, a statement. Name that "
            "origin where the article does; where you infer it, say why. Two articles that draw on one "
            "interview are one source, and two that name none are not thereby two."
        ),
        "guide-differ": "Where accounts differ",
        "guide-differ-text": (
            "A question says how, in the words of the quotes, and of what kind the difference is: they "
            "contradict each other, one goes further, they may speak of different things, or they give it "
            "to different speakers. Who is right is left to readers. Other words for the same thing, a "
            "rounder number and a changed position are no differences."
        ),
        "guide-unanswered": "Not answered in these sources",
        "guide-unanswered-text": (
            "Ask what a reader would ask next. The question takes nothing for granted, and can be "
            "understood alone in a list. That these articles leave it open says nothing of what is known "
            "elsewhere: never write that nobody knows."
        ),
        "guide-likely": "How likely",
        "guide-likely-text": (
            "Your own judgement stands apart, as an assessment: one of seven terms from “almost no "
            "chance” to “almost certain”, or how sure you are, never both; and who judges, and when."
        ),
        "guide-withdraw": "When to withdraw",
        "guide-withdraw-text": (
            "Mend a slip that changes nothing. Withdraw, with date and reason, a claim that its quotes "
            "don’t carry, or whose source took it back: its address stays, and tells why. Nothing that "
            "was published is deleted without a trace, except what must not be seen."
        ),
        "guide-rights": "Rights",
        "guide-rights-text": (
            "An article belongs to its publisher. The site shows the sentences that are cited; the whole "
            "text only where its owner allows that. Quote what shows the claim, and no more."
        ),
        "guide-people": "Living people",
        "guide-people-text": (
            "Write of a person what matters for the subject, as somebody said it, with their answer where "
            "there is one. “Accused” is not “guilty”. Guess at nobody’s character, health, faith, family "
            "or guilt, and name nobody whom the articles don’t name."
        ),
        "guide-before": "Before you publish",
        "guide-before-text": (
            "Let somebody who did not write it hold every line to its quotes: is it the right speaker, "
            "and does it say no more than they do? No program sees that."
        ),
    }
)
