"""Bodies that are still to come; whoever reads one owns its connection."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .errors import ResponseValidationError, no_response

if TYPE_CHECKING:
    from typing import Self

    from httpx2 import Response

    from .exchange import Deadline
    from .request import Outgoing
    from .retry import Retries
    from .transport import Steps


class Source:
    """The body of an answer that stays open.

    Where the connection breaks, `may_resume` says whether the call may ask for the rest,
    `is_harmless` whether for everything.
    """

    def __init__(
        self, response: Any, client: Any, deadline: Deadline, limit: int
    ) -> None:
        self.response = response
        self.client = client
        self.limit = limit
        self.may_resume = self.is_harmless = False
        self._deadline = deadline

    def belong(
        self,
        again: Callable[[Mapping[str, Any]], Steps[Any]],
        outgoing: Outgoing,
        retries: Retries,
    ) -> None:
        """Learn of the call: `again` makes it another time, with more headers.

        It also holds the client, which would be closed when nobody does.
        """
        self.again = again
        asked = retries.config is not None and retries.config.retry_connection_errors
        self.may_resume = outgoing.replayable and (asked or outgoing.method == "GET")
        self.is_harmless = retries.harmless

    def chunks(self) -> Iterator[bytes]:
        """The pieces of the body as they come; the connection is closed behind them.

        Raises SDKError.
        """
        # The HTTP client asks once for the time left, and grants it to each read.
        self._deadline.restart()
        try:
            yield from self.response.iter_bytes()
        except Exception as error:
            raise self._failure(error) from error
        finally:
            self.close()

    def pieces(self) -> Any:
        """The pieces, for whoever drives steps."""
        return self.chunks()

    def close(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        self.response.close()

    def _failure(self, error: Exception) -> Exception:
        if type(error).__name__ == "DecodingError":
            return self.misfit(f"Response validation failed: {error}")
        return no_response(error) or error

    def misfit(self, text: str, body: str = "") -> ResponseValidationError:
        """The error of a body that is not what was promised."""
        return ResponseValidationError(
            text,
            status_code=self.response.status_code,
            headers=self.response.headers,
            body=body,
            raw_response=self.response,
        )


class AsyncSource(Source):
    """The body of an answer that stays open, read in an event loop."""

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """The pieces of the body as they come; the connection is closed behind them.

        Raises SDKError.
        """
        import asyncio

        self._deadline.restart()
        pieces = aiter(self.response.aiter_bytes())
        try:
            while True:
                async with asyncio.timeout(self._deadline.seconds):
                    chunk = await anext(pieces, None)
                if chunk is None:
                    return
                yield chunk
        except Exception as error:
            raise self._failure(error) from error
        finally:
            await self.aclose()

    def pieces(self) -> Any:
        """The pieces, for whoever drives steps."""
        return self.chunks_async()

    async def aclose(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        await self.response.aclose()


class Close:
    """A step of a call: give up an answer whose body is still to come."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def run(self, client: Any) -> None:
        """Do it."""
        self.source.close()

    async def run_async(self, client: Any) -> None:
        """Do it."""
        if isinstance(self.source, AsyncSource):
            await self.source.aclose()


class Opened:
    """What a call returns where the body is still to come: it owns the connection."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"

    @property
    def response(self) -> Response:
        """The response of the HTTP client."""
        response: Response = self._source.response
        return response

    @property
    def status_code(self) -> int:
        """The status."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, of which the names may be in any case."""
        return self.response.headers


class OpenedSync(Opened):
    """One that is closed at once."""

    def close(self) -> None:
        """Close the connection; nothing more comes."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class OpenedAsync(Opened):
    """One that is closed in an event loop."""

    _source: AsyncSource

    def __init__(self, source: AsyncSource) -> None:
        super().__init__(source)

    async def aclose(self) -> None:
        """Close the connection; nothing more comes."""
        await self._source.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()
