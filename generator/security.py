"""Servers and security: where calls go, and what proves who calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .access import Need, Needs, SecretPart, SecurityScheme, Server, ServerVariable
from .facts import Issues
from .source import Node

_LOGIN = tuple(SecretPart(name=name, required=True) for name in ("username", "password"))
_CLIENT = tuple(SecretPart(name=name, required=True) for name in ("client_id", "client_secret"))
# The words of HTTP as their registry spells them: some servers compare the letters.
_WORDS = """Basic Bearer Concealed Digest DPoP GNAP HOBA Mutual Negotiate OAuth PrivateToken
    SCRAM-SHA-1 SCRAM-SHA-256 vapid"""
_SPELLED = {word.lower(): word for word in _WORDS.split()}
_TYPES = ("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")


def server_of(node: Node) -> Server:
    """A server with its variables."""
    return Server(
        url=node.text("url"),
        name=node.text("x-speakeasy-server-id") or node.text("name"),
        description=node.text("description"),
        variables=tuple(
            ServerVariable(
                name=name,
                default=variable.text("default"),
                description=variable.text("description"),
                choices=tuple(dict.fromkeys(str(value.value) for value in variable.list("enum"))),
            )
            for name, variable in node.entries("variables")
        ),
    )


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

    def _need(self, need: Node) -> Iterator[Need]:
        for name, node in need.items():
            if name in self._listed and name not in self._known:
                raise node.error(f"the security scheme {name!r} is at fault itself")
            if name not in self._known:
                hint = f"the components have: {', '.join(self._known) or 'none'}"
                raise node.error(f"there is no security scheme {name!r}", hint)
            # Of other schemes these are roles, which nobody asks for by the wire.
            has_scopes = self._known[name].type in ("oauth2", "openIdConnect")
            scopes = tuple(str(n.value) for n in need.list(name)) if has_scopes else ()
            yield Need(scheme=name, scopes=scopes)

    def _read(self, root: Node, issues: Issues) -> Iterator[SecurityScheme]:
        components = root.get("components")
        for key, listed in components.entries("securitySchemes") if components else ():
            self._listed.add(key)
            with issues.catching(f"security scheme {key}"):
                yield _scheme(key, listed.resolve())


def _spelled(scheme: str) -> str:
    """The word that goes before a credential in its header."""
    known = _SPELLED.get(scheme.lower())
    return known or (scheme.capitalize() if scheme.islower() else scheme)


def _scheme(key: str, node: Node) -> SecurityScheme:
    type = node.text("type")
    if type not in _TYPES:
        raise node.error(f"{type!r} is no type of security scheme", f"one of {', '.join(_TYPES)}")
    scheme = SecurityScheme(
        key=key,
        type=type,  # type: ignore[arg-type]
        scheme=_spelled(node.text("scheme")),
        place=node.text("in"),
        name=node.text("name"),
        description=node.text("description"),
    )
    custom = node.get("x-speakeasy-custom-security-scheme")
    if custom is not None:
        parts = tuple(_custom_parts(custom))
        return replace(scheme, type="custom", scheme="", place="", name="", parts=parts)
    if type == "http" and scheme.scheme == "Basic":
        return replace(scheme, parts=_LOGIN)
    flows = node.get("flows") if type == "oauth2" else None
    return _with_grant(scheme, node, flows) if flows is not None else scheme


def _custom_parts(custom: Node) -> Iterator[SecretPart]:
    """What a credential consists of that a hook puts into requests; one text, where it is none."""
    schema = custom.get("schema")
    if schema is not None:
        needed = {node.value for node in schema.list("required")}
        for name, _ in schema.entries("properties"):
            yield SecretPart(name=name, required=name in needed)


def _with_grant(scheme: SecurityScheme, node: Node, flows: Node) -> SecurityScheme:
    """The scheme, with the way to a token that needs no browser, if there is one."""
    client, user = flows.get("clientCredentials"), flows.get("password")
    flow = client if client is not None else user
    if flow is None or not flow.text("tokenUrl"):
        return scheme
    more = "x-speakeasy-token-endpoint-additional-properties"
    names = [name for holder in (flow, node) for name, _ in holder.entries(more)]
    how = "x-speakeasy-token-endpoint-authentication"
    parts = _CLIENT
    if client is None:
        parts = (*_LOGIN, *(SecretPart(name=part.name) for part in _CLIENT))
    known = {part.name for part in parts} | {"grant_type", "scope"}
    extra = tuple(SecretPart(name=n) for n in dict.fromkeys(names) if n not in known)
    return replace(
        scheme,
        parts=(*parts, *extra),
        grant="password" if client is None else "client_credentials",
        token_url=flow.text("tokenUrl"),
        basic="client_secret_basic" in (flow.text(how), node.text(how)),
    )
