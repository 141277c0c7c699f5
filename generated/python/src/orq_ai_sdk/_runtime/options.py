"""What a user can set: retries, credentials, HTTP clients, options of a client or a call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeAlias

from .records import Record
from .unset import UNSET, OptionalNullable

Secret: TypeAlias = str | tuple[str, str] | Mapping[str, Any]
"""A token, a user and a password, or what a credential consists of by name."""
Credential: TypeAlias = Secret | Callable[[], Secret | Awaitable[Secret]] | None


class Logger(Protocol):
    """Anything with a `debug` method, such as a `logging.Logger`."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None: ...


class _Builder(Protocol):
    def build_request(
        self,
        method: str,
        url: str,
        *,
        content: Any = ...,
        headers: Any = ...,
        extensions: Any = ...,
    ) -> Any: ...


class HttpClient(_Builder, Protocol):
    """The part of `httpx2.Client` that is used."""

    def send(
        self, request: Any, *, stream: bool = ..., follow_redirects: Any = ...
    ) -> Any: ...

    def close(self) -> None: ...


class AsyncHttpClient(_Builder, Protocol):
    """The part of `httpx2.AsyncClient` that is used."""

    async def send(
        self, request: Any, *, stream: bool = ..., follow_redirects: Any = ...
    ) -> Any: ...

    async def aclose(self) -> None: ...


class BackoffStrategy(Record):
    """How long to wait between tries; all intervals are in milliseconds.

    The wait before retry n (from 0) is `initial_interval * exponent ** n` plus a random
    0 to `jitter_ms` (1000 if None), at most `max_interval`. No retry starts later than
    `max_elapsed_time` after the first try began.
    """

    initial_interval: float = 500
    max_interval: float = 60000
    exponent: float = 1.5
    max_elapsed_time: float = 3600000
    jitter_ms: float | None = None


class RetryConfig(Record):
    """When to try again; strategy is "backoff", "attempt-count-backoff" or "none".

    `retry_connection_errors` also retries requests that got no answer, where that does
    no harm. `status_codes_override` replaces the statuses that are retried ("5XX").
    `max_retries` bounds how often; "attempt-count-backoff" looks at that alone, not at
    the time that has passed, and means 2 where it is None.
    """

    strategy: str
    backoff: BackoffStrategy = BackoffStrategy()
    retry_connection_errors: bool = False
    status_codes_override: Sequence[str] | None = None
    max_retries: int | None = None


class Timeout(Record):
    """How long one attempt may take, and its parts at most, in milliseconds.

    `total` is for all of it; `connect` for opening a connection, `read` and `write` for
    each piece, `pool` for a free connection. None: what the client says, else no bound.
    """

    total: float | None = None
    connect: float | None = None
    read: float | None = None
    write: float | None = None
    pool: float | None = None


class CallOptions(Record):
    """The options of one call; a header of `http_headers` goes before `accept`."""

    retries: OptionalNullable[RetryConfig] = UNSET
    server_url: str | None = None
    timeout_ms: float | Timeout | None = None
    http_headers: Mapping[str, str] | None = None
    accept: str | None = None


_NO_NAMES: Mapping[str, Any] = {}


class ClientOptions(Record):
    """The options of a client; `variables` are those of servers that have an argument."""

    credentials: Mapping[str, Credential] = _NO_NAMES
    parameters: Mapping[str, Any] = _NO_NAMES
    server_idx: int | str | None = None
    server_url: str | None = None
    url_params: Mapping[str, str] | None = None
    variables: Mapping[str, str | None] = _NO_NAMES
    client: HttpClient | None = None
    async_client: AsyncHttpClient | None = None
    retry_config: OptionalNullable[RetryConfig] = UNSET
    timeout_ms: float | Timeout | None = None
    debug_logger: Logger | None = None
    allow_http: bool = False

    @cached_property
    def url_values(self) -> Mapping[str, str]:
        """Values for the variables of servers, those of arguments before `url_params`."""
        named = {k: v for k, v in self.variables.items() if v is not None}
        return {**(self.url_params or {}), **named}
