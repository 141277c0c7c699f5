"""Where calls go, and what proves who calls: the types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Choice

from .diagnostics import Loc


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A part of a server's URL that users choose; `choices` are all values, if any are listed."""

    name: str
    default: str
    description: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL, where variables stand in braces; `name` is what users may call it."""

    url: str
    name: str = ""
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretPart:
    """One of the values that a credential consists of, by its name on the wire."""

    name: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to prove who calls.

    A credential may consist of `parts`. With a `grant`, a token is got for them at `token_url`;
    `basic`: the client proves itself there with a header.
    """

    key: str
    type: Choice["http", "apiKey", "oauth2", "openIdConnect", "mutualTLS", "custom"]
    scheme: str = ""
    place: str = ""
    name: str = ""
    description: str = ""
    parts: tuple[SecretPart, ...] = ()
    grant: Choice["", "client_credentials", "password"] = ""
    token_url: str = ""
    basic: bool = False

    @property
    def ref(self) -> str:
        """Its pointer, also where it is only referred to there."""
        return "#" + Loc(file="", path=("components", "securitySchemes", self.key)).pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A scheme that an operation asks for, with the scopes of its tokens."""

    scheme: str
    scopes: tuple[str, ...] = ()


Needs = tuple[tuple[Need, ...], ...]
