"""What is known of a language, with a file of its own or without."""

from generator.analyse.languages.known import LANGUAGES, language_of
from generator.analyse.languages.marks import CUSTOMARY


def test_a_region_changes_nothing() -> None:
    assert language_of("en-GB") is language_of("EN") is LANGUAGES["en"]


def test_a_language_without_a_file_has_digits_and_customary_marks() -> None:
    swedish = language_of("sv-FI")
    assert "””" in swedish.marks
    assert not swedish.terms.capitals and not swedish.is_attributed
    # Any denial that is known counts, in whatever case it is written.
    assert all(swedish.negations.search(text) for text in ("Kein Wort", "Отказался", "不同意", "NEVER"))
    assert not swedish.negations.search("ord")


def test_a_language_that_nobody_knows_has_no_marks_of_its_own() -> None:
    assert language_of("qqq").marks == ()


def test_a_language_stands_in_one_place() -> None:
    assert not CUSTOMARY.keys() & LANGUAGES.keys()
    assert {tag for tag, language in LANGUAGES.items() if not language.marks or language.tag != tag} == set()
