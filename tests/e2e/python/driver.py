"""Calls the generated Python package as the jobs on standard input say, and tells what came of it.

A program of its own, so that the package is imported as a user would, and no other copy of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from orq_ai_sdk import Orq, models
from orq_ai_sdk.utils import BackoffStrategy, RetryConfig

Job = dict[str, Any]
FILE = Path("cat.png")
OPENED = contextlib.ExitStack()
"""Files are the caller's to close."""


class Pipe:
    """Bytes that can be read once."""

    def __init__(self, content: bytes) -> None:
        self._bytes = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._bytes.read(size)


class ListLogger:
    """A logger that keeps its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        self.lines.append(msg % args)


def file_input(how: str, names: dict[str, str]) -> Any:
    content = FILE.read_bytes()
    if how == "list":
        return [
            {"file_name": "a.png", "content": content},
            {"file_name": "b.jpg", "content": FILE},
        ]
    ways = {
        "bytes": lambda: content,
        "path": lambda: FILE,
        "object": lambda: OPENED.enter_context(FILE.open("rb")),
        "blob": lambda: io.BytesIO(content),
        "stream": lambda: Pipe(content),
        "record": lambda: {**names, "content": content},
    }
    return ways[how]()


def typed_input() -> dict[str, Any]:
    return {
        "model": "m",
        "fallbacks": [models.CreateImageVariationFallbacks(model="m/2")],
        "orq": models.CreateImageVariationOrq(
            prompt=models.CreateImageVariationPrompt(id="p", version="latest"),
            timeout=models.CreateImageVariationRouterImagesVariationsTimeout(call_timeout=5),
        ),
    }


def arguments(given: Any) -> dict[str, Any]:
    return typed_input() if given == "typed" else {k: special(v) for k, v in given.items()}


def special(value: Any) -> Any:
    if isinstance(value, dict) and "$float" in value:
        return float(value["$float"])
    if isinstance(value, dict) and "$file" in value:
        names = {key: text for key, text in value.items() if key != "$file"}
        return file_input(value["$file"], names)
    return value


def retry_config(given: Any, codes: list[str] | None = None) -> RetryConfig:
    if given == "none":
        return RetryConfig("none")
    times = {key: value for key, value in given.items() if key != "connection_errors"}
    backoff = BackoffStrategy(**times, jitter_ms=0)
    return RetryConfig("backoff", backoff, given.get("connection_errors", False), codes)


def client_options(given: Job, logger: ListLogger) -> Job:
    options = dict(given)
    key = options.get("api_key")
    if isinstance(key, list):
        options["api_key"] = iter(key).__next__
    if "retry" in options:
        options["retry_config"] = retry_config(options.pop("retry"))
    if options.pop("debug", None) == "logger":
        options["debug_logger"] = logger
    return options


def call_options(given: Job | None) -> Job:
    options = dict(given or {})
    codes = options.pop("retry_codes", None)
    if "retry" in options:
        options["retries"] = retry_config(options.pop("retry"), codes)
    if "headers" in options:
        options["http_headers"] = options.pop("headers")
    return options


def call_sync(client: Orq, job: Job, options: Job) -> Any:
    if job["cancel_ms"] is None:
        return client.router.images.variations.create(**options)
    # What Ctrl-C does in the middle of a call.
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, job["cancel_ms"] / 1000)
    try:
        return client.router.images.variations.create(**options)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


async def call_async(client: Orq, job: Job, options: Job) -> Any:
    call = asyncio.create_task(client.router.images.variations.create_async(**options))
    if job["cancel_ms"] is not None:
        asyncio.get_running_loop().call_later(job["cancel_ms"] / 1000, call.cancel)
    return await call


def run_sync(options: Job, job: Job, told: Job) -> None:
    with Orq(**options) as client:
        for _ in range(job["calls"]):
            with telling(told):
                call = arguments(job["input"]) | call_options(job["call"])
                told["value"] = plain(call_sync(client, job, call))


async def run_async(options: Job, job: Job, told: Job) -> None:
    async with Orq(**options) as client:
        for _ in range(job["calls"]):
            with telling(told):
                call = arguments(job["input"]) | call_options(job["call"])
                told["value"] = plain(await call_async(client, job, call))


@contextlib.contextmanager
def telling(told: Job) -> Iterator[None]:
    """Note the error of a call, and how long it took."""
    began = time.monotonic()
    try:
        yield
    except BaseException as error:
        told["error"] = plain_error(error)
    told["elapsed_ms"] = (time.monotonic() - began) * 1000


def plain(value: models.CreateImageVariationResponseBody) -> Job:
    """What a typed answer holds, read by the names of its fields."""
    assert type(value) is models.CreateImageVariationResponseBody
    usage = value.usage
    told = {
        "created": value.created,
        "output_format": value.output_format,
        "size": value.size,
        "quality": value.quality,
        "data": [
            present({"url": item.url, "b64_json": item.b64_json, "seed": extra(item, "seed")})
            for item in value.data
        ],
        "usage": usage
        and {
            "total_tokens": usage.total_tokens,
            "input_tokens": usage.input_tokens,
            "output_tokens": usage.output_tokens,
            "input_tokens_details": {
                "text_tokens": usage.input_tokens_details.text_tokens,
                "image_tokens": usage.input_tokens_details.image_tokens,
            },
        },
        "revised": extra(value, "revised"),
    }
    return present(told)


def extra(model: Any, name: str) -> Any:
    return getattr(model, name, None)


def present(fields: Job) -> Job:
    return {name: value for name, value in fields.items() if value is not None}


def plain_error(error: BaseException) -> Job:
    known = isinstance(error, models.OrqError)
    return {
        "class": type(error).__name__,
        "known": known,
        "message": str(error),
        "status": error.status_code if known else None,
        "body": error.body if known else None,
        "headers": dict(error.headers) if known else {},
        "printed": "".join(traceback.format_exception(error)) + repr(vars(error)),
    }


def run(job: Job) -> Job:
    """One job, with its environment variables and its log."""
    logger, told, stderr = ListLogger(), dict[str, Any](), io.StringIO()
    for name in ("ORQ_API_KEY", "ORQ_DEBUG"):
        os.environ.pop(name, None)
    os.environ.update(job["env"] or {})
    with contextlib.redirect_stderr(stderr), OPENED:
        options = client_options(job["client"], logger)
        if job["mode"] == "sync":
            run_sync(options, job, told)
        else:
            asyncio.run(run_async(options, job, told))
    return {**told, "log": "\n".join([*logger.lines, stderr.getvalue()]).strip()}


def main() -> None:
    for job in json.load(sys.stdin):
        try:
            told = run(job)
        except Exception:
            told = {"crash": traceback.format_exc()}
        print(json.dumps({"name": job["name"], **told}), flush=True)


if __name__ == "__main__":
    main()
