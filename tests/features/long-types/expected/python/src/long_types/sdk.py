"""The client."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from enum import StrEnum as _StrEnum
from typing import TYPE_CHECKING

from . import models as _models
from ._config import CONFIG
from ._runtime.client import Client
from ._runtime.operation import OpenOperation, Param, Reply, StreamReply
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
    from ._runtime.streams import EventStream, EventStreamAsync
    from .models.transcriptionspeakerreference import TranscriptionSpeakerReferenceInput


class CreateTranscriptionAcceptEnum(_StrEnum):
    """The content types that `create_transcription` may ask for."""

    APPLICATION_JSON = "application/json"
    TEXT_EVENT_STREAM = "text/event-stream"


_CREATE_TRANSCRIPTION: OpenOperation[
    _models.TranscriptionWithTimestamps | EventStream[_models.TranscriptionStreamEvent],
    _models.TranscriptionWithTimestamps
    | EventStreamAsync[_models.TranscriptionStreamEvent],
] = OpenOperation(
    id="createTranscription",
    method="POST",
    path="/transcriptions",
    params=(
        Param(
            "granularities",
            "query",
            "granularities",
            style="form",
            explode=True,
            type=lambda: builtins.list[
                builtins.list[_models.TranscriptionTimestampGranularity]
            ],
        ),
        Param(
            "speaker_of_the_transcription",
            "query",
            "speaker_of_the_transcription",
            style="form",
            explode=True,
            type=lambda: _models.TranscriptionSpeakerReference,
        ),
    ),
    replies=(
        Reply("200", "application/json", lambda: _models.TranscriptionWithTimestamps),
        StreamReply(
            "200",
            "text/event-stream",
            lambda: _models.TranscriptionStreamEvent,
            framing="events",
            data="json",
            whole=True,
            sentinel="[DONE]",
        ),
    ),
)


class LongTypes(Client):
    """Long Types"""

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

    def create_transcription(
        self,
        *,
        granularities: (
            builtins.list[builtins.list[_models.TranscriptionTimestampGranularity]]
            | None
        ) = None,
        speaker_of_the_transcription: TranscriptionSpeakerReferenceInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: CreateTranscriptionAcceptEnum | None = None,
    ) -> (
        _models.TranscriptionWithTimestamps
        | EventStream[_models.TranscriptionStreamEvent]
    ):
        """createTranscription

        :param granularities:
        :param speaker_of_the_transcription:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises LongTypesError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CREATE_TRANSCRIPTION,
            {
                "granularities": granularities,
                "speaker_of_the_transcription": speaker_of_the_transcription,
            },
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )

    async def create_transcription_async(
        self,
        *,
        granularities: (
            builtins.list[builtins.list[_models.TranscriptionTimestampGranularity]]
            | None
        ) = None,
        speaker_of_the_transcription: TranscriptionSpeakerReferenceInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
        accept_header_override: CreateTranscriptionAcceptEnum | None = None,
    ) -> (
        _models.TranscriptionWithTimestamps
        | EventStreamAsync[_models.TranscriptionStreamEvent]
    ):
        """createTranscription

        :param granularities:
        :param speaker_of_the_transcription:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :param accept_header_override: The only content type to ask for
        :raises LongTypesError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async_open(
            _CREATE_TRANSCRIPTION,
            {
                "granularities": granularities,
                "speaker_of_the_transcription": speaker_of_the_transcription,
            },
            CallOptions(
                retries, server_url, timeout_ms, http_headers, accept_header_override
            ),
        )
