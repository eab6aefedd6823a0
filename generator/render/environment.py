"""Jinja environments that escape each value a template shows, for Markdown or for XML.

Jinja escapes for HTML, which is not enough in Markdown. So `finalize` sends each value through
`escape.markdown`. Whatever could join a raw value to markup before that doesn't compile: `~`, `+`, `%`, the
methods of text (`", ".join(…)`), and any filter that isn't in the list below, such as `safe`.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.utils import Namespace
from markupsafe import Markup

from generator.files.package import templates_folder
from generator.files.walk import plain_files, read_file
from generator.render import escape
from generator.render.words import phrase

# Jinja's filters that only choose, order or indent, so no escape can get lost. Templates compute nothing.
_JINJA_FILTERS: Final = (
    *("batch", "first", "groupby", "indent", "last", "length", "list", "map", "reject", "rejectattr"),
    *("select", "selectattr", "slice", "sort", "unique"),
)

_JOINING_NODES: Final = {nodes.Concat: "~", nodes.Add: "+", nodes.Mod: "%"}


def environment(folder: Path | None = None) -> Environment:
    """Make the environment for templates of Markdown pages.

    Templates have the global `phrase`, which looks up the catalogue of words, and as filters `attribute`,
    `css`, `markdown`, `metadata`, `paragraphs` and `url` of `escape`, a `join` that escapes each part, and
    the harmless ones of Jinja.

    Args:
        folder: the templates' folder; by default the generator's own.
    """
    templates = _new_environment(folder, finalize)
    templates.filters = {name: templates.filters[name] for name in _JINJA_FILTERS} | {
        "attribute": escape.attribute,
        "css": escape.css,
        "join": join,
        "markdown": escape.markdown,
        "metadata": escape.metadata,
        "paragraphs": escape.paragraphs,
        "url": escape.url,
    }
    # Without `lipsum`, which makes markup, and `range` and `dict`, which compute.
    templates.globals = {"namespace": Namespace, "phrase": _phrase}
    return templates


def xml_environment(folder: Path | None = None) -> Environment:
    """Make the environment for templates of XML files; each value is escaped for XML, without filters."""
    templates = _new_environment(folder, finalize_xml)
    templates.filters = {}
    templates.globals = {}
    return templates


def _new_environment(folder: Path | None, last: Callable[[object], Markup]) -> Environment:
    return _Environment(
        loader=_Templates(folder or templates_folder()),
        autoescape=True,
        finalize=last,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _Templates(BaseLoader):
    """Loads templates from regular files only: a symbolic link could publish a file from elsewhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Read a template; returns its text, and its path for messages."""
        try:
            source = read_file(self._folder, template).decode()
        except FileNotFoundError:
            raise TemplateNotFound(template) from None
        return source, str(self._folder / template), None

    def list_templates(self) -> list[str]:
        """List the names of all templates."""
        return plain_files(self._folder)[0]


def finalize(value: object) -> Markup:
    """Write a value for Markdown: markup as it is, text escaped, a whole number in digits.

    Raises:
        TypeError: any other value, such as None, a truth value or a list.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape.markdown(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return escape.markdown(str(value))
    if isinstance(value, Undefined):
        str(value)  # Raises Jinja's own error, which names what is undefined.
    raise TypeError(f"a template shows text and numbers, not {value!r}")


def finalize_xml(value: object) -> Markup:
    """Write a value for XML: markup as it is, text escaped.

    Raises:
        TypeError: any other value.
    """
    match value:
        case Markup():
            return value
        case str():
            return escape.Safe(escape.xml(value))
        case Undefined():
            str(value)  # Raises Jinja's own error, which names what is undefined.
    raise TypeError(f"a template of XML shows text, not {value!r}")


def join(values: Iterable[object], separator: str = "") -> Markup:
    """Join values, each written by `finalize`, with a separator of punctuation or of markup.

    Raises:
        TypeError: the separator is plain text other than ``,;·–—`` and spaces; use `{% for %}` for that.
    """
    if not isinstance(separator, Markup) and separator.strip(" ,;·–—"):
        raise TypeError(f"not a separator: {separator!r}")
    return Markup(separator).join(finalize(value) for value in values)


def _phrase(name: str, *values: object) -> Markup:
    """Look up a phrase of the catalogue and fill in the values, each written by `finalize`.

    Raises:
        KeyError: no phrase has that name.
    """
    shown = [value if isinstance(value, int) else finalize(value) for value in values]
    return escape.Safe(phrase(name, *shown))


class _Generator(CodeGenerator):
    """Leaves out Jinja's escape for HTML around each value, as `finalize` returns nothing but markup."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"({finalize.src}")


class _Environment(Environment):
    """Refuses to compile a template that joins a raw value to markup."""

    code_generator_class = _Generator

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        for output in source.find_all(nodes.Output):
            output.nodes = [_filled_in(child) for child in output.nodes]
        for node in source.find_all((*_JOINING_NODES, nodes.Call)):
            if joint := _JOINING_NODES.get(type(node)) or _text_method(node):
                raise TemplateSyntaxError(
                    f"{joint!r} can lose an escape: write it out", node.lineno, name, filename
                )
        return super()._generate(source, name, filename, defer_init)


def _filled_in(node: nodes.Expr) -> nodes.Expr:
    """Look up a phrase without values when the template is compiled, as it is the same on each page."""
    match node:
        case nodes.Call(node=nodes.Name(name="phrase"), args=[nodes.Const(value=str(name))], dyn_args=None):
            return nodes.TemplateData(phrase(name), lineno=node.lineno)
    return node


def _text_method(node: nodes.Node) -> str | None:
    """Name the method of text that a node calls, as `join` in `", ".join(…)`; None for any other node.

    A mere attribute passes, for a briefing may have a `title`, which text has as well.
    """
    called: Any = node.node if isinstance(node, nodes.Call) else None
    return called.attr if isinstance(called, nodes.Getattr) and hasattr(str, called.attr) else None
