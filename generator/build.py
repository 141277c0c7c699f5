"""The stages in order: document, meaning, packages, files, disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from . import __version__, operations, output, overlay, settings, workers
from .api import Api
from .diagnostics import Issue, SpecError, SpecErrors
from .facts import Issues
from .language import Language
from .languages import LANGUAGES
from .lock import Lock, Names
from .output import File
from .page_rules import PageRules
from .placing import Placing
from .plan import plan
from .progress import Progress
from .render import Renderer, find_templates, versions
from .settings import Settings
from .source import Document

_MAX_FRAMES = 20_000
_WORTH_A_PROCESS = 200  # models and operations: two tenths of a second of planning


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


def understand(inputs: Inputs, progress: Progress | None = None) -> Understood:
    """Read, overlay and parse.

    Raises SpecErrors with every problem found, each with its place; where a run shall keep
    going, only for a document that cannot be understood at all.
    """
    issues = Issues()
    understood = False
    document: Document | None = None
    progress = progress or Progress()
    progress("reading")
    try:
        document = Document.read(inputs.spec)
        issues.found += overlay.apply(document, inputs.overlays)
        chosen = settings.read(inputs.config, document) if inputs.config else Settings()
        placing = Placing(dict(chosen.groups), dict(chosen.methods), str(inputs.config))
        pages = PageRules(dict(chosen.paging), str(inputs.config))
        progress("understanding")
        api = _parsed(document, issues, placing, pages)
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


def _parsed(document: Document, issues: Issues, placing: Placing, pages: PageRules) -> Api:
    try:
        with _deep(_MAX_FRAMES):
            return operations.parse(document, issues, placing, pages)
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
    lock = understood.lock

    def made(key: str) -> tuple[list[File], Names, Progress]:
        names, part = lock.of(key), progress.part()
        return _package(understood, LANGUAGES[key], names, part), names, part

    progress.stop()
    size = len(understood.api.models) + len(understood.api.operations)
    found = workers.spread(made, languages, size >= _WORTH_A_PROCESS)
    for key, (_, names, part) in zip(languages, found, strict=True):
        lock.learn(key, names)
        progress.add(part.costs)
    lock.check()
    return {key: files for key, (files, _, _) in zip(languages, found, strict=True)}


def _package(
    understood: Understood, language: Language, names: Names, progress: Progress
) -> list[File]:
    progress(f"planning {language.title}")
    with _deep(4 * _MAX_FRAMES):  # what could be parsed can be planned
        package = plan(understood.api, language, understood.settings, names)
    if names.refused:
        return []  # the lock says what is wrong
    progress(f"rendering {language.title}")
    files = Renderer(language).files(package)
    if language.formatter:
        progress(f"formatting {language.title}")
        files = output.formatted(files, language.suffixes, language.formatter)
    progress(f"hashing {language.title}")
    facts = {"generator": f"sdkloom {__version__}", "input": understood.digest}
    files = output.with_manifest(files, facts)
    progress.stop()
    return files


def maker(understood: Understood) -> str:
    """A digest of all that decides the output: what was read, and this generator itself.

    A run may change the names lock; who asks after it gets what the next one will.
    """
    lock = output.digest(understood.lock.path) if understood.lock.path else ""
    folders = (Path(__file__).parent, find_templates())
    parts = [understood.digest, lock, output.digest_of(folders), sys.version, *versions()]
    return sha256("\n".join(parts).encode()).hexdigest()


def _lock(config: Path | None, chosen: Settings) -> Lock:
    """The names lock that the settings ask for.

    It is no input: the digest of what was read lacks it, and `maker` adds what a run leaves there.
    """
    if config is None or not chosen.names_lock:
        return Lock(None)
    return Lock.read(config.parent / chosen.names_lock)


def _placed(document: Document | None, found: Sequence[Issue]) -> list[Issue]:
    return document.all_placed(found) if document else list(found)


def _digest(document: Document, chosen: Settings) -> str:
    """A digest of everything read, so that output names its input."""
    texts = [source.text for source in document.sources.values()]
    return sha256(json.dumps([texts, asdict(chosen)]).encode()).hexdigest()
