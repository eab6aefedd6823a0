"""An edition of the site: the settings, histories and versions that its pages show, and whether drafts do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.changes import NO_PAST, Past
from generator.model.settings import NOTHING_SET, Settings


@dataclass(frozen=True)
class Edition:
    """What pages are made with beside the findings.

    Attributes:
        settings: the settings of the whole site.
        past: the histories of the briefings, redacted: without what was taken out.
        versions: by slug, git's tree id of the briefing's folder as it is now; no entry where it is unknown.
        drafts: whether drafts are shown.
        keys: by slug, a key of all that the findings of a briefing follow from; none where it is not known.
        preview: whether it is what editors see while they work: sources with all their text, to quote from.
    """

    settings: Settings = NOTHING_SET
    past: Past = NO_PAST
    versions: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = False
    preview: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)

    def of(self, slug: str) -> "Edition":
        """What this edition tells of one briefing alone: nothing else may decide what its pages show."""
        past = Past(
            {slug: self.past.histories[slug]} if slug in self.past.histories else {}, self.past.missing
        )
        versions = {slug: self.versions[slug]} if slug in self.versions else {}
        return replace(self, past=past, versions=versions, keys={})


PLAIN: Final = Edition()


def visible(all_findings: Sequence[Findings], *, drafts: bool = False) -> list[Findings]:
    """Select the briefings that the site shows: all but drafts, or all."""
    return [findings for findings in all_findings if drafts or not findings.briefing.is_draft]
