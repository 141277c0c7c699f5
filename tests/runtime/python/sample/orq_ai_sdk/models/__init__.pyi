"""The models."""

from .._runtime.errors import (
    APIError,
    NoResponseError,
    RequestValidationError,
    ResponseValidationError,
)
from .._runtime.errors import SDKError as OrqError
from .createcontactop import (
    CreateContactRequestBody,
    CreateContactRequestBodyTypedDict,
)
from .createimagevariationop import (
    CreateImageVariationFallbacks,
    CreateImageVariationFallbacksTypedDict,
    CreateImageVariationLoadBalancer,
    CreateImageVariationLoadBalancer1,
    CreateImageVariationLoadBalancer2,
    CreateImageVariationLoadBalancerTypedDict,
    CreateImageVariationRequestBody,
    CreateImageVariationResponseBody,
    CreateImageVariationResponseFormat,
    CreateImageVariationRetry,
    CreateImageVariationRetryTypedDict,
)
from .fileinfo import FileInfo
from .honoapierror import HonoAPIError, HonoAPIErrorData
from .leaf import Leaf, LeafTypedDict
from .node import Branch, BranchTypedDict, Node, NodeTypedDict
from .publiccontact import PublicContact, PublicContactTypedDict
from .team import Team, TeamTypedDict
from .uploadfileop import UploadFileRequestBody

__all__ = [
    "APIError",
    "Branch",
    "BranchTypedDict",
    "CreateContactRequestBody",
    "CreateContactRequestBodyTypedDict",
    "CreateImageVariationFallbacks",
    "CreateImageVariationFallbacksTypedDict",
    "CreateImageVariationLoadBalancer",
    "CreateImageVariationLoadBalancer1",
    "CreateImageVariationLoadBalancer2",
    "CreateImageVariationLoadBalancerTypedDict",
    "CreateImageVariationRequestBody",
    "CreateImageVariationResponseBody",
    "CreateImageVariationResponseFormat",
    "CreateImageVariationRetry",
    "CreateImageVariationRetryTypedDict",
    "FileInfo",
    "HonoAPIError",
    "HonoAPIErrorData",
    "Leaf",
    "LeafTypedDict",
    "NoResponseError",
    "Node",
    "NodeTypedDict",
    "OrqError",
    "PublicContact",
    "PublicContactTypedDict",
    "RequestValidationError",
    "ResponseValidationError",
    "Team",
    "TeamTypedDict",
    "UploadFileRequestBody",
]
