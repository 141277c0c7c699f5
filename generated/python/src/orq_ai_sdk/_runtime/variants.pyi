"""What type checkers read of `variants.py`, without the cost of pydantic's own types."""

from typing import Any

class UnrecognizedStr(str):
    """A text of an answer that is none of the values its enum lists."""

class UnrecognizedInt(int):
    """A number of an answer that is none of the values its enum lists."""

class UnknownVariant:
    """A value of an answer that is none of the members of its union; `raw` is what came.

    It can be sent back, and goes out as it came.
    """

    raw: Any

    def __init__(self, raw: Any) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

def unknown_schema(make: Any) -> Any: ...
