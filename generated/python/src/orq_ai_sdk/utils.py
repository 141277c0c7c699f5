"""Retry configuration, for clients and single calls."""

from ._runtime.options import BackoffStrategy, RetryConfig

__all__ = ["BackoffStrategy", "RetryConfig"]
