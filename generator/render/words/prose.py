"""The long texts: how to read the site, and what data it has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PROSE: Final[Mapping[str, str]] = MappingProxyType(
    {
        # How to read this.
        "how-to-read-this": "How to read this",
        "method-never-right": (
            "A briefing tells what its sources say, in whose words, and where exactly. "
            "It never says who is right."
        ),
        "method-claims": "What each claim shows",
        "method-opens-with": (
            "A claim is a sentence of reported speech that opens with **who says it**; what a source says "
            "itself is marked “itself”. The wording is ours and neutral. Opened, it shows the "
            "sources’ own words, **how they reached us**, and a way to the passage. Where sources give it to "
            "different speakers, each is named with the letters of its sources."
        ),
        "mark": "Mark",
        "what-it-means": "What it means",
        "method-spoken": (
            "The source puts all of these words in quotation marks: it says that they are the speaker’s own."
        ),
        "method-part-quoted": "Some of the words stand in quotation marks, the others are the source’s.",
        "method-paraphrase": "The source tells in its own words what the speaker said.",
        "method-article": "The source says it itself, and names no speaker for it.",
        "method-worked-out": (
            "These marks are worked out from the quotation marks around each passage. "
            "Where a source forgets or misplaces one, they can be wrong."
        ),
        "method-words": "Different words for different things",
        "method-words-stand": (
            "**These words stand in the source.** Checked by machine for every quote: found once, exactly, "
            "at whole words. Only the shape of quotation marks, dashes and spaces may differ."
        ),
        "method-own-words": (
            "**These are the speaker’s own words.** Only where it says “{0}”, and only as far as the source "
            "can be trusted to quote."
        ),
        "method-first-said": (
            "**First said in.** The interview, meeting or statement that the words come from, where a source "
            "tells. “Probably said in” gives our reason where the sentence itself doesn’t name it."
        ),
        "method-others": (
            "**Others say so too.** Only where an editor has joined two speakers’ claims, with the reason. "
            "Two articles are not two sources, and an article’s own voice is no confirmation."
        ),
        "method-assessment": "**Our assessment.** The editors’ own judgement, always marked as theirs.",
        "method-relations": "How two claims stand to each other",
        "words": "Words",
        "what-they-mean": "What they mean",
        "method-corroborates": (
            "A different speaker says so too, and an editor has said why the two are separate."
        ),
        "method-later": "The same speaker, later.",
        "method-checks": "What the machine checks, and what it doesn’t",
        "method-checked": (
            "It checks that every quote stands in its source; that every number, date and name in the short "
            "version stands in the claims it rests on; that every address leads somewhere; that nothing an "
            "editor wrote is lost."
        ),
        "method-not-checked": (
            "It doesn’t check that a claim’s wording is fair to its quote, that the speaker is the right "
            "one, or that a source is right. Editors do that, and readers can: the passage is one click away."
        ),
        "method-since": "What is new since your last visit",
        "method-marked-as-read": (
            "“Mark as read” on a briefing is kept in your browser alone and sent nowhere. At your next "
            "visit, claims and questions that are new or changed are marked and counted. "
            "`?since=2024-11-01` behind a briefing’s address does the same for everybody you send it to. "
            "*What changed*, at the end of each briefing, tells what each day changed in substance since it "
            "was first published; a comma that moved is none."
        ),
        "method-dates": "Dates",
        "method-dates-known": (
            "Dates are given as far as they are known. “Our inference” means that an editor worked the date "
            "out, and the words beside it say from what."
        ),
        # Data.
        "data-taken-away": (
            "Everything on [this site]({0}) can be downloaded, as a table and as data for programs. "
            "The files show no more of the sources’ words than the pages do."
        ),
        "data-rights": (
            "**The quoted words belong to the authors of the sources.** They stand here so that each claim "
            "can be checked. Whoever uses them elsewhere needs a right of their own to do so."
        ),
        "data-speakers": (
            "**A claim is its speaker’s, not ours.** Wherever you put one, put its speaker and the kind of "
            "speech beside it."
        ),
        "data-table": "All claims in one table",
        "data-table-link": (
            "[All claims as a table (CSV)]({0}): a row for each claim and each of its quotes, "
            "for any spreadsheet."
        ),
        "column": "Column",
        "field": "Field",
        "what-it-holds": "What it holds",
        "data-spreadsheets": (
            "The file is in UTF-8. Where a spreadsheet shows odd marks in place of “ ” and –, open it by its "
            "import command, and choose UTF-8 there. A value that a spreadsheet would take for a formula has "
            "an apostrophe before it."
        ),
        "data-feeds": "Feeds",
        "data-what-feeds-tell": (
            "A feed tells a feed reader what changed, one entry for each version, with a sentence for each "
            "change that matters."
        ),
        "data-whole-site": "The whole site",
        "data-by-topic": "By topic: {0}",
        "data-own-feeds": "The page of each briefing, and that of each actor, names its own.",
        "data-versions": "How versions are named",
        "data-version-is": (
            "A briefing’s version is the name that git gives its folder: the same words, letter by letter, "
            "have the same name everywhere. Whoever has the repository finds it, and what stood in it, with"
        ),
        "data-find-version": "git rev-parse REVISION:briefings/NAME",
        "data-show-version": "git show VERSION:briefing.yml",
        "data-cite-by-address": (
            "Cite a claim by its own address. It lasts, even when the claim is withdrawn. Name the "
            "briefing’s title, the date up to which it knows, and its version, so that your reader can tell "
            "whether it has changed since."
        ),
        "data-programs": "Data for programs",
        "data-index": (
            "[The index]({0}) lists every briefing and everybody who is named, "
            "each with the address of its own file."
        ),
        "data-of-briefing": (
            "A briefing’s file has all of it: what the editors wrote, and what was worked out."
        ),
        "data-example": "For example, {0}.",
        "data-of-actor": "An actor’s file has all claims by it, about it, and passed on by it.",
        "data-schema": (
            "[The schema]({0}) (JSON Schema, draft 2020-12) describes every field of these files. "
            "They hold no others."
        ),
        "data-conventions": (
            "Addresses in these files are relative to the site’s own, which the index names where it is "
            "known. What is not known is left out. Dates are in EDTF; times are in UTC. Places in a source "
            "count Unicode code points of the text with that SHA-256, from 0. The pages themselves carry the "
            "main facts as JSON-LD, in the terms of schema.org."
        ),
        "data-briefing-file": "A briefing’s file",
        "data-quote": "A quote in it",
    }
)
