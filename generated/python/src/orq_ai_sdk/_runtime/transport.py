"""One call from start to end: send, wait, try again; the same steps sync and async."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import NoResponseError, RequestValidationError, SDKError, no_response
from .exchange import Exchange, Sleep
from .options import Timeout
from .redirect import redirect
from .request import Outgoing, build
from .response import Answer, result
from .retry import Retries
from .security import Signature, signatures
from .sources import Close
from .unset import Unset

if TYPE_CHECKING:
    from .client import Core
    from .operation import Operation
    from .options import AsyncHttpClient, CallOptions, HttpClient

T = TypeVar("T")


Steps = Generator[Any, Any, T]


def steps(
    core: Core,
    operation: Operation[T],
    arguments: Mapping[str, Any],
    call: CallOptions,
    headers: Mapping[str, Any] | None = None,
    finish: Callable[[Operation[T], Answer], Any] = result,
) -> Steps[T]:
    """A call as steps; whoever drives it runs them and sends back what they give."""
    outgoing = build(core.config, core.options, operation, arguments, call)
    outgoing.headers.update(headers or {})
    seconds, phases = _timeout(core, operation, call)
    retries = _retries(core, operation, call, outgoing)
    log = core.log
    signature = yield from signatures(core, operation, outgoing, seconds, retries)
    sent, renewed = signature.sign(outgoing, call.http_headers), False
    spent = False
    while True:
        if log:
            log.request(sent.method, sent.url, sent.headers)
        failure: NoResponseError | None = None
        answer: Answer | None = None
        try:
            flow = _try(core, operation, call, signature, sent, seconds, phases)
            answer = yield from flow
        except Exception as error:  # noqa: BLE001  what is not ours goes on from there
            failure = _failure(error)
        if failure is not None:
            if log:
                log.failure(failure)
            wait = retries.after_error(failure)
        else:
            assert answer is not None
            if log:
                log.response(answer.status, answer.headers)
            if (
                answer.status == 401
                and not renewed
                and outgoing.replayable
                and signature.renew()
            ):
                renewed = True
                signature = yield from signatures(
                    core, operation, outgoing, seconds, retries
                )
                sent = signature.sign(outgoing, call.http_headers)
                continue
            wait = retries.after_status(answer.status, answer.headers)
        if wait is None:
            break
        if not outgoing.replayable:
            spent = True
            break
        if log:
            log.retry(retries.count, wait)
        if answer is not None and answer.source:
            yield Close(answer.source)
        yield Sleep(wait)
    try:
        if failure is not None:
            raise failure
        assert answer is not None
        if answer.source:
            again = partial(steps, core, operation, arguments, call)
            answer.source.belong(again, outgoing, retries)
        return finish(operation, answer)  # type: ignore[no-any-return]
    except SDKError as error:
        if spent:
            error.message += ". Not sent again: the body can be read only once"
            error.args = (error.message,)
        raise


def _try(
    core: Core,
    operation: Operation[Any],
    call: CallOptions,
    signature: Signature,
    sent: Outgoing,
    seconds: float,
    phases: Mapping[str, float],
) -> Steps[Answer]:
    """One try, with the user's hooks around it if there are any."""
    limit = core.config.max_response_bytes
    if core.hooks is None:
        return _follow(sent, seconds, limit, operation, phases)
    hooks = core.hooks.of_call(core, operation, call, signature)
    return hooks.around(_follow(sent, seconds, limit, operation, phases, hooks.before))


def _follow(
    outgoing: Outgoing,
    seconds: float,
    limit: int,
    operation: Operation[Any],
    phases: Mapping[str, float],
    before: Callable[[Any], Any] | None = None,
) -> Steps[Answer]:
    """One try, and where its answer points to the same origin, that address as well."""
    end = time.monotonic() + seconds
    followed = 0
    while True:
        left = max(0.001, end - time.monotonic())
        exchange = Exchange(outgoing, left, limit, operation, phases)
        exchange.before = before
        answer: Answer = yield exchange
        method = outgoing.method
        if method in ("GET", "HEAD") and outgoing.content is not None:
            method += " with a body"
        there, reason = redirect(
            method, outgoing.url, answer.status, answer.headers, followed
        )
        if not there:
            return answer._replace(redirect=reason) if reason else answer
        outgoing = outgoing._replace(url=there)
        followed += 1


def _failure(error: Exception) -> NoResponseError:
    if isinstance(error, NoResponseError):
        return error
    failure = no_response(error)
    if failure is not None:
        return failure
    if type(error).__name__ == "InvalidURL":
        raise RequestValidationError(f"invalid URL: {error}") from error
    raise error


def _timeout(
    core: Core, operation: Operation[Any], call: CallOptions
) -> tuple[float, Mapping[str, float]]:
    """Seconds for one try, and for its phases where these have bounds of their own."""
    phases: dict[str, float] = {}
    for given in (call.timeout_ms, core.options.timeout_ms, operation.timeout_ms):
        total = given
        if isinstance(given, Timeout):
            total = given.total
            for phase in ("connect", "read", "write", "pool"):
                bound = getattr(given, phase)
                if bound is not None:
                    phases.setdefault(phase, bound / 1000)
        if isinstance(total, (int, float)):
            return total / 1000, phases
    return core.config.timeout_ms / 1000, phases


def _retries(
    core: Core, operation: Operation[Any], call: CallOptions, outgoing: Outgoing
) -> Retries:
    documented = operation if operation.retries else core.config
    config = documented.retries
    if not isinstance(core.options.retry_config, Unset):
        config = core.options.retry_config
    if not isinstance(call.retries, Unset):
        config = call.retries
    key_header = operation.key_header or "idempotency-key"
    keyed = key_header.lower() in outgoing.headers
    codes = operation.retry_codes or documented.retry_codes
    return Retries(config, codes, operation.method, keyed)


def drive(flow: Steps[T], client: HttpClient) -> T:
    """Run the steps of a call."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = step.run(client)
            except Exception as error:  # noqa: BLE001  the steps decide
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as stop:
        value: T = stop.value
        return value


async def drive_async(flow: Steps[T], client: AsyncHttpClient) -> T:
    """Run the steps of a call."""
    try:
        step = next(flow)
        while True:
            try:
                outcome = await step.run_async(client)
            except Exception as error:  # noqa: BLE001  the steps decide
                step = flow.throw(error)
            else:
                step = flow.send(outcome)
    except StopIteration as stop:
        value: T = stop.value
        return value
