"""Bars of the ratios to each peer, on a logarithmic axis: to the right of 1 swiftgrad is faster."""

from pathlib import Path

from libraries import TITLES

from .row import Row

COLOURS = {"pytorch": "#c44e52", "compiled": "#dd8452", "jax": "#4c72b0"}


def draw(path: Path, rows: list[Row], title: str) -> None:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        print("no plot: matplotlib is not installed")
        return
    rows = [row for row in rows if row.ratio == row.ratio]
    if not rows:
        return
    libraries = [name for name in COLOURS if any(name in row.timings for row in rows)]
    figure = Figure(figsize=(9, 1.5 + 0.3 * len(rows)), layout="constrained")
    axes = figure.subplots()
    height = 0.8 / len(libraries)
    for place, library in enumerate(libraries):
        ratios = [
            row.timings[library].best / row.timings["swiftgrad"].best if library in row.timings else float("nan")
            for row in rows
        ]
        positions = [number + (place - (len(libraries) - 1) / 2) * height for number in range(len(rows))]
        axes.barh(positions, [ratio - 1 for ratio in ratios], height, 1, color=COLOURS[library], label=TITLES[library])
    axes.set_xscale("log", base=2)
    axes.set_xticks(ticks := [0.25, 0.5, 1, 2, 4, 8, 16], [f"{tick}x" for tick in ticks])
    axes.set_yticks(range(len(rows)), [row.name for row in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_xlabel("how many times faster swiftgrad is")
    axes.set_title(title, fontsize=8)
    axes.legend(loc="upper right")
    axes.grid(axis="x", alpha=0.3)
    figure.savefig(path, dpi=120)
    print(path)
