"""How one answer leads to the next: the kinds of paging, and paths into JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# Keys and indices that lead to a value in JSON; an index below 0 counts from the end.
Path = tuple[str | int, ...]
PagingKind = Literal["cursor", "page", "offset", "url"]
PlainKind = Literal["string", "integer", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInput:
    """What chooses a page, or its size: a parameter by its key, or a field of the body.

    `kind` is its type where a cursor may have to be made one; `start` its default.
    """

    name: str
    in_body: bool = False
    kind: PlainKind = ""
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """How an operation comes from one page to the next.

    `next` leads to the cursor or URL in an answer, `results` to its items, `total` to the
    number of pages.
    """

    kind: PagingKind
    input: PageInput | None = None
    limit: PageInput | None = None
    next: Path | None = None
    results: Path | None = None
    total: Path | None = None


_STEP = re.compile(
    r"""\.(?P<name>[^.\[\]'"*?@()\s]+)
    | \[(?P<quote>['"])(?P<quoted>(?:(?!(?P=quote))[^\\])+)(?P=quote)\]
    | \[(?P<index>-?[0-9]{1,9})\]
    | \[\(\s*@\.length\s*-\s*(?P<back>[1-9][0-9]{0,8})\s*\)\]""",
    re.X,
)
HINT = "such as $.data.items, $['next page'] or $.items[-1].id"


def path_of(text: str) -> Path | None:
    """The keys and indices of a path; None where it is none, or one that leads to several."""
    if not text.startswith("$"):
        return None
    steps: list[str | int] = []
    end = 1
    while end < len(text):
        match = _STEP.match(text, end)
        if not match:
            return None
        steps.append(_step(match))
        end = match.end()
    return tuple(steps)


def _step(match: re.Match[str]) -> str | int:
    if match["index"]:
        return int(match["index"])
    return -int(match["back"]) if match["back"] else match["name"] or match["quoted"]
