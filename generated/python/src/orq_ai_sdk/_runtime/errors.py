"""Every error the SDK raises; the base is SDKError."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from httpx2 import Response

_BODY_LIMIT = 10000
_NOT_PICKLED = ("set-cookie", "location")
"""What may give a credential, or repeat one."""


class SDKError(Exception):
    """Base of all errors of this SDK.

    `status_code` is 0 and `body` empty when there was no response. `data` is the decoded
    body of a typed error.
    """

    message: str
    status_code: int
    headers: Mapping[str, str]
    body: str
    raw_response: Response | None
    data: Any

    def __init__(
        self,
        message: str,
        *,
        status_code: int = 0,
        headers: Mapping[str, str] | None = None,
        body: str = "",
        raw_response: Response | None = None,
        data: Any = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = status_code
        self.headers = {} if headers is None else headers
        self.body = body
        self.raw_response = raw_response
        self.data = data

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, from x-request-id or request-id."""
        return self.headers.get("x-request-id") or self.headers.get("request-id")

    @property
    def cause(self) -> BaseException | None:
        """The error beneath this one."""
        return self.__cause__

    def __reduce__(self) -> tuple[Any, ...]:
        # The raw response holds the request, and that the credentials.
        state: dict[str, Any] = {**self.__dict__, "raw_response": None}
        state["headers"] = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in _NOT_PICKLED
        }
        return (type(self), (self.message,), state)


class APIError(SDKError):
    """The server answered with an error that has no type of its own."""


class UnexpectedRedirectError(APIError):
    """The server pointed elsewhere, and nothing was sent there; `headers` say where."""


class ResponseValidationError(SDKError):
    """The answer is not what the API promises; `body` holds it, `cause` the reason."""


class ResponseTooLargeError(ResponseValidationError):
    """The body is larger than a response may be; the rest was not read."""


class RequestValidationError(SDKError):
    """The input does not fit, or holds a value that cannot be sent. Nothing was sent."""


class NoResponseError(SDKError):
    """No response was received."""

    opened: bool = True
    """False when the connection was never opened, so that nothing can have arrived."""


class APIConnectionError(NoResponseError):
    """The connection could not be made, or broke."""


class RequestTimeoutError(NoResponseError):
    """There was no complete response within the time allowed."""


def error_message(status: int, content_type: str, body: str) -> str:
    """The text of an API error: status, content type unless JSON, body cut short."""
    text = f"API error occurred: Status {status}"
    if content_type and not content_type.lower().startswith("application/json"):
        text += f". Content-Type {content_type}"
    return f"{text}. Body: {body[:_BODY_LIMIT]}"


_TIMEOUTS = {"TimeoutException", "TimeoutError"}
_UNOPENED = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}


def no_response(cause: Exception) -> NoResponseError | None:
    """The SDK's error for one of the HTTP client, or None if it is not about sending.

    Classes are told by name: a custom client may be of httpx, httpx2 or a look-alike.
    """
    names = {cls.__name__ for cls in type(cause).__mro__}
    if names.isdisjoint(_TIMEOUTS | {"RequestError"}):
        return None
    text = str(cause) or type(cause).__name__
    if names.isdisjoint(_TIMEOUTS):
        error: NoResponseError = APIConnectionError(f"No response: {text}")
    else:
        error = RequestTimeoutError(f"Request timed out: {text}")
    error.opened = names.isdisjoint(_UNOPENED)
    error.__cause__ = cause
    return error
