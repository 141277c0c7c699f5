"""The data of operations whose results come in pages."""

from __future__ import annotations

from typing import Generic, TypeVar

from .operation import Operation, Path
from .records import Record

T = TypeVar("T")
Item = TypeVar("Item")


class PageInput(Record):
    """An argument that chooses the page, or its size; `field` is one of that argument.

    `wire` is the field's name on the wire, `kind` its type where that is plain, `start`
    what the server takes where nothing is given.
    """

    arg: str
    kind: str = ""
    field: str | None = None
    wire: str | None = None
    start: int | None = None


class PageRule(Record):
    """How to come from one page to the next.

    `kind` is cursor, url, page or offset. `next` leads to the cursor or URL in what was
    received, `results` to the items there, `total` to the number of pages; `items` leads
    to the items in the result of the call.
    """

    kind: str
    input: PageInput | None = None
    limit: PageInput | None = None
    next: Path | None = None
    results: Path | None = None
    total: Path | None = None
    items: Path | None = None


class PagedOperation(Operation[T], Generic[T, Item]):
    """An operation whose results come in pages; Item is what they hold."""

    paging: PageRule = PageRule("cursor")
