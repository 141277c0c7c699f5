"""Webhooks: whether a request is from the API (Standard Webhooks), and what it says."""

from __future__ import annotations

import time
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from hmac import compare_digest, digest
from typing import Any, Generic, TypeAlias, TypeVar

from .errors import ResponseValidationError, SDKError
from .operation import Lazy, Typed

T = TypeVar("T")
Secret: TypeAlias = str | bytes
"""`whsec_` and base64, as the API shows it, or the key itself as bytes."""
_PARTS = ("id", "timestamp", "signature")
_DIGITS = 15  # no time has more


class WebhookVerificationError(SDKError):
    """A webhook is not proven to come from the API, or comes too late; do not use it."""


class Payload(Typed, Generic[T]):
    """A kind of webhook; T is what its body says."""

    type: Lazy

    def parse(self, body: bytes | str) -> T:
        """The payload of a body, unverified; raises ResponseValidationError."""
        from .models import Misfit

        try:
            value: T = self.adapter.read(_bytes(body))
            return value
        except Misfit as error:
            text = f"Webhook validation failed: {error}"
            raise ResponseValidationError(text) from error

    def unwrap(
        self,
        body: bytes | str,
        headers: Mapping[str, str],
        secret: Secret | Iterable[Secret],
        *,
        tolerance: float = 300,
        now: float | None = None,
    ) -> T:
        """The payload of a webhook that `verify` finds nothing wrong with."""
        verify(body, headers, secret, tolerance=tolerance, now=now)
        return self.parse(body)


def verify(
    body: bytes | str,
    headers: Mapping[str, str],
    secret: Secret | Iterable[Secret],
    *,
    tolerance: float = 300,
    now: float | None = None,
) -> None:
    """Check the signature of a webhook and when it was sent.

    :param body: The body as it was received; parsed and written again, it is another
    :param headers: The headers of the request
    :param secret: The secret, or several while one takes the place of another
    :param tolerance: How far the time of sending may be from now, in seconds
    :param now: The time in seconds since 1970; by default that of the clock
    :raises WebhookVerificationError: it is not as it should be
    """
    id, timestamp, signatures = _signed(headers)
    expected = [_signature(id, timestamp, body, key) for key in _keys(secret)]
    given = [text.encode() for text in signatures.split()]
    # All are compared, so that the time it takes says nothing.
    if not sum(compare_digest(one, other) for one in expected for other in given):
        raise WebhookVerificationError("no signature of the webhook is right")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _DIGITS):
        raise WebhookVerificationError("the timestamp of the webhook is no time")
    age = (time.time() if now is None else now) - int(timestamp)
    if abs(age) > tolerance:
        side = "past" if age > 0 else "future"
        raise WebhookVerificationError(f"the webhook was sent too far in the {side}")


def sign(id: str, timestamp: int, body: bytes | str, secret: Secret) -> str:
    """The signature of a webhook, as a sender writes it; for tests of your own."""
    return _signature(id, str(timestamp), body, _key(secret)).decode()


def _signed(headers: Mapping[str, str]) -> tuple[str, str, str]:
    """Id, timestamp and signatures."""
    known = {name.lower(): value for name, value in headers.items()}
    for family in ("webhook", "svix"):
        id, timestamp, signatures = (known.get(f"{family}-{p}") for p in _PARTS)
        if id and timestamp and signatures:
            return id, timestamp, signatures
    missing = [f"webhook-{p}" for p in _PARTS if not known.get(f"webhook-{p}")]
    raise WebhookVerificationError(f"the webhook has no header {', '.join(missing)}")


def _keys(secret: Secret | Iterable[Secret]) -> list[bytes]:
    given = [secret] if isinstance(secret, str | bytes) else list(secret)
    if not given:
        raise WebhookVerificationError("a webhook secret is needed")
    return [_key(one) for one in given]


def _key(secret: Secret) -> bytes:
    key = secret if isinstance(secret, bytes) else _decoded(secret)
    if not key:
        raise WebhookVerificationError("the webhook secret is empty")
    return key


def _decoded(secret: str) -> bytes:
    text = secret.strip().removeprefix("whsec_").rstrip("=")
    try:
        return b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        # Without the cause: it may show the secret.
        message = "the webhook secret is not base64, with or without whsec_ before"
        raise WebhookVerificationError(message) from None


def _signature(id: str, timestamp: str, body: bytes | str, key: bytes) -> bytes:
    content = f"{id}.{timestamp}.".encode() + _bytes(body)
    return b"v1," + b64encode(digest(key, content, "sha256"))


def _bytes(body: Any) -> bytes:
    if isinstance(body, bytes | bytearray):
        return bytes(body)
    if not isinstance(body, str):
        raise TypeError("the body of a webhook is needed as it was received")
    return body.encode()
