"""Findings: everything that follows from a briefing's anchored quotes, each computed once."""

from collections.abc import Mapping
from functools import cached_property

from generator.analyse.findings.coverage import Coverage, coverage
from generator.analyse.findings.differences import Marked, OnlyIn, differences, only_in, own_differences
from generator.analyse.findings.first_said import FirstSaid, first_said
from generator.analyse.findings.timeline import Moment, timeline
from generator.analyse.findings.to_get import origins_to_get
from generator.analyse.findings.unheard import unheard
from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.shown import PublishedShare, Stretch, published_share, shown_stretches
from generator.model.claims import Ids


class Findings(AnchoredBriefing):
    """An anchored briefing with its findings, which pages, paper, data, search and feeds read."""

    @classmethod
    def of(cls, anchored: AnchoredBriefing) -> "Findings":
        """Makes the findings of an anchored briefing; nothing is computed before it is asked for."""
        return cls(anchored.briefing, anchored.quotes, anchored.set_aside, anchored.of_origins)

    @cached_property
    def shown(self) -> Mapping[str, tuple[Stretch, ...]]:
        """Stretches of running text that each source's page shows, by the article's id."""
        articles = self.briefing.articles.values()
        return {article.id: shown_stretches(article, self.passages_in(article.id)) for article in articles}

    @cached_property
    def shares(self) -> Mapping[str, PublishedShare]:
        """Share of each article's words that the site shows, by the article's id."""
        return {share.article.id: share for share in published_share(self)}

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """Coverage of each article that was not withdrawn, by its id."""
        return {covered.article.id: covered for covered in coverage(self)}

    @cached_property
    def first_said(self) -> Mapping[str, FirstSaid]:
        """Attribution and corroboration of each claim, by its id."""
        return first_said(self)

    @cached_property
    def differences(self) -> Mapping[str, tuple[Marked, ...]]:
        """Quotes on which a question says that accounts differ, by the question's id."""
        return differences(self)

    @cached_property
    def own_differences(self) -> Mapping[str, tuple[Marked, ...]]:
        """Words of a claim's quotes that differ between its articles, by the claim's id."""
        return own_differences(self)

    @cached_property
    def only_in(self) -> Mapping[str, tuple[OnlyIn, ...]]:
        """Terms of a claim's text that only some of its articles have, by the claim's id."""
        return only_in(self)

    @cached_property
    def timeline(self) -> tuple[Moment, ...]:
        """Moments of the briefing, in order."""
        return timeline(self.briefing)

    @cached_property
    def origins_to_get(self) -> tuple[tuple[str, int], ...]:
        """Origins that would answer most open questions, by id with how many each would answer."""
        return origins_to_get(self.briefing)

    @cached_property
    def unheard(self) -> Ids:
        """Persons and states that claims are about and that say nothing here, by id."""
        return unheard(self.briefing)
