"""The files of a document: read inside its folder, and found by path or by address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from . import reading
from .anchors import MARKS, Anchors, anchors_of
from .diagnostics import Loc, Path, SpecError

MAX_FILES = 5_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(slots=True)
class Source:
    """One file of a document: its name as shown, its text and its values."""

    name: str
    text: str
    is_json: bool
    value: Any
    address: str = ""
    anchors: Anchors = field(default_factory=lambda: Anchors({(): ""}))


@dataclass(slots=True)
class Files:
    """The root file and those read after it, by the names that are shown of them."""

    root_path: FilePath
    sources: dict[str, Source] = field(default_factory=dict)
    _addresses: dict[str, tuple[str, Path]] = field(default_factory=dict)

    def member(self, path: FilePath, name: str, loc: Loc) -> str:
        """The name among the sources of a file that belongs to the document, read if need be.

        Raises SpecError, at `loc`, for a file outside the folder of the document.
        """
        folder = self.root_path.parent.resolve()
        real = path.resolve()
        if not real.is_relative_to(folder):
            message = f"{name!r} lies outside the folder of the document"
            raise SpecError(loc, message, "move the file into the folder")
        shown = str(self.root_path.parent / real.relative_to(folder))
        if shown not in self.sources:
            if len(self.sources) >= MAX_FILES:
                raise SpecError(loc, f"more than {MAX_FILES:,} files are referenced")
            self.load(real, shown, loc)
        return shown

    def find(self, file: str, path: Path, name: str, loc: Loc) -> tuple[str, Path]:
        """The file, and the root within it, that an address, read at a place, names."""
        source = self.sources[file]
        base = source.anchors.base(path)[1]
        try:
            address = urljoin(base, name)
        except ValueError:
            raise SpecError(loc, f"{name!r} is no address") from None
        if address in self._addresses:
            return self._addresses[address]
        is_far = bool(_SCHEME.match(name)) or name.startswith("//")
        target = FilePath(file).parent / unquote(name)
        if is_far or base != source.address:
            near = self._near(address, is_far)
            if near is None and (is_far or name.startswith("/")):
                message = f"{name!r} is a remote reference; nothing is fetched"
                raise SpecError(loc, message, "save the document beside this one")
            target = near or target
        return self.member(target, name, loc), ()

    def _near(self, address: str, is_far: bool) -> FilePath | None:
        """The file of an address below that which the document gives itself by `$self`."""
        own = self.sources[str(self.root_path)].anchors.bases[()]
        if address.startswith("file:///") and not is_far:
            return self.root_path.parent / unquote(urlsplit(address).path[1:])
        above = own.rpartition("/")[0] + "/"
        if own.startswith("file:") or not address.startswith(above):
            return None
        return self.root_path.parent / unquote(address[len(above) :])

    def load(self, path: FilePath, name: str, loc: Loc | None = None) -> None:
        """Read a file.

        Raises SpecError where it cannot be read or is no YAML or JSON.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            here = loc or Loc(file=name)
            reason = error.strerror or "cannot be read"
            raise SpecError(here, f"cannot read {name!r}: {reason}") from None
        text = reading.decode(data, name)
        is_yaml = path.suffix in (".yaml", ".yml")
        is_json = path.suffix == ".json" or not is_yaml and text.lstrip()[:1] == "{"
        source = self.sources[name] = Source(name, text, is_json, None)
        source.value = reading.parse(text, name, is_json)
        folder = self.root_path.parent.resolve()
        inside = path.resolve().relative_to(folder).as_posix() if loc else path.name
        source.address = f"file:///{quote(inside)}"
        self.name(source, marked=any(mark in text for mark in MARKS))

    def name(self, source: Source, marked: bool) -> None:
        """Learn the names that a file gives itself and its parts."""
        try:
            source.anchors = anchors_of(source.value, source.address, marked)
        except ValueError as error:
            raise SpecError(Loc(file=source.name), f"an `$id` is no address: {error}") from None
        for path, address in source.anchors.bases.items():
            self._addresses.setdefault(address, (source.name, path))
