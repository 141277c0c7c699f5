"""The names lock: public names of earlier runs, kept by the places they were made for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from .diagnostics import Issue, Loc, SpecErrors
from .facts import Issues
from .names import Scope
from .source import Document, Node

VERSION = 1
_LONGEST = 112  # leaves room for file suffixes inside 120 characters
_CAPITAL = re.compile(r"[A-Z][A-Za-z0-9_]*")
_SMALL = re.compile(r"[a-z][A-Za-z0-9_]*")
_FILE = re.compile(r"[a-z0-9][a-z0-9_]*")
_MEMBER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_VARIABLE = re.compile(r"[A-Z0-9_]+")
_ANY = re.compile(r".*", re.S)

# What a place can hold: the form of each name. Names of parts stand below their label.
_FORMS = {
    "type": _CAPITAL,
    "record": _CAPITAL,
    "given": _CAPITAL,
    "module": _FILE,
    "namespace": _SMALL,
    "attribute": _SMALL,
    "credential": _SMALL,
    "variable": _VARIABLE,
    "payload": _MEMBER,
    "operation": _ANY,  # no name, but what the names below it were made of
}
_PARTS = {
    "fields": _SMALL,
    "members": _MEMBER,
    "accepts": _CAPITAL,
    "accepted": _MEMBER,
    "arguments": _SMALL,
    "options": _SMALL,
    "methods": _SMALL,
    "async": _SMALL,
    "functions": _SMALL,
    "parts": _SMALL,
    "variables": _VARIABLE,
}
# What follows the name of its operation, at the operation and below it.
_FOLLOWING = frozenset(
    ["type", "record", "given", "module", "namespace", "methods", "async", "functions", "accepts"]
)

_INHERITED = ("module", "namespace")

Owner = tuple[str, str, str | None]


class Names:
    """The public names of one language: what was kept is held first, what is given is noted.

    An owner is a place of the document, a label, and perhaps a part of the place. Without a
    lock nothing is kept, and the scopes alone decide.
    """

    def __init__(self, kept: Mapping[Owner, str] | None = None) -> None:
        self._kept = dict(kept or {})
        self.given: dict[Owner, str] = {}
        self.refused: list[Owner] = []

    def kept(self, place: str, label: str, part: str | None = None) -> str:
        """The name of an earlier run; empty where there is none."""
        return self._kept.get((place, label, part), "")

    def all(self, label: str) -> Iterator[str]:
        """Every name of an earlier run that stands under a label."""
        return (name for owner, name in self._kept.items() if owner[1] == label)

    def hold(
        self, scope: Scope, place: str, label: str, part: str | None = None, plain: str = ""
    ) -> None:
        """Take a kept name in its scope before anybody else can.

        `plain` is what the owner is called where the lock does not say.
        """
        owner = (place, label, part)
        name = self._kept.get(owner, "")
        if name and not scope.hold(owner, name):
            self.refused.append(owner)
        elif plain and not name:
            scope.hold(owner, plain)

    def claim(
        self,
        scope: Scope,
        owner: Owner,
        *wanted: str,
        glue: str = "",
        plain: str = "",
    ) -> str:
        """The name held for an owner, else what the scope gives; a plain one is not noted."""
        name = scope.claim(*wanted, glue=glue, owner=owner)
        if name != plain:
            self.given.setdefault(owner, name)
        return name

    def note(self, place: str, label: str, text: str, part: str | None = None) -> None:
        """What no scope decides."""
        self.given.setdefault((place, label, part), text)

    def refuse(self, place: str, label: str) -> None:
        """A kept name cannot be had."""
        self.refused.append((place, label, None))

    def follow(self, operations: Iterable[tuple[str, str, str]]) -> None:
        """Forget the names of operations that are called otherwise now, and of what is below.

        Given are the place of each, its reference, and what it is called in the document.
        """
        renamed = set()
        for place, ref, said in operations:
            before = self.kept(place, "operation")
            if before and before != said:
                renamed |= {place, ref}
            self.note(place, "operation", said)
        if renamed:
            kept = self._kept.items()
            self._kept = {o: n for o, n in kept if o[1] not in _FOLLOWING or not _below(o, renamed)}

    def entries(self, everything: bool) -> dict[Owner, str]:
        """What the next run shall keep; names that nobody asked for only if told so."""
        return {**self._kept, **self.given} if everything else self.given


class Lock:
    """The file with the names of every language; without a path nothing is kept."""

    def __init__(self, path: FilePath | None, document: Document | None = None) -> None:
        self.path = path
        self._document = document
        self._read: dict[str, dict[Owner, str]] = {}
        self._names: dict[str, Names] = {}

    @classmethod
    def read(cls, path: FilePath) -> Lock:
        """The lock of a file, which need not be there yet.

        Raises SpecErrors with the place of each entry that no generator wrote.
        """
        if not path.exists():
            return cls(path)
        document = Document.read(path)
        lock, issues = cls(path, document), Issues()
        with issues.catching():
            _check_version(document.root)
            for place, languages in document.root.entries("names"):
                for key, node in languages.items():
                    owners = lock._read.setdefault(key, {})
                    owners.update(_owners(f"#{place}" if place[:1] == "/" else place, node, issues))
        if issues.found:
            raise SpecErrors(document.placed(issue) for issue in issues.found)
        for owners in lock._read.values():
            _inherit(owners)
        return lock

    def of(self, language: str) -> Names:
        """The names of a language, new at each call."""
        self._names[language] = Names(self._read.get(language))
        return self._names[language]

    def learn(self, language: str, names: Names) -> None:
        """Take the names of a language as planning left them, perhaps in another process."""
        self._names[language] = names

    def check(self) -> None:
        """Raises SpecErrors where a name of the lock could not be had."""
        issues = [
            self._refusal(key, owner)
            for key, names in self._names.items()
            for owner in dict.fromkeys(names.refused)
            if not _is_inherited(owner, self._read[key])
        ]
        if issues:
            raise SpecErrors(issues)

    def _refusal(self, key: str, owner: Owner) -> Issue:
        assert self._document is not None
        place, label, part = owner
        path = ("names", place.removeprefix("#"), key, label, *([] if part is None else [part]))
        name = self._read[key][owner]
        issue = Issue(
            severity="error",
            message=f"{name!r} cannot be kept: it is reserved, or something else is called so",
            loc=Loc(file=str(self.path), path=path),
            hint="write another name here, or delete the entry to have one chosen",
        )
        return self._document.placed(issue)

    def text(self, everything: bool = False) -> str:
        """The file after this run: one line for each place and language, in order.

        Languages that this run did not plan stay as they were, and so does `everything` else
        that a run did not ask for because it left faulty parts out.
        """
        owners = {
            key: self._names[key].entries(everything) if key in self._names else self._read[key]
            for key in sorted({*self._read, *self._names})
        }
        places: dict[str, dict[str, dict[str, Any]]] = {}
        for key, names in owners.items():
            for (place, label, part), name in names.items():
                if _is_inherited((place, label, part), names):
                    continue
                entry = places.setdefault(place.removeprefix("#"), {}).setdefault(key, {})
                if part is None:
                    entry[label] = name
                else:
                    entry.setdefault(label, {})[part] = name
        rows = ",\n".join(_row(place, places[place]) for place in sorted(places))
        return f'{{\n  "version": {VERSION},\n  "names": {{\n{rows}\n  }}\n}}\n'


def _row(place: str, languages: Mapping[str, object]) -> str:
    lines = (f"      {_json(key)}: {_json(entry)}" for key, entry in languages.items())
    return f"    {_json(place)}: {{\n" + ",\n".join(lines) + "\n    }"


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _below(owner: Owner, renamed: set[str]) -> bool:
    return owner[0] in renamed or any(above in renamed for above in _ancestors(owner[0]))


def _ancestors(place: str) -> Iterator[str]:
    """The places that a place is part of, the nearest first."""
    while "/" in place:
        place = place.rpartition("/")[0]
        yield place


def _above(place: str, label: str, names: Mapping[Owner, str]) -> str:
    """What the nearest place above has under a label."""
    found = (names.get((above, label, None)) for above in _ancestors(place))
    return next(filter(None, found), "")


def _is_inherited(owner: Owner, names: Mapping[Owner, str]) -> bool:
    place, label, _ = owner
    return label in _INHERITED and _above(place, label, names) == names[owner]


def _inherit(names: dict[Owner, str]) -> None:
    """A model stands where what it is part of stands, if the lock does not say otherwise."""
    for place, label, _ in sorted(names):  # so that what is above comes first
        for inherited in _INHERITED if label == "type" else ():
            name = _above(place, inherited, names)
            if name:
                names.setdefault((place, inherited, None), name)


def _check_version(root: Node) -> None:
    version = root.get("version")
    if version is None or version.value != VERSION or "names" not in root:
        what = "this is no names lock" if version is None else f"its version is not {VERSION}"
        raise root.error(what, "choose a file that is not there yet, or delete this one")


def _owners(place: str, node: Node, issues: Issues) -> dict[Owner, str]:
    found: dict[Owner, str] = {}
    for label, child in node.items():
        with issues.catching():
            if label in _PARTS:
                for part, leaf in child.items():
                    found[place, label, part] = _checked(leaf, _PARTS[label])
            elif label in _FORMS:
                found[place, label, None] = _checked(child, _FORMS[label])
            else:
                hint = f"one of {', '.join((*_FORMS, *_PARTS))}"
                raise child.error(f"{label!r} is nothing that has a name", hint)
    return found


def _checked(node: Node, form: re.Pattern[str]) -> str:
    name = node.value
    if not isinstance(name, str) or not form.fullmatch(name):
        raise node.error(f"{name!r} is no name for it", f"it has the form {form.pattern}")
    if len(name) > _LONGEST and form is not _ANY:
        raise node.error("the name is too long", f"at most {_LONGEST} characters")
    return name
