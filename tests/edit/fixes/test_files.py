"""Which files are mended: the registry, briefings, what stands above an article's text; never a link."""

from pathlib import Path

import pytest

from generator.edit.fixes.difference import difference_of
from generator.edit.fixes.draft import Done
from generator.edit.fixes.run import fix
from tests.conftest import Repository
from tests.edit.fixes.base import ACTORS, ARTICLE, BRIEFING, REGISTRY, SUMMARY, changed, files_of, mend


def test_above_an_article_s_text_yaml_is_mended_and_the_text_never(repository: Repository) -> None:
    text = (
        '\r\n\ttitle: The quay: "safe" \u2013 or not?\r\n  \u2022 id: x\r\n\u00a0published: 1 March 2031\r\n'
    )
    above = "title: The quay: safe?\r\n\u00a0\u00a0\r\npublished: 1 March 2031\r\nauthor: 24\r\n"
    lead = f"\ufeff---\r\n{above}---\r\n"
    root = repository(files_of(more={ARTICLE: (lead + text).encode()}))
    done = mend(root)
    expected = lead.replace("The quay: safe?", '"The quay: safe?"').replace("1 March 2031", "2031-03-01")
    expected = expected.replace("\u00a0", " ").replace("24", '"24"')
    assert (root / ARTICLE).read_bytes() == (expected + text).encode()
    assert [one.line for one in done[ARTICLE].done] == [2, 3, 4, 5]


def test_an_article_without_such_lines_stays(repository: Repository) -> None:
    root = repository(files_of(more={ARTICLE: "title: The quay: safe?\n\nBy day."}))
    assert mend(root) == {}


def test_actors_of_the_registry_are_mended_before_they_are_looked_for(repository: Repository) -> None:
    actors = ACTORS + "  Ida Moe: {name: Ida Moe, kind: person, member_of: The council}\n"
    root = repository(files_of(changed("by: mayor", "by: Ida Moe"), {REGISTRY: actors}))
    assert set(mend(root)) == {REGISTRY, BRIEFING}
    assert (root / REGISTRY).read_text(encoding="utf-8") == actors.replace("Ida Moe:", "ida-moe:").replace(
        "The council}", "council}"
    )
    assert (root / BRIEFING).read_text(encoding="utf-8") == changed("by: mayor", "by: ida-moe")


def test_a_name_of_two_actors_is_left(repository: Repository) -> None:
    actors = ACTORS + "  ek-junior: {name: Halvard Ek, kind: person}\n"
    root = repository(files_of(changed("by: mayor", "by: Halvard Ek"), {REGISTRY: actors}))
    assert mend(root) == {}


def test_an_unreadable_file_is_mended_line_by_line_as_far_as_that_is_safe(repository: Repository) -> None:
    broken = changed("    by: mayor\n", "\tby: mayor\n").replace("title: Safety", 'title: "Safe')
    assert mend(repository(files_of(broken))) == {}, "an open mark stands before the tab"
    broken = changed("    by: mayor\n", "\tby: mayor\n").replace("    text: How", '    text: "How')
    root = repository(files_of(broken))
    assert [done.line for done in mend(root)[BRIEFING].done] == [broken[: broken.index("\t")].count("\n") + 1]
    assert (root / BRIEFING).read_text(encoding="utf-8") == broken.replace("\t", "    ")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"title: \x00\n", b"", b"\r", b"- a\n--- \n- b\n"])
def test_what_is_no_text_or_no_briefing_stays(data: bytes, repository: Repository) -> None:
    root = repository(files_of(more={BRIEFING: data}))
    assert mend(root) == {}
    assert (root / BRIEFING).read_bytes() == data


def test_links_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    broken = changed("    by: mayor\n", "    by: Halvard Ek\n")
    (tmp_path / "elsewhere.yml").write_text(broken, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "briefing.yml").write_text(broken, encoding="utf-8")
    root = repository(files_of())
    (root / BRIEFING).unlink()
    (root / BRIEFING).symlink_to(tmp_path / "elsewhere.yml")
    (root / "briefings" / "linked").symlink_to(tmp_path / "folder")
    assert fix(root, lambda _: True) == []
    assert (tmp_path / "elsewhere.yml").read_text(encoding="utf-8") == broken


def test_a_root_without_briefings_has_nothing_to_mend(tmp_path: Path) -> None:
    assert fix(tmp_path, lambda _: True) == []
    (tmp_path / "folder").mkdir()
    (tmp_path / "briefings").symlink_to(tmp_path / "folder")
    assert fix(tmp_path, lambda _: True) == []


def test_only_what_is_wanted_is_mended(repository: Repository) -> None:
    broken = changed("    by: mayor\n", "    by: Halvard Ek\n")
    root = repository(files_of(broken, {"briefings/other/briefing.yml": broken}))
    assert [file.path for file in fix(root, lambda path: "other" in path)] == ["briefings/other/briefing.yml"]


def test_ten_mends_cost_as_many_bytes_as_they_say(repository: Repository) -> None:
    """Ten kinds in one file with CRLF; beside each stands what it adds to the bytes, or takes from them."""
    slips = {
        "title: The quay": "title: The quay: safe?",  # two marks
        "as_of: 2031-03-02": "as_of: 2 March 2031",  # 12 characters become 10
        "topics: [harbour]": "topics: harbour",  # two brackets
        "  - Ada Brand": "  - 2031",  # two marks
        "    title: Safety": "\ttitle: Safety",  # a tab becomes four spaces
        "    by: mayor": "    by: Halvard Ek",  # 10 characters become 5
        "  - id: work-begins": "  \u2022 id: work-begins",  # three bytes become one
        "    by: [council]": "    by: council, mayor",  # two brackets
        "  - id: how-long\n    text: How": "  - text: How",  # a line of 4 + 17 bytes with its end in CRLF
        "a: the quay is safe until winter": "a: 'winter,\" the mayor'",  # one byte becomes three
    }
    broken = SUMMARY
    for old, new in slips.items():
        assert broken.count(old) == 1, old
        broken = broken.replace(old, new)
    data = broken.replace("\n", "\r\n").encode()
    root = repository(files_of(more={BRIEFING: data}))
    (file,) = mend(root).values()
    assert len(file.done) == 10
    assert len(file.after) - len(data) == 2 - 2 + 2 + 2 + 3 - 5 - 2 + 2 + len("id: how-long-quay\r\n    ") + 2
    assert file.after.count(b"\r\n") == file.after.count(b"\n") == data.count(b"\n") + 1


def test_the_difference_is_one_that_git_takes() -> None:
    before, after = b"a: 1\r\nb: \x0c2", b'a: "1"\r\nb: \x0c2'
    assert difference_of("x.yml", before, after) == (
        "--- a/x.yml\n+++ b/x.yml\n@@ -1,2 +1,2 @@\n"
        '-a: 1\r\n+a: "1"\r\n b: \x0c2\n\\ No newline at end of file\n'
    )
    assert difference_of("x.yml", before, before) == ""


def test_lines_are_those_of_the_mended_file(repository: Repository) -> None:
    broken = changed("  - id: quay-is-safe   # the first\n    matter", "  - matter")
    root = repository(files_of(broken.replace("by: [council]", "by: The council")))
    lines = (root / BRIEFING).read_text(encoding="utf-8").split("\n")
    assert mend(root)[BRIEFING].done == (
        Done(lines.index("  - matter: safety") + 1, "the id mayor-says-quay-safe, made of the text"),
        Done(lines.index("    by: The council") + 2, "council for “The council”"),
    )
