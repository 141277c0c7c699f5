"""The models, loaded when they are first used."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_names

if TYPE_CHECKING:
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

_MODULES = {
    "APIError": ".._runtime.errors",
    "Branch": ".node",
    "BranchTypedDict": ".node",
    "CreateContactRequestBody": ".createcontactop",
    "CreateContactRequestBodyTypedDict": ".createcontactop",
    "CreateImageVariationFallbacks": ".createimagevariationop",
    "CreateImageVariationFallbacksTypedDict": ".createimagevariationop",
    "CreateImageVariationLoadBalancer": ".createimagevariationop",
    "CreateImageVariationLoadBalancer1": ".createimagevariationop",
    "CreateImageVariationLoadBalancer2": ".createimagevariationop",
    "CreateImageVariationLoadBalancerTypedDict": ".createimagevariationop",
    "CreateImageVariationRequestBody": ".createimagevariationop",
    "CreateImageVariationResponseBody": ".createimagevariationop",
    "CreateImageVariationResponseFormat": ".createimagevariationop",
    "CreateImageVariationRetry": ".createimagevariationop",
    "CreateImageVariationRetryTypedDict": ".createimagevariationop",
    "FileInfo": ".fileinfo",
    "HonoAPIError": ".honoapierror",
    "HonoAPIErrorData": ".honoapierror",
    "Leaf": ".leaf",
    "LeafTypedDict": ".leaf",
    "NoResponseError": ".._runtime.errors",
    "Node": ".node",
    "NodeTypedDict": ".node",
    "OrqError": ".._runtime.errors:SDKError",
    "PublicContact": ".publiccontact",
    "PublicContactTypedDict": ".publiccontact",
    "RequestValidationError": ".._runtime.errors",
    "ResponseValidationError": ".._runtime.errors",
    "Team": ".team",
    "TeamTypedDict": ".team",
    "UploadFileRequestBody": ".uploadfileop",
}

__getattr__, __dir__ = lazy_names(__name__, _MODULES)
