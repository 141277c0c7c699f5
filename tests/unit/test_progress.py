"""Steps and what they cost."""

from __future__ import annotations

import copy

from generator.progress import Progress


def test_a_step_is_told_and_counted_until_the_next() -> None:
    told: list[str] = []
    progress = Progress(told.append)
    progress("reading")
    sum(range(200_000))
    progress("writing")
    progress.stop()
    progress.stop()
    assert told == ["reading", "writing"]
    assert list(progress.costs) == ["reading", "writing"]
    assert progress.costs["reading"] > progress.costs["writing"] >= 0


def test_costs_of_parts_are_added() -> None:
    told: list[str] = []
    progress = Progress(told.append)
    for _ in range(2):
        part = progress.part()
        part("planning")
        part.stop()
        part.costs["planning"] = 1.5
        progress.add(part.costs)
    assert progress.costs == {"planning": 3.0}
    assert told == ["planning", "planning"]


def test_what_is_sent_elsewhere_shows_nothing() -> None:
    told: list[str] = []
    progress = Progress(told.append)
    progress.add({"a": 1.0})
    sent = copy.copy(progress)
    sent("b")
    assert sent.costs == {"a": 1.0}
    assert told == []
