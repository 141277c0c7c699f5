"""Redirects: GET and HEAD follow them to the same origin; all others are not followed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

MOST = 5
_CODES = frozenset((301, 302, 303, 307, 308))
_PORTS = {"http": 80, "https": 443}
# Absolute with a host and nobody before it, or relative; no two programs agree on others.
_PLAIN = re.compile(
    r"(?=[!-\[\]-~]+\Z)((https?:)?//[^/?#@]+|(?!//)[^:/?#]*)([/?#]|\Z)", re.IGNORECASE
)


def redirect(
    method: str, url: str, status: int, headers: Mapping[str, str], followed: int
) -> tuple[str, str]:
    """Where an answer leads, and why that is not followed: one of them is empty.

    Both are empty where it leads nowhere. The reason shows no path and no query, which
    may hold a secret.
    """
    location = headers.get("location") if status in _CODES else None
    if location is None:
        return "", ""
    there = _address(url, location)
    if there is None:
        return "", _reason(status, "its location is no address")
    origin = _origin(there)
    if origin != _origin(url):
        scheme, host, port = origin
        where = f"{scheme}://{host}:{port}"
        return "", _reason(status, f"it leads to another origin, {where}")
    if method not in ("GET", "HEAD"):
        return "", _reason(status, f"{method} is sent to one address only")
    if followed >= MOST:
        return "", _reason(status, f"there were {MOST} before it")
    return there, ""


def _reason(status: int, why: str) -> str:
    return f"Unexpected redirect: Status {status}. It was not followed: {why}"


def _address(url: str, location: str) -> str | None:
    if not _PLAIN.match(location):
        return None
    try:
        there = urljoin(url, location).partition("#")[0]
        _origin(there)
    except ValueError:
        return None
    return there


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    port = parts.port or _PORTS.get(parts.scheme)
    return parts.scheme, parts.hostname or "", port
