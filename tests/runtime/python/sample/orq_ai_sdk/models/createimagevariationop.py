"""Models of the operation createImageVariation."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Dict,
    List,
    Literal,
    Optional,
    TypeAlias,
    Union,
)

from .._runtime.base import Field
from typing_extensions import NotRequired, TypeAliasType, TypedDict

from .._runtime.base import BaseModel
from .._runtime.models import Number
from .._runtime.unset import UNSET, OptionalNullable

if TYPE_CHECKING:
    from .. import models as _models

CreateImageVariationResponseFormat = Literal["url", "b64_json"]
"""The format in which the generated images are returned."""


class CreateImageVariationRetryTypedDict(TypedDict):
    """Retry configuration for the request"""

    count: NotRequired[float]
    """Number of retry attempts (1-5)"""
    on_codes: NotRequired[List[float]]
    """HTTP status codes that trigger retry logic"""


class CreateImageVariationRetry(BaseModel):
    """Retry configuration for the request"""

    count: Optional[Number] = None
    """Number of retry attempts (1-5)"""
    on_codes: Annotated[Optional[List[Number]], Field(alias="onCodes")] = None
    """HTTP status codes that trigger retry logic"""


class CreateImageVariationFallbacksTypedDict(TypedDict):
    model: str
    retry: NotRequired[CreateImageVariationRetryTypedDict]


class CreateImageVariationFallbacks(BaseModel):
    model: str
    retry: Optional[CreateImageVariationRetry] = None


class CreateImageVariationLoadBalancer1TypedDict(TypedDict):
    type: Literal["weight_based"]
    weight: NotRequired[float]


class CreateImageVariationLoadBalancer1(BaseModel):
    type: Literal["weight_based"]
    weight: Optional[Number] = None


class CreateImageVariationLoadBalancer2TypedDict(TypedDict):
    type: Literal["round_robin"]


class CreateImageVariationLoadBalancer2(BaseModel):
    type: Literal["round_robin"]


CreateImageVariationLoadBalancerTypedDict: TypeAlias = Union[
    CreateImageVariationLoadBalancer1TypedDict,
    CreateImageVariationLoadBalancer2TypedDict,
]
CreateImageVariationLoadBalancer = TypeAliasType(
    "CreateImageVariationLoadBalancer",
    Annotated[
        Union[
            CreateImageVariationLoadBalancer1,
            CreateImageVariationLoadBalancer2,
        ],
        Field(discriminator="type"),
    ],
)


class CreateImageVariationRequestBodyTypedDict(TypedDict):
    """input"""

    model: str
    image: NotRequired[Any]


class CreateImageVariationRequestBody(BaseModel):
    """input"""

    model: str
    """The model to use for image generation."""
    image: Optional[Any] = None
    """The image to edit."""
    n: OptionalNullable[Number] = UNSET
    """The number of images to generate."""
    response_format: Optional[CreateImageVariationResponseFormat] = None
    fallbacks: Optional[List[CreateImageVariationFallbacks]] = None
    retry: Optional[CreateImageVariationRetry] = None
    load_balancer: Optional[CreateImageVariationLoadBalancer] = None
    identity: Optional[_models.PublicContact] = None


class CreateImageVariationData(BaseModel):
    b64_json: Optional[str] = None
    url: Optional[str] = None


class CreateImageVariationResponseBody(BaseModel):
    """Represents an image generation response from the API."""

    created: Number
    data: List[CreateImageVariationData]
    usage: OptionalNullable[Dict[str, Number]] = UNSET
