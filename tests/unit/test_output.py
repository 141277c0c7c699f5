"""Files to disk: all or nothing, and only what is ours."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator import output
from generator.output import MANIFEST, File, WriteError

FACTS = {"generator": "sdkloom 0", "input": "abc"}


def package(**files: str) -> list[File]:
    made = [File(path=name.replace("__", "/"), text=text) for name, text in files.items()]
    return output.with_manifest(made, FACTS)


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time, and every folder."""
    return {
        path.relative_to(folder).as_posix(): (
            (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else (b"", 0)
        )
        for path in sorted(folder.rglob("*"))
    }


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


OLD = {"py": package(a="old a", sub__b="old b", gone__c="old c"), "ts": package(d="old d")}
NEW = {"py": package(a="new a", sub__b="old b", fresh__deep__e="new e"), "ts": package(d="new d")}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    output.write(folder, OLD)
    return folder


# --- what is written ---------------------------------------------------------------------


def test_a_first_run_writes_everything(tmp_path: Path) -> None:
    changes = output.write(tmp_path / "deep" / "out", OLD)
    assert changes["py"].written == (MANIFEST, "a", "gone/c", "sub/b")
    assert names(tmp_path / "deep" / "out") == [
        f"py/{MANIFEST}", "py/a", "py/gone/c", "py/sub/b", f"ts/{MANIFEST}", "ts/d"
    ]  # fmt: skip


def test_a_change_writes_what_differs_and_deletes_what_is_gone(out: Path) -> None:
    before = tree(out)
    changes = output.write(out, NEW)
    assert changes["py"].written == (MANIFEST, "a", "fresh/deep/e")
    assert changes["py"].deleted == ("gone/c",)
    assert names(out / "py") == [MANIFEST, "a", "fresh/deep/e", "sub/b"]
    assert not (out / "py" / "gone").exists()
    assert tree(out)["py/sub/b"] == before["py/sub/b"]  # not even touched


def test_nothing_is_rewritten_when_nothing_changed(out: Path) -> None:
    before = tree(out)
    changes = output.write(out, OLD)
    assert not any(changes.values())
    assert tree(out) == before


def test_the_manifest_lists_every_file_with_its_digest(out: Path) -> None:
    manifest = json.loads((out / "py" / MANIFEST).read_text())
    assert manifest == {
        **FACTS,
        "files": {
            name: sha256(text.encode()).hexdigest()
            for name, text in (("a", "old a"), ("gone/c", "old c"), ("sub/b", "old b"))
        },
        "yours": [],
    }
    assert list(manifest["files"]) == sorted(manifest["files"])


def test_line_ends_and_letters_are_written_as_they_are(tmp_path: Path) -> None:
    output.write(tmp_path, {"x": package(a="é\r\n\u2028\n")})
    assert (tmp_path / "x" / "a").read_bytes() == "é\r\n\u2028\n".encode()


def test_comparing_writes_nothing(out: Path) -> None:
    before = tree(out)
    change = output.compare(out / "py", NEW["py"])
    assert (change.written, change.deleted) == ((MANIFEST, "a", "fresh/deep/e"), ("gone/c",))
    assert change
    assert not output.compare(out / "py", OLD["py"])
    assert tree(out) == before


# --- what is not ours ------------------------------------------------------------------------


def test_a_foreign_file_is_never_deleted(out: Path) -> None:
    (out / "py" / "gone" / "mine").write_text("mine")
    (out / "mine").write_text("mine")
    output.write(out, NEW)
    assert (out / "py" / "gone" / "mine").read_text() == "mine"
    assert (out / "mine").read_text() == "mine"
    assert not (out / "py" / "gone" / "c").exists()


def test_a_foreign_file_in_the_way_is_refused(out: Path) -> None:
    (out / "py" / "fresh" / "deep").mkdir(parents=True)
    (out / "py" / "fresh" / "deep" / "e").write_text("mine")
    before = tree(out)
    with pytest.raises(WriteError, match="in the way"):
        output.write(out, NEW)
    assert tree(out) == before


def test_a_foreign_file_that_says_the_same_is_no_hindrance(out: Path) -> None:
    (out / "py" / "fresh" / "deep").mkdir(parents=True)
    (out / "py" / "fresh" / "deep" / "e").write_text("new e")
    output.write(out, NEW)


def test_a_folder_in_the_way_is_refused(out: Path) -> None:
    (out / "py" / "fresh" / "deep" / "e").mkdir(parents=True)
    before = tree(out)
    with pytest.raises(WriteError):
        output.write(out, NEW)
    assert tree(out) == before


def test_a_file_in_the_way_of_a_folder_is_refused(out: Path) -> None:
    (out / "py" / "fresh").write_text("mine")
    before = tree(out)
    with pytest.raises(WriteError):
        output.write(out, NEW)
    assert tree(out) == before


@pytest.mark.parametrize(
    "listed", ["../../victim", "/victim", "sub/../../../victim", "..\\victim", "a/./b", ""]
)
def test_a_manifest_cannot_delete_outside(out: Path, listed: str) -> None:
    victim = out.parent / "victim"
    victim.write_text("kept")
    manifest = out / "py" / MANIFEST
    manifest.write_text(json.dumps({"files": {listed: "", "a": ""}}))
    output.write(out, {"py": package(b="b")})
    assert victim.read_text() == "kept"
    assert not (out / "py" / "a").exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 5}', '{"files": [5]}', "\xff"])
def test_a_broken_manifest_owns_nothing(out: Path, text: str) -> None:
    (out / "py" / MANIFEST).write_text(text, "latin-1")
    assert [name for name in output.owned(out / "py") if name != MANIFEST] == []


def test_a_link_out_of_the_folder_is_refused(out: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (out / "py" / "fresh").symlink_to(outside)
    with pytest.raises(WriteError, match="link leads out"):
        output.write(out, NEW)
    assert list(outside.iterdir()) == []
    assert (out / "py" / "a").read_text() == "old a"


def test_a_linked_file_is_not_written_through(out: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("kept")
    (out / "py" / "a").unlink()
    (out / "py" / "a").symlink_to(outside)
    with pytest.raises(WriteError, match="link leads out"):
        output.write(out, NEW)
    assert outside.read_text() == "kept"


def test_a_dangling_link_is_not_written_through(out: Path, tmp_path: Path) -> None:
    (out / "py" / "a").unlink()
    (out / "py" / "a").symlink_to(tmp_path / "not there")
    with contextlib.suppress(WriteError):
        output.write(out, NEW)
    assert not (tmp_path / "not there").exists()


def test_a_linked_output_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    output.write(tmp_path / "out", OLD)
    assert (tmp_path / "real" / "py" / "a").read_text() == "old a"


# --- what need not be made again ----------------------------------------------------------


def test_what_a_run_left_is_intact_until_somebody_touches_it(out: Path) -> None:
    output.remember(out, ("py", "ts"), "maker")
    assert output.intact(out, ("ts", "py"), "maker") == {"ts": 2, "py": 4}
    (out / "py" / "mine").write_text("mine")
    assert output.intact(out, ("py",), "maker") == {"py": 4}
    assert output.intact(out, ("py",), "another maker") == {}
    (out / "py" / "sub" / "b").write_text("old B")
    assert output.intact(out, ("py", "ts"), "maker") == {"ts": 2}
    (out / "ts" / "d").unlink()
    assert output.intact(out, ("py", "ts"), "maker") == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {}}', '{"files": {"a": ""}}'])
def test_a_manifest_that_was_touched_makes_nothing_intact(out: Path, text: str) -> None:
    output.remember(out, ("py",), "maker")
    (out / "py" / MANIFEST).write_text(text)
    assert output.intact(out, ("py",), "maker") == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"py": 5}', "\xff"])
def test_a_broken_memory_remembers_nothing(out: Path, text: str) -> None:
    output.remember(out, ("py",), "maker")
    (out / ".sdkloom_cache" / "stamps.json").write_text(text, "latin-1")
    assert output.intact(out, ("py",), "maker") == {}
    output.remember(out, ("py",), "maker")
    assert output.intact(out, ("py",), "maker") == {"py": 4}


def test_nothing_there_is_not_intact(tmp_path: Path) -> None:
    assert output.intact(tmp_path / "out", ("py",), "maker") == {}
    output.remember(tmp_path / "out", ("py",), "maker")
    assert output.intact(tmp_path / "out", ("py",), "maker") == {}


def test_the_memory_of_other_packages_stays(out: Path) -> None:
    output.remember(out, ("py",), "maker")
    output.remember(out, ("ts",), "maker")
    assert output.intact(out, ("py", "ts"), "maker") == {"py": 4, "ts": 2}


def test_the_memory_is_not_for_version_control_and_not_written_through_a_link(
    out: Path, tmp_path: Path
) -> None:
    output.remember(out, ("py",), "maker")
    assert (out / ".sdkloom_cache" / ".gitignore").read_text() == "*\n"
    outside = tmp_path / "outside"
    (out / ".sdkloom_cache").rename(outside)
    (outside / "stamps.json").write_text("kept")
    (out / ".sdkloom_cache").symlink_to(outside)
    output.remember(out, ("py",), "maker")
    assert (outside / "stamps.json").read_text() == "kept"


def test_a_digest_is_that_of_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("x")
    first = output.digest_of([tmp_path])
    (tmp_path / "a" / "x.pyc").write_text("x")
    assert output.digest_of([tmp_path]) == first
    (tmp_path / "a" / "x").write_text("y")
    second = output.digest_of([tmp_path])
    (tmp_path / "a" / "x").rename(tmp_path / "a" / "y")
    assert len({first, second, output.digest_of([tmp_path])}) == 3


# --- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["../a", "/a", "a//b", "a/../b", "./a", "a\\b", "a:b", "con", "aux.py", "x/NUL.txt", "a.", "a ",
     "a\nb", "a?b", "x" * 121, ""],
)  # fmt: skip
def test_names_that_no_file_may_have_are_a_bug_of_ours(path: str) -> None:
    with pytest.raises(AssertionError):
        output.with_manifest([File(path=path, text="")], FACTS)


def test_names_that_differ_by_case_alone_are_a_bug_of_ours() -> None:
    with pytest.raises(AssertionError, match="twice"):
        output.with_manifest([File(path="a", text=""), File(path="A", text="")], FACTS)


# --- torture: each step fails in turn -----------------------------------------------------------


class Fails:
    """Lets a function work some times, then raises once."""

    def __init__(self, real: Any, when: int, error: BaseException) -> None:
        self.real, self.left, self.error = real, when, error
        self.failed = False

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.left -= 1
        if self.left < 0 and not self.failed:
            self.failed = True
            raise self.error
        return self.real(*args, **options)


FULL = OSError(28, "No space left on device", "x")


@pytest.mark.parametrize("when", range(12))
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full", "interrupt"])
@pytest.mark.parametrize(
    ("owner", "name"),
    [(os, "replace"), (output, "_put"), (Path, "mkdir"), (os, "makedirs")],
    ids=["replace", "write", "mkdir", "makedirs"],
)
def test_a_failure_half_way_leaves_the_old_output(
    out: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, when: int, error: Any
) -> None:
    before = tree(out)
    real = getattr(owner, name)
    fails = Fails(real, when, error)
    wrapper = fails if owner is os else lambda *args, **options: fails(*args, **options)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, wrapper)
        with contextlib.suppress(WriteError, KeyboardInterrupt):
            output.write(out, NEW)
    if fails.failed:
        assert tree(out) == before
    else:
        assert (out / "py" / "a").read_text() == "new a"
    assert not list(out.glob(".sdkloom-*"))


@pytest.mark.parametrize("when", range(2))
def test_a_first_run_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", Fails(os.replace, when, FULL))
        with pytest.raises(WriteError, match="No space left"):
            output.write(tmp_path / "out", OLD)
    assert not (tmp_path / "out").exists()


def test_a_read_only_folder_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(out)
    denied = PermissionError(13, "Permission denied", str(out))
    with monkeypatch.context() as patch:  # root may write anywhere, so it is only said
        patch.setattr(tempfile, "mkdtemp", Fails(tempfile.mkdtemp, 0, denied))
        with pytest.raises(WriteError, match="cannot write to .*: Permission denied"):
            output.write(out, NEW)
    assert tree(out) == before


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(WriteError, match="cannot write"):
        output.write(tmp_path / "file" / "out", OLD)
    assert (tmp_path / "file").read_text() == "x"


# --- formatting --------------------------------------------------------------------------------


def test_files_of_a_suffix_are_formatted_in_one_call(tmp_path: Path) -> None:
    command = ["sh", "-c", 'echo x >> "$0/count"; for f in "$0"/*.py; do echo made > "$f"; done']
    files = [File(path="a.py", text="a"), File(path="b.md", text="b")]
    assert output.formatted(files, (".py",), command) == [
        File(path="a.py", text="made\n"),
        File(path="b.md", text="b"),
    ]


def test_code_that_does_not_parse_is_a_bug_of_ours() -> None:
    with pytest.raises(AssertionError, match="does not parse"):
        output.formatted([File(path="a.py", text="")], (".py",), ["false"])


# --- one file beside the output ----------------------------------------------------------------


def test_a_file_is_replaced_once_all_has_gone_well(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    with output.replacing(path, "new") as differs:
        assert differs
        assert not path.exists()
    assert path.read_text() == "new"
    assert names(tmp_path) == ["names.json"]


def test_a_file_with_the_same_text_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_text("same")
    before = tree(tmp_path)
    with output.replacing(path, "same") as differs:
        assert not differs
    assert tree(tmp_path) == before


def test_a_failure_inside_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_text("old")
    before = tree(tmp_path)
    with pytest.raises(WriteError, match="no"), output.replacing(path, "new"):
        raise WriteError("no")
    assert tree(tmp_path) == before


def test_a_file_that_cannot_be_written_is_met_before_anything_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(WriteError, match="cannot write"),
        output.replacing(tmp_path / "file" / "names.json", "new"),
    ):
        pytest.fail("the block ran")


# --- what is the user's ------------------------------------------------------------------


def with_yours(text: str, **files: str) -> list[File]:
    made = [File(path=name, text=body) for name, body in files.items()]
    return output.with_manifest([*made, File(path="hooks", text=text, is_yours=True)], FACTS)


def test_a_file_of_the_user_is_begun_and_then_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "py" / "hooks"
    output.write(tmp_path, {"py": with_yours("start", a="1")})
    assert mine.read_text() == "start"
    mine.write_text("my own")
    assert not output.compare(tmp_path / "py", with_yours("another start", a="1"))
    changes = output.write(tmp_path, {"py": with_yours("another start", a="2")})
    assert "hooks" not in changes["py"].written and mine.read_text() == "my own"
    changes = output.write(tmp_path, {"py": package(a="2")})
    assert changes["py"].deleted == () and mine.read_text() == "my own"


def test_a_file_of_the_user_that_is_gone_is_begun_again(tmp_path: Path) -> None:
    files = {"py": with_yours("start", a="1")}
    output.write(tmp_path, files)
    output.remember(tmp_path, ["py"], "me")
    (tmp_path / "py" / "hooks").write_text("my own")
    assert output.intact(tmp_path, ["py"], "me") == {"py": 3}
    (tmp_path / "py" / "hooks").unlink()
    assert output.intact(tmp_path, ["py"], "me") == {}
    assert output.compare(tmp_path / "py", files["py"]).written == ("hooks",)
