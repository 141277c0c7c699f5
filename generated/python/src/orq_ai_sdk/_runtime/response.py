"""From an answer to the result of the call, or to an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .encoding import is_dict
from .errors import (
    APIError,
    ResponseTooLargeError,
    ResponseValidationError,
    SDKError,
    UnexpectedRedirectError,
    error_message,
)
from .request import is_json
from .retry import status_matches

if TYPE_CHECKING:
    from httpx2 import Response

    from .operation import Operation, Reply
    from .sources import Source

T = TypeVar("T")
R = TypeVar("R", bound="Reply")
E = TypeVar("E", bound=SDKError)


class TooLarge(ValueError):
    """A body above the limit."""


class Answer(NamedTuple):
    """A response with its body, read whole; `problem` is why it could not be read.

    `source` gives the body where that is left to a stream.
    `redirect` is why the response was not followed to where it points.
    """

    response: Response
    body: bytes
    problem: Exception | None
    source: Source | None = None
    redirect: str = ""

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, of which the names may be in any case."""
        return self.response.headers

    @property
    def content_type(self) -> str:
        """The content type as sent."""
        return self.headers.get("content-type", "")

    @property
    def text(self) -> str:
        """The body as text."""
        try:
            encoding = self.response.charset_encoding or "utf-8"
            return self.body.decode(encoding, "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")

    def raw_response(self) -> Response:
        """The response of the HTTP client, with the body in it."""
        raw = type(self.response)(
            self.status,
            content=self.body,
            request=self.response.request,
            extensions=self.response.extensions,
        )
        raw.headers = self.response.headers
        return raw


def media_matches(declared: str, received: str) -> bool:
    """Whether a content type is the one declared, which may be a range."""
    kind = received.partition(";")[0].strip().lower()
    wanted = declared.partition(";")[0].strip().lower()
    if wanted in ("*/*", kind):
        return True
    return wanted.endswith("/*") and kind.startswith(wanted[:-1])


def _rank(reply: Reply) -> int:
    pattern = reply.status.upper()
    return 2 if pattern == "DEFAULT" else 1 if pattern.endswith("XX") else 0


def find(replies: Sequence[R], status: int, content_type: str) -> R | None:
    """The reply for a status and content type: exact status, range, default."""
    matching = [reply for reply in replies if status_matches((reply.status,), status)]
    if not matching:
        return None
    best = min(map(_rank, matching))
    for reply in matching:
        if _rank(reply) == best:
            if reply.media_type is None:
                return reply
            if media_matches(reply.media_type, content_type):
                return reply
    return None


def stays_open(operation: Operation[Any] | None, response: Response) -> bool:
    """Whether the body of a response is left to a stream that the call returns."""
    if operation is None or not operation.opens:
        return False
    if not 200 <= response.status_code < 300:
        return False
    kind = response.headers.get("content-type", "")
    reply = find(operation.replies, response.status_code, kind)
    return reply is not None and reply.opens


def _decode(reply: Reply, answer: Answer) -> Any:
    if answer.source is not None:
        return reply.open(answer)
    if reply.media_type is None:
        return None
    if answer.problem is not None:
        raise answer.problem
    kind = reply.type() if reply.type else None
    if kind is bytes:
        return answer.body
    named = answer.content_type if "*" in reply.media_type else reply.media_type
    is_text = kind is str or reply.media_type.startswith("text/")
    if is_text and not is_json(named):
        return answer.text
    # What has a type and comes in any media type is JSON, whatever the server calls it.
    return reply.adapter.read(answer.body)


def result(operation: Operation[T], answer: Answer) -> T:
    """What the call returns.

    Raises SDKError: the status is no success, or the answer not what was promised.
    """
    if not 200 <= answer.status < 300:
        raise _error(operation, answer)
    reply = find(operation.replies, answer.status, answer.content_type)
    if reply is None:
        kind = answer.content_type or "none"
        text = f"Unexpected response: Status {answer.status}. Content-Type {kind}"
        raise _with_answer(ResponseValidationError, text, answer)
    try:
        value: T = _decode(reply, answer)
        return value
    except Exception as error:
        text = f"Response validation failed: {error}"
        large = isinstance(error, TooLarge)
        error_type = ResponseTooLargeError if large else ResponseValidationError
        raise _with_answer(error_type, text, answer) from error


def _error(operation: Operation[Any], answer: Answer) -> SDKError:
    text = error_message(answer.status, answer.content_type, answer.text)
    reply = find(operation.errors, answer.status, answer.content_type)
    if reply is None and answer.redirect:
        return _with_answer(UnexpectedRedirectError, answer.redirect, answer)
    if reply is None:
        return _with_answer(APIError, text, answer)
    try:
        data = _decode(reply, answer)
    except Exception as cause:  # noqa: BLE001
        # A broken body must not hide the status.
        error = _with_answer(APIError, text, answer)
        error.__cause__ = cause
        return error
    fields = data if is_dict(data) else getattr(data, "__dict__", {})
    message = fields.get("message")
    said = message if isinstance(message, str) and message else text
    typed: SDKError = _with_answer(reply.error(), said, answer, data)
    return typed


def _with_answer(kind: type[E], text: str, answer: Answer, data: Any = None) -> E:
    return kind(
        text,
        status_code=answer.status,
        headers=answer.headers,
        body=answer.text,
        raw_response=answer.raw_response(),
        data=data,
    )
