"""Rooms: which folder of the generator may import which, and how large each may grow."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.paths import GENERATOR

TEXT: Final = ("model", "analyse/languages", "analyse/text")
ATTRIBUTION: Final = (*TEXT, "analyse/attribution")
QUOTES: Final = (*ATTRIBUTION, "analyse/quotes")
FINDINGS: Final = (*QUOTES, "analyse/findings")
HISTORY: Final = (*FINDINGS, "analyse/history")
BASE: Final = ("model", "render/bidi", "render/escape", "render/addresses", "render/words")
# What a claim is made of beside its own folder; the other parts are made of claims.
OF_CLAIMS: Final = tuple(
    f"render/parts/{name}"
    for name in ("corrections", "dates", "earlier", "lettered", "links", "source_labels")
)
OWN_PARTS: Final = (*BASE, "render/edition", "render/parts", "render/parts/claims")
PARTS: Final = (*OWN_PARTS, "render/parts/changes")
PAGES: Final = (*PARTS, "render/briefing", "render/page")
RENDER: Final = ("render", "render/pages", "render/paper", "render/exports", "render/reports", "render/words")
READ: Final = ("files", "model", "places", "read")

MAY_IMPORT: Final[dict[str, tuple[str, ...]]] = {
    "failure": (),
    "files": ("failure",),
    "places": (),
    "progress": (),
    "processes": (),
    "model": (),
    "read": ("files", "model", "places"),
    "read/git": ("failure", *READ),
    "analyse/languages": ("model",),
    "analyse/text": ("model", "analyse/languages"),
    "analyse/attribution": TEXT,
    "analyse/quotes": ATTRIBUTION,
    "analyse/findings": QUOTES,
    "analyse/history": (*FINDINGS, "read/git"),
    "analyse/checks/references": FINDINGS,
    "analyse/checks": ("progress", *FINDINGS, "analyse/checks/references"),
    "render/bidi": (),
    "render/escape": ("render/bidi",),
    "render/addresses": ("render/escape",),
    "render/words": ("model", "render/bidi"),
    "render/environment": ("files", "render/escape", "render/words"),
    "render/assets": ("files", "render/environment"),
    "render/edition": ("model", "analyse/findings"),
    "render/parts/claims": (*BASE, *FINDINGS, *OF_CLAIMS),
    "render/parts": (*OWN_PARTS, *HISTORY),
    "render/parts/changes": (*OWN_PARTS, *HISTORY),
    "render/briefing": (*PARTS, *HISTORY),
    "render/page": ("render/briefing",),
    "render/exports": ("files", *PARTS, *FINDINGS, "render/briefing", "render/environment"),
    "render/reports": (*PARTS, *HISTORY, "render/exports"),
    "render/pages": ("files", *PAGES, *HISTORY, "render/exports", "render/reports"),
    "render/paper": (
        *("files", *PAGES, "analyse/findings", "render/assets", "render/environment", "render/pages"),
    ),
    "render/plan": (*PAGES, "analyse/findings", "render/pages"),
    "render/site": (
        *("analyse/findings", "files", "render/assets", "render/edition", "render/environment"),
        *("render/exports", "render/of_briefing", "render/page", "render/plan"),
    ),
    "publish": (
        "failure",
        "files",
        "places",
        "processes",
        "read",
        "publish/preview",
        "publish/search",
        "render/exports/search",
    ),
    "publish/preview": ("model", "render/environment", "render/words"),
    "publish/search": ("failure", "files", "render/exports"),
    "publish/paper": ("failure", "files", "render/assets", "render/paper"),
    "edit": (*READ, *FINDINGS, "analyse/checks"),
    "edit/imports/text": (),
    "edit/imports/web": ("edit/imports/text",),
    "edit/imports": (*READ, "edit", "edit/imports/text", "edit/imports/web"),
    "edit/fixes": (*READ, *QUOTES, "edit"),
    "render/of_briefing": (
        *("analyse/findings", "files", "render/edition", "render/escape", "render/exports", "render/page"),
        *("render/paper", "render/plan"),
    ),
    "incremental": (
        *(
            *READ,
            "read/git",
            *FINDINGS,
            "analyse/checks",
            "processes",
            "progress",
            "publish",
            "publish/paper",
            "render/addresses",
        ),
        *("render/addresses", "render/edition", "render/environment", "render/of_briefing"),
        *("render/paper", "render/site"),
    ),
    "pipeline": (
        "incremental",
        *(*READ, "read/git", *HISTORY, "analyse/checks", *RENDER, "render/edition", "render/plan"),
        *("render/site", "publish", "publish/preview", "publish/search", "publish/paper"),
        *("progress", "edit/imports", "edit/fixes"),
    ),
    "cli": (
        *(
            "edit",
            "failure",
            "files",
            "incremental",
            "model",
            "pipeline",
            "progress",
            "publish",
            "publish/search",
            "publish/paper",
            "read/git",
        ),
        *("render/plan", "render/reports", "render/site", "edit/imports/text", "edit/fixes"),
    ),
}
"""For each room what it may import beside itself. A module directly in render/ is a room of its own.

A name with a module at its end allows that module alone: ``render/parts/dates``.
"""

# MkDocs calls the hook, and the hook needs the whole pipeline: it asks for it only when a build begins.
LAZILY: Final = {("publish/hook.py", room) for room in ("edit", "pipeline", "publish/search")}
MOST_MODULES: Final = 16


def room_of(path: str) -> str:
    """The room of a module's path: its folder, or the module itself at the top and directly in render/."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name}".strip("/").removesuffix(".py") if folder in ("", "render") else folder


def _modules(root: Path) -> dict[str, str]:
    """Each module's path by its dotted name."""
    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.py"))]
    dotted = {f"generator.{path.removesuffix('.py').replace('/', '.')}": path for path in paths}
    return {name.removesuffix(".__init__"): path for name, path in dotted.items()}


def _imports(path: Path) -> Iterator[tuple[str, str, bool]]:
    """What a module imports, from where, and whether it does so as soon as it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_once = {node for statement in tree.body for node in _without_functions(statement)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node in at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            yield from ((node.module or "", alias.name, node in at_once) for alias in node.names)


def _without_functions(node: ast.AST) -> list[ast.AST]:
    """The node and what is in it, without the bodies of functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return []
    return [node, *(inner for child in ast.iter_child_nodes(node) for inner in _without_functions(child))]


def _faults(root: Path) -> list[str]:
    modules = _modules(root)
    faults = []
    for path in modules.values():
        room = room_of(path)
        for module, name, at_once in _imports(root / path):
            top = module.split(".")[0]
            if top in ("mkdocs", "material") and not room.startswith("publish"):
                faults.append(f"{path} imports {top}")
            target = modules.get(f"{module}.{name}") or modules.get(module)
            if top != "generator" or target is None or path in ("__main__.py", "__init__.py"):
                continue
            there = room_of(target)
            if there in (room, "__init__") or (not at_once and (path, there) in LAZILY):
                continue
            if not {there, target.removesuffix(".py")} & {*MAY_IMPORT.get(room, ())}:
                faults.append(f"{path} imports {target}")
    return faults


def test_each_room_imports_only_what_it_may() -> None:
    assert _faults(GENERATOR) == []


def test_rooms_make_no_circle() -> None:
    """What is allowed to import in a circle would soon do so; only claims and other parts share a folder."""
    allowed = {
        room: {other for other in others if other in MAY_IMPORT} for room, others in MAY_IMPORT.items()
    }
    placed: set[str] = set()
    while free := {
        room for room, others in allowed.items() if room not in placed and others <= placed | {room}
    }:
        placed |= free
    assert set(MAY_IMPORT) - placed == set()


def test_no_room_is_crowded() -> None:
    folders = [path.parent for path in GENERATOR.rglob("__init__.py")]
    sizes = {folder.relative_to(GENERATOR).as_posix(): len([*folder.glob("*.py")]) - 1 for folder in folders}
    assert {folder: size for folder, size in sizes.items() if size > MOST_MODULES} == {}


def test_every_folder_has_its_room() -> None:
    rooms = {room_of(path) for path in _modules(GENERATOR).values()}
    # Packages that only hold rooms have no module of their own.
    assert rooms - {*MAY_IMPORT, "__init__", "__main__", "analyse", "render/__init__"} == set()


def test_faults_are_seen(tmp_path: Path) -> None:
    """The control: what the tests above would say of modules that break the rules."""
    for name, text in {
        "model/a.py": "from generator.read.load import load\n",
        "read/load.py": "",
        "edit/fix.py": "",
        "render/b.py": "def f():\n    from generator.edit.fix import fix\n    import mkdocs.config\n",
        "publish/hook.py": "from generator.pipeline import check\n",
        "publish/c.py": "import mkdocs\nfrom generator import cli\nfrom generator.edit import fix\n",
        "edit/d.py": "import generator.render.pages.page\n",
        "analyse/text/fold.py": "from generator.analyse.checks.run import examine\n",
        "analyse/checks/run.py": "from generator.analyse.text.fold import fold\n",
        "render/parts/dates.py": "from generator.render.parts.claims.writer import ClaimWriter\n",
        "render/parts/claims/writer.py": "from generator.render.parts import dates, matters\n",
        "render/parts/matters.py": "",
        "render/pages/page.py": "",
        "cli.py": "",
        "pipeline.py": "",
        "__main__.py": "from generator.cli import main\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    expected = [
        "analyse/text/fold.py imports analyse/checks/run.py",
        "edit/d.py imports render/pages/page.py",
        "model/a.py imports read/load.py",
        "publish/c.py imports cli.py",
        "publish/c.py imports edit/fix.py",
        "publish/hook.py imports pipeline.py",
        "render/b.py imports edit/fix.py",
        "render/b.py imports mkdocs",
        "render/parts/claims/writer.py imports render/parts/matters.py",
    ]
    assert sorted(_faults(tmp_path)) == expected
    (tmp_path / "publish/hook.py").write_text(
        "def f():\n    from generator.pipeline import check\n", encoding="utf-8"
    )
    assert "publish/hook.py imports pipeline.py" not in _faults(tmp_path)
