"""A small package as the generator writes it."""

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_names
from ._version import __version__

if TYPE_CHECKING:
    from . import models
    from ._runtime.options import (
        AsyncHttpClient,
        BackoffStrategy,
        HttpClient,
        RetryConfig,
    )
    from ._runtime.unset import UNSET
    from .sdk import Orq

__all__ = [
    "AsyncHttpClient",
    "BackoffStrategy",
    "HttpClient",
    "Orq",
    "RetryConfig",
    "UNSET",
    "__version__",
    "models",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncHttpClient": "._runtime.options",
        "BackoffStrategy": "._runtime.options",
        "HttpClient": "._runtime.options",
        "Orq": ".sdk",
        "RetryConfig": "._runtime.options",
        "UNSET": "._runtime.unset",
    },
    submodules=("models",),
)
