"""What a person's page tells of answers: only that these sources carry none to what others say."""

import pytest

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.find import find_passages
from generator.render.pages.actors import actor_plans
from tests.analyse.makers import make_article, make_briefing

TEXT = "Lee fell, Kim said. “I stand,” said Lee. Lee likes rain, the paper writes."
ACTORS = "actors:\n  kim: {name: Kim, kind: person}\n  lee: {name: Lee, kind: person}\n"
OF_LEE = (
    "- {id: fell, matter: fall, text: Kim says that Lee fell., by: kim, "
    "evidence: {a: 'Lee fell, Kim said'}}\n"
)
ANSWER = "- {id: stands, matter: fall, text: Lee says that he stands., by: lee, evidence: {a: I stand}}\n"
ELSEWHERE = "- {id: stands, text: Lee says that he stands., by: lee, evidence: {a: I stand}}\n"


def _told(claims: str) -> list[str]:
    yaml = f"{ACTORS}matters: {{fall: {{title: The fall}}}}\nclaims:\n{claims}"
    findings = Findings.of(find_passages(make_briefing(yaml, make_article(TEXT)))[0])
    [page] = [page for page in actor_plans([findings]) if page.path == "actors/lee/index.md"]
    return [said_in.answer for said_in in page.view["briefings"]]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (OF_LEE, "1 claim by others about this person. These sources carry no answer to it"),
        (
            OF_LEE + ELSEWHERE,
            "1 claim by others about this person. These sources carry no answer to it; 1 claim",
        ),
    ],
)
def test_that_there_is_no_answer_is_told(claims: str, told: str) -> None:
    [answer] = _told(claims)
    assert answer.startswith(told)


def test_of_a_person_who_answers_nothing_is_told() -> None:
    assert _told(OF_LEE + ANSWER) == [""]
