"""Makes the calls on standard input with a generated package, and tells all that it shows.

A program of its own, like driver.py. What a server says is shown as it is (`headers` and `body` of an
error), and a request of the HTTP client is what was sent: neither is looked at here.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
import json
import logging
import os
import pickle
import sys
import traceback
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
from orq_ai_sdk import Orq
from orq_ai_sdk._hooks.registration import SEEN
from orq_ai_sdk.utils import BackoffStrategy, RetryConfig, raw_response

Job = dict[str, Any]
SHOWN: defaultdict[str, list[str]] = defaultdict(list)
"""What there was to see during a call, by the place where it was."""


class Records(logging.Handler):
    """Sees what every logger says."""

    def emit(self, record: logging.LogRecord) -> None:
        SHOWN[f"log of {record.name}"] += [self.format(record), repr(vars(record))]


def look(place: str, *values: Any) -> None:
    """Note what is seen of values by those who print them."""
    for value in values:
        SHOWN[place] += [repr(value), str(value), f"{[value]}"]


def look_into(place: str, *values: Any) -> None:
    """Also look at their attributes, and at what can be taken elsewhere."""
    look(place, *values)
    for value in values:
        with contextlib.suppress(TypeError):
            said = ("headers", "body")
            SHOWN[f"vars of {place}"] += [
                repr(one) for name, one in vars(value).items() if name not in said
            ]
        # What cannot be pickled shows nothing.
        with contextlib.suppress(Exception):
            SHOWN[f"pickle of {place}"].append(pickle.dumps(value).decode("latin-1"))


def look_at_error(error: BaseException) -> None:
    seen: BaseException | None = error
    while seen is not None:
        look("cause", seen, seen.args)
        seen = seen.__cause__ or seen.__context__
    SHOWN["traceback"] += traceback.format_exception(error)
    look_into("error", error)
    look("error", getattr(error, "message", ""), getattr(error, "data", None))
    look("raw response", getattr(error, "raw_response", None))


@contextlib.contextmanager
def logging_by(way: str) -> Iterator[Job]:
    """The options of a client that logs by a logger, or as the environment says; and its log."""
    stderr = io.StringIO()
    if way == "environment":
        os.environ["ORQ_DEBUG"] = "1"
    with contextlib.redirect_stderr(stderr):
        yield {"debug_logger": logging.getLogger("sdk")} if way == "logger" else {}
    os.environ.pop("ORQ_DEBUG", None)
    SHOWN["standard error"].append(stderr.getvalue())


def giving(value: Any) -> Any:
    """A credential as a function."""
    return lambda: value


def arguments(job: Job) -> Job:
    if job["wrong"]:
        return dict.fromkeys(job["arguments"], object())
    return {name: native(value) for name, value in job["arguments"].items()}


def native(value: Any) -> Any:
    if isinstance(value, dict) and "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    return value


def call_options(given: Job) -> Job:
    made = dict(given)
    if "headers" in made:
        made["http_headers"] = made.pop("headers")
    if retry := made.pop("retry", None):
        lost, most = retry.pop("connection_errors", False), retry.pop("max_retries", None)
        backoff = BackoffStrategy(**retry, jitter_ms=0)
        made["retries"] = RetryConfig("backoff", backoff, lost, max_retries=most)
    return made


def method(client: Orq, accessor: list[str]) -> Any:
    group = client
    for name in accessor[:-1]:
        group = getattr(group, name)
        look_into("group", group)
    return getattr(group, accessor[-1])


def take(value: Any) -> Iterator[Any]:
    """All that a value brings."""
    if hasattr(value, "read"):
        yield value.read()
    elif hasattr(value, "__next__") or hasattr(value, "pages"):
        yield from value


async def take_async(value: Any) -> AsyncIterator[Any]:
    if hasattr(value, "read"):
        yield await value.read()
    elif hasattr(value, "__aiter__"):
        async for item in value:
            yield item


def call(client: Orq, job: Job) -> None:
    given = arguments(job) | call_options(job["call"])
    function = method(client, job["accessor"])
    value = raw_response(function, **given) if job["raw"] else function(**given)
    look_into("value", value, *take(value))


async def call_async(client: Orq, job: Job) -> None:
    given = arguments(job) | call_options(job["call"])
    function = method(client, [*job["accessor"][:-1], job["async"]])
    value = await (raw_response(function, **given) if job["raw"] else function(**given))
    look_into("value", value)
    async for item in take_async(value):
        look_into("value", item)


async def run(client: Orq, job: Job) -> str:
    """What comes of a job: "value" or the class of an error."""
    try:
        if job["mode"] == "sync":
            call(client, job)
        else:
            await call_async(client, job)
    except Exception as error:
        look_at_error(error)
        return type(error).__name__
    return "value"


async def tell(client: Orq, job: Job, way: str, http: Job) -> Job:
    """What comes of a job, and what was seen of it."""
    SHOWN.clear()
    SEEN.clear()
    with logging_by(way) as options:
        if job["credentials"] is None:
            outcome = await run(client, job)
        else:
            given = {name: giving(value) for name, value in job["credentials"].items()}
            client = Orq(**options, **given, **http)
            outcome = await run(client, job)
    look("hooks", *SEEN)
    look_into("client", client)
    core = client._core
    look_into("core", core)
    look("core", core.options, core.config, core.config.schemes, core.tokens, core.log)
    return {"name": job["name"], "outcome": outcome, "shown": SHOWN}


async def main() -> None:
    """All jobs, one after the other."""
    logging.basicConfig(level=logging.DEBUG, handlers=[Records()])
    plan = json.load(sys.stdin)
    clients: list[Orq] = []
    # Making one takes longer than ten calls.
    http = {"client": httpx2.Client(), "async_client": httpx2.AsyncClient()}
    for one in plan["clients"]:
        with logging_by(one["logs_by"]) as options:
            clients.append(Orq(**options, **one["credentials"]))
    for job in plan["jobs"]:
        number = job["client"]
        told = await tell(clients[number], job, plan["clients"][number]["logs_by"], http)
        print(json.dumps(told))
    for client in clients:
        await client.aclose()
    http["client"].close()
    await http["async_client"].aclose()


if __name__ == "__main__":
    asyncio.run(main())
