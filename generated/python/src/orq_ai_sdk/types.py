"""Values and types that stand for absence, null, files, and what no document lists."""

from ._runtime.base import BaseModel
from ._runtime.models import File, FileInput, FileTypedDict
from ._runtime.unset import UNSET, Nullable, OptionalNullable
from ._runtime.variants import UnknownVariant, UnrecognizedInt, UnrecognizedStr

__all__ = [
    "UNSET",
    "BaseModel",
    "File",
    "FileInput",
    "FileTypedDict",
    "Nullable",
    "OptionalNullable",
    "UnknownVariant",
    "UnrecognizedInt",
    "UnrecognizedStr",
]
