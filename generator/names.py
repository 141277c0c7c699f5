"""Words, cases and scopes: how any text becomes an identifier nobody else has."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Set
from functools import cache

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|[0-9]+")
# Names that no file may have on Windows, whatever its suffix.
DEVICES = frozenset(["con", "prn", "aux", "nul"]) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
_LONGEST = 96  # leaves room for prefixes and file suffixes inside 120 characters
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

Case = Callable[[str], str]


def words(raw: str) -> list[str]:
    """The words of a text: split at anything that is no letter or digit, and at case changes."""
    plain = raw if raw.isascii() else _ascii(raw)
    return _WORD.findall(plain)


@cache
def snake(raw: str) -> str:
    """`callTimeout` -> `call_timeout`."""
    return "_".join(word.lower() for word in words(raw))


@cache
def pascal(raw: str) -> str:
    """`call_timeout` -> `CallTimeout`; inner capitals stay as they are."""
    return "".join(word[0].upper() + word[1:] for word in words(raw))


@cache
def camel(raw: str) -> str:
    """`call_timeout` -> `callTimeout`."""
    parts = words(raw)
    if not parts:
        return ""
    head = parts[0]
    first = head.lower() if head.isupper() else head[0].lower() + head[1:]
    return first + "".join(word[0].upper() + word[1:] for word in parts[1:])


def upper(raw: str) -> str:
    """`exact match` -> `EXACT_MATCH`."""
    return snake(raw).upper()


def kebab(raw: str) -> str:
    """`Call Timeout` -> `call-timeout`."""
    return snake(raw).replace("_", "-")


def spell(number: int) -> list[str]:
    """The English words of a number: 256 -> two hundred and fifty six."""
    if number < 20:
        return [_ONES[number]]
    if number < 100:
        tens, ones = divmod(number, 10)
        return [_TENS[tens], *([_ONES[ones]] if ones else [])]
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            high, low = divmod(number, size)
            return [*spell(high), name, *_rest(low)]
    high, low = divmod(number, 100)
    return [_ONES[high], "hundred", *_rest(low)]


def spelled(raw: str, glue: str = "") -> str:
    """A leading number written out, as identifiers may not begin with a digit."""
    digits = re.match(r"[0-9]+", raw)
    if not digits:
        return raw
    number = digits[0]
    said = spell(int(number)) if len(number) <= 9 else [_ONES[int(d)] for d in number]
    return glue.join(word.capitalize() for word in said) + raw[len(number) :]


def bounded(name: str) -> str:
    """The name, or for a very long one its beginning and a digest of the whole."""
    if len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - 9]}_{digest}"


class Scope:
    """The names of one room: reserved words and earlier claims are taken.

    Comparison ignores case where `fold` is set, as file systems may.
    """

    def __init__(self, reserved: Set[str] = frozenset(), fold: bool = False) -> None:
        self._fold = fold
        self._taken = {self._key(word) for word in reserved}
        self._next: dict[str, int] = {}
        self._held: dict[object, str] = {}

    def free(self, name: str) -> bool:
        """Whether nobody holds the name."""
        return self._key(name) not in self._taken

    def hold(self, owner: object, name: str) -> bool:
        """Keep a name for an owner that had it before; False where it is taken."""
        if owner in self._held or not self.free(name):
            return self._held.get(owner) == name
        self._held[owner] = self._take(name)
        return True

    def claim(self, wanted: str, *others: str, glue: str = "", owner: object = None) -> str:
        """What is held for the owner, else the first of the wanted names that is free.

        Where none of them is, the last gets a number.
        """
        if owner in self._held:
            return self._held.pop(owner)
        candidates = (wanted, *others)
        for candidate in candidates:
            if candidate and self.free(candidate):
                return self._take(candidate)
        stem = candidates[-1] or wanted
        number = self._next.get(stem, 2)
        while not self.free(f"{stem}{glue}{number}"):
            number += 1
        self._next[stem] = number + 1
        return self._take(f"{stem}{glue}{number}")

    def reserve(self, names: Iterable[str]) -> None:
        """Take names without asking."""
        self._taken.update(self._key(name) for name in names)

    def _take(self, name: str) -> str:
        self._taken.add(self._key(name))
        return name

    def _key(self, name: str) -> str:
        return name.casefold() if self._fold else name


def _rest(number: int) -> list[str]:
    if not number:
        return []
    return ["and", *spell(number)] if number < 100 else spell(number)


def _ascii(raw: str) -> str:
    out = []
    for char in unicodedata.normalize("NFKD", raw):
        if char.isascii():
            out.append(char)
        elif char.isalnum():
            out.append(f" u{ord(char):04x} ")
        elif not unicodedata.combining(char):
            out.append(" ")
    return "".join(out)
