"""Models of upload."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from .._runtime.base import BaseModel
from .._runtime.base import Field as _Field
from .._runtime.models import File as _File
from .._runtime.models import FileInput as _FileInput
from .._runtime.models import FileTypedDict as _FileTypedDict


class UploadRequestBodyTypedDict(TypedDict):
    file: _FileInput
    """The picture"""
    more: NotRequired[list[_FileInput]]
    id: NotRequired[str]


class UploadRequestBody(BaseModel):
    file: _FileInput
    """The picture"""
    more: list[_FileInput] | None = None
    id: str | None = None


File = _File
FileTypedDict = _FileTypedDict


More = _File
MoreTypedDict = _FileTypedDict


class UploadRequestTypedDict(TypedDict):
    id: str
    request_body: UploadRequestBodyTypedDict


class UploadRequest(BaseModel):
    id: str
    request_body: Annotated[UploadRequestBody, _Field(alias="requestBody")]
