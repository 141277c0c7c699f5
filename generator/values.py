"""Values of a document as a language writes them: plain, in lists, in records, in maps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A plain value; `kind` tells what it stands for where JSON has only text."""

    value: str | int | float | bool | None
    kind: Choice["plain", "bigint", "decimal", "date-time", "file"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """The values of a list."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of a model by wire name; each language renames them by its plan."""

    ref: str
    fields: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The entries of a map; keys are data and stay as they are."""

    entries: tuple[tuple[str, Value], ...]


Value = Atom | Items | Record | Entries
Raw = object  # a JSON value of the document, before its type is known
