"""One workload's figures, and those of all of them."""

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from peers import Timing, dissenters


@dataclass
class Row:
    name: str
    group: str
    flops: float
    timings: dict[str, Timing]
    peak: float
    """GFLOP/s of all threads together."""

    @property
    def ratio(self) -> float:
        """The best time of a peer that computes the same, over ours; NaN without either."""
        others = dissenters(self.timings)
        if "swiftgrad" in others:
            return math.nan
        peers = [timing.best for name, timing in self.timings.items() if name not in ("swiftgrad", *others)]
        return min((time for time in peers if time == time), default=math.nan) / self.timings["swiftgrad"].best

    @property
    def share_of_peak(self) -> float:
        return 1e-9 * self.flops / self.timings["swiftgrad"].best / self.peak if self.flops else math.nan

    @property
    def notes(self) -> list[str]:
        """Why figures are missing or not to be trusted."""
        notes = [f"{name}: {timing.note}" for name, timing in self.timings.items() if timing.note]
        if others := dissenters(self.timings):
            checks = {name: timing.check[:3] for name, timing in self.timings.items() if timing.check}
            found = "; ".join(f"{name} {' '.join(f'{value:.6g}' for value in check)}" for name, check in checks.items())
            notes.append(f"NOT THE SAME COMPUTATION, so not compared: {', '.join(others)} ({found})")
        allocations = self.timings["swiftgrad"].system_allocations
        if self.group == "training" and allocations:
            notes.append(f"swiftgrad asked the system for memory {allocations} times during the timed steps")
        return notes


def summary(rows: list[Row]) -> dict[str, dict[str, float]]:
    """Group -> geometric mean and least of the ratios, and of how many workloads."""
    result = {}
    for group in dict.fromkeys(row.group for row in rows):
        ratios = [row.ratio for row in rows if row.group == group and row.ratio == row.ratio]
        if ratios:
            mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
            result[group] = {
                "geometric_mean": mean,
                "minimum": min(ratios),
                "compared": len(ratios),
                "workloads": sum(row.group == group for row in rows),
            }
    return result


def write_json(path: Path, rows: list[Row], machine: dict) -> None:
    content = {
        "machine": machine,
        "summary": summary(rows),
        "workloads": [
            {
                "name": row.name,
                "group": row.group,
                "flops": row.flops,
                "ratio_to_best_peer": row.ratio,
                "share_of_peak": row.share_of_peak,
                "notes": row.notes,
                "libraries": {name: asdict(timing) for name, timing in row.timings.items()},
            }
            for row in rows
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(_without_nan(content), indent=1) + "\n")
    print(f"\n{path}")


def _without_nan(value):
    """JSON has no NaN: null."""
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value
