"""Servers and security: where calls go, and what proves who calls."""

from __future__ import annotations

from collections.abc import Iterator

from .api import SecurityScheme, Server
from .facts import Issues
from .source import Node

Security = tuple[tuple[str, ...], ...]
_TYPES = ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")


def server_of(node: Node) -> Server:
    """A server with the defaults of its variables."""
    variables = tuple(
        (name, variable.text("default")) for name, variable in node.entries("variables")
    )
    return Server(url=node.text("url"), description=node.text("description"), variables=variables)


def security_of(root: Node, node: Node) -> Security | None:
    """The alternatives that a node asks for; None where it does not say.

    Raises SpecError for a scheme that the components do not have.
    """
    if node.get("security") is None:
        return None
    components = root.get("components")
    known = dict(components.entries("securitySchemes")) if components else {}
    return tuple(tuple(_need(need, known)) for need in node.list("security"))


def schemes(root: Node, issues: Issues) -> Iterator[SecurityScheme]:
    """The security schemes of the components; a faulty one is noted and left out."""
    components = root.get("components")
    for key, listed in components.entries("securitySchemes") if components else ():
        with issues.catching():
            yield _scheme(key, listed.resolve())


def _need(need: Node, known: dict[str, Node]) -> Iterator[str]:
    for name, node in need.items():
        if name not in known:
            hint = f"the components have: {', '.join(known) or 'none'}"
            raise node.error(f"there is no security scheme {name!r}", hint)
        yield name


def _scheme(key: str, node: Node) -> SecurityScheme:
    type = node.text("type")
    if type not in _TYPES:
        raise node.error(f"{type!r} is no type of security scheme", f"one of {', '.join(_TYPES)}")
    return SecurityScheme(
        key=key,
        type=type,  # type: ignore[arg-type]
        scheme=node.text("scheme").lower(),
        place=node.text("in"),
        name=node.text("name"),
        description=node.text("description"),
    )
