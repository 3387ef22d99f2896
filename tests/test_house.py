"""The rules of the house that a machine can hold."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from analytics.catalogue import load_catalogue
from tools import docs, messages

RUNTIME, DEVELOPMENT = "requirements.in", "requirements-dev.in"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


def direct(requirements: Path) -> list[str]:
    """The package names of a requirements.in."""
    return [line for line in requirements.read_text(encoding="utf-8").split("\n") if NAME.fullmatch(line)]


def pinned(requirements: Path) -> list[str]:
    """The requirement lines of a compiled requirements.txt, without comments."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licences(package: str) -> list[str]:
    """Every licence an installed package names: the expression where it has one, else field and classifiers."""
    facts = metadata.metadata(package)
    if facts["License-Expression"]:
        return [facts["License-Expression"]]
    classifiers = facts.get_all("Classifier") or []
    named = [c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: ")]
    text = facts["License"] or ""
    return [*([text] if text and "\n" not in text else []), *named]


def documented(root: Path) -> dict[str, str]:
    """Package → licence of the tables in docs/dependencies.md."""
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {row[0].strip(): row[3].strip() for row in rows if row[0].strip() != "package"}


def tracked(root: Path) -> list[Path]:
    """The files under version control that exist."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := root / name).is_file()]


def imports(file: Path) -> set[str]:
    """The top-level packages a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_arrows_between_the_parts_point_down_only(root: Path) -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_know_neither_sql_nor_files_nor_frames(root: Path) -> None:
    forbidden = {"sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "xlrd", "plotly"}
    crossings = {page.name: imports(page) & forbidden for page in (root / "pages").glob("*.py")}
    assert {page: crossing for page, crossing in crossings.items() if crossing} == {}


def test_every_text_on_screen_is_translated() -> None:
    assert messages.faults() == []


def test_the_data_dictionary_is_in_step_with_the_catalogue() -> None:
    assert docs.DICTIONARY.read_text(encoding="utf-8") == docs.data_dictionary(load_catalogue())


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_to_exact_versions(root: Path, name: str) -> None:
    loose = [line for line in pinned(root / name) if not re.match(rf"{NAME.pattern}==[\w.!+-]+( ;|$)", line)]
    assert loose == []


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_every_direct_dependency_is_pinned(root: Path, name: str) -> None:
    pins = {canonical(line.split("==")[0]) for line in pinned((root / name).with_suffix(".txt"))}
    assert {canonical(package) for package in direct(root / name)} <= pins


def test_every_direct_dependency_is_documented_and_nothing_else_is(root: Path) -> None:
    assert sorted(documented(root)) == sorted(direct(root / RUNTIME) + direct(root / DEVELOPMENT))


def test_documented_licences_are_those_the_packages_state(root: Path) -> None:
    def agrees(package: str, said: str) -> bool:
        return any(said.split(",")[0] in stated or stated in said for stated in licences(package))

    wrong = {p: (said, licences(p)) for p, said in documented(root).items() if not agrees(p, said)}
    assert wrong == {}


def test_nothing_the_program_runs_on_is_under_the_gpl(root: Path) -> None:
    names = sorted({line.split("==")[0] for line in pinned(root / "requirements.txt")})
    stated = {}
    for name in names:
        try:
            stated[name] = licences(name)
        except metadata.PackageNotFoundError:  # wanted on other systems only
            continue
    copyleft = re.compile(r"(?<!L)A?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)
    assert {name: said for name, said in stated.items() if copyleft.search(" ".join(said))} == {}
    assert len(stated) > len(direct(root / RUNTIME))


def test_no_tracked_file_names_a_place_of_one_machine(root: Path) -> None:
    if not (root / ".git").exists():
        pytest.skip("not a git checkout")
    private = re.compile(
        r"(?:^|[^A-Za-z0-9_.])/(?:work|farm|root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\|index[-]url|\"resolved\": \"http",
        re.MULTILINE,
    )
    found = []
    for file in tracked(root):
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # pictures, workbooks, GBK returns
            continue
        found += [f"{file.relative_to(root).as_posix()}: {hit[0].strip()}" for hit in private.finditer(text)]
    assert found == []


def test_no_module_is_named_for_nothing(root: Path) -> None:
    empty = {"utils.py", "helpers.py", "common.py", "manager.py", "misc.py"}
    assert [file.name for file in tracked(root) if file.name in empty] == []
