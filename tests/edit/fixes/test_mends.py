"""Every kind of mend: what stood there, what stands there afterwards, and what else stays as it was."""

import pytest

from tests.conftest import Repository
from tests.edit.fixes.base import BRIEFING, changed, files_of, mend

WORDS = "      a: the quay is safe until winter\n"
TITLE = "title: The quay\n"
BY = "    by: mayor\n"
EDITORS = "editors:\n  - Ada Brand\n  - Bo Lind\n"
CLAIM = """\
  - id: work-begins
    text: The council says that the work begins.
    by: [council]
    said: {edtf: 2031-03-01, as_stated: On Monday}
    evidence: {b: the work begins}
"""

MENDS = {
    # Indentation
    "a tab before a key": (BY, "\tby: mayor\n", "    by: mayor\n"),
    "two tabs before a key": (BY, "\t\tby: mayor\n", "    by: mayor\n"),
    "a tab that fits one depth alone": (
        "    evidence: {b: the work begins}\n",
        "    evidence: {b: the work begins}\n    withdrawn:\n      date: 2031-03-02\n\treason: No.\n",
        "    evidence: {b: the work begins}\n    withdrawn:\n      date: 2031-03-02\n      reason: No.\n",
    ),
    "a tab that goes on with a text": (TITLE, "title: The quay\n\tis safe\n", "title: The quay\n  is safe\n"),
    "a space and a no-break space": (BY, "  \u00a0\u00a0by: mayor\n", BY),
    "a narrow no-break space": (BY, "   \u202fby: mayor\n", BY),
    "no-break spaces before an entry": ("  - Ada Brand", "\u00a0\u00a0- Ada Brand", "  - Ada Brand"),
    "no-break spaces before the text of a block": (
        "          note: >-\n            A note of two\n            lines.\n",
        "          note: >-\n         \u00a0\u00a0\u00a0A note of two\n          \u00a0\u00a0lines.\n",
        "          note: >-\n            A note of two\n            lines.\n",
    ),
    "a no-break space after a colon": (BY, "    by:\u00a0mayor\n", BY),
    "a no-break space after a hyphen": (
        "  - id: work-begins",
        "  -\u00a0id: work-begins",
        "  - id: work-begins",
    ),
    "a tab after a hyphen": ("  - id: work-begins", "  -\tid: work-begins", "  - id: work-begins"),
    # Hyphens
    "dashes for hyphens": (EDITORS, EDITORS.replace("-", "–"), EDITORS),
    "bullets for hyphens": (EDITORS, EDITORS.replace("- ", "• "), EDITORS),
    "bullets without a space": (EDITORS, EDITORS.replace("- ", "•"), EDITORS),
    "asterisks for hyphens": (EDITORS, EDITORS.replace("-", "*"), EDITORS),
    "one dash among hyphens": ("  - Bo Lind", "  – Bo Lind", "  - Bo Lind"),
    "a dash before an entry": ("  - id: work-begins", "  — id: work-begins", "  - id: work-begins"),
    "no space after a hyphen": ("  - id: work-begins", "  -id: work-begins", "  - id: work-begins"),
    "a bullet before a quote with fields": (
        "        - exact: and   it holds",
        "        • exact: and   it holds",
        "        - exact: and   it holds",
    ),
    # Texts
    "a number for a title": (TITLE, "title: 2024\n", 'title: "2024"\n'),
    "true for a title": (TITLE, "title: true  # or not\n", 'title: "true"  # or not\n'),
    "a number in brackets": (EDITORS, "editors: [Ada Brand, 12]\n", 'editors: [Ada Brand, "12"]\n'),
    "a year for a date": ("as_of: 2031-03-02", "as_of: 2031", 'as_of: "2031"'),
    "a text with a colon": (TITLE, "title: The quay: safe?\n", 'title: "The quay: safe?"\n'),
    "a text that ends in a colon": (TITLE, "title: The quay:   \n", 'title: "The quay:"   \n'),
    "a text with a colon and marks": (
        TITLE,
        'title: The "quay": it\'s safe\n',
        "title: 'The \"quay\": it''s safe'\n",
    ),
    "a text that begins with marks": (TITLE, 'title: "Safe" quay\n', "title: '\"Safe\" quay'\n"),
    "a text that begins with an asterisk": (TITLE, "title: *Safe* quay\n", 'title: "*Safe* quay"\n'),
    "a text that begins with an ampersand": (TITLE, "title: & so on\n", 'title: "& so on"\n'),
    "a text that begins with an at sign": (TITLE, "title: @quay\n", 'title: "@quay"\n'),
    "a text that begins with a per cent sign": (TITLE, "title: %quay\n", 'title: "%quay"\n'),
    "a text that begins with an exclamation mark": (TITLE, "title: !quay safe\n", 'title: "!quay safe"\n'),
    "a text that begins with a word in brackets": (TITLE, "title: [Safe] quay\n", 'title: "[Safe] quay"\n'),
    "a text that begins with a hyphen": (TITLE, "title: - the quay\n", 'title: "- the quay"\n'),
    "a text that begins with a larger sign": (TITLE, "title: >40 metres\n", 'title: ">40 metres"\n'),
    "words of an article with a colon": (WORDS, "      a: so: the quay\n", '      a: "so: the quay"\n'),
    "an entry of texts with a colon": ("  - Bo Lind", "  - Bo Lind: desk", '  - "Bo Lind: desk"'),
    "an entry of texts with a sign": ("  - Bo Lind", "  - @bo", '  - "@bo"'),
    # Dates
    "day, month, year": ("as_of: 2031-03-02", "as_of: 2 March 2031", "as_of: 2031-03-02"),
    "month, day, year": ("as_of: 2031-03-02", "as_of: March 2nd, 2031", "as_of: 2031-03-02"),
    "month and year": ("as_of: 2031-03-02", "as_of: March 2031", "as_of: 2031-03"),
    "a day above 12": ("as_of: 2031-03-02", "as_of: 22.3.2031", "as_of: 2031-03-22"),
    "dashes in a date": ("as_of: 2031-03-02", "as_of: 2031–03–02", "as_of: 2031-03-02"),
    "eight digits": ("as_of: 2031-03-02", "as_of: 20310302", "as_of: 2031-03-02"),
    "in quotation marks": ("as_of: 2031-03-02", "as_of: '2031/3/2'", "as_of: '2031-03-02'"),
    "in a mapping": ("edtf: 2031-03-01", "edtf: 1 March 2031", "edtf: 2031-03-01"),
    # Ids
    "the name of an actor": (BY, "    by: Halvard Ek\n", "    by: mayor\n"),
    "another name of an actor": (BY, "    by: the mayor\n", "    by: mayor\n"),
    "an id in capitals": (BY, "    by: Mayor\n", "    by: mayor\n"),
    "an actor of the briefing": (BY, "    by: The clerk\n", "    by: clerk\n"),
    "several actors": (BY, "    by: mayor, council\n", "    by: [mayor, council]\n"),
    "several names": (BY, "    by: Halvard Ek and the council\n", "    by: [mayor, council]\n"),
    "a name in a list": ("by: [council]", "by: [The council]", "by: [council]"),
    "the name of a file": ("evidence: {b:", "evidence: {b.md:", "evidence: {b:"),
    "one id for a list": (
        "    text: How long is the quay?\n    claims: [quay-is-safe]\n",
        "    text: How long is the quay?\n    claims: quay-is-safe, Work begins\n",
        "    text: How long is the quay?\n    claims: [quay-is-safe, work-begins]\n",
    ),
    "one topic": ("topics: [harbour]", "topics: harbour", "topics: [harbour]"),
    "an id with spaces": ("  - id: work-begins", "  - id: Work begins!", "  - id: work-begins"),
    "a missing id": (
        CLAIM,
        CLAIM.replace("  - id: work-begins\n    text", "  - text"),
        CLAIM.replace("work-begins", "council-says-work-begins"),
    ),
    "a missing id in braces": (
        CLAIM,
        "  - {text: The work begins., by: council, evidence: {b: the work begins}}\n",
        "  - {id: work-begins, text: The work begins., by: council, evidence: {b: the work begins}}\n",
    ),
    "an empty id": ("  - id: work-begins\n", "  - id:\n", "  - id: council-says-work-begins\n"),
    "a missing id whose words are another's": (
        CLAIM,
        CLAIM.replace(
            "  - id: work-begins\n    text: The council says that the work begins.", "  - text: Quay is safe."
        ),
        CLAIM.replace(
            "  - id: work-begins\n    text: The council says that the work begins.",
            "  - id: quay-safe\n    text: Quay is safe.",
        ),
    ),
    # Quotes
    "straight quotation marks for curly ones": (
        WORDS,
        "      a: '\"I know the quay is safe until winter,\" the mayor'\n",
        "      a: '“I know the quay is safe until winter,” the mayor'\n",
    ),
    "a mark that begins a plain text": (
        WORDS,
        '      a: I know the quay is safe until winter," the mayor\n',
        "      a: I know the quay is safe until winter,” the mayor\n",
    ),
    "a straight apostrophe": ("{b: the work begins}", "{b: the council's clerk}", "{b: the council’s clerk}"),
    "a hyphen for a dash, dots for an ellipsis": (
        "{b: the work begins}",
        "{b: said - in a letter... - that the work begins}",
        "{b: said – in a letter… – that the work begins}",
    ),
    "a no-break space for a space": (WORDS, "      a: the quay\u00a0is safe until winter\n", WORDS),
    "marks in a block of several lines": (
        WORDS,
        '      a: >-\n        "I know the quay is\n        safe until winter," the mayor\n',
        "      a: >-\n        “I know the quay is\n        safe until winter,” the mayor\n",
    ),
    "marks in double quotation marks, escaped": (
        WORDS,
        '      a: "the quay\\u0020is safe until winter,\\" the mayor"  # so\n',
        '      a: "the quay\\u0020is safe until winter,” the mayor"  # so\n',
    ),
    "marks in segments": (
        "{b: the work begins}",
        "{b: {exact: [the council's clerk, 'letter...'], prefix: 'Monday ', suffix: ' –'}}",
        "{b: {exact: [the council’s clerk, 'letter…'], prefix: 'Monday ', suffix: ' –'}}",
    ),
    "marks of what is set aside": (
        "questions:\n",
        "set_aside: [{article: b.md, exact: 'the council''s clerk', reason: So.}]\nquestions:\n",
        "set_aside: [{article: b, exact: 'the council’s clerk', reason: So.}]\nquestions:\n",
    ),
    "marks of an origin's words": (
        "questions:\n",
        "origins: {x: {title: A letter, kind: document, by: clerk, evidence: {b: the council's clerk}}}\n"
        "questions:\n",
        "origins: {x: {title: A letter, kind: document, by: clerk, evidence: {b: the council’s clerk}}}\n"
        "questions:\n",
    ),
    # What a web page, a word processor and YAML leave
    "tags in a quote": (WORDS, "      a: the <b>quay</b> is<br/>safe <em>until</em> winter\n", WORDS),
    "a tag before a quote": ("{b: the work begins}", "{b: <b>the work</b> begins}", "{b: the work begins}"),
    "a tag with attributes in a block": (
        WORDS,
        '      a: >-\n        the <a href="x">quay</a>\n        is safe\n',
        "      a: >-\n        the quay\n        is safe\n",
    ),
    "entities in a quote": (WORDS, "      a: the quay&nbsp;is safe until&#32;winter\n", WORDS),
    "an entity of a mark": (
        "{b: the work begins}",
        "{b: the council&#8217;s clerk said}",
        "{b: the council’s clerk said}",
    ),
    "entities of marks that YAML has a use for": (
        WORDS,
        "      a: '&quot;I know the quay is safe until winter,&quot; the mayor'\n",
        "      a: '“I know the quay is safe until winter,” the mayor'\n",
    ),
    "a tag in segments and context": (
        "{b: the work begins}",
        "{b: {exact: [<i>the council’s</i> clerk, 'letter…'], prefix: '<b>Monday</b> ', suffix: ' –'}}",
        "{b: {exact: [the council’s clerk, 'letter…'], prefix: 'Monday ', suffix: ' –'}}",
    ),
    "curly marks around a quote": (WORDS, "      a: “the quay is safe until winter”\n", WORDS),
    "curly marks around a quote with a tag": (
        WORDS,
        "      a: “the <b>quay</b> is safe until winter”\n",
        WORDS,
    ),
    "curly marks around the text of a claim": (
        "    text: The council says that the work begins.\n",
        "    text: “The council says that the work begins.”\n",
        '    text: "The council says that the work begins."\n',
    ),
    "curly marks around the text of a question, and a colon": (
        "    text: How long is the quay?\n",
        "    text: “How long: is the quay?”\n",
        '    text: "How long: is the quay?"\n',
    ),
    "curly marks around an id": (
        "    by: mayor\n    evidence",
        "    by: “mayor”\n    evidence",
        BY + "    evidence",
    ),
    "curly marks around a date": ("as_of: 2031-03-02", "as_of: “2031-03-02”", "as_of: 2031-03-02"),
    "curly marks around a word": ("status: draft", "status: “draft”", "status: draft"),
    # Names of fields
    "a field in capitals": (
        "    by: mayor\n    evidence",
        "    By: mayor\n    evidence",
        BY + "    evidence",
    ),
    "a field of a quote in capitals": (
        "        - exact: and   it holds",
        "        - Exact: and   it holds",
        "        - exact: and   it holds",
    ),
    "a field of the file in capitals": (TITLE, "TITLE: The quay\n", TITLE),
    "no space after a colon": (
        "    by: mayor\n    evidence",
        "    by:mayor\n    evidence",
        BY + "    evidence",
    ),
    "no space after a colon of the file": (TITLE, "title:The quay\n", TITLE),
    "no space after a colon behind a hyphen": (
        "  - id: work-begins",
        "  - id:work-begins",
        "  - id: work-begins",
    ),
    "no space after a colon, and a capital": (
        "    by: mayor\n    evidence",
        "    By:mayor\n    evidence",
        BY + "    evidence",
    ),
    # Letters of articles
    "an article's letter": (
        "evidence: {b: the work begins}",
        "evidence: {B: the work begins}",
        "evidence: {b: the work begins}",
    ),
    "an article's letter in another place": (
        "questions:\n",
        "set_aside: [{article: B, exact: the work begins, reason: So.}]\nquestions:\n",
        "set_aside: [{article: b, exact: the work begins, reason: So.}]\nquestions:\n",
    ),
    # The model before
    "a list of evidence": (
        CLAIM,
        CLAIM.replace("evidence: {b: the work begins}", "evidence: [{article: b, exact: the work begins}]"),
        CLAIM.replace("evidence: {b: the work begins}", "evidence:\n      b: the work begins"),
    ),
}


@pytest.mark.parametrize("case", MENDS.values(), ids=MENDS.keys())
def test_what_has_one_safe_answer_is_mended(case: tuple[str, str, str], repository: Repository) -> None:
    old, broken, mended = case
    root = repository(files_of(changed(old, broken)))
    done = mend(root)
    assert (root / BRIEFING).read_text(encoding="utf-8") == changed(old, mended)
    assert set(done) == {BRIEFING}
    before, after = (changed(old, new).split("\n") for new in (broken, mended))
    lines = zip(before, after, strict=False)
    first = next(number for number, (one, other) in enumerate(lines, 1) if one != other)
    assert done[BRIEFING].done[0].line == first


STAY = {
    "the file as it is": ("# The quay", "# The quay"),
    "a text that begins with a dash": (TITLE, "title: – the quay –\n"),
    "a dash that goes on with a text": (TITLE, "title: The quay\n  – the old one – is safe\n"),
    "a tab that goes on with a text": (
        "    text: The council says that the work begins.\n",
        "    text: The council says\n     \tthat the work begins.\n",
    ),
    "bullets in a block": ("            lines.\n", "            • lines\n            – and more.\n"),
    "a no-break space within a block": ("            lines.\n", "            \u00a0lines.\n"),
    "a list of texts that may be one text": (
        "    by: mayor\n    evidence",
        "    by: mayor\n    via:\n      – the desk\n      – the clerk\n    evidence",
    ),
    "a sign in brackets": ("{b: the work begins}", "{b: @work}"),
    "a colon in brackets": ("{b: the work begins}", "{b: work: begins}"),
    "a text that may end in a comment": (TITLE, "title: The quay: safe # or not\n"),
    "an alias of an anchor": (TITLE, "title: *name\nnote: &name The quay\n"),
    "a type of YAML": (TITLE, "title: !!str 2024\n"),
    "a text that may be a block": (TITLE, "title: > The quay\n"),
    "marks inside of marks": (TITLE, 'title: "The "old" quay"\n'),
    "an apostrophe that begins a text": (TITLE, "title: 'tis the quay\n"),
    "brackets around a title": (TITLE, "title: [The quay]\n"),
    "a key too deep below a text with a colon": (BY, BY + "     via: a desk\n"),
    "a bracket that is open above texts": ("topics: [harbour]", "topics: [harbour"),
    "a dash below what YAML stops at": (
        "    said: {edtf: 2031-03-01, as_stated: On Monday}\n    evidence: {b: the work begins}\n"
        "questions:\n  - id",
        "    said: {edtf: 2031-03-01, as_stated: @}\n    evidence: {b: the work begins}\nquestions:\n  – id",
    ),
    "an unclosed mark": (TITLE, 'title: "The quay\n'),
    "nothing for a title": (TITLE, "title: ~\n"),
    "a date of two readings": ("as_of: 2031-03-02", "as_of: 2/3/2031"),
    "a date without a year": ("as_of: 2031-03-02", "as_of: 2 March"),
    "a date with a time": ("as_of: 2031-03-02", "as_of: 2031-03-02 10:00"),
    "a day that is none": ("as_of: 2031-03-02", "as_of: 31 February 2031"),
    "a date in an article's words": ("as_stated: On Monday", "as_stated: 1 March 2031"),
    "a name that nobody has": (BY, "    by: Halvard\n"),
    "an actor that is unknown among others": (BY, "    by: mayor, king\n"),
    "the article's own voice among others": (BY, "    by: mayor, article\n"),
    "an article that there is none of": ("evidence: {b:", "evidence: {c.md:"),
    "an id without letters of its alphabet": ("  - id: work-begins", "  - id: Работа"),
    "an id that another has": ("  - id: work-begins", "  - id: Quay is safe"),
    "a quote with another word": (WORDS, "      a: the quay was safe until winter\n"),
    "marks before and after a quote": (
        WORDS,
        "      a: {exact: the quay is safe until winter, prefix: '\"I know', suffix: ',\"'}\n",
    ),
    "a quote in capitals": (WORDS, "      a: The quay is safe until winter\n"),
    "a quote that cuts a word": (WORDS, "      a: quay is safe until win\n"),
    "a tag that the article does not decide": (WORDS, "      a: the <b>quay</b> was safe\n"),
    "a tag that is none": (WORDS, "      a: the <quay> is safe until winter\n"),
    "a tag in a text of ours": ("title: Safety", "title: <b>Safety</b> &amp; so on"),
    "marks around a title": (TITLE, "title: “The quay”\n"),
    "two words in marks": (
        "    text: The council says that the work begins.\n",
        "    text: “The council” says that the work “begins.”\n",
    ),
    "marks around a note": ("            lines.\n", "            lines.\n          translation: “So.”\n"),
    "a field in capitals beside its own": (BY, BY + "    BY: mayor\n"),
    "a field that is not known here": (BY, BY + "    Likelihood: likely\n"),
    "an id of an article in capitals, unlike its letter": ("evidence: {b:", "evidence: {Q:"),
    "a text that goes on with a field's name": (
        "    text: The council says that the work begins.\n",
        "    text: The council says that\n      by:mayor the work begins.\n",
    ),
    "marks in a text of ours": ("title: Safety", 'title: The mayor\'s "safety"... - and more'),
    "a tab that fits no entry": (BY, BY + "    said: 2031-03-01\n\tedtf: 2031\n"),
    "tabs of two widths": (
        "    evidence: {b: the work begins}\n",
        "\tevidence: {b: the work begins}\n    withdrawn:\n      date: 2031-03-02\n\treason: No.\n",
    ),
    "a tab that fits two depths": (
        "    evidence: {b: the work begins}\n",
        "    evidence:\n      b:\n        exact: the work begins\n\tnote: So.\n",
    ),
}


@pytest.mark.parametrize("case", STAY.values(), ids=STAY.keys())
def test_all_else_stays_as_it_is(case: tuple[str, str], repository: Repository) -> None:
    root = repository(files_of(changed(*case)))
    assert mend(root) == {}
    assert (root / BRIEFING).read_text(encoding="utf-8") == changed(*case)


def test_a_letter_is_that_of_the_articles_that_are_read(repository: Repository) -> None:
    """Of gazette, post and x the letters are C, D and E, beside a and b."""
    more = {f"briefings/quay/articles/{name}.txt": "The work begins.\n" for name in ("gazette", "post", "x")}
    broken = changed("evidence: {b: the work begins}", "evidence: {b: the work begins, D: The work begins}")
    root = repository(files_of(broken, more))
    assert set(mend(root)) == {BRIEFING}
    assert (root / BRIEFING).read_text(encoding="utf-8") == broken.replace("D:", "post:")
    # With one that can't be read nobody knows which was meant.
    unread = more | {"briefings/quay/articles/gazette.txt": ""}
    assert mend(repository(files_of(broken, unread))) == {}


def test_a_letter_that_is_an_article_s_own_id_too_is_left(repository: Repository) -> None:
    """The third article of a, b, ba and c has the letter C."""
    more = {f"briefings/quay/articles/{name}.txt": "The work begins.\n" for name in ("ba", "c")}
    broken = changed("evidence: {b: the work begins}", "evidence: {b: the work begins, C: The work begins}")
    assert mend(repository(files_of(broken, more))) == {}
