"""The command line: what is printed where, and the exit codes."""

from __future__ import annotations

import ast
import gc
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import DONE, OURS, THEIRS, main
from tests.unit.support import HEAD, with_schemas

OK = "responses: {'204': {description: OK}}"
TEXT = f"{HEAD}paths: {{/a: {{get: {{operationId: x, {OK}}}}}}}"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_text(TEXT, "utf-8")
    return path


def test_generate_writes_and_says_what(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command = ["generate", "--spec", str(spec), "--out", str(out), "--language", "typescript"]
    assert main(command) == DONE
    printed = capsys.readouterr()
    assert re.fullmatch(rf"{re.escape(str(out))}/typescript: \d+ files, \d+ written\n", printed.out)
    assert printed.err == ""
    assert sorted(path.name for path in out.iterdir()) == [".sdkloom_cache", "typescript"]
    assert main(command) == DONE
    assert capsys.readouterr().out.endswith(", 0 written\n")


def test_check_writes_nothing_and_fails_where_it_differs(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command = ["generate", "--spec", str(spec), "--out", str(out), "--language", "typescript"]
    assert main([*command, "--check"]) == OURS
    assert not out.exists()
    assert main(command) == DONE
    assert main([*command, "--check"]) == DONE
    (out / "typescript" / "README.md").write_text("changed")
    capsys.readouterr()
    assert main([*command, "--check"]) == OURS
    assert capsys.readouterr().err == (
        f"{out}/typescript/README.md: differs from what would be generated\n"
    )


def test_a_bad_document_is_theirs(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.write_text(f"{HEAD}paths: {{a: {{}}}}")
    assert main(["generate", "--spec", str(spec), "--out", str(tmp_path / "out")]) == THEIRS
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{spec}:3:9: error: a path begins with a slash\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [["lint"], ["dump"], ["generate", "--out", "x"]])
def test_a_missing_document_is_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, "--spec", str(tmp_path / "nope.yaml")]) == THEIRS
    assert "cannot read" in capsys.readouterr().err


def test_output_that_cannot_be_written_is_ours(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["generate", "--spec", str(spec), "--out", str(tmp_path / "file" / "out")]) == OURS
    assert capsys.readouterr().err.startswith("error: cannot write")


def test_lint_says_valid(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--spec", str(spec)]) == DONE
    assert capsys.readouterr().out == f"{spec}: valid\n"
    spec.write_text("openapi: 3.1.0\ninfo: {}\npaths: {}")
    assert main(["lint", "--spec", str(spec)]) == THEIRS


def test_dump_is_json(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dump", "--spec", str(spec)]) == DONE
    assert json.loads(capsys.readouterr().out)["operations"][0]["id"] == "x"


def test_keep_going_leaves_out_what_is_broken_and_says_so(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.write_text(f"{TEXT[:-1]}, b: {{}}}}")
    out = tmp_path / "out"
    assert main(["generate", "--keep-going", "--spec", str(spec), "--out", str(out)]) == DONE
    printed = capsys.readouterr().err
    assert f"left out: path b\n    {spec}:3:" in printed
    assert printed.endswith("1 faulty part was left out: 1 path\n")
    assert (out / "python").is_dir()


def test_keep_going_leaves_out_exactly_the_broken_operations_and_schemas(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is left is byte for byte what the document without them makes."""
    whole = (
        f"{HEAD}paths:\n  /a: {{get: {{operationId: x, {OK}}}}}\n"
        "  /c: {get: {operationId: z, responses: {'200': {description: OK, content:"
        " {application/json: {schema: {type: array, items: ITEMS}}}}}}}\n"
    )
    broken = f"  /b: {{get: {{operationId: y, parameters: [{{in: query}}], {OK}}}}}\n"
    trees = []
    for text in (whole.replace("ITEMS", "{}"), whole.replace("ITEMS", "{type: x}") + broken):
        spec.write_text(text, "utf-8")
        out = tmp_path / f"out{len(trees)}"
        assert main(["generate", "--keep-going", "--spec", str(spec), "--out", str(out)]) == DONE
        ours = (".sdkloom.json", "stamps.json")
        files = sorted(p for p in out.rglob("*") if p.is_file() and p.name not in ours)
        trees.append({path.relative_to(out): path.read_bytes() for path in files})
    assert trees[0] == trees[1]
    assert capsys.readouterr().err.endswith("2 faulty parts were left out: 1 operation, 1 schema\n")


def test_an_interrupt_is_no_trace(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.build.understand", interrupted)
    assert main(["dump", "--spec", str(spec)]) == 130


@pytest.mark.parametrize("arguments", [[], ["nope"], ["generate"], ["generate", "--language", "x"]])
def test_wrong_use_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: sdkloom" in capsys.readouterr().err


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"sdkloom \d+\.\d+\.\d+\n", done.stdout)


def test_a_model_that_lost_its_fields_still_compiles(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.write_text(with_schemas("Root: {type: object, properties: {b: 5}}"), "utf-8")
    out = tmp_path / "out"
    assert main(["generate", "--keep-going", "--spec", str(spec), "--out", str(out)]) == DONE
    assert "faulty part was left out" in capsys.readouterr().err
    for file in (out / "python").rglob("*.py"):
        ast.parse(file.read_text("utf-8"))


def refuse(*_: object) -> object:
    raise AssertionError("planned again")


def test_a_second_run_plans_nothing_and_warns_again(
    spec: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spec.write_text(f"{HEAD}paths: {{'/a/{{b}}': {{get: {{operationId: x, {OK}}}}}}}")
    out = tmp_path / "out"
    command = ["generate", "--spec", str(spec), "--out", str(out)]
    assert main(command) == DONE
    first = capsys.readouterr()
    with monkeypatch.context() as patch:
        patch.setattr("generator.build.plan", refuse)
        assert main(command) == DONE
        second = capsys.readouterr()
        assert main([*command, "--check"]) == DONE
    assert "which is not declared" in first.err
    assert second.err == first.err
    assert re.sub(r"\d+ written", "", first.out) == re.sub(r"\d+ written", "", second.out)
    assert second.out.count(", 0 written") == 2


@pytest.mark.parametrize("touch", ["changed", "deleted", "added"])
def test_what_was_touched_is_made_again(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], touch: str
) -> None:
    out = tmp_path / "out"
    command = ["generate", "--spec", str(spec), "--out", str(out)]
    assert main(command) == DONE
    readme = out / "python" / "README.md"
    text = readme.read_text("utf-8")
    if touch == "changed":
        readme.write_text("changed")
    elif touch == "deleted":
        readme.unlink()
    else:
        (out / "python" / "mine").write_text("mine")
    touched = touch != "added"
    assert main([*command, "--check"]) == (OURS if touched else DONE)
    capsys.readouterr()
    assert main(command) == DONE
    assert capsys.readouterr().out.count(", 1 written") == int(touched)
    assert readme.read_text("utf-8") == text
    assert (out / "python" / "mine").exists() != touched


def test_another_document_is_made_again(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command = ["generate", "--spec", str(spec), "--out", str(out)]
    assert main(command) == DONE
    spec.write_text(TEXT.replace("Shop", "Store"), "utf-8")
    assert main([*command, "--check"]) == OURS
    assert main(command) == DONE
    assert main([*command, "--check"]) == DONE
    assert "Store" in (out / "python" / "README.md").read_text("utf-8")


def test_timings_tell_what_each_step_cost(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["generate", "--spec", str(spec), "--out", str(tmp_path / "out")]
    assert main([*command, "--timings"]) == DONE
    rows = capsys.readouterr().err.splitlines()
    assert all(re.fullmatch(r"[\w ]+? +\d+\.\d\d s +\d+\.\d%", row) for row in rows)
    assert [row.split()[0] for row in rows[:4]] == [
        "starting", "reading", "understanding", "comparing"
    ]  # fmt: skip


def test_a_run_collects_garbage_no_more_and_others_still_do(spec: Path, tmp_path: Path) -> None:
    assert gc.isenabled()
    assert main(["generate", "--spec", str(spec), "--out", str(tmp_path / "out")]) == DONE
    assert gc.isenabled()
