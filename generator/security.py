"""Servers and security: where calls go, and what proves who calls."""

from __future__ import annotations

from collections.abc import Iterator

from .api import SecurityScheme, Server
from .facts import Issues
from .source import Node

Needs = tuple[tuple[str, ...], ...]
_TYPES = ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")


def server_of(node: Node) -> Server:
    """A server with the defaults of its variables."""
    variables = tuple(
        (name, variable.text("default")) for name, variable in node.entries("variables")
    )
    return Server(url=node.text("url"), description=node.text("description"), variables=variables)


class Security:
    """The schemes of the components, and look-ups among them; a faulty one is left out."""

    def __init__(self, root: Node, issues: Issues) -> None:
        self._listed: set[str] = set()
        self.schemes: tuple[SecurityScheme, ...] = ()
        with issues.catching("security schemes of the document"):
            self.schemes = tuple(self._read(root, issues))
        self._known = {scheme.key: scheme for scheme in self.schemes}

    def needs(self, node: Node) -> Needs | None:
        """The alternatives that a node asks for; None where it does not say.

        Raises SpecError for a scheme that the components do not have, or that is at fault.
        """
        if node.get("security") is None:
            return None
        return tuple(tuple(self._need(need)) for need in node.list("security"))

    def _need(self, need: Node) -> Iterator[str]:
        for name, node in need.items():
            if name in self._listed and name not in self._known:
                raise node.error(f"the security scheme {name!r} is at fault itself")
            if name not in self._known:
                hint = f"the components have: {', '.join(self._known) or 'none'}"
                raise node.error(f"there is no security scheme {name!r}", hint)
            yield name

    def _read(self, root: Node, issues: Issues) -> Iterator[SecurityScheme]:
        components = root.get("components")
        for key, listed in components.entries("securitySchemes") if components else ():
            self._listed.add(key)
            with issues.catching(f"security scheme {key}"):
                yield _scheme(key, listed.resolve())


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
