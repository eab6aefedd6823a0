"""What an editor got wrong where YAML cannot be read: libyaml's messages with the likeliest remedy."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import yaml

from generator.model.diagnostics import Diagnostic, problem
from generator.model.span import Span
from generator.read.source import MOST_TOLD, Source
from generator.read.yaml_slips import (
    SLIPS,
    conflict_marks,
    odd_space,
    shifted_block,
    slip_above,
    slip_at,
    too_deep,
    where_it_fits,
)

_COMMENT: Final = re.compile(r"[ \t]+(#.*)")
_KEY: Final = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?")
_CURLY: Final = re.compile("[“”„‟«»‹›‘’‚]")
_KEY_LINE: Final = re.compile(r"\s*(?:- +)*[\w-]+$")
_SCANNED: Final = MappingProxyType(
    {"a block scalar": "|>", "an alias": "*", "an anchor": "&", "a tag": "!", "a node": "!"}
)
"""Signs that may begin what libyaml tells that it was scanning or parsing."""


@dataclass(frozen=True)
class Mistakes:
    """Translates the syntax errors of one YAML text.

    Attributes:
        source: the file.
        text: the YAML, which may be the first part of the file.
        last_quoted: the place of the mark that opened the last scalar in quotation marks, and its last line,
            where these are different lines; None otherwise.
    """

    source: Source
    text: str
    last_quoted: tuple[Span, int] | None

    def diagnostics(self, fault: yaml.MarkedYAMLError) -> list[Diagnostic]:
        """Makes the diagnostics of a syntax error, with the likeliest correction as their hint.

        A slip that stands on several lines is told on each, as YAML would stumble over the next one.
        """
        lines = self.text.split("\n")
        first = self._diagnostic(fault, lines)
        if first.code not in SLIPS:
            return [first]
        others = (slip_at(self.source.path, lines, at) for at in range(len(lines)))
        alike = [slip for slip in others if slip and slip.code == first.code and slip.span != first.span]
        return [first, *alike[: MOST_TOLD - 1]]

    def _diagnostic(self, fault: yaml.MarkedYAMLError, lines: list[str]) -> Diagnostic:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        written = lines[line] if line < len(lines) else ""
        span = Span(self.source.path, line + 1, column + 1, line + 1, column + 2)
        slip = conflict_marks(self.source.path, lines) or self._slip(fault, lines, line)
        if slip is not None:
            return slip
        message = fault.problem or "cannot be read"
        if "mapping values are not allowed" in message:
            return too_deep(self.source.path, lines, line, column) or self._colon(span)
        if cut := self._comment_above(lines, line):
            return self._cut_by(cut)
        return self._known_mistake(fault, span, written) or problem(
            "yaml-syntax", span, reason=message, while_=f" {fault.context}" if fault.context else ""
        )

    def _slip(self, fault: yaml.MarkedYAMLError, lines: list[str], line: int) -> Diagnostic | None:
        """Finds a slip of typing where YAML stumbled, or where what it was reading began."""
        begun = fault.context_mark
        quoted = "quoted scalar" in (fault.context or "") or (
            self.last_quoted is not None and self.last_quoted[1] == line + 1
        )
        if quoted:  # its lines are a text, whatever they look like
            return None
        slip = slip_above(self.source.path, lines, line)
        if slip is None and begun is not None and begun.line < line:
            slip = slip_above(self.source.path, lines, begun.line)
        return slip

    def _colon(self, span: Span) -> Diagnostic:
        """Tells of a colon in an unquoted text; other marks than YAML's own may stand around it."""
        before = self.text.split("\n")[span.line - 1][: span.column - 1]
        marks = _CURLY.match(_KEY.sub("", before, count=1))
        curly = f" To YAML {marks[0]} is none." if marks else ""
        return problem("yaml-colon", span, curly=curly)

    def _known_mistake(self, fault: yaml.MarkedYAMLError, span: Span, written: str) -> Diagnostic | None:
        """Translates libyaml's message into what an editor got wrong, where that is clear."""
        message = fault.problem or ""
        opened = fault.context_mark
        opening = span
        if opened is not None:
            opening = Span(span.path, opened.line + 1, opened.column + 1, opened.line + 1, opened.column + 2)
        if fault.context == "while scanning a quoted scalar":
            return problem("yaml-quote-open", opening)
        if self.last_quoted is not None and self.last_quoted[1] == span.line:
            return problem("yaml-quote-open", self.last_quoted[0])
        if sign := self._first_sign(fault):
            return sign
        if "found unexpected ':'" in message:
            return self._colon(span)
        if "',' or '" in message or message == "did not find expected node content":
            return self._mistake_in_brackets(fault, opening, span)
        if "could not find expected ':'" in message:
            end = len(self.text.split("\n")[opening.line - 1]) + 1
            return problem("yaml-no-colon", Span(span.path, opening.line, opening.column, opening.line, end))
        if fault.context == "while parsing a quoted scalar":
            return problem("yaml-escape", span)
        if message in ("did not find expected key", "did not find expected '-' indicator"):
            if re.match(r":(\s|$)", written[span.column - 1 :]):
                return self._colon(span)
            starts_line = not written[: span.column - 1].strip(" -")
            if starts_line:
                if shifted := shifted_block(self.source.path, self.text.split("\n"), span.line - 1):
                    return shifted
                where = where_it_fits(self.text.split("\n"), span.line - 1)
                where = where or "Indent it like the lines that it belongs to"
                return problem("yaml-indentation", span, where=where)
            return problem("yaml-goes-on", span, comma="")
        return None

    def _first_sign(self, fault: yaml.MarkedYAMLError) -> Diagnostic | None:
        """Finds the sign of YAML's that begins an unquoted text, where that is what libyaml stumbled over."""
        message, context = fault.problem or "", fault.context or ""
        for mark in (fault.problem_mark, fault.context_mark):
            if mark is None:
                continue
            character = self.text[mark.index : mark.index + 1]
            place = self.source.span(mark.index, mark.index + 1)
            begins = self.text.rfind("\n", 0, mark.index) + 1
            line = self.text[begins : (self.text + "\n").index("\n", mark.index)]
            if odd := odd_space(place.path, place.line, line, mark.index - begins):
                return odd
            signs = _SCANNED.get(context.removeprefix("while scanning ").removeprefix("while parsing "), "")
            if "cannot start any token" in message or "are not allowed in this context" in message:
                return problem("yaml-first-character", place, character=character)
            if (
                character
                and character in signs
                and (fault.problem_mark is None or mark.line == fault.problem_mark.line)
            ):
                return problem("yaml-first-character", place, character=character)
        return None

    def _mistake_in_brackets(
        self, fault: yaml.MarkedYAMLError, opening: Span, span: Span
    ) -> Diagnostic | None:
        """Tells what libyaml did not expect after a bracket, or where any value may begin."""
        if fault.problem_mark is None:
            return None
        at = fault.problem_mark.index
        before, character = self.text[:at], self.text[at : at + 1]
        in_brackets = fault.context in ("while parsing a flow mapping", "while parsing a flow sequence")
        last = before.rstrip(" \t")[-1:]
        begins = last in ("", "\n") or last in ":,[{-"
        begins_text = character == "?" or (character == "-" and not self.text[at + 1 : at + 2].strip())
        if character and (fault.context == "while parsing a block node" or (begins and begins_text)):
            return problem("yaml-first-character", span, character=character)
        if character == ":" and not (span.line > opening.line and _KEY_LINE.match(before.split("\n")[-1])):
            return self._colon(span)
        if in_brackets and last in "\"']}" and character not in ("", "\n", "]", "}", ","):
            return problem("yaml-goes-on", span, comma=" In brackets, a comma parts two entries.")
        if not in_brackets:
            start = max(before.rfind("["), before.rfind("{"))
            if start < 0:
                return None
            opening = self.source.span(start, start + 1)
        return self._swallowing_comment(opening, span) or problem(
            "yaml-bracket-open", opening, line=span.line
        )

    def _swallowing_comment(self, opening: Span, span: Span) -> Diagnostic | None:
        """Finds a comment that has taken in the bracket that would close an opened one."""
        for number, line in enumerate(self.text.split("\n")[opening.line - 1 : span.line - 1], opening.line):
            match = _COMMENT.search(line, opening.column if number == opening.line else 0)
            if match and ("]" in match[1] or "}" in match[1]):
                return self._cut_by(Span(span.path, number, match.start(1) + 1, number, len(line) + 1))
        return None

    def _comment_above(self, lines: list[str], line: int) -> Span | None:
        """Finds a comment at the end of the line before, which ends a text of several lines early."""
        above = lines[line - 1] if 0 < line < len(lines) + 1 else ""
        match = _COMMENT.search(above)
        if match is None or above.lstrip().startswith("#"):
            return None
        before = above[: match.start()]
        takes_bracket = any(
            before.count(opening) > before.count(closing) and closing in match[1]
            for opening, closing in ("[]", "{}")
        )
        if before.endswith(":") and not takes_bracket:  # what follows is the value
            return None
        return Span(self.source.path, line, match.start(1) + 1, line, len(above) + 1)

    def _cut_by(self, comment: Span) -> Diagnostic:
        """Tells of a comment that was meant as text."""
        before = self.text.split("\n")[comment.line - 1][: comment.column - 1].rstrip()
        if before[-1:] in ":,[{-":
            return problem("yaml-first-character", comment, character="#")
        text = _KEY.sub("", before, count=1)
        if text.startswith(("[", "{")):
            text = _KEY.sub("", re.split(r"[\[{,]", text)[-1], count=1)
        return problem("comment-cuts-text", comment, text=text)
