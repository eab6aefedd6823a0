"""Everything that follows from a briefing's anchored quotes, each finding worked out once."""

from collections.abc import Mapping
from functools import cached_property

from generator.analyse.findings.accounts import Account, accounts
from generator.analyse.findings.coverage import Coverage, coverage
from generator.analyse.findings.first_said import FirstSaid, first_said
from generator.analyse.findings.timeline import Moment, timeline
from generator.analyse.quotes.anchored import AnchoredBriefing
from generator.analyse.quotes.shown import PublishedShare, Stretch, published_share, shown_stretches


class Findings(AnchoredBriefing):
    """An anchored briefing and what was worked out for it; pages, paper, data, search and feeds read this."""

    @classmethod
    def of(cls, anchored: AnchoredBriefing) -> "Findings":
        """The findings of an anchored briefing; nothing is worked out before it is asked for."""
        return cls(anchored.briefing, anchored.quotes, anchored.set_aside)

    @cached_property
    def shown(self) -> Mapping[str, tuple[Stretch, ...]]:
        """The stretches of running text that each source's page shows, by the article's id."""
        articles = self.briefing.articles.values()
        return {one.id: shown_stretches(one, self.in_article(one.id)) for one in articles}

    @cached_property
    def shares(self) -> Mapping[str, PublishedShare]:
        """How much of each article's words the site shows, by its id."""
        return {share.article.id: share for share in published_share(self)}

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """What became of the sentences of each article that was not withdrawn, by its id."""
        return {covered.article.id: covered for covered in coverage(self)}

    @cached_property
    def first_said(self) -> Mapping[str, FirstSaid]:
        """Where each claim was first said, by its id."""
        return first_said(self)

    @cached_property
    def timeline(self) -> tuple[Moment, ...]:
        """Every date of the briefing, in order."""
        return timeline(self.briefing)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The differing accounts, in the order of the YAML."""
        return accounts(self)
