"""The view of a claim that another entry refers to."""

from dataclasses import dataclass

from generator.render.bidi import isolated
from generator.render.escape import Safe


@dataclass(frozen=True)
class ClaimLink:
    """A claim that another entry refers to.

    Attributes:
        number: what the claim is called on its page and on paper; numbers are for show, ids are addresses.
        speaker: who says it, and who passed it on; where its quotes have different speakers, each with the
            letters of its sources.
        lead: what stands before the text wherever the claim stands alone, as "A writes"; empty where the text
            opens with its only speaker.
        text: the claim's wording; empty where it was withdrawn and taken out.
        href: the link to the claim.
        withdrawn: whether it was withdrawn.
    """

    number: int
    speaker: str
    lead: str
    text: str
    href: Safe
    withdrawn: bool

    @property
    def sentence(self) -> str:
        """The claim in one line, as it can stand alone; empty where its wording was taken out."""
        return f"{isolated(self.lead)}: {isolated(self.text)}" if self.lead and self.text else self.text

    @property
    def title(self) -> str:
        """What is shown of it beside its number: its sentence, else who says it."""
        return self.sentence or self.speaker
