"""Reading of the site's settings from mkdocs.yml: ``extra: briefings:``, the site's name and address."""

from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag

from generator.files.folder import opened
from generator.model.diagnostics import Diagnostic, problem
from generator.model.located import LocatedMapping, LocatedText, Unquoted
from generator.model.settings import NOTHING_SET, Settings
from generator.model.span import Span
from generator.places import CONFIG
from generator.read.source import read_source
from generator.read.validate import build


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does, environment variables included."""


_ConfigLoader.add_constructor("!ENV", construct_env_tag)


def read_settings(root: Path) -> tuple[Settings, list[Diagnostic]]:
    """Reads the settings of the site at ``root``; the defaults where mkdocs.yml is missing or sets nothing.

    Only the generator's own part is read; MkDocs' tags in other parts are ignored.
    """
    with opened(root) as folder:
        if folder.kind(CONFIG) is None:
            return NOTHING_SET, []
    source, faults = read_source(root, CONFIG)
    if source is None:
        return NOTHING_SET, faults
    loader = _ConfigLoader(source.text)
    try:
        whole = loader.get_single_node()
        given = _located_settings(loader, _child(_child(whole, "extra"), "briefings"))
        own = {
            name: (loader.construct_object(node), _node_span(node))
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
    """Returns the folder of theme overrides that mkdocs.yml names; None where it names none."""
    source, _ = read_source(root, CONFIG)
    if source is None:
        return None
    try:
        loader = _ConfigLoader(source.text)
        node = _child(_child(loader.get_single_node(), "theme"), "custom_dir")
        return str(loader.construct_object(node)) if node is not None else None
    except yaml.YAMLError:
        return None


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _located_settings(
    loader: yaml.SafeLoader, node: yaml.Node | None, *, deep: bool = True
) -> LocatedMapping:
    """Collects the settings that have a value, with their places; an unset environment variable sets nothing.

    A setting may be a mapping of values, and no deeper, so that nothing can unfold.

    Raises:
        yaml.MarkedYAMLError: a key is no word, or occurs twice.
    """
    given = LocatedMapping(_node_span(node) if node else Span(CONFIG))
    seen: set[str] = set()
    for name, value in node.value if isinstance(node, yaml.MappingNode) else []:
        if not isinstance(name, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key must be a single word", problem_mark=name.start_mark)
        if name.value in seen:
            again = f"the key '{name.value}' stands there twice"
            raise yaml.MarkedYAMLError(problem=again, problem_mark=name.start_mark)
        seen.add(name.value)
        nested = deep and isinstance(value, yaml.MappingNode)
        located = _located_settings(loader, value, deep=False) if nested else _located_value(loader, value)
        if located is not None:
            given.keys_at[name.value] = _node_span(name)
            given[name.value] = located
    return given


def _located_value(loader: yaml.SafeLoader, node: yaml.Node) -> LocatedText | Unquoted | None:
    plain = loader.construct_object(node, deep=True)
    if plain in ("", None):
        return None
    return (
        LocatedText(plain, _node_span(node))
        if isinstance(plain, str)
        else Unquoted(str(plain), "value", _node_span(node))
    )


def _node_span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(CONFIG, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
