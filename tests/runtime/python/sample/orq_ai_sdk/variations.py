"""The operations of the group router.images.variations."""

from __future__ import annotations

from typing import Any, List, Mapping, Optional, Union

from . import models
from ._runtime.client import Group
from ._runtime.operation import Body, ErrorReply, Operation, Reply
from ._runtime.options import CallOptions, RetryConfig
from ._runtime.unset import UNSET, OptionalNullable

_CREATE: Operation[models.CreateImageVariationResponseBody] = Operation(
    id="createImageVariation",
    method="POST",
    path="/v2/router/images/variations",
    body=Body(
        "multipart/form-data",
        kind="multipart",
        type=lambda: models.CreateImageVariationRequestBody,
    ),
    replies=(
        Reply(
            "200",
            "application/json",
            lambda: models.CreateImageVariationResponseBody,
        ),
    ),
    errors=(
        ErrorReply(
            "404",
            "application/json",
            lambda: models.HonoAPIErrorData,
            lambda: models.HonoAPIError,
        ),
    ),
)


class Variations(Group):
    def create(
        self,
        *,
        model: str,
        image: Optional[Any] = None,
        n: OptionalNullable[float] = UNSET,
        response_format: Optional[models.CreateImageVariationResponseFormat] = None,
        fallbacks: Optional[
            Union[
                List[models.CreateImageVariationFallbacks],
                List[models.CreateImageVariationFallbacksTypedDict],
            ]
        ] = None,
        retry: Optional[
            Union[
                models.CreateImageVariationRetry,
                models.CreateImageVariationRetryTypedDict,
            ]
        ] = None,
        load_balancer: Optional[
            Union[
                models.CreateImageVariationLoadBalancer,
                models.CreateImageVariationLoadBalancerTypedDict,
            ]
        ] = None,
        identity: Optional[
            Union[models.PublicContact, models.PublicContactTypedDict]
        ] = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateImageVariationResponseBody:
        r"""Create image variation

        Create an Image Variation

        :param model: The model to use for image generation.
        :param image: The image to edit.
        :param n: The number of images to generate.
        :param response_format: The format in which the images are returned.
        :param fallbacks: Fallback models
        :param retry: Retry configuration for the request
        :param load_balancer: Load balancer configuration for the request.
        :param identity: The contact
        :param retries: Override the default retry configuration for this method
        :param server_url: Override the default server URL for this method
        :param timeout_ms: Override the default timeout in milliseconds
        :param http_headers: Additional headers to set or replace on requests.
        """
        return self._core.call(
            _CREATE,
            {
                "model": model,
                "image": image,
                "n": n,
                "response_format": response_format,
                "fallbacks": fallbacks,
                "retry": retry,
                "load_balancer": load_balancer,
                "identity": identity,
            },
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def create_async(
        self,
        *,
        model: str,
        image: Optional[Any] = None,
        n: OptionalNullable[float] = UNSET,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateImageVariationResponseBody:
        r"""Create image variation (shortened here)"""
        return await self._core.call_async(
            _CREATE,
            {"model": model, "image": image, "n": n},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
