"""Credentials: where they come from, and where in a request they go."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from .encoding import clean, escape, header_value
from .errors import RequestValidationError, SDKError

if TYPE_CHECKING:
    from .client import Core
    from .oauth import Entry
    from .operation import Configuration, Operation, Scheme, Security
    from .options import ClientOptions, Credential, Secret
    from .request import Outgoing
    from .retry import Retries

BASIC = ("username", "password")
# Neither encrypted nor to this machine; the same expression as in other languages.
_OPEN = re.compile(
    r"http://(?!(([^/:]+\.)?localhost|127(\.[0-9]+){3}|\[::1])([:/?]|\Z))",
    re.IGNORECASE | re.ASCII,
)


class Ask:
    """A step of a call: run a function of the user's, which may be asynchronous."""

    def __init__(self, function: Callable[..., Any], *given: Any) -> None:
        self.function = function
        self.given = given

    def run(self, client: object) -> Any:
        """Do it."""
        value = self.function(*self.given)
        if hasattr(value, "__await__"):
            if hasattr(value, "close"):
                value.close()  # or Python complains that nobody awaited it
            raise RequestValidationError(
                "an asynchronous function works in asynchronous calls only: use the"
                " method whose name ends in _async"
            )
        return value

    async def run_async(self, client: object) -> Any:
        """Do it."""
        value = self.function(*self.given)
        return await value if hasattr(value, "__await__") else value


class Signature:
    """What the credentials add to a request; `secrets` are those that were used."""

    __slots__ = ("cookies", "headers", "kept", "query", "scopes", "secrets")

    def __init__(self) -> None:
        self.headers: dict[str, Any] = {}
        self.query: list[str] = []
        self.cookies: list[str] = []
        self.secrets: dict[str, Secret] = {}
        self.scopes: list[str] | None = None
        self.kept: list[tuple[Entry, str]] = []

    def add(self, name: str, scheme: Scheme, secret: Secret) -> None:
        """Add one credential.

        Raises RequestValidationError: a control character; the value is not shown.
        """
        self.secrets[name] = secret
        if scheme.kind == "custom":
            return  # a hook knows what to do with it
        if scheme.kind == "http" and scheme.scheme.lower() == "basic":
            pair = clean(":".join(_texts(name, secret, BASIC)), name)
            token = b64encode(pair.encode()).decode()
            self.headers["authorization"] = f"Basic {token}"
            return
        value = ":".join(_texts(name, secret, ()))
        if scheme.kind != "apiKey":
            prefix = f"{scheme.scheme} "
            if not value.lower().startswith(prefix.lower()):
                value = prefix + value
            self.headers["authorization"] = header_value(value, name)
        elif scheme.place == "query":
            self.query.append(f"{escape(scheme.name)}={escape(value)}")
        elif scheme.place == "cookie":
            self.cookies.append(f"{escape(scheme.name)}={escape(clean(value, name))}")
        else:
            self.headers[scheme.name.lower()] = header_value(value, name)

    def sign(self, outgoing: Outgoing, given: Mapping[str, str] | None) -> Outgoing:
        """The request with the credentials in it; headers that the caller gave stay."""
        headers = {**outgoing.headers, **self.headers}
        for name in given or ():
            if name.lower() in self.headers:
                headers[name.lower()] = outgoing.headers[name.lower()]
        if self.cookies and "cookie" not in map(str.lower, given or ()):
            others = filter(None, (outgoing.headers.get("cookie"),))
            headers["cookie"] = "; ".join((*others, *self.cookies))
        url = outgoing.url
        if self.query:
            url += ("&" if "?" in url else "?") + "&".join(self.query)
        return outgoing._replace(url=url, headers=headers)

    def renew(self) -> bool:
        """Forget the tokens that were kept; says whether there were any.

        The server refused the request: they may have ended before their time.
        """
        for entry, token in self.kept:
            entry.forget(token)
        return bool(self.kept)


def _texts(name: str, secret: Secret, keys: Sequence[str]) -> Sequence[str]:
    """The parts of a secret; raises RequestValidationError where it is something else."""
    parts: Any = secret
    if isinstance(secret, str):
        parts = (secret,)
    elif isinstance(secret, Mapping):
        # A user without a password is one with an empty password.
        parts = [secret.get(key) or "" for key in keys]
    if not parts or not all(isinstance(part, str) for part in parts):
        wanted = f"text, or a mapping of {' and '.join(keys)}" if keys else "text"
        raise RequestValidationError(f"{name}: the credential has to be {wanted}")
    return list(parts)


def _secret(
    name: str, scheme: Scheme, credential: Credential
) -> Generator[Any, Any, Secret | None]:
    value: Any = credential
    if callable(credential):
        try:
            value = yield Ask(credential)
        except SDKError:
            raise
        except Exception as error:
            text = f"{name}: the function that gives the credential failed"
            raise RequestValidationError(text) from error
    if isinstance(value, Mapping):
        value = _checked(name, scheme, cast("Mapping[str, Any]", value))
    if not value and scheme.parts:
        found = {part.key: os.environ.get(part.env or "") for part in scheme.parts}
        # The first part says whether there is a credential at all.
        value = found if found[scheme.parts[0].key] else None
    elif not value and scheme.env:
        value = os.environ.get(scheme.env)
    return value or None


def _checked(
    name: str, scheme: Scheme, value: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    """The parts of a credential, or None where all are empty.

    Raises RequestValidationError: there is one that would silently be left out.
    """
    known = [part.key for part in scheme.parts]
    if scheme.grant:
        known += ["scopes", "token_url"]
    for key in value:
        if key not in known:
            wanted = f"one of {', '.join(known)}" if known else "text is expected"
            raise RequestValidationError(f"{name}: there is no {key!r}: {wanted}")
    return value if any(value.values()) else None


def guard(name: str, url: str, options: ClientOptions) -> None:
    """Raises RequestValidationError: others could read a credential on its way to a URL."""
    if _OPEN.match(url) and not options.allow_http:
        text = f"{name}: not sent over http://; use https://, or set allow_http"
        raise RequestValidationError(text)


def signing(
    config: Configuration,
    options: ClientOptions,
    security: Security,
    tokens: dict[Any, Entry],
    base: str,
    seconds: float,
    retries: Retries,
) -> Generator[Any, Any, Signature]:
    """Use the first alternative that has all its credentials; without one, nothing.

    `tokens` are those fetched so far, `base` is the URL of the server.
    """
    known: dict[str, Secret | None] = {}
    for needs in security:
        chosen: list[tuple[str, list[str], Secret]] = []
        for need in needs:
            name, *scopes = need.split(" ")
            if name not in known:
                given = options.credentials.get(name)
                known[name] = yield from _secret(name, config.schemes[name], given)
            secret = known[name]
            if secret is None:
                break
            chosen.append((name, scopes, secret))
        if needs and len(chosen) == len(needs):
            break
    else:
        return Signature()
    guard(chosen[0][0], base, options)
    signature = Signature()
    for name, scopes, secret in chosen:
        scheme = config.schemes[name]
        if scopes:
            signature.scopes = [*(signature.scopes or ()), *scopes]
        token: Secret = secret
        if scheme.grant and isinstance(secret, Mapping):
            from .oauth import token_for

            token, entry = yield from token_for(
                config,
                options,
                name,
                scheme,
                secret,
                scopes,
                tokens,
                base,
                seconds,
                retries,
            )
            if entry:
                signature.kept.append((entry, token))
        signature.add(name, scheme, token)
        signature.secrets[name] = secret
    return signature


def signatures(
    core: Core,
    operation: Operation[Any],
    outgoing: Outgoing,
    seconds: float,
    retries: Retries,
) -> Generator[Any, Any, Signature]:
    """The credentials of a call."""
    config, needs = core.config, operation.security
    needs = config.security if needs is None else needs
    tokens, base = core.tokens, outgoing.base
    return signing(config, core.options, needs, tokens, base, seconds, retries)
