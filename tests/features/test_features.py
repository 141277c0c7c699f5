"""One folder for one feature: a small document, and what it has to become.

`expected/` holds only the files that the feature is about, compared byte for byte, or `issues.txt`
is what is printed. `UPDATE_SNAPSHOTS=1` writes both anew: read the difference before you keep it.
"""

from __future__ import annotations

import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __main__ as command

HERE = Path(__file__).parent
FEATURES = sorted(path.parent for path in HERE.glob("*/spec.yaml"))
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"
FACTS = ("python", "typescript")

# Imports every module of a package, makes every model usable, and opens the client.
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
models = importlib.import_module(sys.argv[1] + ".models")
for name in models.__all__:
    model = getattr(models, name)
    if hasattr(model, "model_rebuild"):
        model.model_rebuild(force=True)
names = [name for name in package.__all__ if name[0].isupper()]
(client,) = (name for name in names if name.lower() == sys.argv[1].replace("_", ""))
getattr(package, client)(server_url="http://localhost")
"""


def run(
    feature: Path, out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """Generate a feature from inside its folder; the exit code and what was printed as problem."""
    monkeypatch.chdir(feature)
    overlays = [f"--overlay={path.name}" for path in sorted(feature.glob("overlay*.yaml"))]
    settings = ["--config=settings.yaml"] if (feature / "settings.yaml").exists() else []
    code = command.main(["generate", "--spec=spec.yaml", *overlays, *settings, f"--out={out}"])
    return code, capsys.readouterr().err


def expected(feature: Path) -> list[Path]:
    return sorted(path for path in (feature / "expected").rglob("*") if path.is_file())


def issues(feature: Path) -> str:
    path = feature / "issues.txt"
    return path.read_text("utf-8") if path.exists() else ""


@pytest.mark.parametrize("feature", FEATURES, ids=lambda path: path.name)
def test_feature(
    feature: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    if not expected(feature):  # a document that is refused
        out.mkdir()
        (out / "kept.txt").write_text("kept")
    code, printed = run(feature, out, monkeypatch, capsys)
    if UPDATE:
        rewrite(feature, out, printed)
    assert printed == issues(feature)
    if not expected(feature):
        assert code == command.THEIRS
        assert [path.name for path in out.iterdir()] == ["kept.txt"]
        return
    assert code == command.DONE
    for path in expected(feature):
        made = out / path.relative_to(feature / "expected")
        assert made.read_text("utf-8") == path.read_text("utf-8"), path.relative_to(feature)
    imports(out / "python" / "src")


def rewrite(feature: Path, out: Path, printed: str) -> None:
    """Take what came out as what is expected, for the files that were expected before."""
    if printed:
        (feature / "issues.txt").write_text(printed, "utf-8")
    for path in expected(feature):
        shutil.copyfile(out / path.relative_to(feature / "expected"), path)


def imports(folder: Path) -> None:
    """The package of Python compiles, and can be imported and used, without a warning."""
    for path in folder.rglob("*.py"):
        py_compile.compile(str(path), doraise=True)
    (package,) = (path.name for path in folder.iterdir())
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, package],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["long-types", "streams", "unions"])
def test_formatters_agree(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(HERE / name, tmp_path, monkeypatch, capsys)
    folder = tmp_path / "python" / "src"
    for check in (["ruff", "format", "--isolated", "--no-cache"], ["black", "--quiet"]):
        done = subprocess.run(
            [sys.executable, "-m", *check, "--diff", folder],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.stdout, done.stderr.count("error")) == ("", 0), check


@pytest.mark.parametrize("feature", FEATURES, ids=lambda path: path.name)
def test_a_feature_is_small(feature: Path) -> None:
    assert (feature / "spec.yaml").read_text("utf-8").count("\n") < 40
    assert expected(feature) or issues(feature)
    assert all(path.parts[len(feature.parts) + 1] in FACTS for path in expected(feature))


def test_two_runs_write_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / "objects")
    trees = []
    for name in ("first", "second"):
        assert command.main(["generate", "--spec=spec.yaml", f"--out={tmp_path / name}"]) == 0
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        trees.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert trees[0] == trees[1]
