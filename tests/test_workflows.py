"""What GitHub is asked to do: workflows and forms are what GitHub reads, and nothing in them is unsafe."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.paths import REPOSITORY

GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")

# Tag and commit of every action in use, as their projects published them.
ACTIONS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
    "actions/configure-pages": "45bfe0192ca1faeb007ade9deae92b16b8254a0d",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}


def read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    return run(str(program), "--offline", "--persona=pedantic", "--no-progress", *map(str, paths))


def schema(name: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    return run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}", *map(str, paths)
    )


def test_zizmor_finds_nothing() -> None:
    found = zizmor(GITHUB)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "No findings" in found.stdout + found.stderr


def test_control_zizmor_sees_a_branch_name_that_is_run(tmp_path: Path) -> None:
    workflow = tmp_path / ".github" / "workflows" / "bad.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(
        "on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.head_ref }}\n",
        encoding="utf-8",
    )
    found = zizmor(workflow)
    assert found.returncode != 0
    assert "template-injection" in found.stdout


@pytest.mark.parametrize(
    ("kind", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_file_is_what_github_reads(kind: str, paths: list[Path]) -> None:
    assert paths
    checked = schema(kind, *paths)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_control_the_schema_sees_a_wrong_workflow(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs: {a: {steps: []}}\n", encoding="utf-8")
    assert schema("github-workflows", wrong).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_is_safe_for_forks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = read(path)
    assert "pull_request_target" not in re.sub(r"#.*", "", text)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for name, job in workflow["jobs"].items():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), f"{name}: {step}"
            if action := step.get("uses"):
                project, _, commit = action.partition("@")
                assert commit == ACTIONS[project], action
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] == "false"
                assert step["with"]["fetch-depth"] == "0"


def test_only_one_job_may_publish_and_it_runs_nothing_of_ours() -> None:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            rights = {right for right, level in job.get("permissions", {}).items() if level == "write"}
            if (path.stem, name) == ("publish", "deploy"):
                assert rights == {"pages", "id-token"}
                assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]
                assert job["needs"] == "build"
            else:
                assert not rights, f"{path.name}: {name}"


def test_publishing_is_from_main_alone() -> None:
    assert read(GITHUB / "workflows" / "publish.yml")["on"] == {
        "push": {"branches": ["main"]},
        "workflow_dispatch": "",
    }


def test_requirements_that_workflows_install_are_held_to_hashes() -> None:
    installs = [
        step["run"]
        for path in WORKFLOWS
        for job in read(path)["jobs"].values()
        for step in job["steps"]
        if "pip install" in step.get("run", "")
    ]
    assert installs
    assert all("--require-hashes -r requirements/" in line for line in installs)


def test_the_form_takes_what_the_site_fills_in() -> None:
    ids = {part.get("id") for part in read(GITHUB / "ISSUE_TEMPLATE" / "correction.yml")["body"]}
    assert "address" in ids


# What is touched: `git` alone decides whether tests run, in a script of the workflow.

LOOK = next(
    step["run"]
    for step in read(GITHUB / "workflows" / "test.yml")["jobs"]["changes"]["steps"]
    if step.get("id") == "look"
)
ALL = read(GITHUB / "workflows" / "test.yml")["jobs"]["all"]["steps"][0]["run"]


def bash(script: str, folder: Path, **environment: str) -> int:
    """The exit status of a step's script, run as GitHub runs it."""
    known = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, **environment}
    return subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=known, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="the step runs on Linux")
@pytest.mark.parametrize(
    ("event", "touched", "code"),
    [
        ("pull_request", ["briefings/x/briefing.yml", "briefings/actors.yml"], "false"),
        ("pull_request", ["briefings/x/briefing.yml", "generator/cli.py"], "true"),
        ("pull_request", ["README.md"], "true"),
        ("pull_request", ["docs/briefings/x.yml"], "true"),
        ("push", ["briefings/x/briefing.yml"], "true"),
    ],
)
def test_proposals_of_briefings_alone_run_no_tests(
    tmp_path: Path, event: str, touched: list[str], code: str
) -> None:
    def git(*arguments: str) -> None:
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *author, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("commit", "-q", "--allow-empty", "-m", "base")
    git("checkout", "-q", "-b", "proposal")
    for path in touched:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "proposal")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "merge", "proposal")
    output = tmp_path / ".git" / "output"
    assert bash(LOOK, tmp_path, GITHUB_EVENT_NAME=event, GITHUB_OUTPUT=str(output)) == 0
    assert output.read_text(encoding="utf-8") == f"code={code}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the step runs on Linux")
@pytest.mark.parametrize(
    ("changes", "code", "test", "passes"),
    [
        ("success", "true", "success", True),
        ("success", "false", "skipped", True),
        ("success", "true", "skipped", False),
        ("success", "true", "failure", False),
        ("success", "true", "cancelled", False),
        ("failure", "", "skipped", False),
    ],
)
def test_required_check_passes_only_when_all_passed_or_nothing_was_to_test(
    tmp_path: Path, changes: str, code: str, test: str, passes: bool
) -> None:
    assert (bash(ALL, tmp_path, CHANGES=changes, CODE=code, TEST=test) == 0) is passes


def test_required_checks_of_the_readme_are_jobs_that_always_end() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    named = re.search(r"the two checks \*(.+?)\* and \*(.+?)\*", text)
    assert named is not None
    jobs = [job for path in WORKFLOWS for job in read(path)["jobs"].values()]
    required = [job for job in jobs if job["name"] in named.groups()]
    assert len(required) == 2
    for job in required:
        assert "matrix" not in str(job.get("strategy", "")) and job.get("if") in (None, "${{ always() }}")
