"""Bodies that are still to come; whoever reads one owns its connection."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .errors import ResponseValidationError, no_response

if TYPE_CHECKING:
    from .transport import Deadline, Steps


class Source:
    """The body of an answer that stays open.

    `again` gives the steps of the same call with more headers; it also keeps the client
    alive. `may_resume` says whether the call may be repeated where the connection breaks.
    """

    def __init__(
        self, response: Any, client: Any, deadline: Deadline, limit: int
    ) -> None:
        self.response = response
        self.client = client
        self.limit = limit
        self.again: Callable[[Mapping[str, Any]], Steps[Any]] | None = None
        self.may_resume = False
        self._deadline = deadline

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

    async def aclose(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        await self.response.aclose()
