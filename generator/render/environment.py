"""The one Jinja environment: every value a template shows is escaped unless `escape` already did it.

Jinja escapes for HTML, which Markdown sees through. So the environment's `finalize` sends each value through
`escape.markdown`, and what could join a raw value to markup behind its back doesn't compile: `~`, `+`, `%`,
the methods of text (`", ".join(…)`), and any filter that isn't in the list below, `safe` among them.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Undefined, nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.utils import Namespace
from markupsafe import Markup

from generator.files.walk import plain_files, read_file
from generator.render import escape
from generator.render.words import phrase

# Jinja's own filters that choose, order or indent, and so can't lose an escape. Templates compute nothing.
_JINJA_FILTERS: Final = (
    *("batch", "first", "groupby", "indent", "last", "length", "list", "map", "reject", "rejectattr"),
    *("select", "selectattr", "slice", "sort", "unique"),
)

_JOINING_NODES: Final = {nodes.Concat: "~", nodes.Add: "+", nodes.Mod: "%"}


def templates_folder() -> Path:
    """Where the templates lie: inside an installed package, else beside it in the repository."""
    package = Path(__file__).parents[1]
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def environment(folder: Path | None = None) -> Environment:
    """The environment for the templates in `folder`, by default the generator's own.

    `phrase` gives the words of the catalogue. Its filters, beside a few of Jinja's: `attribute`, `css`,
    `markdown`, `metadata`, `paragraphs` and `url` of `escape`, and a `join` that escapes each part.
    """
    made = _made(folder, finalize)
    made.filters = {name: made.filters[name] for name in _JINJA_FILTERS} | {
        "attribute": escape.attribute,
        "css": escape.css,
        "join": join,
        "markdown": escape.markdown,
        "metadata": escape.metadata,
        "paragraphs": escape.paragraphs,
        "url": escape.url,
    }
    # Without `lipsum`, which makes markup, and `range` and `dict`, which compute.
    made.globals = {"namespace": Namespace, "phrase": _phrase}
    return made


def xml_environment(folder: Path | None = None) -> Environment:
    """The environment for templates of XML: each value is escaped for XML, and there are no filters."""
    made = _made(folder, finalize_xml)
    made.filters = {}
    made.globals = {}
    return made


def _made(folder: Path | None, last: Callable[[object], Markup]) -> Environment:
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
    """Loads templates that are regular files: a link would publish what it leads to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The template's text, and its path for messages."""
        try:
            source = read_file(self._folder, template).decode()
        except FileNotFoundError:
            raise TemplateNotFound(template) from None
        return source, str(self._folder / template), None

    def list_templates(self) -> list[str]:
        """Every template's name."""
        return plain_files(self._folder)[0]


def finalize(value: object) -> Markup:
    """What a template shows for `value`: markup as it is, text escaped for Markdown, a number in digits.

    Raises:
        TypeError: a value that has no one right way to be shown; `None` is what a missing field would be.
    """
    match value:
        case Markup():
            return value
        case str():
            return escape.markdown(value)
        case int() if not isinstance(value, bool):
            return escape.markdown(str(value))
        case Undefined():
            str(value)  # Raises Jinja's own error, which names what is undefined.
    raise TypeError(f"a template shows text and numbers, not {value!r}")


def finalize_xml(value: object) -> Markup:
    """What a template of XML shows for `value`: XML that another one made as it is, text escaped.

    Raises:
        TypeError: a value that is neither.
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
    """Each value as a template shows it, parted by punctuation or by markup of the template's own.

    Raises:
        TypeError: the separator could be a value; for anything else there is `{% for %}`.
    """
    if not isinstance(separator, Markup) and separator.strip(" ,;·–—"):
        raise TypeError(f"not a separator: {separator!r}")
    return Markup(separator).join(finalize(value) for value in values)


def _phrase(name: str, *values: object) -> Markup:
    """A phrase of the catalogue, and in it each value as a template shows it.

    Raises:
        KeyError: no phrase has that name.
    """
    shown = [value if isinstance(value, int) else finalize(value) for value in values]
    return escape.Safe(phrase(name, *shown))


class _Environment(Environment):
    """Refuses, as it compiles a template, whatever joins a raw value to markup."""

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        for node in source.find_all((*_JOINING_NODES, nodes.Call)):
            if how := _JOINING_NODES.get(type(node)) or _text_method(node):
                raise TemplateSyntaxError(
                    f"{how!r} can lose an escape: write it out", node.lineno, name, filename
                )
        return super()._generate(source, name, filename, defer_init)


def _text_method(node: nodes.Node) -> str | None:
    """The `join` of `", ".join(…)`. Calls alone, for a briefing may have a `title` as text has one."""
    called: Any = node.node if isinstance(node, nodes.Call) else None
    return called.attr if isinstance(called, nodes.Getattr) and hasattr(str, called.attr) else None
