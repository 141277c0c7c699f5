"""The group router."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import Group

if TYPE_CHECKING:
    from .chat import Chat
    from .images import Images


class Router(Group):
    @cached_property
    def images(self) -> Images:
        from .images import Images

        return Images(self._core)

    @cached_property
    def chat(self) -> Chat:
        from .chat import Chat

        return Chat(self._core)
