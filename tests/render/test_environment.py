"""That no template can show a value unescaped: by trying each way round, and over the real templates."""

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError
from jinja2.exceptions import TemplateAssertionError, TemplateSyntaxError

from generator.files.package import templates_folder
from generator.render import escape
from generator.render.environment import environment
from tests.paths import TEMPLATES

RAW = "![x](y){: onerror=z }"
ESCAPED = "!&#91;x&#93;(y)&#123;: onerror&#61;z &#125;"


@pytest.fixture
def jinja(tmp_path: Path) -> Environment:
    return environment(tmp_path)


def shown(jinja: Environment, template: str, **values: object) -> str:
    return jinja.from_string(template).render(values)


def test_values_are_escaped_and_the_template_is_not(jinja: Environment) -> None:
    assert shown(jinja, "**{{ x }}** <b>{{ x }}</b>", x=RAW) == f"**{ESCAPED}** <b>{ESCAPED}</b>"


def test_what_is_escaped_already_stays(jinja: Environment) -> None:
    assert shown(jinja, "{{ x }}", x=escape.markdown(RAW)) == ESCAPED


@pytest.mark.parametrize(
    "template",
    [
        "{{ ('' if no else x) }}",
        "{{ x | markdown }}",
        "{{ x | paragraphs }}",
        "{% set y = x %}{{ y }}",
        "{% set y %}{{ x }}{% endset %}{{ y }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{{ [x] | first }}",
        "{{ [x] | join }}",
        "{{ [x] | join(', ') }}",
        "{% set part %}{% endset %}{{ [part, x] | join }}",
        "{{ [[part, x]] | map('join') | first }}",
        "{{ x | indent }}",
        "{% set ns = namespace(y=x) %}{{ ns.y }}",
        "{% for y in [x] %}{{ y }}{% endfor %}",
        "{% block b %}{{ x }}{% endblock %}",
        "{% with y = x %}{{ y }}{% endwith %}",
    ],
)
def test_every_way_to_a_value_escapes_it(jinja: Environment, template: str) -> None:
    assert shown(jinja, template, x=RAW, no=False, part=escape.markdown("")) == ESCAPED


@pytest.mark.parametrize(
    "template",
    [
        "{{ a ~ x }}",
        "{{ a + x }}",
        "{{ a % x }}",
        "{{ a.join([x]) }}",
        "{{ a.format(x) }}",
        "{{ a.replace('b', x) }}",
        "{% macro m(y) %}{{ '<b>' ~ y }}{% endmacro %}",
        "{% if a %}{% set b = a ~ x %}{% endif %}",
    ],
)
def test_what_joins_text_to_markup_does_not_compile(jinja: Environment, template: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="can lose an escape"):
        jinja.from_string(template)


@pytest.mark.parametrize(
    "name",
    [
        *("safe", "e", "escape", "forceescape", "format", "replace", "string", "striptags", "sum", "tojson"),
        *("upper", "urlencode", "urlize", "xmlattr", "default", "trim", "center"),
    ],
)
def test_jinjas_filters_are_left_out(jinja: Environment, name: str) -> None:
    with pytest.raises(TemplateAssertionError, match="No filter named"):
        jinja.from_string("{{ x | " + name + " }}")


def test_a_refusal_tells_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "page.md.jinja").write_text("# Page\n\n{{ a ~ b }}\n", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError) as refusal:
        environment(tmp_path).get_template("page.md.jinja")
    assert (refusal.value.name, refusal.value.lineno) == ("page.md.jinja", 3)


def test_a_separator_is_punctuation_or_markup(jinja: Environment) -> None:
    assert shown(jinja, "{{ ['a', '*', 3] | join(' · ') }}") == "a · &#42; · 3"
    assert shown(jinja, "{% set br %}<br>{% endset %}{{ ['a', '*'] | join(br) }}") == "a<br>&#42;"
    with pytest.raises(TypeError, match="not a separator"):
        shown(jinja, "{{ ['a', 'b'] | join(x) }}", x=RAW)


def test_filters_for_the_other_sinks(jinja: Environment) -> None:
    assert shown(jinja, '<a title="{{ x | attribute }}">', x='"') == '<a title="&#34;">'
    assert shown(jinja, "{{ x | metadata }}", x="<_>") == "&#60;&#95;&#62;"
    assert shown(jinja, "[x]({{ x | url }})", x="https://a.b/(c)") == "[x](https://a.b/&#40;c&#41;)"
    assert shown(jinja, "{{ x | paragraphs }}", x="a\n\n*") == "a\n\n&#42;"


def test_numbers_are_shown(jinja: Environment) -> None:
    assert shown(jinja, "{{ x }} {{ -1 }} {{ [1, 2] | length }}", x=3) == "3 -1 2"


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"], {"a": "b"}, b"a", object()])
def test_what_is_neither_text_nor_number_is_an_error(jinja: Environment, value: object) -> None:
    with pytest.raises(TypeError, match="a template shows text and numbers"):
        shown(jinja, "{{ x }}", x=value)


@pytest.mark.parametrize("template", ["{{ x }}", "{{ y.z }}", "{% if x %}{% endif %}"])
def test_what_is_undefined_is_an_error(jinja: Environment, template: str) -> None:
    with pytest.raises(UndefinedError):
        shown(jinja, template, y={})


def test_a_condition_without_its_else_is_an_error(jinja: Environment) -> None:
    """Jinja shows nothing there, however strict; who wants nothing writes `else ""`."""
    with pytest.raises(TypeError, match="Undefined"):
        shown(jinja, "{{ 'a' if x }}", x=False)


def test_blocks_leave_no_lines_behind(jinja: Environment) -> None:
    assert shown(jinja, "a\n  {% if true %}\nb\n  {% endif %}\n") == "a\nb\n"


def test_templates_lie_in_the_repository() -> None:
    assert templates_folder() == TEMPLATES


def test_the_generators_own_templates_compile() -> None:
    """Compiling is the check: it refuses every construction above. Run over all, used by a page or not."""
    own = environment()
    for name in own.list_templates(extensions=["jinja"]):
        own.get_template(name)
