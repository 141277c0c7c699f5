"""When to try again, and how long to wait before."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Mapping, Sequence
from datetime import UTC

from .errors import NoResponseError
from .options import BackoffStrategy, RetryConfig

DEFAULT_CODES = ("429", "500", "502", "503", "504")
_IDEMPOTENT = frozenset(("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"))
_COUNTED = "attempt-count-backoff"
_ACTIVE = ("backoff", _COUNTED)
_RETRIES = 2
_LONGEST_MS = 60_000
_ABSURD_MS = 365 * 24 * 3600 * 1000


def status_matches(patterns: Sequence[str], status: int) -> bool:
    """Whether a status is one of the patterns: "503", "5XX" or "default"."""
    text = str(status)
    classes = (text, f"{text[0]}XX", "DEFAULT")
    return any(pattern.upper() in classes for pattern in patterns)


def retry_delay(backoff: BackoffStrategy, retry: int, chance: float) -> float:
    """Milliseconds to wait before a retry (from 0); chance is from 0 to 1."""
    jitter = 1000 if backoff.jitter_ms is None else backoff.jitter_ms
    try:
        wait = backoff.initial_interval * backoff.exponent**retry + chance * jitter
    except OverflowError:
        return backoff.max_interval
    return min(wait, backoff.max_interval)


def _number(value: str | None) -> float | None:
    digits = (value or "").strip()
    if not digits or digits.strip("0123456789."):
        return None
    try:
        return float(digits)
    except ValueError:
        return None


def _until(date: str, now: float) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(date)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() * 1000 - now)
    except (ValueError, TypeError, OverflowError):
        return None


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The wait the server asks for, in milliseconds, at most a minute.

    `now` is in milliseconds since 1970. None: not asked for, or not to be believed.
    """
    wait = _number(headers.get("retry-after-ms"))
    if wait is None:
        after = headers.get("retry-after")
        seconds = _number(after)
        if seconds is not None:
            wait = seconds * 1000
        elif after:
            wait = _until(after, now)
    if wait is None or wait > _ABSURD_MS:
        return None
    return min(wait, _LONGEST_MS)


class Retries:
    """The retries of one call."""

    def __init__(
        self, config: RetryConfig | None, codes: Sequence[str], method: str, keyed: bool
    ) -> None:
        self.config = config if config and config.strategy in _ACTIVE else None
        self.codes = codes or DEFAULT_CODES
        if self.config and self.config.status_codes_override is not None:
            self.codes = self.config.status_codes_override
        self.harmless = keyed or method in _IDEMPOTENT
        self.count = 0
        self.started = time.monotonic()

    def after_status(self, status: int, headers: Mapping[str, str]) -> float | None:
        """Seconds to wait before the next try, or None if this answer is final."""
        if self.config is None or not status_matches(self.codes, status):
            return None
        return self._wait(self.config, retry_after(headers, time.time() * 1000))

    def after_error(self, error: NoResponseError) -> float | None:
        """Seconds to wait before the next try, or None if the error is final."""
        if self.config is None or not self.config.retry_connection_errors:
            return None
        if error.opened and not self.harmless:
            return None
        return self._wait(self.config, None)

    def _wait(self, config: RetryConfig, asked: float | None) -> float | None:
        backoff = config.backoff
        counted = config.strategy == _COUNTED
        most: float | None = config.max_retries
        if most is None:
            most = _RETRIES if counted else math.inf
        if self.count >= most:
            return None
        wait = asked
        if wait is None:
            wait = retry_delay(backoff, self.count, random.random())
        elapsed = (time.monotonic() - self.started) * 1000
        if elapsed + wait > backoff.max_elapsed_time and not counted:
            return None
        self.count += 1
        return wait / 1000
