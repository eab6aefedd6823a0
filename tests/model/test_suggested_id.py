"""Ids that are suggested where a name or a sentence was written for one."""

import pytest

from generator.model.texts import id_fault, suggested_id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        *(
            ("Halvard Ek", "halvard-ek"),
            ("b.md", "b"),
            ("a.txt", "a"),
            ("the Port Authority", "the-port-authority"),
        ),
        *(("Île-de-France", "ile-de-france"), ("Łódź", "lodz"), ("Søren Ærø", "soren-aero"), ("ﬁrm", "firm")),
        *(("Ms. O’Neill", "ms-oneill"), ("U.N.", "u-n"), ("  8,000 troops ", "8-000-troops")),
        # Nothing is made of other scripts, or of what Windows keeps for a device.
        *(("Зеленский", ""), ("…", ""), ("", ""), ("con", ""), ("CON.txt", "")),
        ("x" * 90, "x" * 80),
    ],
)
def test_a_suggestion_is_an_id_or_nothing(text: str, id: str) -> None:
    assert suggested_id(text) == id
    assert not id or id_fault(id) is None
