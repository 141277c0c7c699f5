"""What the parts of a file are called beside their pointers: `$self`, `$id` and anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from .diagnostics import Path

MARKS = ("$id", "$self", "$anchor", "$dynamicAnchor")

# Below these keys stands data, which may look like a schema and is none.
_DATA = frozenset(("const", "default", "dataValue", "enum", "example", "examples", "value"))
# The keys of these mappings are names, whatever they are called.
_NAMED = frozenset(("properties", "patternProperties", "$defs", "definitions", "schemas"))


@dataclass(slots=True)
class Anchors:
    """Where the names of one file lead.

    A home is a part within which an anchor is looked for first: what has an `$id`, a component,
    and a schema that brings `$defs` to what it refers to.
    """

    bases: dict[Path, str]
    homes: set[Path] = field(default_factory=lambda: {()})
    places: dict[tuple[Path, str], Path] = field(default_factory=dict)
    dynamic: dict[Path, dict[str, Path]] = field(default_factory=dict)
    asked: dict[Path, set[str]] = field(default_factory=dict)

    def base(self, path: Path) -> tuple[Path, str]:
        """The root and the address of the resource that a place belongs to."""
        above = next(p for p in _upward(path, len(self.bases) > 1) if p in self.bases)
        return above, self.bases[above]

    def home(self, path: Path) -> Path:
        """The innermost home of a place."""
        return next(p for p in _upward(path, len(self.homes) > 1) if p in self.homes)

    def find(self, path: Path, name: str) -> Path | None:
        """The place that an anchor names, seen from a place: the nearest home's."""
        for above in _upward(path, len(self.homes) > 1):
            if (above, name) in self.places:
                return self.places[above, name]
        return None


def _upward(path: Path, many: bool) -> Iterator[Path]:
    for length in range(len(path) if many else 0, -1, -1):
        yield path[:length]


def anchors_of(value: Any, address: str, marked: bool) -> Anchors:
    """The names in a file; `address` is where it was found, `marked` whether it can have any."""
    found = Anchors({(): address})
    if not marked:
        return found
    if isinstance(value, dict) and isinstance(value.get("$self"), str):
        found.bases[()] = urljoin(address, value["$self"].partition("#")[0])
    waiting: list[tuple[Any, Path, bool]] = [(value, (), False)]
    while waiting:
        here, path, names = waiting.pop()
        if isinstance(here, list):
            waiting += [(here[n], (*path, n), False) for n in range(len(here) - 1, -1, -1)]
        elif isinstance(here, dict):
            if not names:
                _note(found, here, path)
            waiting += [
                (here[key], (*path, key), key in _NAMED and not names)
                for key in reversed(here)
                if names or key not in _DATA
            ]
    return found


def _note(found: Anchors, schema: dict[str, Any], path: Path) -> None:
    id = schema.get("$id")
    if isinstance(id, str) and not id.startswith("#"):
        found.bases[path] = urljoin(found.base(path)[1], id.partition("#")[0])
        found.homes.add(path)
    elif path[:2] == ("components", "schemas") and len(path) == 3 or _brings(schema):
        found.homes.add(path)
    home = found.home(path)
    for key in ("$anchor", "$dynamicAnchor", "$id"):
        name = schema.get(key)
        if not isinstance(name, str) or key == "$id" and not name.startswith("#"):
            continue
        for above in _upward(path, True):
            if above in found.homes:
                found.places.setdefault((above, name.lstrip("#")), path)
        if key == "$dynamicAnchor":
            found.dynamic.setdefault(home, {}).setdefault(name, path)
    asked = schema.get("$dynamicRef")
    if isinstance(asked, str) and asked.startswith("#"):
        found.asked.setdefault(home, set()).add(asked[1:])


def _brings(schema: dict[str, Any]) -> bool:
    return isinstance(schema.get("$ref"), str) and "$defs" in schema
