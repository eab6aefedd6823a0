"""A module imports only from its own folder and from those above it, and only publish knows MkDocs."""

import ast
from pathlib import Path

from tests.paths import GENERATOR

ABOVE = {
    "model": set(),
    "read": {"model"},
    "analyse": {"model", "read"},
    "render": {"model", "read", "analyse"},
    "edit": {"model", "read", "analyse"},
    "publish": {"model", "read", "analyse", "render", "edit"},
    "pipeline": {"model", "read", "analyse", "render", "edit", "publish"},
    "cli": {"model", "read", "analyse", "render", "edit", "publish", "pipeline"},
}
# MkDocs calls the hook, and the hook needs the whole pipeline: it asks for it only when a build begins.
LAZILY = {("publish/hook.py", "pipeline")}


def _imports(path: Path) -> list[tuple[str, bool]]:
    """What a module imports, and whether it does so as soon as it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_once = {node for statement in tree.body for node in _reached(statement)}
    found = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found += [(name, node in at_once) for name in names]
    return found


def _reached(node: ast.AST) -> list[ast.AST]:
    """The node and what is in it, without the bodies of functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return []
    return [node, *(one for child in ast.iter_child_nodes(node) for one in _reached(child))]


def _faults(root: Path) -> list[str]:
    faults = []
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        layer = name.split("/")[0].removesuffix(".py")
        for module, at_once in _imports(path):
            parts = module.split(".")
            if parts[0] in ("mkdocs", "material") and layer != "publish":
                faults.append(f"{name} imports {parts[0]}")
            if parts[0] != "generator" or layer not in ABOVE or parts[1] not in {*ABOVE}:
                continue
            if parts[1] != layer and parts[1] not in ABOVE[layer]:
                if (name, parts[1]) in LAZILY and not at_once:
                    continue
                faults.append(f"{name} imports {parts[1]}")
    return faults


def test_layers() -> None:
    assert _faults(GENERATOR) == []


def test_every_folder_has_its_place() -> None:
    folders = {path.name for path in GENERATOR.iterdir() if path.is_dir() and path.name != "__pycache__"}
    # The templates lie in the package only where it is installed.
    assert folders - {"_templates"} <= set(ABOVE)


def test_faults_are_seen(tmp_path: Path) -> None:
    """The control: what the two tests above would say of a module that breaks the rule."""
    for name, text in {
        "model/a.py": "from generator.read.load import load\n",
        "render/b.py": "def f():\n    from generator.edit.fix import fix\n    import mkdocs.config\n",
        "publish/hook.py": "from generator.pipeline import check\n",
        "publish/c.py": "import mkdocs\nfrom generator import cli\nfrom generator.edit import fix\n",
        "edit/d.py": "import generator.render.page\n",
        "__main__.py": "from generator.cli import main\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert _faults(tmp_path) == [
        "edit/d.py imports render",
        "model/a.py imports read",
        "publish/c.py imports cli",
        "publish/hook.py imports pipeline",
        "render/b.py imports edit",
        "render/b.py imports mkdocs",
    ]
    (tmp_path / "publish/hook.py").write_text(
        "def f():\n    from generator.pipeline import check\n", encoding="utf-8"
    )
    assert "publish/hook.py imports pipeline" not in _faults(tmp_path)
