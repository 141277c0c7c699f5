"""Answers as they came: any method, without reading what it brings until that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Generic, NoReturn, ParamSpec, TypeVar, overload

if TYPE_CHECKING:
    from httpx2 import Response

    from .client import Core
    from .operation import Operation
    from .options import CallOptions
    from .paging import AsyncPage, Page
    from .response import Answer
    from .transport import Steps

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """An answer of whatever status; `parse` gives what the method would have returned."""

    def __init__(self, operation: Operation[T], answer: Answer) -> None:
        self._operation, self._answer = operation, answer

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a raw response cannot be pickled: it holds the request")

    @property
    def status_code(self) -> int:
        """The status."""
        return self._answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, of which the names may be in any case."""
        return self._answer.headers

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, from x-request-id or request-id."""
        return self.headers.get("x-request-id") or self.headers.get("request-id")

    @property
    def content(self) -> bytes:
        """The body; that of a stream or a download comes by what `parse` returns.

        Raises ValueError: the body is too large, or not what its encoding says.
        """
        if self._answer.problem is not None:
            raise self._answer.problem
        return self._answer.body

    @property
    def text(self) -> str:
        """The body as text."""
        return self._answer.text

    @property
    def http_response(self) -> Response:
        """The response of the HTTP client."""
        answer = self._answer
        return answer.response if answer.source else answer.raw_response()

    def parse(self) -> T:
        """What the method would have returned.

        Raises SDKError: the status is no success, or the body not what was promised.
        """
        from .response import result

        return result(self._operation, self._answer)


class _RawCore:
    """A core whose calls end when the answer is there."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def steps(
        self, operation: Any, arguments: Mapping[str, Any], call: CallOptions
    ) -> Steps[Any]:
        from .transport import steps

        return steps(self.core, operation, arguments, call, None, RawResponse)

    def call(self, *given: Any) -> Any:
        return self.core.run(self.steps(*given))

    async def call_async(self, *given: Any) -> Any:
        return await self.core.run_async(self.steps(*given))

    call_async_open = call_async
    call_paged = call
    call_async_paged = call_async


@overload
def raw_response(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, AsyncPage[T, Any]]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Coroutine[Any, Any, RawResponse[T]]: ...


@overload
def raw_response(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
) -> Coroutine[Any, Any, RawResponse[T]]: ...


@overload
def raw_response(
    method: Callable[P, Page[T, Any]], *args: P.args, **kwargs: P.kwargs
) -> RawResponse[T]: ...


@overload
def raw_response(
    method: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> RawResponse[T]: ...


def raw_response(method: Any, *args: Any, **kwargs: Any) -> Any:
    """Call a method of the client, and get the answer with headers and the body as it came.

    An error status is raised by `parse` only. Of a method that gives pages, it is the first.
    """
    group = copy(method.__self__)
    group._core = _RawCore(group._core)
    return method.__func__(group, *args, **kwargs)
