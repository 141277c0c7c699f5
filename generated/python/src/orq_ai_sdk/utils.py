"""What calls take and return besides models: retries, timeouts, streams of events, bytes."""

from ._runtime import streams as eventstreaming
from ._runtime.binary import BinaryResponse, BinaryResponseAsync
from ._runtime.options import BackoffStrategy, RetryConfig, Timeout
from ._runtime.raw import RawResponse, raw_response

__all__ = [
    "BackoffStrategy",
    "BinaryResponse",
    "BinaryResponseAsync",
    "RawResponse",
    "RetryConfig",
    "Timeout",
    "eventstreaming",
    "raw_response",
]
