"""The table, printed as it comes about."""

import math

from libraries import TITLES

from .row import Row

NAME_WIDTH = 46


def head(group: str, libraries: list[str]) -> None:
    unit = "us" if group == "ops" else "ms"
    columns = "".join(f"{TITLES[name]:>11}" for name in libraries)
    memory = f"{'MB':>8}{'PyTorch':>9}" if group != "ops" else ""
    print(f"\n{f'{group}, {unit}':{NAME_WIDTH}}{columns}{'ratio':>9}{'of peak':>9}{memory}")


def line(row: Row, libraries: list[str]) -> None:
    scale = 1e6 if row.group == "ops" else 1e3
    text = f"{row.name:{NAME_WIDTH}}" + "".join(_figure(row.timings[name].best * scale) for name in libraries)
    text += f"{row.ratio:8.2f}x" if row.ratio == row.ratio else f"{'-':>9}"
    text += f"{100 * row.share_of_peak:8.1f}%" if row.share_of_peak == row.share_of_peak else f"{'-':>9}"
    if row.group != "ops":
        for name, width in (("swiftgrad", 8), ("pytorch", 9)):
            memory = row.timings[name].peak_memory if name in row.timings else 0
            text += f"{memory / 2**20:{width}.0f}" if memory else f"{'-':>{width}}"
    print(text, flush=True)
    for note in row.notes:
        print(f"    {note[:200]}", flush=True)


def foot(summary: dict[str, dict[str, float]]) -> None:
    print()
    for group, figures in summary.items():
        compared = f"{figures['compared']} of {figures['workloads']} workloads compared"
        mean, least = figures["geometric_mean"], figures["minimum"]
        print(f"{group}: ratio to the best peer {mean:.2f}x (geometric mean), {least:.2f}x (minimum); {compared}")


def _figure(value: float) -> str:
    if math.isnan(value):
        return f"{'-':>11}"
    return f"{value:11.{max(0, 3 - len(str(int(value))) + 1)}f}"
