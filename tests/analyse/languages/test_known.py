"""What is known of a language, with a file of its own or without."""

from generator.analyse.languages.english import ENGLISH
from generator.analyse.languages.known import WITH_FILE, language_of
from generator.analyse.languages.marks import CUSTOMARY
from tests.paths import GENERATOR

FILES = GENERATOR / "analyse" / "languages"


def test_a_region_changes_nothing() -> None:
    assert language_of("en-GB") is language_of("EN") is ENGLISH


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
    assert not CUSTOMARY.keys() & set(WITH_FILE)
    assert {tag for tag in WITH_FILE if not language_of(tag).marks or language_of(tag).tag != tag} == set()


def test_every_file_of_a_language_is_known() -> None:
    """A file that was forgotten in the table would be taken for one of an unknown language."""
    files = {
        path.stem for path in FILES.glob("*.py") if " Language(\n    tag=" in path.read_text(encoding="utf-8")
    }
    assert {language_of(tag).name.lower() for tag in WITH_FILE} == files - {"known"}
