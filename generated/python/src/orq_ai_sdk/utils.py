"""Retries and timeouts, for clients and single calls."""

from ._runtime.options import BackoffStrategy, RetryConfig, Timeout

__all__ = ["BackoffStrategy", "RetryConfig", "Timeout"]
