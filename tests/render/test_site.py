import pytest
import yaml

from generator.files.package import templates_folder
from generator.render.page import Page
from generator.render.plan import plan
from generator.render.site import render


def method(**fields: object) -> str:
    """The method page, which needs nothing but the catalogue's words, with other fields."""
    [page] = [one for one in plan([]) if one.template == "method"]
    values = {name: getattr(page, name) for name in Page.__dataclass_fields__}
    text = render([Page(**(values | fields))])["method.md"]
    assert isinstance(text, str)
    return text


def front_matter(text: str) -> dict[str, str]:
    opening, fields, _ = text.split("---\n", 2)
    assert opening == ""
    read: dict[str, str] = yaml.safe_load(fields)
    return read


def test_every_page_has_a_front_matter_of_its_own() -> None:
    for path, text in render(plan([])).items():
        if path.endswith(".md"):
            assert isinstance(text, str)
            more = {"search/index.md": {"robots"}, "index.md": {"own_contents"}}
            assert set(front_matter(text)) == {"title", "description"} | more.get(path, set())


@pytest.mark.parametrize(("indexed", "robots"), [(True, None), (False, "noindex")])
def test_robots(indexed: bool, robots: str | None) -> None:
    assert front_matter(method(indexed=indexed)).get("robots") == robots


def test_title_is_escaped() -> None:
    hostile = "</title><script>x</script> --- ”\n---\nrobots: all"
    fields = front_matter(method(title=hostile, description=hostile))
    assert set(fields) == {"title", "description"}
    assert "<" not in fields["title"] + fields["description"]


def test_pages_end_with_one_line_break_and_hold_no_two_blank_lines() -> None:
    for path, text in render(plan([])).items():
        if path.endswith(".md"):
            assert isinstance(text, str)
            assert text.endswith("\n") and not text.endswith("\n\n")
            assert "\n\n\n" not in text


def test_scripts_are_carried_byte_by_byte() -> None:
    script = (templates_folder() / "assets" / "search.js").read_bytes()
    assert render([])["assets/search.js"] == script
