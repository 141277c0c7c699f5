"""Files to disk: compared, written all or not at all, and only our own ever deleted."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from .names import DEVICES

MANIFEST = ".sdkloom.json"
_CACHE = ".sdkloom_cache"
_LONGEST_PART = 120
_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]')


class WriteError(Exception):
    """The output could not be written; what was there before is untouched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a package: its relative path and its text; one that is the user's is only begun."""

    path: str
    text: str
    is_yours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a run would do to the output folder, path by path."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def formatted(
    files: Sequence[File], suffixes: tuple[str, ...], command: Sequence[str]
) -> list[File]:
    """The files with those of some suffixes put through a formatter, in one call."""
    chosen = [file for file in files if file.path.endswith(suffixes)]
    if not chosen:
        return list(files)
    with _scratch() as folder:
        _put_all(folder, chosen)
        done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"generated code does not parse: {done.stderr[:2000]}"
        texts = {file.path: (folder / file.path).read_text("utf-8") for file in chosen}
    return [replace(file, text=texts.get(file.path, file.text)) for file in files]


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder of our own outside the output, gone at the end."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="sdkloom-"))
    except OSError as error:
        raise WriteError(f"cannot make a temporary folder: {error.strerror}") from None
    try:
        yield folder
    except OSError as error:
        raise WriteError(f"cannot write {error.filename or folder}: {error.strerror}") from None
    finally:
        _remove_tree(folder)


def _put_all(folder: Path, files: Iterable[File]) -> None:
    """Write files into a folder of our own; paths are plain text, as there are thousands."""
    made: set[str] = set()
    for file in files:
        path = f"{folder}/{file.path}"
        parent = path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        _put(path, file.text.encode())


def _put(path: str, data: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(data)


def _remove_tree(folder: Path) -> None:
    """Remove a folder that this run made, as far as that works; links are not followed."""
    for here, folders, files in os.walk(folder, topdown=False):
        for name in files:
            with suppress(OSError):
                os.unlink(os.path.join(here, name))
        for name in folders:
            with suppress(OSError):
                os.rmdir(os.path.join(here, name))
    with suppress(OSError):
        os.rmdir(folder)


def with_manifest(files: Sequence[File], facts: Mapping[str, str]) -> list[File]:
    """The files, and the manifest that lists them with their digests.

    Those of the user stand apart: nobody compares or deletes them.
    """
    ours = (file for file in files if not file.is_yours)
    listed = {file.path: sha256(file.text.encode()).hexdigest() for file in ours}
    yours = sorted(file.path for file in files if file.is_yours)
    body = {**facts, "files": dict(sorted(listed.items())), "yours": yours}
    text = json.dumps(body, indent=2, ensure_ascii=True) + "\n"
    made = [*files, File(path=MANIFEST, text=text)]
    _check_paths(made)
    return made


def differs(path: Path | str, text: str) -> bool:
    """Whether a file is not there or holds another text."""
    try:
        with open(path, "rb") as stream:
            return stream.read() != text.encode()
    except OSError:
        return True


def digest_of(folders: Iterable[Path]) -> str:
    """A digest of every file below some folders."""
    whole = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                whole.update(f"{path.relative_to(folder)} {digest(path)}\n".encode())
    return whole.hexdigest()


def intact(out: Path, keys: Iterable[str], maker: str) -> dict[str, int]:
    """The packages that a run of `maker` left and nobody touched since, and their files."""
    stamps, found = _stamps(out), {}
    for key in keys:
        stamp = _stamp(out / key, maker)
        if stamp and stamps.get(key) == stamp:
            manifest = json.loads((out / key / MANIFEST).read_bytes())
            listed, yours = manifest["files"], manifest["yours"]
            same = all(digest(out / key / name) == known for name, known in listed.items())
            if same and all((out / key / name).exists() for name in yours):
                found[key] = len(listed) + len(yours) + 1
    return found


def remember(out: Path, keys: Iterable[str], maker: str) -> None:
    """Note who made the packages, for `intact`; nothing is lost where that does not work."""
    stamps = {**_stamps(out), **{key: _stamp(out / key, maker) for key in keys}}
    folder = out / _CACHE
    with suppress(OSError):
        _inside(out, folder)
        folder.mkdir(exist_ok=True)
        _put(f"{folder}/.gitignore", b"*\n")
        _put(f"{folder}/stamps.json", json.dumps(stamps, indent=2, sort_keys=True).encode())


def _stamps(out: Path) -> dict[str, str]:
    try:
        found = json.loads((out / _CACHE / "stamps.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _stamp(folder: Path, maker: str) -> str:
    """Who made a package, and what: its manifest has the digest of every file."""
    manifest = digest(folder / MANIFEST)
    return manifest and sha256(f"{maker} {manifest}".encode()).hexdigest()


def digest(path: Path) -> str:
    """The digest of a file, empty where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return sha256(stream.read()).hexdigest()
    except OSError:
        return ""


def compare(folder: Path, files: Sequence[File]) -> Change:
    """What differs between a package on disk and its files."""
    new = {file.path for file in files}
    there = folder.is_dir()
    written = [file.path for file in files if not there or _is_stale(folder, file)]
    deleted = [p for p in owned(folder) if p not in new and (folder / p).is_file()]
    return Change(written=tuple(sorted(written)), deleted=tuple(sorted(deleted)))


def _is_stale(folder: Path, file: File) -> bool:
    path = f"{folder}/{file.path}"
    return not os.path.lexists(path) if file.is_yours else differs(path, file.text)


def write(out: Path, packages: Mapping[str, Sequence[File]]) -> dict[str, Change]:
    """Bring the packages below a folder up to date.

    Raises WriteError, with the old output whole, when anything goes wrong.
    """
    changes = {key: compare(out / key, files) for key, files in packages.items()}
    if not any(changes.values()):
        return changes
    for key, files in packages.items():
        _refuse_foreign(out / key, files, changes[key])
    existed = out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".sdkloom-", dir=out))
    except OSError as error:
        raise WriteError(f"cannot write to {out}: {error.strerror}") from None
    swap = _Swap(out, stage)
    try:
        swap.stage(packages, changes)
        swap.commit(changes)
    except OSError as error:
        swap.undo()
        name = error.filename or out
        raise WriteError(f"cannot write {name}: {error.strerror}") from None
    except BaseException:
        swap.undo()
        raise
    finally:
        _remove_tree(stage)
        if not existed and out.exists() and not any(out.iterdir()):
            out.rmdir()
    swap.prune(changes)
    return changes


@contextmanager
def replacing(path: Path, text: str) -> Iterator[bool]:
    """Put a text in the place of a file once all inside has gone well; says whether it differs.

    It is written beside the file first, so that a full disk is met before anything changes.
    """
    if not differs(path, text):
        yield False
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".sdkloom-", dir=path.parent))
        try:
            _put(f"{folder}/{path.name}", text.encode())
            yield True
            os.replace(folder / path.name, path)
        finally:
            _remove_tree(folder)
    except OSError as error:
        raise WriteError(f"cannot write {path}: {error.strerror}") from None


class _Swap:
    """Renames that can be taken back."""

    def __init__(self, out: Path, stage: Path) -> None:
        self.out, self.stage_folder = out, stage
        self.done: list[tuple[str, str]] = []
        self.made: list[Path] = []
        self.known: set[str] = set()

    def stage(self, packages: Mapping[str, Sequence[File]], changes: Mapping[str, Change]) -> None:
        """Write every changed file beside the output first: a full disk shows here."""
        for key, files in packages.items():
            wanted = set(changes[key].written)
            chosen = [file for file in files if file.path in wanted]
            _put_all(self.stage_folder / "new" / key, chosen)

    def commit(self, changes: Mapping[str, Change]) -> None:
        """Move old files away and new ones in."""
        for key, change in changes.items():
            new, target = f"{self.stage_folder}/new/{key}", f"{self.out}/{key}"
            if change.written and not os.path.lexists(target):
                self._rename(new, target)  # a package that is not there moves in as a whole
                continue
            for name in (*change.written, *change.deleted):
                self._move_away(key, name)
            for name in change.written:
                self._make(f"{target}/{name}".rpartition("/")[0])
                self._rename(f"{new}/{name}", f"{target}/{name}")

    def undo(self) -> None:
        """Put everything back, last move first."""
        for source, target in reversed(self.done):
            os.replace(target, source)
        for folder in reversed(self.made):
            folder.rmdir()

    def prune(self, changes: Mapping[str, Change]) -> None:
        """Remove folders that a deletion left empty."""
        for key, change in changes.items():
            for name in change.deleted:
                folder = (self.out / key / name).parent
                while folder != self.out and folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()
                    folder = folder.parent

    def _move_away(self, key: str, name: str) -> None:
        target = f"{self.out}/{key}/{name}"
        if not os.path.exists(target):
            return
        self._make(target.rpartition("/")[0])
        if os.path.islink(target):
            _inside(self.out, Path(target))
        old = f"{self.stage_folder}/old/{key}/{name}"
        os.makedirs(old.rpartition("/")[0], exist_ok=True)
        self._rename(target, old)

    def _make(self, name: str) -> None:
        """Have a folder, made if need be, that lies inside the output; looked at once."""
        if name in self.known:
            return
        folder, missing = Path(name), []
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        _inside(self.out, folder)
        for path in reversed(missing):
            path.mkdir()
            self.made.append(path)
        self.known.add(name)

    def _rename(self, source: str, target: str) -> None:
        os.replace(source, target)
        self.done.append((source, target))


def owned(folder: Path) -> list[str]:
    """The files that the manifest of the last run lists."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        names = [name for name in listed if isinstance(name, str) and not _fault(name)]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [*names, MANIFEST]


def _refuse_foreign(folder: Path, files: Iterable[File], change: Change) -> None:
    foreign = set(change.written).difference(owned(folder))
    for path in (folder / file.path for file in files if file.path in foreign):
        if path.exists():
            raise WriteError(
                f"{path} is in the way: it was not written by sdkloom; move it, or choose"
                " another folder"
            )


def _inside(out: Path, path: Path) -> None:
    if not path.resolve().is_relative_to(out.resolve()):
        raise OSError(0, "a link leads out of the output folder", str(path))


def _check_paths(files: Iterable[File]) -> None:
    seen: set[str] = set()
    for file in files:
        fault = _fault(file.path)
        assert not fault, f"{file.path!r}: {fault}"
        assert file.path.casefold() not in seen, f"{file.path!r} is made twice"
        seen.add(file.path.casefold())


def _fault(path: str) -> str:
    for part in path.split("/"):
        if part in ("", ".", "..") or len(part) > _LONGEST_PART:
            return "no name for a file"
        if part.split(".")[0].lower() in DEVICES or part[-1] in ". ":
            return "reserved on Windows"
    return "a character that file systems refuse" if _REFUSED.search(path) else ""
