"""`x-speakeasy-retries`: when a call is to be repeated, as the document says."""

from __future__ import annotations

import re
from typing import get_args

from .api import Retries, RetryStrategy
from .source import Node

KEY = "x-speakeasy-retries"
_STATUS = re.compile(r"[1-5](\d\d|xx)", re.IGNORECASE)


def retries_of(holder: Node) -> Retries | None:
    """What a document or an operation says; None where it is silent.

    Raises SpecError: it says something that cannot be done.
    """
    node = holder.get(KEY)
    if node is None:
        return None
    strategy = node.text("strategy")
    for known in get_args(RetryStrategy):
        if strategy == known:
            break
    else:
        at = node.get("strategy") or node
        hint = f"one of {', '.join(get_args(RetryStrategy))}"
        raise at.error(f"{strategy!r} is no strategy for retries", hint)
    backoff = node.get("backoff")
    silent = Retries(strategy=known)
    return Retries(
        strategy=known,
        initial_interval=_number(backoff, "initialInterval", silent.initial_interval),
        max_interval=_number(backoff, "maxInterval", silent.max_interval),
        exponent=_number(backoff, "exponent", silent.exponent),
        max_elapsed_time=_number(backoff, "maxElapsedTime", silent.max_elapsed_time),
        max_retries=_count(node),
        connection_errors=node.flag("retryConnectionErrors"),
        codes=tuple(_status(code) for code in node.list("statusCodes")),
    )


def _number(holder: Node | None, key: str, default: float) -> float:
    node = holder.get(key) if holder else None
    if node is None:
        return default
    value = node.value
    if type(value) not in (int, float) or value < 0:
        raise node.error("a number, 0 or more, is expected")
    number: float = value
    return number


def _count(holder: Node) -> int | None:
    node = holder.get("maxRetries")
    if node is None:
        return None
    if type(node.value) is not int or node.value < 0:
        raise node.error("a whole number, 0 or more, is expected")
    count: int = node.value
    return count


def _status(node: Node) -> str:
    text = str(node.value)
    if not _STATUS.fullmatch(text):
        raise node.error(f"{text!r} is no status", 'a number like 503, or a range like "5XX"')
    return text.upper()
