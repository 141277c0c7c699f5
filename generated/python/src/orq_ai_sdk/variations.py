"""The group router.images.variations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import models as _models
from ._runtime.client import Group
from ._runtime.operation import Body, Operation, Reply
from ._runtime.options import CallOptions, RetryConfig, Timeout
from ._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .models.createimagevariationop import (
        CreateImageVariationCacheInput,
        CreateImageVariationFallbacksInput,
        CreateImageVariationLoadBalancerInput,
        CreateImageVariationOrqInput,
        CreateImageVariationRetryInput,
        CreateImageVariationTimeoutInput,
    )

_CREATE: Operation[_models.CreateImageVariationResponseBody] = Operation(
    id="createImageVariation",
    method="POST",
    path="/v2/router/images/variations",
    body=Body(
        "multipart/form-data",
        type=lambda: _models.CreateImageVariationRequestBody,
        kind="multipart",
    ),
    replies=(
        Reply(
            "200", "application/json", lambda: _models.CreateImageVariationResponseBody
        ),
    ),
)


class Variations(Group):
    def create(
        self,
        *,
        model: str,
        image: Any | None = None,
        n: OptionalNullable[float] = UNSET,
        response_format: _models.CreateImageVariationResponseFormat | None = None,
        size: _models.Size | None = None,
        user: str | None = None,
        name: str | None = None,
        fallbacks: Sequence[CreateImageVariationFallbacksInput] | None = None,
        retry: CreateImageVariationRetryInput | None = None,
        cache: CreateImageVariationCacheInput | None = None,
        load_balancer: CreateImageVariationLoadBalancerInput | None = None,
        timeout: CreateImageVariationTimeoutInput | None = None,
        orq: CreateImageVariationOrqInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.CreateImageVariationResponseBody:
        """Create image variation

        Create an Image Variation

        :param model: The model to use for image generation.
        :param image: The image to edit. Must be a supported image file. It should be a png, webp, or jpg file less than 50MB.
        :param n: The number of images to generate. Must be between 1 and 10.
        :param response_format: The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated.
        :param size: The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`.
        :param user: A unique identifier representing your end-user, which can help to monitor and detect abuse.
        :param name: The name to display on the trace. If not specified, the default system name will be used.
        :param fallbacks: Array of fallback models to use if primary model fails
        :param retry: Retry configuration for the request
        :param cache: Cache configuration for the request.
        :param load_balancer: Load balancer configuration for the request.
        :param timeout: Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured.
        :param orq:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises OrqError: the call failed; `status_code` is 0 when nothing came back
        """
        return self._core.call(
            _CREATE,
            {
                "model": model,
                "image": image,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
                "name": name,
                "fallbacks": fallbacks,
                "retry": retry,
                "cache": cache,
                "load_balancer": load_balancer,
                "timeout": timeout,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def create_async(
        self,
        *,
        model: str,
        image: Any | None = None,
        n: OptionalNullable[float] = UNSET,
        response_format: _models.CreateImageVariationResponseFormat | None = None,
        size: _models.Size | None = None,
        user: str | None = None,
        name: str | None = None,
        fallbacks: Sequence[CreateImageVariationFallbacksInput] | None = None,
        retry: CreateImageVariationRetryInput | None = None,
        cache: CreateImageVariationCacheInput | None = None,
        load_balancer: CreateImageVariationLoadBalancerInput | None = None,
        timeout: CreateImageVariationTimeoutInput | None = None,
        orq: CreateImageVariationOrqInput | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | Timeout | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _models.CreateImageVariationResponseBody:
        """Create image variation

        Create an Image Variation

        :param model: The model to use for image generation.
        :param image: The image to edit. Must be a supported image file. It should be a png, webp, or jpg file less than 50MB.
        :param n: The number of images to generate. Must be between 1 and 10.
        :param response_format: The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated.
        :param size: The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`.
        :param user: A unique identifier representing your end-user, which can help to monitor and detect abuse.
        :param name: The name to display on the trace. If not specified, the default system name will be used.
        :param fallbacks: Array of fallback models to use if primary model fails
        :param retry: Retry configuration for the request
        :param cache: Cache configuration for the request.
        :param load_balancer: Load balancer configuration for the request.
        :param timeout: Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured.
        :param orq:
        :param retries: Override the retry configuration of the client
        :param server_url: Override the server URL of the client
        :param timeout_ms: Override the timeout of the client, in milliseconds
        :param http_headers: Headers to add or replace
        :raises OrqError: the call failed; `status_code` is 0 when nothing came back
        """
        return await self._core.call_async(
            _CREATE,
            {
                "model": model,
                "image": image,
                "n": n,
                "response_format": response_format,
                "size": size,
                "user": user,
                "name": name,
                "fallbacks": fallbacks,
                "retry": retry,
                "cache": cache,
                "load_balancer": load_balancer,
                "timeout": timeout,
                "orq": orq,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
