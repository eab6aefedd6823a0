"""What a translation changes of its quote, as far as its language is known."""

import pytest

from generator.analyse.checks.translations import check_translations
from generator.model.diagnostics import Diagnostic
from tests.analyse.makers import make_article, make_briefing

ACTORS = """
actors:
  berg: {name: Ida Berg, kind: person}
  putin: {name: Vladimir Putin, kind: person, aliases: [Putin]}
  germany: {name: Germany, kind: state, aliases: [Berlin]}
"""


def found(quote: str, translation: str, language: str | None = "de") -> list[Diagnostic]:
    yaml = f"""
claims:
- id: it
  text: Ida Berg says something.
  by: berg
  about: [putin, germany]
  evidence: {{a: {{exact: "{quote}", translation: "{translation}"}}}}
{ACTORS}"""
    problems = check_translations(make_briefing(yaml, make_article(quote, language=language)))
    return [one for one in problems if one.code != "language-not-read"]


def differences(quote: str, translation: str, language: str = "de") -> list[str]:
    opening = "This translation and its quote differ: "
    told = [one.message for one in found(quote, translation, language)]
    assert all(message.startswith(opening) for message in told)
    return [one for message in told for one in message.removeprefix(opening).removesuffix(".").split("; ")]


@pytest.mark.parametrize(
    ("quote", "translation", "language"),
    [
        ("Es sind 1.500 Mann.", "There are 1,500 men.", "de"),
        ("Es sind 8 Mrd. Euro.", "It is 8 billion euros.", "de"),
        ("Es sind 1,5 Millionen.", "It is 1.5 million.", "de"),
        ("Es sind acht Schiffe.", "There are eight ships.", "de"),
        ("Am 30. Oktober fiel Schnee.", "On 30 October snow fell.", "de"),
        ("Le mercredi 1er mai, il a neigé.", "On Wednesday, 1 May, it snowed.", "fr"),
        ("Il ne neige pas.", "It is not snowing.", "fr"),
        ("Это было 30 октября.", "It was on October 30.", "ru"),
        ("5 тыс. солдат", "5,000 soldiers", "ru"),
        ("Poutine attend.", "Putin is waiting.", "fr"),
        ("Wladimir Putin wartet.", "Vladimir Putin is waiting.", "de"),
        ("Путин ждёт.", "Putin is waiting.", "ru"),  # other letters: nothing can be compared
        ("L’Allemagne attend.", "Germany is waiting.", "fr"),  # a state has another name
        ("Berlin wartet.", "Germany is waiting.", "de"),
        ("Den 30. oktober sneede det.", "On 30 October it snowed.", "da"),
        ("5万人です。", "There are 50,000 people.", "ja"),
        ("Der er 1.500.", "There are 1,500.", "da"),
        ("Det sneede ikke.", "It snowed.", "da"),  # what denies isn't either
    ],
)
def test_a_faithful_translation_is_let_alone(quote: str, translation: str, language: str) -> None:
    assert found(quote, translation, language) == []


@pytest.mark.parametrize(
    ("quote", "translation", "language", "told"),
    [
        (
            *("Es sind 1.500 Mann.", "There are 1,600 men.", "de"),
            ["“1.500” stands in the quote alone", "“1,600” stands in the translation alone"],
        ),
        ("Es sind 8 Mrd. Euro.", "There are 8 euros.", "de", ["“8 Mrd.” stands in the quote alone"]),
        ("Es sind 30 Mann.", "There are men.", "de", ["“30” stands in the quote alone"]),
        ("Es sind Männer.", "There are 30 men.", "de", ["“30” stands in the translation alone"]),
        (
            *("Am Mittwoch fiel Schnee.", "On Thursday snow fell.", "de"),
            ["“Mittwoch” stands in the quote alone", "“Thursday” stands in the translation alone"],
        ),
        (
            *("Am 30. Oktober fiel Schnee.", "On 30 November snow fell.", "de"),
            ["“30. Oktober” stands in the quote alone", "“30 November” stands in the translation alone"],
        ),
        (
            "Il ne neige pas.",
            "It is snowing.",
            "fr",
            ["the quote denies (“ne”), and the translation doesn’t"],
        ),
        (
            *("Es schneit.", "It is not snowing.", "de"),
            ["the translation denies (“not”), and the quote doesn’t"],
        ),
        (
            *("Ida Berg wartet.", "Putin is waiting.", "de"),
            ["“Ida Berg” is named in the quote alone", "“Putin” is named in the translation alone"],
        ),
        ("Berlin wartet.", "Paris is waiting.", "de", ["“Berlin” is named in the quote alone"]),
        (
            *("Der er 1.500.", "There are 1,600.", "da"),
            ["“1.500” stands in the quote alone", "“1,600” stands in the translation alone"],
        ),
        ("Der er 1.500.", "There are 1.5.", "da", ["“1.500” stands in the quote alone"]),
        (
            *("橋は閉鎖しない。", "The bridge will be closed.", "ja"),
            ["the quote denies (“ない”), and the translation doesn’t"],
        ),
    ],
)
def test_what_a_translation_changes_is_told(
    quote: str, translation: str, language: str, told: list[str]
) -> None:
    assert differences(quote, translation, language) == told


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_a_translation_of_an_english_article_is_an_error(language: str | None) -> None:
    assert [one.code for one in found("It snows here now.", "It snows.", language)] == [
        "translation-of-english"
    ]


def test_what_is_not_read_of_a_language_is_told_once_at_its_first_article() -> None:
    articles = [
        make_article("Es schneit.", "a", language="de"),
        make_article("Es taut.", "b", language="de-AT"),
        make_article("It snows.", "c"),
        make_article("Det sner.", "d", language="da"),
        make_article("Il neige.", "e", language="fr", withdrawn=True),
    ]
    told = check_translations(make_briefing("", *articles))
    assert [(one.code, one.message) for one in told] == [
        (
            "language-not-read",
            "Of articles in this language (da), attributions, words for numbers, names (those of months "
            "and days too) and words that deny are not read.",
        ),
        (
            "language-not-read",
            "Of articles in this language (German), attributions, words for numbers and names are not read.",
        ),
    ]
