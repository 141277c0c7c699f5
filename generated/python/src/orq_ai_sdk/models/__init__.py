"""The models, loaded when they are first used; `__init__.pyi` tells type checkers of them."""

from .._runtime.lazy import lazy_names

__getattr__, __dir__ = lazy_names(__name__)
