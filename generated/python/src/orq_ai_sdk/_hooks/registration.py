"""Hooks of Orq. This file was written once and is yours: it is never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Hooks


def init_hooks(hooks: Hooks) -> None:
    """Register the hooks of a new client.

    Import the base classes from `.types` inside of this function, so that nothing is loaded
    where there are no hooks: `hooks.register_before_request_hook(MyHook())`.
    """
