"""Results that come in pages, and iterating over them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from .encoding import is_list
from .turns import Turn, reach

T = TypeVar("T")
Item = TypeVar("Item")


class _Result(Generic[T, Item]):
    def __init__(self, turn: Turn[T, Item], result: T) -> None:
        self._turn = turn
        self.result = result
        """What the call returned."""

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} {self._turn.number} of {self._turn.operation.id}>"
        )

    @cached_property
    def items(self) -> Sequence[Item]:
        """The items of this page; its result, where nothing says what the items are."""
        path = self._turn.paging.items
        if path is None:
            only: Any = self.result
            return [only]
        found: Any = reach(self.result, path)
        return found if is_list(found) else []


class Page(_Result[T, Item]):
    """One page of results; iterating gives its items and those of all pages behind it."""

    def next(self) -> Page[T, Item] | None:
        """Fetch the next page; None if this is the last. Raises SDKError."""
        turn = self._turn.following()
        return fetch(turn) if turn else None

    def pages(self) -> Iterator[Page[T, Item]]:
        """This page and all behind it, each fetched when it is asked for."""
        page: Page[T, Item] | None = self
        while page is not None:
            yield page
            page = page.next()

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items


class AsyncPage(_Result[T, Item]):
    """One page of results; iterating gives its items and those of all pages behind it."""

    async def next(self) -> AsyncPage[T, Item] | None:
        """Fetch the next page; None if this is the last. Raises SDKError."""
        turn = self._turn.following()
        return await fetch_async(turn) if turn else None

    async def pages(self) -> AsyncIterator[AsyncPage[T, Item]]:
        """This page and all behind it, each fetched when it is asked for."""
        page: AsyncPage[T, Item] | None = self
        while page is not None:
            yield page
            page = await page.next()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item


def fetch(turn: Turn[T, Item]) -> Page[T, Item]:
    """Make the call of a page."""
    return Page(turn, turn.core.run(turn.steps()))


async def fetch_async(turn: Turn[T, Item]) -> AsyncPage[T, Item]:
    """Make the call of a page."""
    return AsyncPage(turn, await turn.core.run_async(turn.steps()))
