"""Links from one page to another: what they lead to."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote_plus, urljoin, urlsplit

from .errors import ResponseValidationError

_PORTS = {"http": 80, "https": 443}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_NO_LINK = re.compile(r"[\x00-\x20\x7f\\]|^[A-Za-z][A-Za-z0-9+.-]*:(?!//)")


def resolved(base: str, link: Any) -> tuple[str, str, str]:
    """Origin, path and query of a link, as seen from a URL."""
    try:
        if isinstance(link, str) and not _NO_LINK.search(link):
            parts = urlsplit(link if _ABSOLUTE.match(link) else urljoin(base, link))
            if parts.scheme in _PORTS and parts.hostname and "@" not in parts.netloc:
                host = parts.hostname
                host = f"[{host}]" if ":" in host else host
                if parts.port not in (None, _PORTS[parts.scheme]):
                    host = f"{host}:{parts.port}"
                return f"{parts.scheme}://{host}", parts.path or "/", parts.query
    except ValueError:
        pass
    # Without the link: it may hold a secret.
    text = "Response validation failed: the link to the next page is no http(s) URL"
    raise ResponseValidationError(text)


def name_of(pair: str) -> str:
    """The name in a pair of a query."""
    return unquote_plus(pair.partition("=")[0])
