"""The documents say what the code does: commands, modules, examples."""

import ast
import re
from pathlib import Path

import pytest

from generator.cli import _commands, main
from tests.paths import REPOSITORY

LAYERS = ("model", "read", "analyse", "render", "edit", "publish")


def module_lines() -> list[str]:
    lines = []
    for layer in LAYERS:
        folder = REPOSITORY / "generator" / layer
        if not folder.is_dir():
            continue
        lines += ["", f"**{layer}/** {_sentence(folder / '__init__.py')}", ""]
        lines += [
            f"- `{path.name}` {_sentence(path)}"
            for path in sorted(folder.glob("*.py"))
            if path.name != "__init__.py"
        ]
        for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
            parts = [path for path in sorted(inner.glob("*.py")) if path.name != "__init__.py"]
            lines.append(f"- `{inner.name}/` {_sentence(inner / '__init__.py')}")
            lines += [f"  - `{path.name}` {_sentence(path)}" for path in parts]
    for name in ("pipeline.py", "cli.py"):
        lines += ["", f"**{name}** {_sentence(REPOSITORY / 'generator' / name)}"]
    return [*lines, ""]


def _sentence(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def test_design_lists_every_module_in_the_words_of_its_docstring(request: pytest.FixtureRequest) -> None:
    design = REPOSITORY / "DESIGN.md"
    text = design.read_text(encoding="utf-8")
    expected = "\n".join(["<!-- modules -->", *module_lines(), "<!-- /modules -->"])
    if request.config.getoption("--renew-golden"):
        text = re.sub(r"<!-- modules -->.*<!-- /modules -->", lambda _: expected, text, flags=re.DOTALL)
        design.write_text(text, encoding="utf-8", newline="\n")
    assert expected in text


def test_readme_names_every_command() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE))
    assert told == set(_commands.commands)


def test_readme_names_only_targets_that_the_makefile_has() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        told = set(re.findall(r"`?make ([a-z]+)", (REPOSITORY / name).read_text(encoding="utf-8")))
        assert told & targets, name
        assert told - targets <= {"it"}, name


def test_ci_runs_what_the_readme_tells() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall(r"^make (.+)$", script, re.MULTILINE) == ["test", "prove", "site"]


def test_the_example_of_contributing_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = [_dedented(block) for block in re.findall(r"^   ```(?:yaml)?\n(.*?)^   ```$", text, re.M | re.S)]
    article = next(block for block in blocks if block.startswith("---"))
    briefing = next(block for block in blocks if "bottom_line:" in block)
    folder = tmp_path / "briefings" / "the-harbour-wall"
    (folder / "articles").mkdir(parents=True)
    (folder / "briefing.yml").write_text(briefing, encoding="utf-8")
    article = article.replace("The article's text begins here …", "“I know the wall will hold,” she said.")
    (folder / "articles" / "a.txt").write_text(article, encoding="utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 0, capsys.readouterr().out


def _dedented(block: str) -> str:
    return "\n".join(line.removeprefix("   ") for line in block.split("\n"))
