"""The stages in order: document, meaning, packages, files, disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from . import __version__, operations, output, overlay, settings
from .api import Api
from .diagnostics import Issue, SpecError, SpecErrors
from .facts import Issues
from .languages import LANGUAGES
from .output import File
from .plan import plan
from .render import Renderer
from .settings import Settings
from .source import Document

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
    """A document and what it means; `issues` are warnings, and what was left out."""

    api: Api
    settings: Settings
    issues: tuple[Issue, ...]
    digest: str


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
        api = operations.parse(document, issues)
        understood = True
    except SpecError as error:
        issues.found.append(error.issue)
    failed = any(issue.severity == "error" for issue in issues.found)
    if failed and not (understood and inputs.keep_going):
        raise SpecErrors(_placed(document, issues.found))
    assert document is not None
    return Understood(
        api=api,
        settings=chosen.completed(api),
        issues=tuple(_placed(document, issues.found)),
        digest=_digest(document, chosen),
    )


def packages(
    understood: Understood, languages: Sequence[str], progress: Progress
) -> dict[str, list[File]]:
    """The files of every language, formatted, with their manifests."""
    made = {}
    for key in languages:
        language = LANGUAGES[key]
        progress(f"planning {language.title}")
        package = plan(understood.api, language, understood.settings)
        progress(f"rendering {language.title}")
        files = Renderer(language).files(package)
        if language.formatter:
            files = output.formatted(files, language.suffix, language.formatter)
        facts = {"generator": f"sdkloom {__version__}", "input": understood.digest}
        made[key] = output.with_manifest(files, facts)
    return made


def _placed(document: Document | None, found: Sequence[Issue]) -> list[Issue]:
    return [document.placed(issue) for issue in found] if document else list(found)


def _digest(document: Document, chosen: Settings) -> str:
    """A digest of everything read, so that output names its input."""
    texts = [source.text for source in document.sources.values()]
    return sha256(json.dumps([texts, asdict(chosen)]).encode()).hexdigest()
