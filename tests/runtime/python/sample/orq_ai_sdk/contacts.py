"""The operations of the group contacts."""

from __future__ import annotations

from typing import Any, List, Mapping, Optional, Union

from . import models
from ._runtime.client import Group
from ._runtime.operation import Body, ErrorReply, Operation, Reply
from ._runtime.options import CallOptions, RetryConfig
from ._runtime.unset import UNSET, OptionalNullable

_CREATE: Operation[models.PublicContact] = Operation(
    id="createContact",
    method="POST",
    path="/v2/contacts",
    body=Body("application/json", type=lambda: models.CreateContactRequestBody),
    replies=(Reply("200", "application/json", lambda: models.PublicContact),),
    errors=(
        ErrorReply(
            "404",
            "application/json",
            lambda: models.HonoAPIErrorData,
            lambda: models.HonoAPIError,
        ),
        ErrorReply(
            "4XX",
            "application/json",
            lambda: models.HonoAPIErrorData,
            lambda: models.HonoAPIError,
        ),
    ),
)
_TREE: Operation[List[models.Node]] = Operation(
    id="echoTree",
    method="PUT",
    path="/v2/tree",
    body=Body("application/json", type=lambda: List[models.Node], arg="request"),
    replies=(Reply("200", "application/json", lambda: List[models.Node]),),
)
_SEARCH: Operation[str] = Operation(
    id="search",
    method="POST",
    path="/v2/search",
    body=Body("application/x-www-form-urlencoded", kind="urlencoded", required=False),
    replies=(Reply("200", "text/plain", lambda: str),),
    security=(),
)
_NOTE: Operation[bytes] = Operation(
    id="note",
    method="POST",
    path="/v2/note",
    body=Body("text/plain", kind="text", arg="request"),
    replies=(Reply("200", "application/octet-stream", lambda: bytes),),
)


class Contacts(Group):
    def create(
        self,
        *,
        external_id: str,
        display_name: OptionalNullable[str] = UNSET,
        score: Optional[float] = None,
        tags: Optional[List[str]] = None,
        metadata: Optional[Mapping[str, Any]] = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.PublicContact:
        return self._core.call(
            _CREATE,
            {
                "external_id": external_id,
                "display_name": display_name,
                "score": score,
                "tags": tags,
                "metadata": metadata,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def create_async(
        self,
        *,
        external_id: str,
        retries: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
    ) -> models.PublicContact:
        return await self._core.call_async(
            _CREATE,
            {"external_id": external_id},
            CallOptions(retries, None, timeout_ms),
        )

    def tree(
        self,
        *,
        request: Union[List[models.Node], List[models.NodeTypedDict]],
    ) -> List[models.Node]:
        return self._core.call(_TREE, {"request": request}, CallOptions())

    def search(
        self, *, q: Optional[str] = None, ids: Optional[List[int]] = None
    ) -> str:
        return self._core.call(_SEARCH, {"q": q, "ids": ids}, CallOptions())

    def note(self, *, request: Union[str, bytes]) -> bytes:
        return self._core.call(_NOTE, {"request": request}, CallOptions())
