"""The command line: arguments in, problems printed, an exit code out."""

from __future__ import annotations

import argparse
import dataclasses
import gc
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from . import __version__, build, output, settings
from .diagnostics import Issue, SpecError, SpecErrors, clean, show_all, show_left_out
from .languages import LANGUAGES
from .progress import Progress

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
    generate.add_argument("--timings", action="store_true", help=argparse.SUPPRESS)
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
    line = _Line()
    progress = Progress(line.show if sys.stderr.isatty() else None)
    progress.add({"starting": time.process_time()})
    try:
        with _no_collection():
            return _generated(arguments, progress, line)
    finally:
        line.clear()
        progress.stop()
        if arguments.timings:
            _tell_costs(progress.costs)


def _generated(arguments: argparse.Namespace, progress: Progress, line: _Line) -> int:
    inputs, out = _inputs(arguments), arguments.out
    understood = build.understand(inputs, progress)
    line.clear()
    _tell(understood.issues)
    progress("comparing")
    intact = output.intact(out, inputs.languages, build.maker(understood))
    others = [key for key in inputs.languages if key not in intact]
    made = build.packages(understood, others, progress)
    lock = understood.lock
    text = lock.text(everything=bool(understood.left_out)) if lock.path else ""
    progress("writing")
    if arguments.check:
        return _compare(out, made, lock.path, text)
    with output.replacing(lock.path, text) if lock.path else nullcontext():
        changes = output.write(out, made)
    if others:
        output.remember(out, others, build.maker(understood))
    line.clear()
    for key in inputs.languages:
        count = intact.get(key) or len(made[key])
        written = len(changes[key].written) if key in changes else 0
        print(f"{out / key}: {count} files, {written} written")
    return DONE


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing is garbage before a run ends; looking for it costs a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _tell_costs(costs: Mapping[str, float]) -> None:
    """Print the processor time of each step, and its share."""
    whole = sum(costs.values())
    for step, seconds in costs.items():
        print(f"{step:<24} {seconds:8.2f} s {seconds / whole:7.1%}", file=sys.stderr)


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


class _Line:
    """One line of a terminal that says what is going on."""

    def __init__(self) -> None:
        self._shown = False
        self._start = time.perf_counter()

    def show(self, step: str) -> None:
        self._shown = True
        seconds = time.perf_counter() - self._start
        print(f"\r\033[K{seconds:5.1f} s  {step}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        self._shown = False


if __name__ == "__main__":
    sys.exit(main())
