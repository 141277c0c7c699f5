"""Models of createImageVariation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.base import BaseModel
from .._runtime.models import Number as _Number
from .._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .. import models as _models


class CreateImageVariationRequestBodyTypedDict(TypedDict):
    """input"""

    image: NotRequired[Any]
    """The image to edit. Must be a supported image file. It should be a png, webp, or jpg file less than 50MB."""
    model: str
    """The model to use for image generation."""
    n: NotRequired[float | None]
    """The number of images to generate. Must be between 1 and 10."""
    response_format: NotRequired[CreateImageVariationResponseFormat]
    """The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated."""
    size: NotRequired[Size]
    """The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`."""
    user: NotRequired[str]
    """A unique identifier representing your end-user, which can help to monitor and detect abuse."""
    name: NotRequired[str]
    """The name to display on the trace. If not specified, the default system name will be used."""
    fallbacks: NotRequired[list[CreateImageVariationFallbacksTypedDict]]
    """Array of fallback models to use if primary model fails"""
    retry: NotRequired[CreateImageVariationRetryTypedDict]
    """Retry configuration for the request"""
    cache: NotRequired[CreateImageVariationCacheTypedDict]
    """Cache configuration for the request."""
    load_balancer: NotRequired[CreateImageVariationLoadBalancer1TypedDict]
    """Load balancer configuration for the request."""
    timeout: NotRequired[CreateImageVariationTimeoutTypedDict]
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""
    orq: NotRequired[CreateImageVariationOrqTypedDict]


class CreateImageVariationRequestBody(BaseModel):
    """input"""

    image: Any | None = None
    """The image to edit. Must be a supported image file. It should be a png, webp, or jpg file less than 50MB."""
    model: str
    """The model to use for image generation."""
    n: OptionalNullable[_Number] = UNSET
    """The number of images to generate. Must be between 1 and 10."""
    response_format: CreateImageVariationResponseFormat | None = None
    """The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated."""
    size: Size | None = None
    """The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`."""
    user: str | None = None
    """A unique identifier representing your end-user, which can help to monitor and detect abuse."""
    name: str | None = None
    """The name to display on the trace. If not specified, the default system name will be used."""
    fallbacks: list[CreateImageVariationFallbacks] | None = None
    """Array of fallback models to use if primary model fails"""
    retry: CreateImageVariationRetry | None = None
    """Retry configuration for the request"""
    cache: CreateImageVariationCache | None = None
    """Cache configuration for the request."""
    load_balancer: CreateImageVariationLoadBalancer | None = None
    """Load balancer configuration for the request."""
    timeout: CreateImageVariationTimeout | None = None
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""
    orq: CreateImageVariationOrq | None = None


CreateImageVariationResponseFormat = Literal["url", "b64_json"]
"""The format in which the generated images are returned. Must be one of `url` or `b64_json`. URLs are only valid for 60 minutes after the image has been generated."""


Size = Literal["256x256", "512x512", "1024x1024"]
"""The size of the generated images. Must be one of `256x256`, `512x512`, or `1024x1024`."""


class CreateImageVariationFallbacksTypedDict(TypedDict):
    model: str
    """Fallback model identifier"""


class CreateImageVariationFallbacks(BaseModel):
    model: str
    """Fallback model identifier"""


CreateImageVariationFallbacksInput: TypeAlias = "CreateImageVariationFallbacks | CreateImageVariationFallbacksTypedDict"  # fmt: skip
"""CreateImageVariationFallbacks, or plain data of its shape."""


class CreateImageVariationRetryTypedDict(TypedDict):
    """Retry configuration for the request"""

    count: NotRequired[float]
    """Number of retry attempts (1-5)"""
    on_codes: NotRequired[list[float]]
    """HTTP status codes that trigger retry logic"""


class CreateImageVariationRetry(BaseModel):
    """Retry configuration for the request"""

    count: _Number | None = None
    """Number of retry attempts (1-5)"""
    on_codes: list[_Number] | None = None
    """HTTP status codes that trigger retry logic"""


CreateImageVariationRetryInput: TypeAlias = "CreateImageVariationRetry | CreateImageVariationRetryTypedDict"  # fmt: skip
"""CreateImageVariationRetry, or plain data of its shape."""


class CreateImageVariationCacheTypedDict(TypedDict):
    """Cache configuration for the request."""

    ttl: NotRequired[float]
    """Time to live for cached responses in seconds. Maximum 259200 seconds (3 days)."""
    type: CreateImageVariationType


class CreateImageVariationCache(BaseModel):
    """Cache configuration for the request."""

    ttl: _Number | None = None
    """Time to live for cached responses in seconds. Maximum 259200 seconds (3 days)."""
    type: CreateImageVariationType


CreateImageVariationCacheInput: TypeAlias = "CreateImageVariationCache | CreateImageVariationCacheTypedDict"  # fmt: skip
"""CreateImageVariationCache, or plain data of its shape."""


CreateImageVariationType = Literal["exact_match"]


CreateImageVariationLoadBalancerTypedDict: TypeAlias = "CreateImageVariationLoadBalancer1TypedDict"  # fmt: skip
CreateImageVariationLoadBalancer = TypeAliasType(
    "CreateImageVariationLoadBalancer",
    "CreateImageVariationLoadBalancer1",
)
"""Load balancer configuration for the request."""

CreateImageVariationLoadBalancerInput: TypeAlias = "CreateImageVariationLoadBalancer | CreateImageVariationLoadBalancerTypedDict"  # fmt: skip
"""CreateImageVariationLoadBalancer, or plain data of its shape."""


class CreateImageVariationLoadBalancer1TypedDict(TypedDict):
    type: CreateImageVariationLoadBalancerType
    models: list[CreateImageVariationLoadBalancerModelsTypedDict]


class CreateImageVariationLoadBalancer1(BaseModel):
    type: CreateImageVariationLoadBalancerType
    models: list[CreateImageVariationLoadBalancerModels]


CreateImageVariationLoadBalancerType = Literal["weight_based"]


class CreateImageVariationLoadBalancerModelsTypedDict(TypedDict):
    model: str
    """Model identifier for load balancing"""
    weight: NotRequired[float]
    """Weight assigned to this model for load balancing"""


class CreateImageVariationLoadBalancerModels(BaseModel):
    model: str
    """Model identifier for load balancing"""
    weight: _Number | None = None
    """Weight assigned to this model for load balancing"""


class CreateImageVariationTimeoutTypedDict(TypedDict):
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""

    call_timeout: float
    """Timeout value in milliseconds"""


class CreateImageVariationTimeout(BaseModel):
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""

    call_timeout: _Number
    """Timeout value in milliseconds"""


CreateImageVariationTimeoutInput: TypeAlias = "CreateImageVariationTimeout | CreateImageVariationTimeoutTypedDict"  # fmt: skip
"""CreateImageVariationTimeout, or plain data of its shape."""


class CreateImageVariationOrqTypedDict(TypedDict):
    name: NotRequired[str]
    """The name to display on the trace. If not specified, the default system name will be used."""
    retry: NotRequired[CreateImageVariationRouterImagesVariationsRetryTypedDict]
    """Retry configuration for the request"""
    fallbacks: NotRequired[
        list[CreateImageVariationRouterImagesVariationsFallbacksTypedDict]
    ]
    """Array of fallback models to use if primary model fails"""
    prompt: NotRequired[CreateImageVariationPromptTypedDict]
    """Prompt configuration for the request"""
    identity: NotRequired[_models.PublicIdentityTypedDict]
    """Information about the identity making the request."""
    contact: NotRequired[_models.PublicContactTypedDict]
    """Use identity instead. Information about the contact making the request.

    Deprecated: it will be removed in a future release."""
    cache: NotRequired[CreateImageVariationRouterImagesVariationsCacheTypedDict]
    """Cache configuration for the request."""
    load_balancer: NotRequired[
        CreateImageVariationLoadBalancerRouterImagesVariations1TypedDict
    ]
    """Array of models with weights for load balancing requests"""
    timeout: NotRequired[CreateImageVariationRouterImagesVariationsTimeoutTypedDict]
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""


class CreateImageVariationOrq(BaseModel):
    name: str | None = None
    """The name to display on the trace. If not specified, the default system name will be used."""
    retry: CreateImageVariationRouterImagesVariationsRetry | None = None
    """Retry configuration for the request"""
    fallbacks: list[CreateImageVariationRouterImagesVariationsFallbacks] | None = None
    """Array of fallback models to use if primary model fails"""
    prompt: CreateImageVariationPrompt | None = None
    """Prompt configuration for the request"""
    identity: _models.PublicIdentity | None = None
    """Information about the identity making the request."""
    contact: _models.PublicContact | None = None
    """Use identity instead. Information about the contact making the request.

    Deprecated: it will be removed in a future release."""
    cache: CreateImageVariationRouterImagesVariationsCache | None = None
    """Cache configuration for the request."""
    load_balancer: CreateImageVariationRouterImagesVariationsLoadBalancer | None = None
    """Array of models with weights for load balancing requests"""
    timeout: CreateImageVariationRouterImagesVariationsTimeout | None = None
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""


CreateImageVariationOrqInput: TypeAlias = "CreateImageVariationOrq | CreateImageVariationOrqTypedDict"  # fmt: skip
"""CreateImageVariationOrq, or plain data of its shape."""


class CreateImageVariationRouterImagesVariationsRetryTypedDict(TypedDict):
    """Retry configuration for the request"""

    count: NotRequired[float]
    """Number of retry attempts (1-5)"""
    on_codes: NotRequired[list[float]]
    """HTTP status codes that trigger retry logic"""


class CreateImageVariationRouterImagesVariationsRetry(BaseModel):
    """Retry configuration for the request"""

    count: _Number | None = None
    """Number of retry attempts (1-5)"""
    on_codes: list[_Number] | None = None
    """HTTP status codes that trigger retry logic"""


class CreateImageVariationRouterImagesVariationsFallbacksTypedDict(TypedDict):
    model: str
    """Fallback model identifier"""


class CreateImageVariationRouterImagesVariationsFallbacks(BaseModel):
    model: str
    """Fallback model identifier"""


class CreateImageVariationPromptTypedDict(TypedDict):
    """Prompt configuration for the request"""

    id: str
    """Unique identifier of the prompt to use"""
    version: CreateImageVariationVersion
    """Version of the prompt to use (currently only "latest" supported)"""


class CreateImageVariationPrompt(BaseModel):
    """Prompt configuration for the request"""

    id: str
    """Unique identifier of the prompt to use"""
    version: CreateImageVariationVersion
    """Version of the prompt to use (currently only "latest" supported)"""


CreateImageVariationVersion = Literal["latest"]
"""Version of the prompt to use (currently only "latest" supported)"""


class CreateImageVariationRouterImagesVariationsCacheTypedDict(TypedDict):
    """Cache configuration for the request."""

    ttl: NotRequired[float]
    """Time to live for cached responses in seconds. Maximum 259200 seconds (3 days)."""
    type: CreateImageVariationRouterImagesVariationsType


class CreateImageVariationRouterImagesVariationsCache(BaseModel):
    """Cache configuration for the request."""

    ttl: _Number | None = None
    """Time to live for cached responses in seconds. Maximum 259200 seconds (3 days)."""
    type: CreateImageVariationRouterImagesVariationsType


CreateImageVariationRouterImagesVariationsType = Literal["exact_match"]


CreateImageVariationRouterImagesVariationsLoadBalancerTypedDict: TypeAlias = "CreateImageVariationLoadBalancerRouterImagesVariations1TypedDict"  # fmt: skip
CreateImageVariationRouterImagesVariationsLoadBalancer = TypeAliasType(
    "CreateImageVariationRouterImagesVariationsLoadBalancer",
    "CreateImageVariationLoadBalancerRouterImagesVariations1",
)
"""Array of models with weights for load balancing requests"""


class CreateImageVariationLoadBalancerRouterImagesVariations1TypedDict(TypedDict):
    type: CreateImageVariationLoadBalancerRouterImagesVariationsType
    models: list[CreateImageVariationLoadBalancerRouterImagesVariationsModelsTypedDict]


class CreateImageVariationLoadBalancerRouterImagesVariations1(BaseModel):
    type: CreateImageVariationLoadBalancerRouterImagesVariationsType
    models: list[CreateImageVariationLoadBalancerRouterImagesVariationsModels]


CreateImageVariationLoadBalancerRouterImagesVariationsType = Literal["weight_based"]


class CreateImageVariationLoadBalancerRouterImagesVariationsModelsTypedDict(TypedDict):
    model: str
    """Model identifier for load balancing"""
    weight: NotRequired[float]
    """Weight assigned to this model for load balancing"""


class CreateImageVariationLoadBalancerRouterImagesVariationsModels(BaseModel):
    model: str
    """Model identifier for load balancing"""
    weight: _Number | None = None
    """Weight assigned to this model for load balancing"""


class CreateImageVariationRouterImagesVariationsTimeoutTypedDict(TypedDict):
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""

    call_timeout: float
    """Timeout value in milliseconds"""


class CreateImageVariationRouterImagesVariationsTimeout(BaseModel):
    """Timeout configuration to apply to the request. If the request exceeds the timeout, it will be retried or fallback to the next model if configured."""

    call_timeout: _Number
    """Timeout value in milliseconds"""


class CreateImageVariationResponseBodyTypedDict(TypedDict):
    """The generated images."""

    created: float
    """When the image was created, as a Unix timestamp in seconds."""
    output_format: NotRequired[str]
    """The format of the images."""
    size: NotRequired[str]
    """The size of the images."""
    quality: NotRequired[str]
    """The quality of the images."""
    data: list[CreateImageVariationDataTypedDict]
    """The images, in the order they were made."""
    usage: NotRequired[CreateImageVariationUsageTypedDict]
    """The tokens that the request took."""


class CreateImageVariationResponseBody(BaseModel):
    """The generated images."""

    created: _Number
    """When the image was created, as a Unix timestamp in seconds."""
    output_format: str | None = None
    """The format of the images."""
    size: str | None = None
    """The size of the images."""
    quality: str | None = None
    """The quality of the images."""
    data: list[CreateImageVariationData]
    """The images, in the order they were made."""
    usage: CreateImageVariationUsage | None = None
    """The tokens that the request took."""


class CreateImageVariationDataTypedDict(TypedDict):
    b64_json: NotRequired[str]
    """The image in base64, when `response_format` is `b64_json`."""
    url: NotRequired[str]
    """Where the image can be fetched, when `response_format` is `url`."""


class CreateImageVariationData(BaseModel):
    b64_json: str | None = None
    """The image in base64, when `response_format` is `b64_json`."""
    url: str | None = None
    """Where the image can be fetched, when `response_format` is `url`."""


class CreateImageVariationUsageTypedDict(TypedDict):
    """The tokens that the request took."""

    total_tokens: float
    """All tokens of the request."""
    input_tokens: float
    """The tokens of the input, text and images."""
    output_tokens: float
    """The tokens of the output."""
    input_tokens_details: CreateImageVariationInputTokensDetailsTypedDict
    """What the tokens of the input were."""


class CreateImageVariationUsage(BaseModel):
    """The tokens that the request took."""

    total_tokens: _Number
    """All tokens of the request."""
    input_tokens: _Number
    """The tokens of the input, text and images."""
    output_tokens: _Number
    """The tokens of the output."""
    input_tokens_details: CreateImageVariationInputTokensDetails
    """What the tokens of the input were."""


class CreateImageVariationInputTokensDetailsTypedDict(TypedDict):
    """What the tokens of the input were."""

    text_tokens: float
    """The tokens of text."""
    image_tokens: float
    """The tokens of images."""


class CreateImageVariationInputTokensDetails(BaseModel):
    """What the tokens of the input were."""

    text_tokens: _Number
    """The tokens of text."""
    image_tokens: _Number
    """The tokens of images."""
