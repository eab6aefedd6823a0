"""What pages are made with beside the findings: the settings, the past, the versions, and drafts or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.model.changes import NO_PAST, Past
from generator.model.settings import NOTHING_SET, Settings


@dataclass(frozen=True)
class Edition:
    """One edition of the site.

    Attributes:
        settings: what holds for the whole site.
        past: the histories of the briefings, without what was taken out.
        versions: by slug, the id of the briefing's folder as it is now; nothing where it is not known.
        drafts: whether drafts are shown.
    """

    settings: Settings = NOTHING_SET
    past: Past = NO_PAST
    versions: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = False


PLAIN: Final = Edition()


def visible(all_findings: Sequence[Findings], *, drafts: bool = False) -> list[Findings]:
    """The briefings that the site shows."""
    return [one for one in all_findings if drafts or one.briefing.summary.status != "draft"]
