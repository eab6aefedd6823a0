"""The long texts: how to read the site, and what data it has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PROSE: Final[Mapping[str, str]] = MappingProxyType(
    {
        # How to read this.
        "how-to-read-this": "How to read this",
        "method-never-right": "A briefing tells what its sources say, and never who is right.",
        "method-lines": "A line, and its letters",
        "method-opens-with": (
            "A line is a claim: one thing said, in our words. It opens with **who says it**; letters name "
            "its sources."
        ),
        "method-mark": "A {0}",
        "method-plain": "in paraphrase, so not the speaker’s own words",
        "method-spoken": "all in quotation marks",
        "method-part-quoted": "in part",
        "method-article": "A’s own voice: no speaker is named",
        "method-unnamed": "A doesn’t name the speaker",
        "method-open": "whose words they are",
        "method-somebody": "the mayor",
        "method-other": "another speaker, in A",
        "method-opened": (
            "Open a line for each source’s words in their sentence; the mark above them leads to their "
            "place. Small numbers lead to the lines that a sentence rests on."
        ),
        "method-first-screen": "The first screen",
        "method-differ": "**{0}**: sources, or speakers, don’t say the same.",
        "method-unanswered": "**{0}**: elsewhere it may be.",
        "method-get-first": "**{0}** statements whose full text would answer most questions.",
        "method-unheard": "**{0}** no line is theirs; elsewhere they may have spoken.",
        "method-dates": (
            "**Describes**: the date it tells of. **Edited**: its last change, of more than marks and notes. "
            "**Our inference**: an editor worked the date out, and says from what."
        ),
        "method-assessment": "**{0}**: the editors’ own judgement.",
        "method-sources": "Two articles, or two sources?",
        "method-origins": (
            "**{0}** are the interviews, speeches or papers that words come from. Articles that draw on the "
            "same one are **taken as one**: neither confirms the other. An article’s own voice confirms "
            "nobody."
        ),
        "method-relations": (
            "**{0}** another speaker says so too, and an editor tells why the two are separate. **{1}** the "
            "same speaker, at another time. **{2}**: passages that no line needs."
        ),
        "method-checks": "What was checked",
        "method-checked": (
            "By machine: every quote stands in its source, word for word; numbers, dates and names of the "
            "opening sentences and of differences are held against the lines they rest on. Marks follow "
            "from quotation marks, and are wrong where a source misplaces one."
        ),
        "method-not-checked": (
            "Left to editors: whether a line is fair to its quotes, and names the right speaker. Not "
            "checked: whether what is said is true, a source quotes right, or sources are independent."
        ),
        "method-since": "What is new",
        "method-marked-as-read": (
            "**Mark as read** stays in your browser; next time, what changed is marked. "
            "`?since=2024-11-01` behind a briefing’s address does so for anybody."
        ),
        "method-corrections": "Corrections, and citing",
        "method-corrected": (
            "What was wrong is changed, or withdrawn with date and reason; its address stays."
        ),
        "method-report": "Open the line to report a mistake.",
        "method-report-or-write": "Open the line to report a mistake, or [write to the editors]({0}).",
        "method-cite": "[How to cite]({0}). [For editors]({1}).",
        # Data.
        "data-paper": "To read and to print",
        "data-paper-files": "Each briefing’s page offers these, below its questions.",
        "data-paper-of": "The links lead to those of {0}.",
        "data-cite-by-address": (
            "Copy *Citation* at a briefing’s end, or *Cite* in a line opened. Ids and addresses last: what "
            "is withdrawn keeps its own, with date and reason. Numbers of claims and letters of sources may "
            "change. A claim is its speaker’s, not ours: name the speaker, and the kind of speech."
        ),
        "data-version-is": (
            "A citation’s version is the id that git gives the briefing’s folder. In the repository, the "
            "first line tells the version at a revision, the second the text of a version:"
        ),
        "data-versions": "Versions",
        "data-find-version": "git rev-parse REVISION:briefings/NAME",
        "data-show-version": "git show VERSION:briefing.yml",
        "data-rights": "Rights",
        "data-rights-are": (
            "You may cite all of this. Quoted words belong to the sources’ authors, and stand here so that "
            "claims can be checked: to publish them elsewhere you need a right of your own. No file has more "
            "of them than the pages."
        ),
        "data-feeds": "Feeds",
        "data-follow": (
            "[The whole site]({0}) (Atom), one entry for each version that changed in substance. Topics, "
            "briefings and actors have their own: give a feed reader the page’s address."
        ),
        "data-programs": "For programs",
        "data-of-briefing": "A briefing’s file (*Data* at its end): all that was written and worked out.",
        "data-example": "For example [{0}]({1}).",
        "data-of-actor": "An actor’s file: the claims by it, about it, and passed on by it.",
        "data-json-ld": "Pages carry their main facts as JSON-LD (schema.org).",
        "data-conventions": "Conventions",
        "data-offsets": (
            "Offsets count Unicode code points from 0, in the article’s text with the `sha256` beside them; "
            "the end is just after the last."
        ),
        "data-dates": "Dates are EDTF: `2024-11-01~` means about that day. Times are UTC.",
        "data-addresses": (
            "Addresses in JSON are relative to the site’s, which the index names if it is known."
        ),
        "data-unknown": "What is not known is left out.",
        "data-format": "`format` goes up when programs that read these files have to change.",
        "data-spreadsheets": (
            "The table is UTF-8; if a spreadsheet shows odd marks, import it as such. A value that would "
            "run as a formula has an apostrophe before it."
        ),
    }
)
