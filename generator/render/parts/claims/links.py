"""A claim named from elsewhere: its speaker, its wording, and the way to it."""

from dataclasses import dataclass

from generator.render.escape import Safe


@dataclass(frozen=True)
class ClaimLink:
    """A claim named from elsewhere: the speaker and the kind of speech always come first.

    Attributes:
        speaker: who says it, with who passed it on.
        speech: whose words its quotes hold: "spoken words", "paraphrased".
        speech_label: the same as it stands before the wording, which is ours: "from spoken words".
        text: the claim's wording; empty when it was withdrawn and taken out.
        letters: the sources it rests on: "A", "A and B".
        href: the claim's own place.
        own_voice: whether an article itself says it, so that the speaker names the source already.
        withdrawn: whether it was withdrawn.
        opening: how its wording begins, where one before it in the same row has the same speaker, kind of
            speech and sources, so that nothing else tells them apart; else empty.
    """

    speaker: str
    speech: str
    speech_label: str
    text: str
    letters: str
    href: Safe
    own_voice: bool
    withdrawn: bool
    opening: str = ""
