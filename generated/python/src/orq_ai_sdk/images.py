"""The group router.images."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import Group

if TYPE_CHECKING:
    from .variations import Variations


class Images(Group):
    @cached_property
    def variations(self) -> Variations:
        from .variations import Variations

        return Variations(self._core)
