"""Hooks: functions of the user's around every attempt to send a request."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .errors import NoResponseError, RequestValidationError, no_response
from .records import Record
from .request import base_url
from .security import Ask

if TYPE_CHECKING:
    from httpx2 import Request, Response

    from .client import Core
    from .operation import Operation
    from .options import (
        AsyncHttpClient,
        CallOptions,
        ClientOptions,
        HttpClient,
        Secret,
    )
    from .response import Answer
    from .security import Signature

T = TypeVar("T")
Steps: TypeAlias = Generator[Any, Any, T]
Later: TypeAlias = T | Exception | Awaitable[T | Exception]
"""What a hook gives; an exception is raised. Asynchronous calls may have it later."""


class HookContext(Record):
    """What a hook knows of the call. `security_source` has the credentials by their names.

    `options` are those of the client.
    """

    base_url: str
    operation_id: str
    oauth2_scopes: Sequence[str] | None
    security_source: Mapping[str, Secret]
    options: ClientOptions


class SDKInitHook(ABC):
    """Runs when a client is made."""

    @abstractmethod
    def sdk_init(self, base_url: str, client: HttpClient) -> tuple[str, HttpClient]:
        """The base URL and the HTTP client of synchronous calls, changed or not."""


class BeforeRequestHook(ABC):
    """Runs before a request is sent."""

    @abstractmethod
    def before_request(self, hook_ctx: HookContext, request: Request) -> Later[Request]:
        """The request to send."""


class AfterSuccessHook(ABC):
    """Runs when the status of an answer is a success."""

    @abstractmethod
    def after_success(
        self, hook_ctx: HookContext, response: Response
    ) -> Later[Response]:
        """The response to go on with."""


class AfterErrorHook(ABC):
    """Runs when the status of an answer is none, or when there is no answer."""

    @abstractmethod
    def after_error(
        self,
        hook_ctx: HookContext,
        response: Response | None,
        error: Exception | None,
    ) -> Later[tuple[Response | None, Exception | None]]:
        """The response to go on with, or the error to raise."""


class Hooks:
    """The hooks of a client, in the order in which they run."""

    def __init__(self) -> None:
        self._inits: list[SDKInitHook] = []
        self._befores: list[BeforeRequestHook] = []
        self._successes: list[AfterSuccessHook] = []
        self._errors: list[AfterErrorHook] = []

    def register_sdk_init_hook(self, hook: SDKInitHook) -> None:
        """Add a hook for new clients."""
        self._inits.append(hook)

    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        """Add a hook for requests."""
        self._befores.append(hook)

    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        """Add a hook for good answers."""
        self._successes.append(hook)

    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        """Add a hook for errors."""
        self._errors.append(hook)

    @property
    def has_inits(self) -> bool:
        """Whether a new client is to be shown to hooks."""
        return bool(self._inits)

    def __bool__(self) -> bool:
        return bool(self._befores or self._successes or self._errors)

    def init(self, base_url: str, client: HttpClient) -> tuple[str, HttpClient]:
        """Run the hooks for new clients."""
        for hook in self._inits:
            base_url, client = hook.sdk_init(base_url, client)
        return base_url, client

    def of_call(
        self,
        core: Core,
        operation: Operation[Any],
        call: CallOptions,
        signature: Signature,
    ) -> CallHooks:
        """The hooks with what they are told of a call."""
        base = base_url(core.config, core.options, operation, call)
        scopes, secrets = signature.scopes, signature.secrets
        context = HookContext(base, operation.id, scopes, secrets, core.options)
        return CallHooks(context, self._befores, self._successes, self._errors)


class CallHooks:
    """The hooks of one call."""

    def __init__(
        self,
        context: HookContext,
        befores: Sequence[BeforeRequestHook],
        successes: Sequence[AfterSuccessHook],
        errors: Sequence[AfterErrorHook],
    ) -> None:
        self.context = context
        self.befores, self.successes, self.errors = befores, successes, errors

    def before(self, request: Request) -> Before:
        """Run the hooks for requests."""
        return Before(self, request)

    def around(self, flow: Steps[Answer]) -> Steps[Answer]:
        """Run the hooks for the outcome of some steps."""
        try:
            answer = yield from flow
        except Exception as error:
            failure = no_response(error)
            if failure is None:
                raise
            return (yield from self._failed(None, None, failure))
        if 200 <= answer.status < 300:
            return (yield from self._succeeded(answer))
        response = _response(answer) if self.errors else None
        return (yield from self._failed(answer, response, None))

    def _succeeded(self, answer: Answer) -> Steps[Answer]:
        if not self.successes:
            return answer
        first = response = _response(answer)
        for hook in self.successes:
            found = yield Ask(hook.after_success, self.context, response)
            response = _not_raised(found)
        return answer if response is first else _answer(answer, response)

    def _failed(
        self,
        answer: Answer | None,
        first: Response | None,
        error: Exception | None,
    ) -> Steps[Answer]:
        """Run the hooks for errors; raises the error that is left."""
        response = first
        for hook in self.errors:
            found = yield Ask(hook.after_error, self.context, response, error)
            response, error = _not_raised(found)
        if error is not None:
            raise error
        if answer is not None and response is first:
            return answer
        if response is None:
            raise NoResponseError("a hook gave neither a response nor an error")
        return _answer(answer, response)


class Before:
    """A step of a call: run the hooks for requests."""

    def __init__(self, hooks: CallHooks, request: Request) -> None:
        self.hooks, self.request = hooks, request

    def run(self, client: HttpClient) -> Request:
        """Do it."""
        request = self.request
        for hook in self.hooks.befores:
            ask = Ask(hook.before_request, self.hooks.context, request)
            request = _not_raised(ask.run(client))
        return _sendable(request)

    async def run_async(self, client: AsyncHttpClient) -> Request:
        """Do it."""
        request = self.request
        for hook in self.hooks.befores:
            ask = Ask(hook.before_request, self.hooks.context, request)
            request = _not_raised(await ask.run_async(client))
        return _sendable(request)


def _not_raised(found: T | Exception) -> T:
    if isinstance(found, Exception):
        raise found
    return found


def _sendable(request: Request) -> Request:
    """The request; what cannot be in a header is found here, where no value is shown."""
    for name, value in request.headers.raw:
        if any(byte < 32 and byte != 9 or byte == 127 for byte in value):
            text = f"header {name.decode()} of a hook: it has control characters"
            raise RequestValidationError(text)
    return request


def _response(answer: Answer) -> Response:
    """The response as hooks see it: its body is there, unless it is a stream."""
    return answer.response if answer.source else answer.raw_response()


def _answer(answer: Answer | None, response: Response) -> Answer:
    """An answer out of the response that a hook gave."""
    from .response import Answer as New

    if answer is not None and answer.source and response.is_stream_consumed is False:
        return answer._replace(response=response)
    return New(response, response.content, None)
