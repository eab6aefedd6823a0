"""Quotation marks that are customary in a language: pairs of an opening and a closing mark.

Those of CLDR (delimiters), with what newspapers of the language print beside them.
"""

from collections.abc import Mapping
from typing import Final

COMMON: Final = ("“”", "„“", "„”", "«»", "‹›", "‘’", "‚‘", "‚’", "「」", "｢｣", '""', "′′")
"""Pairs that are read in every language: ′ stands for two single marks."""

_BY_PAIRS: Final[Mapping[str, str]] = {
    "“” ‘’": "af bn cy ga gd gl gu hi id jv km kn lo ml mr ms mt my ne pa si sw ta te th tl tr uz vi zh zu",
    "‘’ “”": "nl",
    "“” ‘’ 「」": "ko yue",
    "「」": "ja",
    "”” ’’ »» ››": "fi sv",
    "«» “”": "ca eu hy it pt sq",
    "«» „“": "be kk ky mn",
    "«» “” ‘’": "el no nb nn",
    "«» „“ ‹›": "am fa ps tg ti",
    "«» ”“ ’‘": "ar ckb ku ur",
    "”” ״״ ׳׳": "he yi",
    "„“ ‚‘ »« ›‹": "cs et is lt lv mk sk sl",
    "„“ «»": "az bg ka",
    "„” ‚’ »« ›‹": "bs hr hu sr",
    "„” «»": "pl ro",
    "„“ »« ”” «»": "da fo",
}

CUSTOMARY: Final[Mapping[str, tuple[str, ...]]] = {
    tag: tuple(pairs.split()) for pairs, tags in _BY_PAIRS.items() for tag in tags.split()
}
"""Pairs by the primary subtag (BCP 47) of languages without a file of their own."""
