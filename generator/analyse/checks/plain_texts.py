"""Check of what is no text in texts of ours: readers would see it as it stands."""

import html
import re
from collections.abc import Iterator
from typing import Final

from generator.model.briefing import Briefing
from generator.model.diagnostics import Diagnostic, problem
from generator.model.lettered import texts_of

_MARKUP: Final = re.compile(
    r"<(?:a|b|br|code|del|div|em|font|h[1-6]|i|ins|li|ol|p|s|small|span|strong|sub|sup|u|ul)(?:\s[^<>]{0,500}=[^<>]{0,500})?\s?/?>"
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
    r"|\*\*[^*\s](?:[^*]{0,500}[^*\s])?\*\*"
    r"|!?\[[^\[\]]{1,300}\]\([^()\s]{1,2000}\)"
)
_AROUND: Final = re.compile(r"(?:“[^“”„]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|‘[^‘’]+’)[.]?")


def check_plain_texts(briefing: Briefing) -> list[Diagnostic]:
    """Hints at HTML and Markdown in texts of ours, and at quotation marks around the whole of one."""
    return list(_hints(briefing))


def _hints(briefing: Briefing) -> Iterator[Diagnostic]:
    for entry, path, text in texts_of(briefing.written):
        for match in _MARKUP.finditer(text):
            character = html.unescape(match[0])
            if match[0].startswith("&") and character == match[0]:
                continue  # it names no character
            way = "Take it out."
            if match[0].startswith("&"):
                way = "Write a space." if character.isspace() else f"Write the character: {character}."
            span = entry.written_at(match.start(), match.end(), *path)
            yield problem("markup-in-text", span, markup=match[0], way=way)
        if _AROUND.fullmatch(text):
            yield problem("text-in-marks", entry.at(*path), mark=text[0])
