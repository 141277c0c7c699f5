"""The group things."""

from __future__ import annotations

import builtins
import datetime as _dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Operation, Param, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .models.findop import FilterInput

_FIND: Operation[None] = Operation(
    id="find",
    method="GET",
    path="/a/{simple}/{label}/{matrix}",
    params=(
        Param(
            "simple",
            "path",
            "simple",
            style="simple",
            explode=False,
            required=True,
        ),
        Param(
            "label",
            "path",
            "label",
            style="label",
            explode=False,
            type=lambda: builtins.list[str],
            required=True,
        ),
        Param(
            "matrix",
            "path",
            "matrix",
            style="matrix",
            explode=True,
            required=True,
        ),
        Param(
            "q",
            "query",
            "q",
            style="form",
            explode=True,
            required=True,
        ),
        Param(
            "ids",
            "query",
            "ids",
            style="form",
            explode=False,
            type=lambda: builtins.list[int],
        ),
        Param(
            "pipe",
            "query",
            "pipe[]",
            style="pipeDelimited",
            explode=False,
            type=lambda: builtins.list[str],
        ),
        Param(
            "space",
            "query",
            "space",
            style="spaceDelimited",
            explode=False,
            type=lambda: builtins.list[str],
        ),
        Param(
            "filter_",
            "query",
            "filter",
            style="deepObject",
            explode=False,
            type=lambda: _models.Filter,
        ),
        Param(
            "raw",
            "query",
            "raw",
            style="form",
            explode=True,
            allow_reserved=True,
        ),
        Param(
            "json_",
            "query",
            "json",
            content="application/json",
            type=lambda: dict[str, Any],
        ),
        Param(
            "since",
            "query",
            "since",
            style="form",
            explode=True,
            type=lambda: _dt.datetime,
        ),
        Param(
            "limit",
            "query",
            "limit",
            style="form",
            explode=True,
        ),
        Param(
            "x_trace_id",
            "header",
            "X-Trace-Id",
            style="simple",
            explode=False,
        ),
        Param(
            "session",
            "cookie",
            "session",
            style="form",
            explode=True,
        ),
    ),
    replies=(Reply("204", None, None),),
)


class Things(Group):
    def find(
        self,
        *,
        simple: str,
        label: builtins.list[str],
        matrix: int,
        q: str,
        ids: builtins.list[int] | None = None,
        pipe: builtins.list[str] | None = None,
        space: builtins.list[str] | None = None,
        filter_: FilterInput | None = None,
        raw: str | None = None,
        json_: dict[str, Any] | None = None,
        since: _dt.datetime | None = None,
        limit: int | None = None,
        x_trace_id: str | None = None,
        session: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """find

        :param simple:
        :param label:
        :param matrix:
        :param q: What to find
        :param ids:
        :param pipe:
        :param space:
        :param filter_:
        :param raw:
        :param json_:
        :param since:
        :param limit:
        :param x_trace_id:
        :param session:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ParametersError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _FIND,
            {
                "simple": simple,
                "label": label,
                "matrix": matrix,
                "q": q,
                "ids": ids,
                "pipe": pipe,
                "space": space,
                "filter_": filter_,
                "raw": raw,
                "json_": json_,
                "since": since,
                "limit": limit,
                "x_trace_id": x_trace_id,
                "session": session,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def find_async(
        self,
        *,
        simple: str,
        label: builtins.list[str],
        matrix: int,
        q: str,
        ids: builtins.list[int] | None = None,
        pipe: builtins.list[str] | None = None,
        space: builtins.list[str] | None = None,
        filter_: FilterInput | None = None,
        raw: str | None = None,
        json_: dict[str, Any] | None = None,
        since: _dt.datetime | None = None,
        limit: int | None = None,
        x_trace_id: str | None = None,
        session: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """find

        :param simple:
        :param label:
        :param matrix:
        :param q: What to find
        :param ids:
        :param pipe:
        :param space:
        :param filter_:
        :param raw:
        :param json_:
        :param since:
        :param limit:
        :param x_trace_id:
        :param session:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises ParametersError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _FIND,
            {
                "simple": simple,
                "label": label,
                "matrix": matrix,
                "q": q,
                "ids": ids,
                "pipe": pipe,
                "space": space,
                "filter_": filter_,
                "raw": raw,
                "json_": json_,
                "since": since,
                "limit": limit,
                "x_trace_id": x_trace_id,
                "session": session,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
