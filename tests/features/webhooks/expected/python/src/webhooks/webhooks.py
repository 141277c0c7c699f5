"""What the API sends by itself: kinds of payloads, and the check of signatures."""

from __future__ import annotations

from . import models as _models
from ._runtime.webhooks import Payload, Secret, WebhookVerificationError, sign, verify

__all__ = [
    "EVENT",
    "GONE",
    "NEW_PET",
    "ON_EVENT",
    "Payload",
    "Secret",
    "WebhookVerificationError",
    "sign",
    "verify",
]

NEW_PET: Payload[_models.Pet] = Payload(lambda: _models.Pet)
"""A pet came"""
GONE: Payload[_models.GonePayload] = Payload(lambda: _models.GonePayload)
"""The webhook gone."""
EVENT: Payload[_models.WebhookEvent] = Payload(lambda: _models.WebhookEvent)
"""Any of the webhooks."""
ON_EVENT: Payload[_models.OnEventPayload] = Payload(lambda: _models.OnEventPayload)
"""The callback onEvent."""
