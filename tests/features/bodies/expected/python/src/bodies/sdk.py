"""The client."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import Body, Encoding, Operation, Param, Reply
from ._runtime.options import (
    AsyncHttpClient,
    CallOptions,
    ClientOptions,
    HttpClient,
    Logger,
    RetryConfig,
    Timeout,
)
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from ._runtime.models import FileInput as _FileInput
    from .models.p import PInput

_JSON: Operation[None] = Operation(
    id="json",
    method="POST",
    path="/json",
    body=Body(
        "application/json",
        type=lambda: _models.P,
        arg="request",
        required=False,
    ),
    replies=(Reply("204", None, None),),
)

_FORM: Operation[None] = Operation(
    id="form",
    method="POST",
    path="/form",
    body=Body(
        "application/x-www-form-urlencoded",
        type=lambda: _models.P,
        kind="urlencoded",
        encoding={
            "tags": Encoding(style="spaceDelimited", explode=False),
        },
    ),
    replies=(Reply("204", None, None),),
)

_UPLOAD: Operation[None] = Operation(
    id="upload",
    method="PUT",
    path="/upload/{id}",
    params=(
        Param(
            "id_",
            "path",
            "id",
            style="simple",
            explode=False,
            required=True,
        ),
    ),
    body=Body(
        "multipart/form-data",
        type=lambda: _models.UploadRequestBody,
        kind="multipart",
        encoding={
            "file": Encoding(
                content_type="image/png, image/jpeg",
            ),
        },
    ),
    replies=(Reply("204", None, None),),
)

_RAW: Operation[None] = Operation(
    id="raw",
    method="POST",
    path="/raw",
    body=Body(
        "application/octet-stream",
        type=lambda: bytes,
        kind="binary",
        arg="request",
    ),
    replies=(Reply("204", None, None),),
)

_TEXT: Operation[None] = Operation(
    id="text",
    method="POST",
    path="/text",
    body=Body(
        "text/plain",
        type=lambda: str,
        kind="text",
        arg="request",
    ),
    replies=(Reply("204", None, None),),
)


class Bodies(Client):
    """Bodies"""

    def __init__(
        self,
        *,
        server_idx: int | str | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: int | Timeout | None = None,
        debug_logger: Logger | None = None,
        allow_http: bool = False,
    ) -> None:
        """Make a client; nothing is connected before the first call.

        :param server_idx: Which of the servers of the document to use, by number or name
        :param server_url: A server that is not in the document
        :param url_params: Values for the variables of the server's URL
        :param client: The HTTP client for synchronous calls
        :param async_client: The HTTP client for asynchronous calls
        :param retry_config: When to repeat a call that failed; never by default
        :param timeout_ms: How long one attempt may take, in milliseconds
        :param debug_logger: Where to log requests and responses
        :param allow_http: Send credentials by http to other machines, too
        """
        super().__init__(
            CONFIG,
            ClientOptions(
                credentials={},
                server_idx=server_idx,
                server_url=server_url,
                url_params=url_params,
                client=client,
                async_client=async_client,
                retry_config=retry_config,
                timeout_ms=timeout_ms,
                debug_logger=debug_logger,
                allow_http=allow_http,
            ),
        )

    def json(
        self,
        *,
        request: PInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """json

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _JSON,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def json_async(
        self,
        *,
        request: PInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """json

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _JSON,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def form(
        self,
        *,
        name: str,
        tags: builtins.list[str] | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """form

        :param name:
        :param tags:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _FORM,
            {
                "name": name,
                "tags": tags,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def form_async(
        self,
        *,
        name: str,
        tags: builtins.list[str] | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """form

        :param name:
        :param tags:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _FORM,
            {
                "name": name,
                "tags": tags,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def upload(
        self,
        *,
        id_: str,
        file: _FileInput,
        more: builtins.list[_FileInput] | None = None,
        id: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """upload

        :param id_:
        :param file: The picture
        :param more:
        :param id:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _UPLOAD,
            {
                "id_": id_,
                "file": file,
                "more": more,
                "id": id,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def upload_async(
        self,
        *,
        id_: str,
        file: _FileInput,
        more: builtins.list[_FileInput] | None = None,
        id: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """upload

        :param id_:
        :param file: The picture
        :param more:
        :param id:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _UPLOAD,
            {
                "id_": id_,
                "file": file,
                "more": more,
                "id": id,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def raw(
        self,
        *,
        request: _FileInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """raw

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _RAW,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def raw_async(
        self,
        *,
        request: _FileInput,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """raw

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _RAW,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def text(
        self,
        *,
        request: str,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """text

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _TEXT,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def text_async(
        self,
        *,
        request: str,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """text

        :param request: The request object to use for the request.
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises BodiesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _TEXT,
            {
                "request": request,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
