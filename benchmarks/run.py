"""The benchmark suite: swiftgrad beside PyTorch and JAX. README.md in this folder says how to read it.

python benchmarks/run.py [--group ops|training|inference] [--only PATTERN] [--thorough] ...
"""

import argparse
import os
import re
import sys
from pathlib import Path

import peers
from libraries import MODULES
from report import machine, plot, table
from report.row import Row, summary, write_json
from workloads import GROUPS, WORKLOADS


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--group", choices=list(GROUPS), action="append", help="may be repeated; all without it")
    parser.add_argument("--only", metavar="PATTERN", help="workloads whose names contain this regular expression")
    parser.add_argument("--libraries", nargs="+", choices=list(MODULES), help="swiftgrad and these peers")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--seconds", type=float, help="of running, per library and workload")
    parser.add_argument("--rounds", type=int, help="in which libraries take turns; the best counts")
    parser.add_argument("--patience", type=float, help="seconds within which a library must have compiled")
    parser.add_argument("--thorough", action="store_true", help="longer runs, and no peer is left out for compiling")
    parser.add_argument(
        "--precision", choices=("highest", "medium"), default="highest", help="set_float32_matmul_precision of all"
    )
    parser.add_argument("--json", type=Path, default=Path("runs/bench/results.json"), help="a plot goes beside it")
    parser.add_argument("--list", action="store_true", help="print the workloads and end")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    chosen.rounds = chosen.rounds or (7 if chosen.thorough else 3)
    chosen.patience = chosen.patience or (600 if chosen.thorough else 40)
    return chosen


def measured(names: list[str], group: str, libraries: list[str], chosen: argparse.Namespace):
    """Pairs of a workload's name and its timings. What is more than one operation has processes of its own."""
    seconds = chosen.seconds or {"ops": 0.15, "training": 1.0, "inference": 0.5}[group] * (6 if chosen.thorough else 1)
    for batch in [names] if group == "ops" else [[name] for name in names]:
        yield from peers.timings(__file__, libraries, chosen.threads, batch, seconds, chosen.rounds, chosen.patience)


def main() -> None:
    chosen = options()
    if chosen.serve:
        import worker

        worker.serve(chosen.serve[0], int(chosen.serve[1]), os.environ.get("MATMUL_PRECISION", "highest"))
        sys.exit()
    os.environ["MATMUL_PRECISION"] = chosen.precision
    selected = [workload for name, workload in WORKLOADS.items() if re.search(chosen.only or "", name)]
    groups = chosen.group or list(GROUPS)
    if chosen.list:
        print("\n".join(f"{workload.group:10} {workload.name}" for workload in selected if workload.group in groups))
        sys.exit()
    installed = peers.available({name: module for name, module in MODULES.items() if name in asked_for(chosen, groups)})
    peak = machine.peak_gflops() * chosen.threads
    description = machine.describe(chosen.threads, peak) | {"matmul_precision": chosen.precision}
    print(description["line"])
    if description["load_before"] > 0.5:
        print(f"the machine is busy (load {description['load_before']:.1f}): the timings are disturbed")
    rows: list[Row] = []
    for group in groups:
        names = [workload.name for workload in selected if workload.group == group]
        wanted = ["swiftgrad", *(chosen.libraries or GROUPS[group])]
        libraries = [name for name in installed if name in wanted]
        if not names:
            continue
        table.head(group, libraries)
        for name, timings in measured(names, group, libraries, chosen):
            rows.append(Row(name, group, WORKLOADS[name].flops, timings, peak))
            table.line(rows[-1], libraries)
    table.foot(summary(rows))
    write_json(chosen.json, rows, description)
    plot.draw(chosen.json.with_suffix(".png"), rows, description["line"])


def asked_for(chosen: argparse.Namespace, groups: list[str]) -> set[str]:
    return {"swiftgrad", *(chosen.libraries or [name for group in groups for name in GROUPS[group]])}


if __name__ == "__main__":
    main()
