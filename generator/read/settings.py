"""Site-wide settings: what mkdocs.yml has under ``extra: briefings:``."""

from pathlib import Path
from typing import Final

import yaml
from yaml_env_tag import construct_env_tag

from generator.files.folder import opened
from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedMapping, LocatedText, Unquoted
from generator.model.settings import NOTHING_SET, Settings
from generator.model.span import Span
from generator.read.source import read_source
from generator.read.validate import build

CONFIG: Final = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does, environment variables included."""


_Loader.add_constructor("!ENV", construct_env_tag)


def read_settings(root: Path) -> tuple[Settings, list[Diagnostic]]:
    """The settings of the site at ``root``; the defaults where there is no mkdocs.yml or nothing is set.

    Only the generator's own part is read; the tags that MkDocs has for other parts are passed over.
    """
    with opened(root) as folder:
        if folder.kind(CONFIG) is None:
            return NOTHING_SET, []
    source, faults = read_source(root, CONFIG)
    if source is None:
        return NOTHING_SET, faults
    loader = _Loader(source.text)
    try:
        whole = loader.get_single_node()
        given = _located(loader, _child(_child(whole, "extra"), "briefings"))
        own = {
            name: (loader.construct_object(node), _span(node))
            for name, key in (("site", "site_url"), ("name", "site_name"))
            if (node := _child(whole, key)) is not None
        }
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        span = Span(CONFIG, line, column, line, column + 1)
        return NOTHING_SET, [problem("settings-unreadable", span, reason=fault.problem or "not YAML")]
    for name, (value, span) in own.items():
        if value:
            given[name] = LocatedText(str(value), span)
    settings, faults = build(Settings, given, CONFIG)
    return settings or NOTHING_SET, faults


def custom_dir(root: Path) -> str | None:
    """The folder of theme overrides, as mkdocs.yml names it; None where it names none."""
    source, _ = read_source(root, CONFIG)
    if source is None:
        return None
    try:
        loader = _Loader(source.text)
        node = _child(_child(loader.get_single_node(), "theme"), "custom_dir")
        return str(loader.construct_object(node)) if node is not None else None
    except yaml.YAMLError:
        return None


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _located(loader: yaml.SafeLoader, node: yaml.Node | None, *, deep: bool = True) -> LocatedMapping:
    """The settings that have a value, each with its place; an unset environment variable sets nothing.

    A setting may be a mapping of values, and no deeper, so that nothing can unfold.

    Raises:
        yaml.MarkedYAMLError: a key is no word, or stands there twice.
    """
    given = LocatedMapping(_span(node) if node else Span(CONFIG))
    seen: set[str] = set()
    for name, value in node.value if isinstance(node, yaml.MappingNode) else []:
        if not isinstance(name, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key must be a single word", problem_mark=name.start_mark)
        if name.value in seen:
            again = f"the key '{name.value}' stands there twice"
            raise yaml.MarkedYAMLError(problem=again, problem_mark=name.start_mark)
        seen.add(name.value)
        nested = deep and isinstance(value, yaml.MappingNode)
        made = _located(loader, value, deep=False) if nested else _value(loader, value)
        if made is not None:
            given.keys_at[name.value] = _span(name)
            given[name.value] = made
    return given


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> LocatedText | Unquoted | None:
    made = loader.construct_object(node, deep=True)
    if made in ("", None):
        return None
    return (
        LocatedText(made, _span(node)) if isinstance(made, str) else Unquoted(str(made), "value", _span(node))
    )


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(CONFIG, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
