"""The operations of the group files."""

from __future__ import annotations

from typing import Any, List, Mapping, Optional

from . import models
from ._runtime.client import Group
from ._runtime.models import FileInput
from ._runtime.operation import Body, Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig
from ._runtime.unset import UNSET, OptionalNullable

_UPLOAD: Operation[models.FileInfo] = Operation(
    id="uploadFile",
    method="POST",
    path="/v2/files",
    body=Body("multipart/form-data", kind="multipart", type=lambda: models.UploadFileRequestBody),
    replies=(Reply("2XX", "application/json", lambda: models.FileInfo),),
)
_GET: Operation[models.FileInfo] = Operation(
    id="getFile",
    method="GET",
    path="/v2/files/{fileId}",
    params=(
        Param("file_id", "path", "fileId", required=True),
        Param("tags", "query", "tags", "form", True, type=lambda: List[str]),
        Param("trace", "header", "X-Trace", null=True),
    ),
    replies=(Reply("200", "application/json", lambda: models.FileInfo),),
)
_CONTENT: Operation[bytes] = Operation(
    id="getFileContent",
    method="GET",
    path="/v2/files/{fileId}/content",
    params=(Param("file_id", "path", "fileId", required=True),),
    replies=(Reply("200", "*/*", lambda: bytes),),
    retry_codes=("5XX",),
)
_DELETE: Operation[None] = Operation(
    id="deleteFile",
    method="DELETE",
    path="/v2/files/{fileId}",
    params=(Param("file_id", "path", "fileId", required=True),),
    replies=(Reply("204", None, None),),
)


class Files(Group):
    def upload(
        self,
        *,
        file: FileInput,
        purpose: Optional[str] = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.FileInfo:
        return self._core.call(
            _UPLOAD,
            {"file": file, "purpose": purpose},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def upload_async(
        self,
        *,
        file: FileInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
    ) -> models.FileInfo:
        return await self._core.call_async(
            _UPLOAD, {"file": file}, CallOptions(retries, None, timeout_ms)
        )

    def get(
        self,
        *,
        file_id: str,
        tags: Optional[List[str]] = None,
        trace: OptionalNullable[str] = UNSET,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.FileInfo:
        return self._core.call(
            _GET,
            {"file_id": file_id, "tags": tags, "trace": trace},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_async(
        self,
        *,
        file_id: str,
        retries: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
    ) -> models.FileInfo:
        return await self._core.call_async(
            _GET, {"file_id": file_id}, CallOptions(retries, None, timeout_ms)
        )

    def content(self, *, file_id: str, **options: Any) -> bytes:
        return self._core.call(_CONTENT, {"file_id": file_id}, CallOptions(**options))

    def delete(self, *, file_id: str) -> None:
        return self._core.call(_DELETE, {"file_id": file_id}, CallOptions())
