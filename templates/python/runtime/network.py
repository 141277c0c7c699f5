"""Connections that heed the time of a whole call, not only that of each read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

    from .exchange import Deadline


class Left(float):
    """Seconds that were left when the HTTP client asked; the deadline knows better later."""

    deadline: Deadline
    phase: str

    def __new__(cls, deadline: Deadline, phase: str) -> Self:
        left = super().__new__(cls, max(0.001, deadline.left(phase)))
        left.deadline = deadline
        left.phase = phase
        return left


def _left(timeout: float | None) -> float | None:
    if not isinstance(timeout, Left):
        return timeout
    left = timeout.deadline.left(timeout.phase)
    if left <= 0:
        raise TimeoutError("the time for the call is over")
    return left


def bound(client: Any) -> None:
    """Make a client of httpx2 look at the clock whenever it reads or writes.

    It asks for the time left once for all headers, which a server may send byte by byte.
    There is no public way in: where the parts are not found, it stays as it is.
    """
    transports = [client._transport, *client._mounts.values()]
    for pool in (getattr(transport, "_pool", None) for transport in transports):
        backend = getattr(pool, "_network_backend", None)
        if backend is not None:
            setattr(pool, "_network_backend", Backend(backend))  # noqa: B010


class Backend:
    """A network backend of httpcore2 whose streams heed the deadline."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, *args: Any, **options: Any) -> Stream:
        """Open a connection."""
        return Stream(self._backend.connect_tcp(*args, **options))

    def connect_unix_socket(self, *args: Any, **options: Any) -> Stream:
        """Open a connection."""
        return Stream(self._backend.connect_unix_socket(*args, **options))

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._backend.sleep(seconds)


class Stream:
    """A connection of httpcore2 that heeds the deadline."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there."""
        data: bytes = self._stream.read(max_bytes, _left(timeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        """Close it."""
        self._stream.close()

    def start_tls(self, *args: Any, **options: Any) -> Stream:
        """The same connection, encrypted."""
        return Stream(self._stream.start_tls(*args, **options))

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)
