"""Places in documents, and the problems that are reported about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Path = tuple[str | int, ...]

# Text of a document is shown on terminals: nothing in it may steer one.
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_WIDEST = 160
_MOST_SHOWN = 40
_KINDS = ("operation", "schema", "field", "path", "security scheme", "other part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loc:
    """A value inside a document; its line is looked up only when it is shown."""

    file: str
    path: Path = ()

    @property
    def pointer(self) -> str:
        """The JSON pointer (RFC 6901) of the value."""
        return "".join(map(step, self.path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a `Loc` stands in the text: 1-based line and column, and the text around it."""

    line: int
    column: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One problem: what is wrong, where, and what would be accepted.

    `part` is what of the document the output lacks, where the run goes on all the same.
    """

    severity: Literal["error", "warning"]
    message: str
    loc: Loc
    hint: str = ""
    place: Place | None = None
    part: str = ""


def step(token: str | int) -> str:
    """One step of a JSON pointer."""
    return "/" + str(token).replace("~", "~0").replace("/", "~1")


class SpecError(Exception):
    """The document (or the configuration) is at fault at one place."""

    def __init__(self, loc: Loc, message: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.issue = Issue(severity="error", message=message, loc=loc, hint=hint, place=place)


class SpecErrors(Exception):
    """Every problem of a run, found before anything was written."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        super().__init__("the document has errors")
        self.issues = tuple(issues)


def clean(text: str, widest: int = _WIDEST) -> str:
    """Text of a document made fit for a terminal: controls escaped, length bounded."""
    shown = _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return shown if len(shown) <= widest else shown[: widest - 1] + "…"


def show(issue: Issue) -> str:
    """`file:line:col: error: message`, the pointer, the lines around, and the hint."""
    place = issue.place
    rows = [_head(issue)]
    if issue.loc.path:
        rows.append(f"    at {clean(issue.loc.pointer, 400)}")
    if place:
        rows += _excerpt(place)
    if issue.hint:
        rows.append(f"    hint: {clean(issue.hint, 400)}")
    return "\n".join(rows)


def show_all(issues: Iterable[Issue]) -> str:
    """All problems in the order found, as much as a person can read at once."""
    once: dict[tuple[Loc, str], Issue] = {}
    for issue in issues:
        once.setdefault((issue.loc, issue.message), issue)
    listed = list(once.values())
    shown = [show(issue) for issue in listed[:_MOST_SHOWN]]
    if len(listed) > _MOST_SHOWN:
        shown.append(f"... and {len(listed) - _MOST_SHOWN} more")
    return "\n".join(shown)


def show_left_out(issues: Iterable[Issue]) -> str:
    """Every part that the output lacks with the reasons and their places, and how many there are."""
    parts: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue.severity == "error":
            parts.setdefault(issue.part or "a part of the document", []).append(issue)
    rows = []
    for part, found in parts.items():
        rows.append(f"left out: {clean(part, 400)}")
        rows += [f"    {_head(issue)}" for issue in found]
    kinds = Counter(next((k for k in _KINDS if p.startswith(k)), "other part") for p in parts)
    counts = (f"{kinds[kind]} {kind}{'s' * (kinds[kind] > 1)}" for kind in _KINDS if kinds[kind])
    number = "1 faulty part was" if len(parts) == 1 else f"{len(parts)} faulty parts were"
    rows.append(f"{number} left out: {', '.join(counts)}")
    return "\n".join(rows)


def _head(issue: Issue) -> str:
    place = issue.place
    where = f":{place.line}:{place.column}" if place else ""
    return f"{clean(issue.loc.file)}{where}: {issue.severity}: {clean(issue.message, 400)}"


def _excerpt(place: Place) -> list[str]:
    first = max(place.line - 2, 1)
    rows = []
    for number in range(first, min(place.line + 1, len(place.lines)) + 1):
        mark = ">" if number == place.line else " "
        rows.append(f"  {mark} {number:>5} | {clean(place.lines[number - 1])}")
    return rows
