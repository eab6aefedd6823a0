"""Words that deny in languages whose scripts put no spaces between words."""

import re
from collections.abc import Mapping
from typing import Final

NEGATIONS: Final[Mapping[str, str]] = {
    "zh": (
        # Not 不仅 (not only), 不过 (however), 不断 (constantly), 不同 (different, but 不同意), 未来 (future).
        r"不(?![仅僅但过過久断斷]|同(?!意))|(?<![淹沉吞埋])[没沒]|未(?![来來])|[无無](?![论論])|[并並绝絕决決]非"
        r"|否[认認定]|拒[绝絕]|[驳駁]斥"
    ),
    "ja": (
        # Not 少ない (few), 危ない (dangerous), 少なくとも (at least).
        r"(?<![少危切])(?:ない|なかっ|なけれ|なく(?!とも))|ません|(?<=[せれわかさたなら])ず(?![ぁ-ん])|ざる"
        r"|否[認定]|拒[否絶]|不可能|不(?=同意)"
    ),
    "th": r"ไม่|มิ(?:ได้|ใช่|อาจ)|ปฏิเสธ|ปราศจาก|ไร้|อย่า(?!ง)|ห้าม",
    "lo": r"ບໍ່|ປະຕິເສດ|ປາສະຈາກ|ຢ່າ(?!ງ)|ຫ້າມ",
    "km": r"មិន|ពុំ|គ្មាន|បដិសេធ|កុំ(?!ព្យូ)|ឥត",
    # The prefix မ stands before a consonant that closes no syllable; not သမ္မတ (president), သူမ (she).
    "my": r"ဘူး|ငြင်း(?=ဆို|ပယ်)|(?<!္)(?<!သူ)မ(?=[က-အ](?![်္]))(?!နေ့|ဟာ|လေးရှား)",
}
"""Patterns by the primary subtag (BCP 47) of languages without a file of their own."""

DENIES_NEXT: Final = re.compile(
    r"(?:不|(?<![淹沉吞埋])[没沒]有?|未|[无無]|(?<![是除])非"  # Chinese, Japanese
    r"|ไม่|มิ(?:ได้|ใช่)?|ບໍ່|មិន|ពុំ|(?<!္)(?<!သူ)မ)$"
)
"""A denial at the end of a text, of what follows: 不 of 不同意."""

DENIES_LAST: Final = re.compile(
    r"[\u3041-\u3096]{0,4}?(?:ない|なかっ|なけれ|なく(?!とも)|ません|ざる)"  # Japanese
    r"|[\u1000-\u1049\u1050-\u109f]{0,12}?ဘူး"  # Myanmar
)
"""A denial at the start of a text, of what stands before: ない of 同意しない."""

DENIED_AFTER: Final = frozenset(["ja", "my"])
"""Languages in which a denial stands at the end of what it denies."""
