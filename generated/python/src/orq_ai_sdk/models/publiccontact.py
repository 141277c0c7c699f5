"""Models of PublicContact."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from .._runtime.base import BaseModel


class PublicContactTypedDict(TypedDict):
    """Use identity instead. Information about the contact making the request.

    Deprecated: it will be removed in a future release."""

    id: str
    """Unique identifier for the contact"""
    display_name: NotRequired[str]
    """Display name of the contact"""
    email: NotRequired[str]
    """Email address of the contact"""
    metadata: NotRequired[list[dict[str, Any]]]
    """Anything else that is known about the contact"""
    logo_url: NotRequired[str]
    """URL of the contact's avatar or logo"""
    tags: NotRequired[list[str]]
    """Tags of the contact"""


class PublicContact(BaseModel):
    """Use identity instead. Information about the contact making the request.

    Deprecated: it will be removed in a future release."""

    id: str
    """Unique identifier for the contact"""
    display_name: str | None = None
    """Display name of the contact"""
    email: str | None = None
    """Email address of the contact"""
    metadata: list[dict[str, Any]] | None = None
    """Anything else that is known about the contact"""
    logo_url: str | None = None
    """URL of the contact's avatar or logo"""
    tags: list[str] | None = None
    """Tags of the contact"""
