"""The command line: arguments in, problems printed, an exit code out."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from . import __version__, build, output, settings
from .diagnostics import Issue, SpecError, SpecErrors, clean, show_all, show_left_out
from .languages import LANGUAGES

DONE, OURS, THEIRS = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        return code
    except SpecErrors as errors:
        print(show_all(errors.issues), file=sys.stderr)
        return THEIRS
    except SpecError as error:
        print(show_all([error.issue]), file=sys.stderr)
        return THEIRS
    except output.WriteError as error:
        print(f"error: {clean(str(error), 400)}", file=sys.stderr)
        return OURS
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sdkloom", description="OpenAPI documents to SDKs.")
    parser.add_argument("--version", action="version", version=f"sdkloom {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    generate = commands.add_parser("generate", help="write the packages of a document")
    _add_inputs(generate)
    generate.add_argument("--out", type=Path, required=True, metavar="DIR")
    generate.add_argument(
        "--keep-going", action="store_true", help="leave out what is broken, and say so"
    )
    generate.add_argument(
        "--check", action="store_true", help="write nothing; fail where DIR differs"
    )
    generate.set_defaults(run=_generate)
    lint = commands.add_parser("lint", help="give the official verdict on a document")
    lint.add_argument("--spec", type=Path, required=True, metavar="FILE")
    lint.set_defaults(run=_lint)
    schema = commands.add_parser("schema", help="print the JSON Schema of the settings file")
    schema.set_defaults(run=_schema)
    dump = commands.add_parser("dump", help="print what a document means, as JSON")
    _add_inputs(dump)
    dump.set_defaults(run=_dump)
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--spec", type=Path, required=True, metavar="FILE")
    parser.add_argument("--overlay", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--config", type=Path, metavar="FILE")
    parser.add_argument("--language", action="append", choices=sorted(LANGUAGES))


def _inputs(arguments: argparse.Namespace) -> build.Inputs:
    chosen = tuple(arguments.language or LANGUAGES)
    return build.Inputs(
        spec=arguments.spec,
        overlays=tuple(arguments.overlay),
        config=arguments.config,
        languages=tuple(key for key in LANGUAGES if key in chosen),
        keep_going=getattr(arguments, "keep_going", False),
    )


def _generate(arguments: argparse.Namespace) -> int:
    progress = _Progress()
    progress("reading")
    inputs = _inputs(arguments)
    understood = build.understand(inputs)
    _tell(understood.issues)
    made = build.packages(understood, inputs.languages, progress)
    lock = understood.lock
    text = lock.text(everything=bool(understood.left_out)) if lock.path else ""
    if arguments.check:
        return _compare(arguments.out, made, lock.path, text)
    progress("writing")
    with output.replacing(lock.path, text) if lock.path else nullcontext():
        changes = output.write(arguments.out, made)
    progress.done()
    for key, change in changes.items():
        count = len(made[key])
        print(f"{arguments.out / key}: {count} files, {len(change.written)} written")
    return DONE


def _tell(issues: Sequence[Issue]) -> None:
    if issues:
        print(show_all(issues), file=sys.stderr)
    if any(issue.severity == "error" for issue in issues):
        print(show_left_out(issues), file=sys.stderr)


def _compare(out: Path, made: dict[str, list[output.File]], lock: Path | None, names: str) -> int:
    stale = [
        f"{out / key / name}"
        for key, files in made.items()
        for change in (output.compare(out / key, files),)
        for name in (*change.written, *change.deleted)
    ]
    if lock and output.differs(lock, names):
        stale.append(str(lock))
    for name in stale:
        print(f"{name}: differs from what would be generated", file=sys.stderr)
    return OURS if stale else DONE


def _lint(arguments: argparse.Namespace) -> int:
    from .lint import lint  # takes half a second to import
    from .source import Document

    found = lint(Document.read(arguments.spec))
    if found:
        print(show_all(found), file=sys.stderr)
        return THEIRS
    print(f"{arguments.spec}: valid")
    return DONE


def _schema(_: argparse.Namespace) -> int:
    print(json.dumps(settings.schema(), indent=2))
    return DONE


def _dump(arguments: argparse.Namespace) -> int:
    understood = build.understand(_inputs(arguments))
    json.dump(dataclasses.asdict(understood.api), sys.stdout, indent=2, default=str)
    print()
    return DONE


class _Progress:
    """One line that says what is going on, on a terminal only."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._start = time.perf_counter()

    def __call__(self, step: str) -> None:
        if self._live:
            seconds = time.perf_counter() - self._start
            print(f"\r\033[K{seconds:5.1f} s  {step}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        if self._live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
