"""The stages in order: document, meaning, packages, files, disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from . import __version__, operations, output, overlay, settings
from .api import Api
from .diagnostics import Issue, SpecError, SpecErrors
from .facts import Issues
from .languages import LANGUAGES
from .lock import Lock
from .output import File
from .placing import Placing
from .plan import plan
from .render import Renderer
from .settings import Settings
from .source import Document

_MAX_FRAMES = 20_000

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files that a run reads, and the languages it writes."""

    spec: Path
    overlays: tuple[Path, ...] = ()
    config: Path | None = None
    languages: tuple[str, ...] = tuple(LANGUAGES)
    keep_going: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A document and what it means; `issues` are warnings, and what was left out.

    `lock` has the names to keep, and learns those that are given.
    """

    api: Api
    settings: Settings
    lock: Lock
    issues: tuple[Issue, ...]
    digest: str

    @property
    def left_out(self) -> int:
        """How many faulty parts."""
        return sum(issue.severity == "error" for issue in self.issues)


def understand(inputs: Inputs) -> Understood:
    """Read, overlay and parse.

    Raises SpecErrors with every problem found, each with its place; where a run shall keep
    going, only for a document that cannot be understood at all.
    """
    issues = Issues()
    understood = False
    document: Document | None = None
    try:
        document = Document.read(inputs.spec)
        issues.found += overlay.apply(document, inputs.overlays)
        chosen = settings.read(inputs.config, document) if inputs.config else Settings()
        placing = Placing(dict(chosen.groups), dict(chosen.methods), str(inputs.config))
        api = _parsed(document, issues, placing)
        lock = _lock(inputs.config, chosen)
        understood = True
    except SpecError as error:
        issues.found.append(error.issue)
    except SpecErrors as errors:
        issues.found += errors.issues
    failed = any(issue.severity == "error" for issue in issues.found)
    if failed and not (understood and inputs.keep_going):
        raise SpecErrors(_placed(document, issues.found))
    assert document is not None
    return Understood(
        api=api,
        settings=chosen.completed(api),
        lock=lock,
        issues=tuple(_placed(document, issues.found)),
        digest=_digest(document, chosen),
    )


def _parsed(document: Document, issues: Issues, placing: Placing) -> Api:
    try:
        with _deep(_MAX_FRAMES):
            return operations.parse(document, issues, placing)
    except RecursionError:
        message = "schemas refer to each other in a chain that is too long to follow"
        raise document.root.error(message) from None


@contextmanager
def _deep(frames: int) -> Iterator[None]:
    """Schemas refer to each other far deeper than a text nests; they are followed all the way."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, frames))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def packages(
    understood: Understood, languages: Sequence[str], progress: Progress
) -> dict[str, list[File]]:
    """The files of every language, formatted, with their manifests.

    Raises SpecErrors where a name of the lock cannot be kept.
    """
    api, lock, planned, made = understood.api, understood.lock, {}, {}
    for key in languages:
        progress(f"planning {LANGUAGES[key].title}")
        with _deep(4 * _MAX_FRAMES):  # what could be parsed can be planned
            planned[key] = plan(api, LANGUAGES[key], understood.settings, lock.of(key))
    lock.check()
    for key, package in planned.items():
        language = LANGUAGES[key]
        progress(f"rendering {language.title}")
        files = Renderer(language).files(package)
        if language.formatter:
            files = output.formatted(files, language.suffix, language.formatter)
        facts = {"generator": f"sdkloom {__version__}", "input": understood.digest}
        made[key] = output.with_manifest(files, facts)
    return made


def _lock(config: Path | None, chosen: Settings) -> Lock:
    """The names lock that the settings ask for; it is no input, so no digest has it."""
    if config is None or not chosen.names_lock:
        return Lock(None)
    return Lock.read(config.parent / chosen.names_lock)


def _placed(document: Document | None, found: Sequence[Issue]) -> list[Issue]:
    return document.all_placed(found) if document else list(found)


def _digest(document: Document, chosen: Settings) -> str:
    """A digest of everything read, so that output names its input."""
    texts = [source.text for source in document.sources.values()]
    return sha256(json.dumps([texts, asdict(chosen)]).encode()).hexdigest()
