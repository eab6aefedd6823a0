"""Where a browser draws a date beside a right-to-left name: in the order in which it is read."""

import pytest

from generator.render.bidi import joined
from generator.render.escape import markdown
from generator.render.words import phrase
from tests.browser.watching import Watch

DRAWN = """(words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = {};
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const word of words) {
            const at = node.data.indexOf(word);
            if (at < 0 || word in found) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            found[word] = range.getBoundingClientRect().left;
        }
    return words.map((word) => found[word]);
}"""


def drawn(watch: Watch, html: str, *words: str) -> list[str]:
    """The words as they stand from left to right."""
    page = watch().page
    page.set_content(f"<p>{html}</p>")
    lefts = page.evaluate(DRAWN, list(words))
    assert None not in lefts
    return [word for _, word in sorted(zip(lefts, words, strict=True))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (joined(", ", ("جريدة", "4 March 2031")), ("جريدة", "4", "March", "2031")),
        (joined(", ", ("دان", "רון", "5 May")), ("دان", "רון", "5", "May")),
        (phrase("name-and-letters", "דן כהן", "A"), ("דן", "A")),
        ("أحمد says that 12 men left.", ("أحمد", "says", "12", "left")),
        ("The bureau of רון, 12 May", ("The", "רון", "12", "May")),
    ],
)
def test_what_stands_behind_a_name_is_drawn_behind_it(
    watch: Watch, text: str, words: tuple[str, ...]
) -> None:
    assert drawn(watch, str(markdown(text)), *words) == list(words)


def test_control_without_isolates_the_date_is_torn(watch: Watch) -> None:
    assert drawn(watch, "<bdi>جريدة, 4 March 2031</bdi>", "جريدة", "4", "March", "2031") != [
        *("جريدة", "4", "March", "2031")
    ]


def test_a_right_to_left_sentence_keeps_its_own_order(watch: Watch) -> None:
    words = ("وصل", "500", "جندي")
    assert drawn(watch, str(markdown("وصل 500 جندي")), *words) == ["جندي", "500", "وصل"]
