"""The debug log: what was sent and answered, without credentials and without bodies."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from .operation import Configuration
    from .options import Logger

_SECRET = frozenset(
    ("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key")
)


class StderrLogger:
    """Writes to standard error; used when the environment asks for a log."""

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Write one line."""
        import sys

        print(msg % args if args else msg, file=sys.stderr)


class HiddenQueries:
    """A filter for the HTTP client's own log, which shows URLs with the credentials in them."""

    def __init__(self, config: Configuration) -> None:
        self._log = DebugLog(StderrLogger(), config)
        self._names = {
            scheme.name for scheme in config.schemes.values() if scheme.place == "query"
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HiddenQueries) and self._names == other._names

    def __hash__(self) -> int:
        return hash(frozenset(self._names))

    def filter(self, record: Any) -> bool:
        """Change what a record is about to show."""
        if _is_tuple(record.args):
            record.args = tuple(map(self._shown, record.args))
        return True

    def _shown(self, value: Any) -> Any:
        # By name: the filter of another client, or of another SDK, may have been here before.
        if type(value).__name__ in ("URL", "ShownURL"):
            return ShownURL(self._log.url(str(value)))
        return value


class ShownURL(str):
    """A URL as a filter left it; the next one has other credentials to hide."""

    __slots__ = ()


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


class HiddenHeaders:
    """A filter for the log of connections, which shows what a server gives or repeats."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HiddenHeaders)

    def __hash__(self) -> int:
        return hash(HiddenHeaders)

    def filter(self, record: Any) -> bool:
        """Change what a record is about to show."""
        if "headers" in record.msg:
            record.msg = _shown_pairs(record.msg)
        return True


def _shown_pairs(text: str) -> str:
    import re

    value = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
    pairs = rf"""(\(b'(?:set-cookie|location)', b)(?:{value})"""
    return re.sub(pairs, r"\1'***'", text, flags=re.IGNORECASE)


def hide_credentials(config: Configuration) -> None:
    """Keep credentials out of the HTTP client's own log; asked for again, it stays as it is."""
    import logging

    for name in ("httpx2", "httpx"):
        logging.getLogger(name).addFilter(HiddenQueries(config))
        for version in ("http11", "http2"):
            core = name.replace("httpx", "httpcore")
            logging.getLogger(f"{core}.{version}").addFilter(HiddenHeaders())


class DebugLog:
    """Writes requests and answers to a logger; credentials are shown as `***`."""

    def __init__(self, logger: Logger, config: Configuration) -> None:
        self._logger = logger
        names = {scheme.name.lower() for scheme in config.schemes.values()}
        self._secret = names | _SECRET

    def headers(self, headers: Mapping[Any, Any]) -> dict[str, str]:
        """The headers as they may be shown."""
        return {
            str(name): self._value(str(name).lower(), str(value))
            for name, value in headers.items()
        }

    def _value(self, name: str, value: str) -> str:
        if name in self._secret:
            return "***"
        # A server that points elsewhere may repeat the query.
        return self.url(value) if name == "location" else value

    def url(self, url: str) -> str:
        """The URL as it may be shown."""
        from urllib.parse import unquote_plus, urlsplit

        def shown(pair: str) -> str:
            name = pair.partition("=")[0]
            return f"{name}=***" if unquote_plus(name).lower() in self._secret else pair

        try:
            parts = urlsplit(url)
        except ValueError:  # where a server points to may be anything
            return "***"
        query = "&".join(map(shown, parts.query.split("&")))
        netloc = parts.netloc.rpartition("@")[2]
        return parts._replace(netloc=netloc, query=query, fragment="").geturl()

    def request(self, method: str, url: str, headers: Mapping[Any, Any]) -> None:
        """Note a request that is about to be sent."""
        self._logger.debug(
            "request %s %s headers=%s", method, self.url(url), self.headers(headers)
        )

    def response(self, status: int, headers: Mapping[str, str]) -> None:
        """Note an answer."""
        self._logger.debug("response %s headers=%s", status, self.headers(headers))

    def failure(self, error: Exception) -> None:
        """Note that there was no answer."""
        self._logger.debug("no response: %s", type(error).__name__)

    def retry(self, count: int, seconds: float) -> None:
        """Note that the request will be sent again."""
        self._logger.debug("retry %s in %.3f s", count, seconds)


def debug_log(logger: Logger | None, config: Configuration) -> DebugLog | None:
    """The log, if there is a logger or the environment variable is set to true."""
    wanted = os.environ.get(config.debug_env, "") if config.debug_env else ""
    if logger is None and wanted.lower() not in ("", "0", "false"):
        logger = StderrLogger()
    return None if logger is None else DebugLog(logger, config)
