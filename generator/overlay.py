"""OpenAPI Overlay 1.0: changes to a document, selected by RFC 9535 JSONPath."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any

import jsonpath_rfc9535 as jsonpath

from .diagnostics import Issue, Loc, Path
from .source import Document, Node


class Origins:
    """From where values of an overlaid document came, by their path in it."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.by_path: dict[Path, Loc] = {}

    def of(self, path: Path) -> Loc:
        """The origin of a value: that of the nearest value above it that has one."""
        for length in range(len(path), 0, -1):
            origin = self.by_path.get(path[:length])
            if origin:
                return Loc(file=origin.file, path=origin.path + path[length:])
        return Loc(file=self._root, path=path)


def apply(document: Document, paths: Iterable[FilePath]) -> list[Issue]:
    """Change the root of a document by each overlay in turn.

    Returns warnings for actions that select nothing. Raises SpecError for a faulty overlay.
    """
    warnings: list[Issue] = []
    value = document.root.value
    origins = Origins(str(document.root_path))
    for number, path in enumerate(paths):
        if number == 0:
            value = _unshared(value)
        overlay = Document.read(path)
        document.adopt(overlay)
        _check(overlay.root)
        for action in overlay.root.list("actions"):
            found = _act(value, action, origins)
            if not found:
                text = f"{action.text('target')!r} selects nothing"
                warnings.append(Issue(severity="warning", message=text, loc=action.loc))
    document.replace_root(value, origins.of)
    return warnings


def _check(root: Node) -> None:
    version = root.text("overlay")
    if not version.startswith("1."):
        hint = "an overlay begins with `overlay: 1.0.0`"
        raise root.error(f"this is no OpenAPI Overlay 1.x: {version!r}", hint)
    if "actions" not in root:
        raise root.error("an overlay needs `actions`")


def _act(value: Any, action: Node, origins: Origins) -> int:
    target = action.get("target")
    if target is None:
        raise action.error("an action needs a `target`")
    try:
        nodes = jsonpath.find(action.text("target"), value)
    except jsonpath.JSONPathError as error:
        hint = "see RFC 9535 for the syntax"
        raise target.error(f"this is no JSONPath: {error}", hint) from None
    found = [tuple(node.location) for node in nodes]
    if action.flag("remove"):
        for path in sorted(found, key=_removal_order, reverse=True):
            _remove(value, path, target)
            _shift(value, path, origins)
    elif "update" in action:
        for path in found:
            _update(value, path, action.child("update"), origins)
    else:
        raise action.error("an action needs `update`, or `remove: true`")
    return len(found)


def _removal_order(path: Path) -> list[tuple[int, str]]:
    # Later items of a list go first, so that the earlier ones keep their index.
    return [(key if isinstance(key, int) else 0, str(key)) for key in path]


def _remove(value: Any, path: Path, target: Node) -> None:
    if not path:
        raise target.error("the root of a document cannot be removed")
    del _at(value, path[:-1])[path[-1]]


def _shift(value: Any, path: Path, origins: Origins) -> None:
    """Behind a removed item of a list, each keeps the origin it had one place further on."""
    above, index = path[:-1], path[-1]
    items = _at(value, above)
    if not isinstance(items, list) or not isinstance(index, int):
        return
    depth = len(above)
    kept: dict[Path, Loc] = {}
    for key, loc in origins.by_path.items():
        place = key[depth] if len(key) > depth and key[:depth] == above else None
        if not isinstance(place, int) or place < index:
            kept[key] = loc
        elif place > index:
            kept[(*above, place - 1, *key[depth + 1 :])] = loc
    for new in range(index, len(items)):
        kept.setdefault((*above, new), origins.of((*above, new + 1)))
    origins.by_path = kept


def _update(value: Any, path: Path, update: Node, origins: Origins) -> None:
    selected = _at(value, path)
    if isinstance(selected, list):
        origins.by_path[(*path, len(selected))] = update.loc
        selected.append(_unshared(update.value))
    elif isinstance(selected, dict) and isinstance(update.value, dict):
        _merge(selected, path, update, origins)
    else:
        hint = "select the object that holds the value, and update that"
        raise update.error("an update changes objects and lists only", hint)


def _merge(selected: dict[str, Any], path: Path, update: Node, origins: Origins) -> None:
    for key, new in update.items():
        old, here = selected.get(key), (*path, key)
        if isinstance(old, dict) and isinstance(new.value, dict):
            _merge(old, here, new, origins)
        elif isinstance(old, list) and isinstance(new.value, list):
            for item in new.elements():
                origins.by_path[(*here, len(old))] = item.loc
                old.append(_unshared(item.value))
        else:
            origins.by_path[here] = new.loc
            selected[key] = _unshared(new.value)


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def _unshared(value: Any) -> Any:
    """A copy in which no two places are the same object, as aliases of YAML are."""
    if isinstance(value, dict):
        return {key: _unshared(child) for key, child in value.items()}
    return [_unshared(child) for child in value] if isinstance(value, list) else value
