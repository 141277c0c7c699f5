"""Tokens of OAuth2: fetched with a client's own credentials, kept, and fetched anew."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64encode
from collections.abc import Generator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, quote_plus, urlencode, urljoin
from weakref import WeakKeyDictionary

from .errors import (
    APIError,
    NoResponseError,
    RequestValidationError,
    ResponseValidationError,
    SDKError,
    no_response,
)
from .exchange import Exchange, Sleep
from .request import Outgoing
from .retry import Retries
from .security import guard
from .transport import drive, drive_async

if TYPE_CHECKING:
    import asyncio

    from .operation import Configuration, Scheme
    from .options import AsyncHttpClient, ClientOptions, HttpClient, Secret
    from .response import Answer

_MARGIN = 60.0
_LONGEST = 1e9
_LIMIT = 1024 * 1024
_SECRET = ("secret", "password", "token", "assertion", "key")


class Entry:
    """A token as it is kept; many calls may want it at once, and one of them asks for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.locks: WeakKeyDictionary[Any, asyncio.Lock] = WeakKeyDictionary()
        self.value = ""
        self.end = 0.0
        self.turn = 0
        self.failure: SDKError | None = None

    def fresh(self) -> str:
        """The token, empty where there is none or its time is up."""
        return self.value if time.monotonic() < self.end else ""

    def forget(self, token: str) -> None:
        """Have another token from now on, unless that is so already."""
        if self.value == token:
            self.value = ""

    def settled(self, turn: int) -> str:
        """What others got while this call waited, empty if nobody asked.

        Raises SDKError: they were refused, and so would this call be.
        """
        failure = self.failure
        if self.turn != turn and failure is not None:
            raise type(failure)(
                failure.message,
                status_code=failure.status_code,
                headers=failure.headers,
            ) from failure
        return self.fresh()

    def keep(self, token: str, seconds: float) -> str:
        """Note a new token."""
        self.value, self.failure = token, None
        # Half of a short life is better than none at all.
        self.end = time.monotonic() + seconds - min(_MARGIN, seconds / 2)
        self.turn += 1
        return token

    def fail(self, failure: SDKError) -> SDKError:
        """Note that there is no token."""
        self.failure = failure
        self.turn += 1
        return failure


class Fetch:
    """A step of a call: have a token."""

    def __init__(
        self,
        name: str,
        entry: Entry,
        outgoing: Outgoing,
        seconds: float,
        secrets: Sequence[str],
        retries: Retries,
    ) -> None:
        self.name, self.entry, self.secrets = name, entry, secrets
        self.outgoing, self.seconds = outgoing, seconds
        self.retries = retries
        self.turn = entry.turn

    def run(self, client: HttpClient) -> str:
        """Do it."""
        with self.entry.lock:
            token = self.entry.settled(self.turn)
            if token:
                return token
            try:
                return drive(self._steps(), client)
            except Exception as error:  # noqa: BLE001  others wait for the outcome
                failure = self.entry.fail(self._failure(error))
                raise failure from (None if failure is error else error)

    async def run_async(self, client: AsyncHttpClient) -> str:
        """Do it."""
        import asyncio

        # A lock belongs to one event loop.
        loop = asyncio.get_running_loop()
        async with self.entry.locks.setdefault(loop, asyncio.Lock()):
            token = self.entry.settled(self.turn)
            if token:
                return token
            try:
                return await drive_async(self._steps(), client)
            except Exception as error:  # noqa: BLE001  others wait for the outcome
                failure = self.entry.fail(self._failure(error))
                raise failure from (None if failure is error else error)

    def _steps(self) -> Generator[Any, Any, str]:
        """Ask, again and again where the call would; no harm comes of two tokens."""
        retries = Retries(self.retries.config, self.retries.codes, "POST", True)
        while True:
            try:
                return self._keep((yield Exchange(self.outgoing, self.seconds, _LIMIT)))
            except Exception as error:
                failure, wait = self._failure(error), None
                if isinstance(failure, NoResponseError):
                    wait = retries.after_error(failure)
                elif isinstance(failure, APIError):
                    status = failure.status_code
                    wait = retries.after_status(status, failure.headers)
                if wait is None:
                    raise
            yield Sleep(wait)

    def _failure(self, error: Exception) -> SDKError:
        if isinstance(error, SDKError):
            return error
        failure = no_response(error)
        if failure is None:  # nothing of it is shown: it may be about what was sent
            text = f"{self.name}: asking for a token failed: {type(error).__name__}"
            return RequestValidationError(text)
        return type(failure)(f"{self.name}: asking for a token failed: {failure}")

    def _keep(self, answer: Answer) -> str:
        body = _object(answer.body)
        if not 200 <= answer.status < 300:
            text = f"{self.name}: the token endpoint says {answer.status}"
            for part in (body.get("error"), body.get("error_description")):
                if isinstance(part, str):
                    text += f": {self._shown(part)}"
            raise APIError(text, status_code=answer.status, headers=answer.headers)
        token, kind = body.get("access_token"), body.get("token_type", "Bearer")
        if answer.problem or not isinstance(token, str) or not token:
            text = f"{self.name}: the token endpoint gave no access_token"
            raise ResponseValidationError(text, status_code=answer.status)
        if str(kind).lower() != "bearer":
            text = (
                f"{self.name}: the token endpoint gave a token that is no bearer token"
            )
            raise ResponseValidationError(text, status_code=answer.status)
        return self.entry.keep(token, _seconds(body.get("expires_in")))

    def _shown(self, text: str) -> str:
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return "".join(c if c.isprintable() else " " for c in text[:500])


def _object(body: bytes) -> dict[str, Any]:
    try:
        found: Any = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _seconds(value: Any) -> float:
    """How long a token lives; without a word about it, until it is refused."""
    try:
        return max(0.0, min(float(value), _LONGEST))
    except (TypeError, ValueError):
        return _LONGEST


def token_for(
    config: Configuration,
    options: ClientOptions,
    name: str,
    scheme: Scheme,
    secret: Mapping[str, Any],
    scopes: Sequence[str],
    tokens: dict[Any, Entry],
    base: str,
    seconds: float,
    retries: Retries,
) -> Generator[Any, Any, tuple[str, Entry | None]]:
    """A token, and where it was kept if it was not fetched just now.

    Raises SDKError: there is none to be had.
    """
    outgoing = _request(config, name, scheme, secret, scopes, base)
    guard(name, outgoing.url, options)
    proof = outgoing.headers.get("authorization")
    # A digest, for whoever prints the tokens shall see no secret.
    key = sha256(repr((outgoing.url, proof, outgoing.content)).encode()).hexdigest()
    entry = tokens.setdefault(key, Entry())
    token = entry.fresh()
    if token:
        return token, entry
    secrets = [
        str(secret[part.key])
        for part in scheme.parts
        if secret.get(part.key) and any(word in part.wire.lower() for word in _SECRET)
    ]
    # As they are, and as they were sent.
    shown = [form(s) for s in secrets for form in (str, quote_plus, _percent)]
    if isinstance(proof, str):
        shown.append(proof.partition(" ")[2])
    token = yield Fetch(name, entry, outgoing, seconds, shown, retries)
    return token, None


def _percent(text: str) -> str:
    return quote(text, safe="")


def _request(
    config: Configuration,
    name: str,
    scheme: Scheme,
    secret: Mapping[str, Any],
    scopes: Sequence[str],
    base: str,
) -> Outgoing:
    wanted: Secret | Sequence[str] | None = secret.get("scopes")
    if wanted is None:
        wanted = scopes
    fields = {"grant_type": scheme.grant or ""}
    for part in scheme.parts:
        value = secret.get(part.key)
        if value:
            fields[part.wire] = str(value)
        elif part.required:
            raise RequestValidationError(f"{name}: {part.key} is missing")
    if wanted:
        fields["scope"] = wanted if isinstance(wanted, str) else " ".join(wanted)
    headers: dict[str, Any] = {
        "accept": "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": config.user_agent,
    }
    if scheme.basic and "client_id" in fields:
        pair = [
            quote_plus(fields.pop(key, "")) for key in ("client_id", "client_secret")
        ]
        headers["authorization"] = (
            f"Basic {b64encode(':'.join(pair).encode()).decode()}"
        )
    url = urljoin(f"{base}/", secret.get("token_url") or scheme.token_url)
    if not url.startswith(("https://", "http://")) or "@" in url:
        # Without the URL: it may hold a password.
        raise RequestValidationError(
            f"{name}: token_url: http(s)://host/path is expected"
        )
    return Outgoing("POST", url, headers, urlencode(fields).encode())
