"""Two persons of one name: wherever readers see the name, its role stands behind it."""

from dataclasses import replace
from functools import cache

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.model.entries import Actor
from generator.render.exports.search import search_words
from generator.render.plan import plan
from generator.render.site import render
from tests.analyse.makers import make_article, make_briefing

CLAIMS = """
status: published
bottom_line: [{text: Ann Kim says that it holds., claims: [held]}]
claims:
  - {id: held, text: Ann Kim says that it holds., by: mayor, evidence: {a: It holds}}
  - {id: broke, text: It broke., by: engineer, evidence: {a: It broke}}
  - {id: left, text: Bo Dahl says that he left., by: dahl, about: [engineer], evidence: {a: he left}}
"""


def actor(name: str, role: str) -> Actor:
    return Actor.model_validate({"name": name, "kind": "person", "role": role})


@cache
def site(second: str) -> dict[str, str]:
    text = "“It holds,” Ann Kim said. Another Ann Kim said: “It broke.” Bo Dahl said that he left."
    made = make_briefing(CLAIMS, make_article(text))
    actors = {
        "mayor": actor("Ann Kim", "mayor of Holm"),
        "engineer": actor(second, "bridge engineer"),
        "dahl": actor("Bo Dahl", "guard"),
    }
    found = Findings.of(find_passages(replace(made, actors=actors))[0])
    written = {path: text for path, text in render(plan([found])).items() if isinstance(text, str)}
    return {**written, "words": search_words([found])}


@pytest.mark.parametrize("path", ["briefings/b/index.md", "words"])
def test_roles_stand_behind_the_name_of_two(path: str) -> None:
    page = site("Ann Kim")[path]
    assert "Ann Kim (mayor of Holm)" in page and "Ann Kim (bridge engineer)" in page
    assert "Bo Dahl (guard)" not in page


def test_the_control_no_role_stands_behind_a_name_of_one() -> None:
    page = site("Eva Roy")["briefings/b/index.md"]
    assert "Ann Kim" in page and "(mayor of Holm)" not in page
