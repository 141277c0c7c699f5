"""Packages whose names are loaded on first access, so that import stays fast."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any


def link(module: ModuleType) -> None:
    """Make the module's package known in it, for annotations like `_models.X`.

    That is not imported at the top, where each module would load all the others.
    """
    package = module.__package__ or ""
    vars(module).setdefault("_models", sys.modules[package])


def lazy_names(
    package: str,
    modules: Mapping[str, str] | None = None,
    submodules: Sequence[str] = (),
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package.

    `modules` says where a name is: ".module", or ".module:Name" if it is called otherwise
    there. If it is not given, the package's module `_names` knows. `submodules` are names
    that are modules themselves.
    """

    def known() -> Mapping[str, str]:
        if modules is not None:
            return modules
        from importlib import import_module

        found: Mapping[str, str] = import_module("._names", package).MODULES
        return found

    def get(name: str) -> Any:
        from importlib import import_module

        if name in submodules:
            return import_module(f".{name}", package)
        if name == "__all__":
            return [*known()]
        place = None if name.startswith("__") else known().get(name)
        if place is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, other = place.partition(":")
        loaded = import_module(module, package)
        link(loaded)
        value = getattr(loaded, other or name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *known(), *submodules})

    return get, names
