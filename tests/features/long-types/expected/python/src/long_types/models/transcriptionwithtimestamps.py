"""Models of TranscriptionWithTimestamps."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.base import BaseModel


class TranscriptionWithTimestampsTypedDict(TypedDict):
    """What was said, and when.

    The last line of this description is just so long that closing quotes do not fit behind
    """

    text: NotRequired[str]


class TranscriptionWithTimestamps(BaseModel):
    """What was said, and when.

    The last line of this description is just so long that closing quotes do not fit behind
    """

    text: str | None = None
