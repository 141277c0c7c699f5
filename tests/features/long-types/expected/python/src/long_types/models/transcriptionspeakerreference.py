"""Models of TranscriptionSpeakerReference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.base import BaseModel

if TYPE_CHECKING:
    from .. import models as _models


class TranscriptionSpeakerReferenceTypedDict(TypedDict):
    voice: NotRequired[
        _models.RecordedVoiceReferenceTypedDict
        | _models.SynthesizedVoiceReferenceTypedDict
    ]


class TranscriptionSpeakerReference(BaseModel):
    voice: Voice | None = None


TranscriptionSpeakerReferenceInput: TypeAlias = "TranscriptionSpeakerReference | TranscriptionSpeakerReferenceTypedDict"  # fmt: skip
"""TranscriptionSpeakerReference, or plain data of its shape."""


VoiceTypedDict: TypeAlias = "_models.RecordedVoiceReferenceTypedDict | _models.SynthesizedVoiceReferenceTypedDict"  # fmt: skip
Voice = TypeAliasType(
    "Voice",
    "_models.RecordedVoiceReference | _models.SynthesizedVoiceReference",
)
