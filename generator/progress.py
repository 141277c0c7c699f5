"""What a run is doing, and what each step of it cost."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping

Show = Callable[[str], None]


class Progress:
    """Is told when a step begins; keeps the processor time of each, and tells `show`."""

    def __init__(self, show: Show | None = None) -> None:
        self.costs: dict[str, float] = {}
        self._show = show
        self._step, self._since = "", 0.0

    def __call__(self, step: str) -> None:
        """The step before is over, this one begins."""
        self.stop()
        self._step, self._since = step, _seconds()
        if self._show:
            self._show(step)

    def stop(self) -> None:
        """The step is over, and none begins."""
        if self._step:
            self.add({self._step: _seconds() - self._since})
        self._step = ""

    def part(self) -> Progress:
        """Progress of a piece of work that may lie in another process; `add` its costs."""
        return Progress(self._show)

    def __reduce__(self) -> tuple[type[Progress], tuple[()], dict[str, object]]:
        """What is sent to another process: the costs, and nothing that shows them."""
        return Progress, (), {"costs": self.costs}

    def add(self, costs: Mapping[str, float]) -> None:
        """Count steps that were done elsewhere."""
        for step, seconds in costs.items():
            self.costs[step] = self.costs.get(step, 0.0) + seconds


def _seconds() -> float:
    """Processor time of this process and of the programs that it ran."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
