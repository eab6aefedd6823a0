"""The view of a claim that another entry refers to."""

from dataclasses import dataclass

from generator.render.escape import Safe


@dataclass(frozen=True)
class ClaimLink:
    """A claim that another entry refers to.

    Attributes:
        speaker: who says it, and who passed it on; where its quotes have different speakers, each with the
            letters of its sources.
        lead: what stands before the text wherever the claim stands alone, as "A writes"; empty where the text
            opens with its only speaker.
        speech: the kinds of speech of its quotes, as "spoken words" or "paraphrased".
        text: the claim's wording; empty where it was withdrawn and taken out.
        letters: the letters of its sources, as "A and B".
        href: the link to the claim.
        own_voice: whether an article itself says it, so that ``speaker`` names the source already.
        withdrawn: whether it was withdrawn.
        opening: the beginning of its wording, where a claim before it in the same row has the same speaker,
            kind of speech and sources; else empty.
    """

    speaker: str
    lead: str
    speech: str
    text: str
    letters: str
    href: Safe
    own_voice: bool
    withdrawn: bool
    opening: str = ""

    @property
    def sentence(self) -> str:
        """The claim in one line, as it can stand alone; empty where its wording was taken out."""
        return f"{self.lead}: {self.text}" if self.lead and self.text else self.text
