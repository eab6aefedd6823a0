"""Markup in an article's text: a web page or a clipping that was put there as it is.

What a browser hides, scripts and banners, would be shown as the article's words, and its tags would part the
words of quotes. An occasional line break, an autolink or a sign for “less than” is no such page.
"""

import re
from itertools import islice
from typing import Final

_PAGE: Final = re.compile(
    r"\A(?:\s+|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->)*+(<(?:!doctype\s+html|html|head|body)\b[^>]{0,500}>)",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN: Final = re.compile(
    r"<(script|style)\b[^>]{0,500}>(?:(?!</?\1\b).)*</\1\s*>", re.IGNORECASE | re.DOTALL
)
_MARKUP: Final = re.compile(
    r"</?(?:a|article|aside|b|blockquote|button|center|dd|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]"
    r"|header|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|p|picture|section|source|span|strong|svg"
    r"|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]{0,1000})?/?>"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)"
    r"|\[[^\[\]\n]{0,300}\]\((?:https?:|mailto:|data:|\.{0,2}/|#)[^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)",
    re.IGNORECASE,
)
FEWEST: Final = 6
"""Least number of tags and links by which a text is one that nobody made into an article."""


def find_markup(text: str) -> tuple[int, int, str] | None:
    """Finds the first markup in a text that has too much of it.

    Returns:
        where it stands, and what the text holds; None for a text without, or with little.
    """
    if page := _PAGE.match(text):
        return (*page.span(1), "A web page")
    if hidden := _HIDDEN.search(text):
        return (hidden.start(), text.index(">", hidden.start()) + 1, f"A web page's {hidden[1].lower()}")
    found = list(islice(_MARKUP.finditer(text), FEWEST))
    return (*found[0].span(), "Markup") if len(found) == FEWEST else None
