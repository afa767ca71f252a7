"""What goes into the package for Windows: pinned, checked, the same bytes each time."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from helpers.places import ROOT
from helpers.scripts import script_module


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_module("scripts/build_windows.py")


@pytest.fixture
def wheels(tmp_path: Path, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two wheels and a lock that pins them."""
    for name in ("satu-1.0-py3-none-any.whl", "numpy-2.0-cp313-cp313-win_amd64.whl"):
        with zipfile.ZipFile(tmp_path / name, "w") as wheel:
            wheel.writestr(f"{name[:4]}/isi.py", "isi = 1")
            wheel.writestr(f"{name[:4]}/tests/uji.py", "tidak dibawa")
    lock = tmp_path / "windows.lock"
    lock.write_text("# kepala\n", encoding="utf-8")
    monkeypatch.setattr(script, "LOCK", lock)
    lock.write_text(script.lock_of(tmp_path), encoding="utf-8")
    assert lock.read_text(encoding="utf-8").startswith("# kepala\nnumpy==2.0 --hash=sha256:")
    return tmp_path


def names(script: ModuleType, wheels: Path, *, pandas: bool) -> dict[str, bytes]:
    return dict(script.package({"python.exe": b"MZ", "python313._pth": b"."}, wheels, pandas=pandas))


def test_every_library_of_the_program_is_locked(script: ModuleType) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found = {re.split(r"[<>=~!]", line)[0].strip().lower() for line in wanted}
    assert len(found) > 10
    assert found - set(script.locked()) == set()
    assert "colorama" in script.locked()  # click asks for it on Windows only


def test_the_package_holds_python_libraries_and_program(script: ModuleType, wheels: Path) -> None:
    files = names(script, wheels, pandas=True)
    assert {"Buka Pokin.bat", "python/python.exe", "pustaka/satu/isi.py", "pustaka/nump/isi.py"} <= set(files)
    assert {"program/pokin_docs/__main__.py", "program/templates/pk.docx", "program/docs/panduan.md"} <= set(files)
    assert rb"..\program" in files["python/python313._pth"]
    assert not [name for name in files if "/tests/" in name or name.endswith(".pyc")]
    assert "pustaka/nump/isi.py" not in names(script, wheels, pandas=False)


def test_a_wheel_with_a_changed_byte_is_refused(script: ModuleType, wheels: Path) -> None:
    path = next(wheels.glob("satu*.whl"))
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(ValueError, match=r"satu 1\.0"):
        names(script, wheels, pandas=True)


def test_another_python_than_the_pinned_one_is_refused(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "p.tar.gz").write_bytes(b"lain")
    with pytest.raises(ValueError, match="sha256"):
        script.embedded_python(tmp_path / "p.tar.gz")


def test_the_zip_has_fixed_times_and_names_in_order(script: ModuleType) -> None:
    made = script.packed({"b": b"2", "a": b"1"})
    assert made == script.packed({"a": b"1", "b": b"2"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [(entry.filename, entry.date_time[0]) for entry in archive.infolist()] == [("a", 2026), ("b", 2026)]
