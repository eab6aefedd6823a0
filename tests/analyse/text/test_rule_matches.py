"""Tests of where matches of the rules for terms are tried: nowhere is one missed."""

import pytest

from generator.analyse.languages.digits import ENGLISH_FIGURES
from generator.analyse.languages.known import WITH_FILE, language_of
from generator.analyse.languages.rules import Terms
from generator.analyse.text.rule_matches import Starts

TEXTS = (
    "In 2024, on October 13 and 14, or Sept. 2, 13-15 Oct. 2023, 2024-10-13 at 10:30: half of 3,000, x½ mil.",
    "Last week, NEXT month, this spring, Mondays, Thurs. and the 1990s; a third of it, twenty-first.",
    "US$5 million, $3bn, €3 Mrd, Rs5 lakh, Rs. 5 crore, 5% or 5 per cent, the first, a dozen miles.",
    "Tens of thousands, several hundred, A Hundred and five; 5m people, 5 × 10⁶, x10^6, _5, one_two.",
    "ſeven one’s İn K 5 K, Ten\u00adfold, e\u0301 five; am 1. Mai, 3万5千, 2024年10月13日, 13.10.2024.",
    "North Korea, South-Korean, F-16, KN-23; 21st, 7th, hundredth; 5mil, 10 km, 3 percentage points.",
)
TABLES = [ENGLISH_FIGURES, *(language_of(tag).terms for tag in (*WITH_FILE, "it", "ja", "ar"))]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("table", TABLES)
def test_finds_what_the_pattern_finds(text: str, table: Terms) -> None:
    for shown in (text, text.upper(), text.lower()):
        for rule in (*table.rules, *table.generous):
            found = [match.span() for match in Starts(shown).matches(rule, shown)]
            assert found == [match.span() for match in rule.pattern.finditer(shown)]
