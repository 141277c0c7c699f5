"""orq.ai API: a client made by sdkloom 0.1.0."""

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_names
from ._version import __version__

if TYPE_CHECKING:
    from . import models, types, utils
    from ._runtime.options import AsyncHttpClient, HttpClient
    from .sdk import Orq

__all__ = [
    "AsyncHttpClient",
    "HttpClient",
    "Orq",
    "__version__",
    "models",
    "types",
    "utils",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncHttpClient": "._runtime.options",
        "HttpClient": "._runtime.options",
        "Orq": ".sdk",
    },
    submodules=("models", "types", "utils"),
)
