"""What type checkers read of `unions.py`, without the cost of pydantic's own types."""

from collections.abc import Mapping

class OneOf:
    """The members of a union, of which an answer is the one that fits best."""

class Tagged:
    """The members of a union, told apart by a field."""

    def __init__(self, field: str, wire: str, tags: Mapping[str, int]) -> None: ...
