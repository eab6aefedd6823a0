"""Runs of words that two articles share: copied text is found, names and common turns are not."""

import time

from generator.analyse.checks.shared_wording import check_shared_wording, shared_wording
from generator.model.briefing import Article, Briefing
from tests.analyse.makers import make_article, make_briefing

RELEASE = (
    "“The new quay will be opened to the public on Monday, once the last of the cranes has been moved,” "
    "the harbour office said in a statement."
)


def briefing(*texts: str, languages: tuple[str, ...] = (), yaml: str = "topics: [quay]") -> Briefing:
    articles: list[Article] = []
    for number, text in enumerate(texts):
        language = languages[number] if languages else None
        articles.append(make_article(text, "abcdef"[number], language=language))
    return make_briefing(yaml, *articles)


def runs(*texts: str, languages: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Each run as the first article has it, and as the second."""
    made = briefing(*texts, languages=languages)
    return [
        tuple(  # type: ignore[misc]
            made.articles[id].text[start:end]
            for id, (start, end) in zip(run.articles, run.places, strict=True)
        )
        for run in shared_wording(made)
    ]


def test_a_copied_sentence_is_found_in_both() -> None:
    first = f"The town was told on Friday. {RELEASE}"
    second = f"{RELEASE}\nCritics were not convinced."
    shared = RELEASE.strip("“.")
    assert runs(first, second) == [(shared, shared)]


def test_edited_twins_share_what_was_left() -> None:
    first = "The council agreed to sell the old ferry to a buyer from the north, and will decide in May."
    second = (
        "Officials said the council agreed to sell the old ferry to a buyer from abroad; it decides in May."
    )
    part = "he council agreed to sell the old ferry to a buyer from"
    assert runs(first, second) == [(f"T{part}", f"t{part}")]


def test_typography_capitals_and_paragraphs_do_not_hide_it() -> None:
    first = "“we won’t sell”, it said.\nThe old ferry stays where it was built"
    second = 'It wrote: "We won\'t sell," it said. The old ferry stays where it was built…'
    assert len(runs(first, second)) == 1


def test_seven_words_are_no_run_and_eight_are() -> None:
    common = "ships wait outside while crews repair broken"
    assert runs(f"Seven {common} cranes.", f"Many {common} gates.") == []
    assert runs(f"Seven {common} gates.", f"Many {common} gates.") == [(f"{common} gates",) * 2]


def test_names_titles_and_dates_alone_are_no_run() -> None:
    title = "U.S. Deputy Ambassador to the U.N. Robert Wood said on Wednesday 6 November 2024"
    assert runs(f"{title} that ships wait.", f"In short, {title}, as crews left.") == []


def test_an_actors_role_is_no_run() -> None:
    role = "permanent deputy representative of the regional harbour workers union"
    text = "{} the {} Ann Lee {}."
    texts = [text.format("There", role, "spoke"), text.format("Later,", role, "was silent")]
    assert len(shared_wording(briefing(*texts))) == 1
    actor = f"actors: {{lee: {{name: Ann Lee, kind: person, role: {role}}}}}"
    assert shared_wording(briefing(*texts, yaml=actor)) == ()


def test_accounts_written_apart_share_none() -> None:
    first = (
        "For months, ships have been gradually leaving the eastern port, and nobody was able to stop them."
    )
    second = (
        "Ships have steadily left the eastern port, which put a heavy strain on those who were unable to."
    )
    assert runs(first, second) == []


def test_every_pair_is_looked_at_and_withdrawn_articles_are_not() -> None:
    made = briefing(RELEASE, "Nothing of it.", RELEASE, RELEASE)
    assert [run.articles for run in shared_wording(made)] == [("a", "c"), ("a", "d"), ("c", "d")]
    gone = make_briefing(
        "topics: [q]", make_article(RELEASE, "a"), make_article(RELEASE, "b", withdrawn=True)
    )
    assert shared_wording(gone) == ()


def test_other_languages() -> None:
    text = "Nous avons décidé hier soir de fermer le vieux port pendant une semaine"
    assert runs(text, f"« {text} », a-t-il dit", languages=("fr", "fr")) == [(text, text)]
    assert runs(text, text, languages=("fr", "en")) == []


def test_a_repeated_run_counts_at_its_first_place() -> None:
    made = briefing(f"{RELEASE}\n{RELEASE}", f"In short: {RELEASE}")
    (run,) = shared_wording(made)
    assert run.places == ((1, len(RELEASE) - 1), (11, 9 + len(RELEASE)))


def test_the_hint_stands_at_the_longest_run_and_tells_its_words() -> None:
    other = "crews repair the broken gates of the old yard"
    made = briefing(f"So {other}.\n{RELEASE}", f"{RELEASE}\nHere, {other}.")
    (told,) = check_shared_wording(made)
    assert told.code == "shared-wording"
    assert (told.span.path, told.span.line, told.span.column) == ("articles/b.txt", 1, 2)
    assert told.message == (
        "27 words in a row (of 36 in 2 such runs) stand in articles/a.txt, line 2, too: “The new quay will "
        "be opened to the public on Monday, once the last of the cranes has been moved,” the harbour office "
        "said in a statement”."
    )


def test_a_long_run_is_told_by_its_ends() -> None:
    text = " ".join(f"word{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(100))
    (told,) = check_shared_wording(briefing(text, text))
    assert told.message.startswith("100 words in a row")
    assert "wordaa wordab" in told.message and "worddv”" in told.message and "[…]" in told.message
    assert "wordba" not in told.message


def test_long_and_repetitive_articles_take_linear_time() -> None:
    tall = "the old quay was shut and " * 8000
    begin = time.process_time()
    assert shared_wording(briefing(tall, f"now {tall}", "and so " * 20000))
    assert time.process_time() - begin < 10
