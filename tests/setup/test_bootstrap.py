"""The first start and every later one, as a person starts it; no test here needs the internet."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.places import ROOT
from pokin_docs.model import locations
from pokin_docs.setup import bootstrap, make_venv, requirements, venv_state

PYPROJECT = """\
[project]
name = "pokin-docs"
dependencies = ["contoh~=1.0"]
[project.optional-dependencies]
uji = ["contoh-uji>=1"]
dev = ["pokin-docs[uji]", "contoh-dev"]
"""
CLI = """\
import sys
def main():
    import contoh
    print("contoh", contoh.VERSION, *sys.argv[1:], "Ü ✓")
    return 3 if "gagal" in sys.argv else 0
"""


class Office:
    """A checkout in a folder with blanks and an umlaut, whose packages come from a folder of small wheels."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "Kantor Dinas Ü"
        self.wheels = folder / "wheels"
        self.venv = self.root / ".venv"
        self.stamp = self.venv / venv_state.STAMP
        for package in ("setup", "cli"):
            (self.root / "pokin_docs" / package).mkdir(parents=True)
        self.wheels.mkdir()
        for name in (
            "pipeline.py",
            *(f"pokin_docs/{name}.py" for name in ("__init__", "cli/__init__", "cli/console", "setup/__init__")),
            *(
                f"pokin_docs/setup/{name}.py"
                for name in ("bootstrap", "make_venv", "requirements", "venv_lock", "venv_state")
            ),
        ):
            shutil.copy(ROOT / name, self.root / name)
        (self.root / "pokin_docs" / "cli" / "main.py").write_text(CLI, encoding="utf-8")
        self.declare(PYPROJECT)
        for name in ("contoh", "contoh_uji", "contoh_dev"):
            self.add_wheel(name, "1.0")

    def declare(self, pyproject: str) -> None:
        (self.root / "pyproject.toml").write_text(pyproject, encoding="utf-8")

    def add_wheel(self, name: str, version: str) -> None:
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(self.wheels / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}.py", f"VERSION = {version!r}\n")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")

    def begin(self, *arguments: str, python: str = "") -> subprocess.Popen[str]:
        own = ("PIP_", "POKIN_", "PYTHON", "VIRTUAL_ENV")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(own)}
        environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return subprocess.Popen(
            [python or venv_state.base_python(), str(self.root / "pipeline.py"), *arguments],
            env=environment | {"PYTHONIOENCODING": "cp1252"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def start(self, *arguments: str, python: str = "") -> tuple[int, str, str]:
        process = self.begin(*arguments, python=python)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_first_start_prepares_once_and_later_starts_go_straight_on(office: Office) -> None:
    code, out, err = office.start("periksa", "buku dua.xlsx")
    assert (code, out) == (0, "contoh 1.0 periksa buku dua.xlsx Ü ✓\n"), err
    assert err.startswith("Menyiapkan lingkungan Python di .venv (sekali saja, perlu internet) … siap, ")
    assert err.count("\n") == 1

    shutil.rmtree(office.wheels)  # nothing can be installed any more
    assert office.start("gagal") == (3, "contoh 1.0 gagal Ü ✓\n", "")
    inside = venv_state.venv_python(str(office.root))
    assert office.start(python=inside) == (0, "contoh 1.0 Ü ✓\n", "")


def test_changed_dependencies_and_the_tests_extra_are_installed_afterwards(office: Office) -> None:
    office.start()
    before = office.stamp.read_text(encoding="utf-8")
    assert office.start("uji")[2].startswith("Memperbarui")
    assert office.start("uji")[2] == ""
    assert office.start()[2] == ""  # the extra is no reason to do anything when it is not asked for

    office.declare(PYPROJECT + "[tool.lain]\n")
    assert office.start()[2] == ""  # other tools' settings neither

    office.declare(PYPROJECT.replace("~=1.0", "~=1.1"))
    code, _, err = office.start()
    assert code == 4
    assert "contoh" in err
    assert "Traceback" not in err
    office.declare(PYPROJECT)
    assert office.start()[:2] == (0, "contoh 1.0 Ü ✓\n")  # what was there before still works

    office.add_wheel("contoh", "1.1")
    office.declare(PYPROJECT.replace("~=1.0", "~=1.1"))
    assert office.start()[1] == "contoh 1.1 Ü ✓\n"
    assert office.stamp.read_text(encoding="utf-8") != before
    assert office.start("uji")[2] == ""  # the extra stayed

    office.declare(PYPROJECT.replace("~=1.0", "~=1.1").replace("contoh-uji>=1", "contoh-uji>=2"))
    assert office.start()[2] == ""  # nothing to do with what this start needs
    assert office.start("uji")[0] == 4  # but that one needs a newer one, and there is none
    office.declare('[project]\nname = "x"\ndependencies = ["contoh~=1.1"]\n')
    assert office.start() == (0, "contoh 1.1 Ü ✓\n", "")


def test_without_packages_nothing_half_made_stays(office: Office) -> None:
    shutil.rmtree(office.wheels)
    code, out, err = office.start()
    assert (code, out) == (4, "")
    assert "Pustaka yang diperlukan tidak dapat dipasang" in err
    assert "No matching distribution found for contoh" in err
    assert "Traceback" not in err
    assert not office.venv.exists()


def test_a_checkout_without_pyproject_says_so(office: Office) -> None:
    (office.root / "pyproject.toml").unlink()
    for python in ("", sys.executable):  # the latter in a virtual environment, when the tests run in .venv
        code, out, err = office.start(python=python)
        assert (code, out) == (4, "")
        assert "pyproject.toml tidak dapat dibaca" in err
        assert "Traceback" not in err


def test_a_broken_environment_is_built_anew(office: Office) -> None:
    office.start()
    stamp = office.stamp.read_text(encoding="utf-8")
    damages: tuple[Callable[[], object], ...] = (
        lambda: office.stamp.write_text(make_venv.UNFINISHED, encoding="utf-8"),  # stopped half-way
        lambda: office.stamp.write_text(stamp.replace("python=", "python=/dulu"), encoding="utf-8"),  # another Python
        lambda: Path(venv_state.venv_python(str(office.root))).unlink(),  # Python gone
    )
    for damage in damages:
        debris = office.venv / "sisa.txt"
        debris.touch()
        damage()
        code, out, err = office.start()
        assert (code, out) == (0, "contoh 1.0 Ü ✓\n"), err
        assert err.startswith("Menyiapkan")
        assert not debris.exists()


def test_two_first_starts_at_once_prepare_once(office: Office) -> None:
    processes = [office.begin("satu"), office.begin("dua")]
    ends = [(process.communicate(timeout=120), process.returncode) for process in processes]
    assert [code for _, code in ends] == [0, 0], ends
    assert [out for (out, _), _ in ends] == ["contoh 1.0 satu Ü ✓\n", "contoh 1.0 dua Ü ✓\n"]
    assert sum("siap, " in err for (_, err), _ in ends) == 1


def test_an_environment_of_the_persons_own_that_has_all_is_used_as_it_is(office: Office, tmp_path: Path) -> None:
    own = tmp_path / "milik sendiri"
    subprocess.run([venv_state.base_python(), "-m", "venv", "--without-pip", str(own)], check=True)
    python = str(own / Path(venv_state.venv_python("")).relative_to(".venv"))
    packages = next(own.glob("[Ll]ib*/**/site-packages"))
    with zipfile.ZipFile(office.wheels / "contoh-1.0-py3-none-any.whl") as wheel:
        wheel.extractall(packages)
    assert office.start(python=python) == (0, "contoh 1.0 Ü ✓\n", "")
    assert not office.venv.exists()

    assert office.start("uji", python=python)[0] == 0  # contoh-uji is not in it
    assert office.venv.exists()


def test_an_environment_made_by_another_tool_is_added_to(office: Office) -> None:
    subprocess.run([venv_state.base_python(), "-m", "venv", "--without-pip", str(office.venv)], check=True)
    (office.venv / "milik-alat-lain").touch()
    for python in (venv_state.venv_python(str(office.root)), ""):
        code, out, err = office.start(python=python)
        assert (code, out) == (0, "contoh 1.0 Ü ✓\n"), err
    assert (office.venv / "milik-alat-lain").exists()


# Old Python


def test_an_old_python_says_what_to_do() -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 6, 15, 'final', 0); runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "pipeline.py")], capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 4
    assert "memerlukan Python 3.11 atau yang lebih baru; yang dipakai sekarang Python 3.6." in run.stderr
    assert "Traceback" not in run.stderr


def test_an_old_python_can_read_pipeline_py() -> None:
    source = (ROOT / "pipeline.py").read_bytes().decode("ascii")
    tree = ast.parse(source, feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.arg, ast.Nonlocal, ast.AsyncFunctionDef)
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_the_oldest_python_is_the_one_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "OLDEST = (3, 11)\n" in (ROOT / "pipeline.py").read_text(encoding="utf-8")


# Cost of a start


def loaded_by(statement: str, *options: str) -> set[str]:
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, *options, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return set(run.stdout.split())


def test_the_bootstrap_loads_next_to_nothing() -> None:
    loaded = loaded_by("import pokin_docs.setup.bootstrap", "-I", "-S")
    assert "pokin_docs.setup.bootstrap" in loaded
    assert loaded.isdisjoint({"pathlib", "tomllib", "re", "subprocess", "hashlib", "importlib.metadata", "typing"})
    own = {name for name in loaded if name.startswith("pokin_docs.")}
    packages = {"pokin_docs.setup", "pokin_docs.cli"}
    assert own - packages == {"pokin_docs.setup.bootstrap", "pokin_docs.cli.console", "pokin_docs.setup.venv_state"}


def test_the_command_line_loads_no_heavy_library() -> None:
    loaded = loaded_by("import pokin_docs.cli.main")
    assert "pokin_docs.cli.main" in loaded
    assert loaded.isdisjoint({"openpyxl", "pandas", "numpy", "docx", "docxtpl", "lxml", "jinja2", "babel"})


# Parts


def test_extras_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POKIN_EKSTRA", raising=False)
    assert bootstrap.wanted_extras([]) == frozenset()
    assert bootstrap.wanted_extras(["uji", "-k", "x"]) == {"uji"}
    assert bootstrap.wanted_extras(["periksa", "uji"]) == frozenset()
    monkeypatch.setenv("POKIN_EKSTRA", "dev, lain")
    assert bootstrap.wanted_extras(["uji"]) == {"uji", "dev", "lain"}


def test_requirements_unfold_extras_of_the_project_itself(office: Office) -> None:
    root = str(office.root)
    assert requirements.requirements(root, frozenset()) == ("contoh~=1.0",)
    assert requirements.requirements(root, frozenset({"dev"})) == ("contoh~=1.0", "contoh-dev", "contoh-uji>=1")
    with pytest.raises(requirements.SetupError, match="tidak_ada"):
        requirements.requirements(root, frozenset({"tidak_ada"}))
    office.declare("[project")
    with pytest.raises(requirements.SetupError, match="tidak dapat dibaca"):
        requirements.requirements(root, frozenset())


def test_requirements_of_this_project_name_no_project_of_ours() -> None:
    found = requirements.requirements(str(ROOT), frozenset({"dev"}))
    assert any(requirement.startswith("pytest") for requirement in found)
    assert not any(requirement.startswith("pokin") for requirement in found)


@pytest.mark.parametrize(
    ("version", "requirement", "expected"),
    [
        ("3.1.5", "openpyxl~=3.1", True),
        ("3.10", "openpyxl~=3.1", True),
        ("4.0", "openpyxl~=3.1", False),
        ("3.0.9", "openpyxl~=3.1", False),
        ("0.5.2", "lxml-stubs~=0.5.1", True),
        ("0.6", "lxml-stubs~=0.5.1", False),
        ("2.2", "pandas>=2.2,<4", True),
        ("3.9.9", "pandas>=2.2,<4", True),
        ("4", "pandas>=2.2,<4", False),
        ("4.0.0", "pandas<4", False),
        ("2.2.0rc1", "pandas>=2.2", True),
        ("1.0.0", "x==1", True),
        ("1.0.0", "x!=1", False),
        ("1.0", "x[y]", True),
    ],
)
def test_versions_that_fit(version: str, requirement: str, expected: bool) -> None:
    assert requirements.fits(version, requirement) is expected


def test_installed_looks_at_name_and_version() -> None:
    assert requirements.installed("pytest>=1")
    assert requirements.installed("pytest>=1; python_version > '3'")
    assert not requirements.installed("pytest<1")
    assert not requirements.installed("tidak-ada-paket-ini")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, tuple[int, str]]], None]:
    """Set what the programs that set-up calls answer: by folder and last word of the command, (exit code, stdout)."""

    def given(by_last_word: dict[str, tuple[int, str]]) -> None:
        def run(root: str, command: list[str]) -> SimpleNamespace:
            code, out = by_last_word.get(f"{Path(command[0]).parent.name} {command[-1]}", (1, ""))
            return SimpleNamespace(returncode=code, stdout=out, stderr="")

        monkeypatch.setattr(make_venv, "_run", run)
        monkeypatch.setattr(sys, "executable", "/luar/python3")
        monkeypatch.setattr(sys, "_base_executable", "/luar/python3", raising=False)

    return given


def test_a_python_without_any_pip_says_what_to_install(
    office: Office,
    answers: Callable[[dict[str, tuple[int, str]]], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers({})
    monkeypatch.setattr(make_venv, "_create", lambda root: None)
    with pytest.raises(SystemExit) as ended:
        bootstrap.prepare_or_exit(str(office.root), frozenset())
    assert ended.value.code == bootstrap.EXIT_MACHINE
    assert "sudo apt install python3-pip python3-venv" in capsys.readouterr().err
    assert not office.venv.exists()


@pytest.mark.parametrize(
    ("outside", "expected"),
    [
        ((0, "23.0.1"), "luar"),
        ((0, "22.3"), "luar"),
        ((0, "22.2.2"), "bin"),
        ((1, ""), "bin"),
    ],
)
def test_the_pip_outside_is_used_when_it_can_serve_another_python(
    answers: Callable[[dict[str, tuple[int, str]]], None], outside: tuple[int, str], expected: str
) -> None:
    inside = Path(venv_state.venv_python("/kantor")).parent.name
    answers({"luar import pip; print(pip.__version__)": outside, f"{inside} ensurepip": (0, "")})
    command = make_venv._pip("/kantor")
    assert Path(command[0]).parent.name == (inside if expected == "bin" else expected)
    assert ("--python" in command) == (expected == "luar")


# Where the templates are


def test_a_checkout_uses_its_own_templates() -> None:
    assert locations.checkout() == ROOT
    assert locations.bundled("templates") == ROOT / "templates"
    assert locations.bundled("inputs") == ROOT / "inputs"


def test_an_installed_package_uses_the_copies_it_brought(tmp_path: Path) -> None:
    model = tmp_path / "site-packages" / "pokin_docs" / "model"
    model.mkdir(parents=True)
    for name in ("__init__.py", "model/__init__.py", "model/locations.py"):
        shutil.copy(ROOT / "pokin_docs" / name, model.parent / name)
    program = "from pokin_docs.model.locations import *; print(checkout(), bundled('templates').as_posix())"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=model.parent.parent, capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout.split(maxsplit=1)[0] == "None"
    assert run.stdout.strip().endswith("site-packages/pokin_docs/bawaan/templates")
