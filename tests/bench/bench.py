"""What generating costs, and what the packages cost their users; exits with 1 where a figure is over its limit."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generating import generating
from weight import weight

ROOT = Path(__file__).resolve().parents[2]
PARTS = {"generating": generating, "weight": weight}


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--only", choices=PARTS, help="leave out the other part")
    given = parser.parse_args()
    over = []
    for part, figures in PARTS.items():
        if given.only in (None, part):
            over += [figure[0] for figure in figures(given.shared) if report(*figure)]
    for name in over:
        print(f"over its limit: {name}", file=sys.stderr)
    return 1 if over else 0


def report(name: str, value: float, limit: float) -> bool:
    """Print a figure; whether it is over its limit."""
    bad = value > limit
    verdict = "OVER" if bad else "good"
    print(f"{name:<58} {value:>10,.2f}   limit {limit:>9,.2f}   {verdict}", flush=True)
    return bad


if __name__ == "__main__":
    sys.exit(main())
