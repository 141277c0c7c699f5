"""Values and types that stand for absence, null and files."""

from ._runtime.base import BaseModel
from ._runtime.models import File, FileInput, FileTypedDict
from ._runtime.unset import UNSET, Nullable, OptionalNullable

__all__ = [
    "UNSET",
    "BaseModel",
    "File",
    "FileInput",
    "FileTypedDict",
    "Nullable",
    "OptionalNullable",
]
