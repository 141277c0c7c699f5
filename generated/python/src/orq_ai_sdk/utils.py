"""What calls take and return besides models: retries, timeouts, streams of events, bytes."""

from ._runtime import streams as eventstreaming
from ._runtime.binary import BinaryResponse, BinaryResponseAsync
from ._runtime.options import BackoffStrategy, RetryConfig, Timeout

__all__ = [
    "BackoffStrategy",
    "BinaryResponse",
    "BinaryResponseAsync",
    "RetryConfig",
    "Timeout",
    "eventstreaming",
]
