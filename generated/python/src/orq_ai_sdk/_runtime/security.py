"""Credentials: where they come from, and where in a request they go."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .encoding import clean, escape, header_value
from .errors import RequestValidationError

if TYPE_CHECKING:
    from .operation import Scheme, Security
    from .options import Credential, Secret


class Signature:
    """What the credentials add to a request."""

    __slots__ = ("cookies", "headers", "query")

    def __init__(self) -> None:
        self.headers: dict[str, Any] = {}
        self.query: list[str] = []
        self.cookies: list[str] = []

    def add(self, name: str, scheme: Scheme, secret: Secret) -> None:
        """Add one credential.

        Raises RequestValidationError: a control character; the value is not shown.
        """
        if scheme.kind == "http" and scheme.scheme.lower() == "basic":
            pair = secret if isinstance(secret, str) else ":".join(secret)
            token = b64encode(clean(pair, name).encode()).decode()
            self.headers["authorization"] = f"Basic {token}"
            return
        value = secret if isinstance(secret, str) else ":".join(secret)
        if scheme.kind != "apiKey":
            prefix = f"{scheme.scheme.capitalize()} "
            if not value.lower().startswith(prefix.lower()):
                value = prefix + value
            self.headers["authorization"] = header_value(value, name)
        elif scheme.place == "query":
            self.query.append(f"{escape(scheme.name)}={escape(value)}")
        elif scheme.place == "cookie":
            self.cookies.append(f"{escape(scheme.name)}={escape(clean(value, name))}")
        else:
            self.headers[scheme.name.lower()] = header_value(value, name)


def _secret(name: str, scheme: Scheme, credential: Credential) -> Secret | None:
    try:
        value = credential() if callable(credential) else credential
    except Exception as error:
        text = f"{name}: the function that gives the credential failed"
        raise RequestValidationError(text) from error
    if not value and scheme.env:
        value = os.environ.get(scheme.env)
    return value or None


def sign(
    schemes: Mapping[str, Scheme],
    security: Security,
    credentials: Mapping[str, Credential],
) -> Signature:
    """Use the first alternative that has all its credentials; without one, nothing."""
    known: dict[str, Secret | None] = {}
    for names in security:
        chosen: list[tuple[str, Secret]] = []
        for name in names:
            if name not in known:
                known[name] = _secret(name, schemes[name], credentials.get(name))
            secret = known[name]
            if secret is not None:
                chosen.append((name, secret))
        if names and len(chosen) == len(names):
            signature = Signature()
            for name, secret in chosen:
                signature.add(name, schemes[name], secret)
            return signature
    return Signature()
