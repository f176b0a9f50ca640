"""Side-by-side timing: each library in a process of its own, asked in turn.

A benchmark module defines `LIBRARIES` (name -> module that must be importable), `prepare(library, threads)` -> a dict
of named workloads, each a function that does the work once, and calls `compare`. The processes stay alive and are asked
workload by workload, library after library, round after round, so that a slow moment of the machine falls on all.
"""

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Timing:
    """Seconds for one run of a workload, over the rounds; and what the workload computed, for checking."""

    best: float
    median: float
    check: float | None


def serve(workloads: dict[str, Callable[[], float | None]]) -> None:
    """Answers each line [workload, seconds] on standard input with the seconds of one run, and its first result."""
    print(json.dumps(sorted(workloads)), flush=True)
    checks: dict[str, float | None] = {}
    for line in sys.stdin:
        name, seconds = json.loads(line)
        run = workloads[name]
        if name not in checks:
            checks[name] = run()
            run()
        start = time.perf_counter()
        run()
        count = max(1, int(seconds / max(time.perf_counter() - start, 1e-8)))
        start = time.perf_counter()
        for _ in range(count):
            run()
        print(json.dumps([(time.perf_counter() - start) / count, checks[name]]), flush=True)


def available(libraries: dict[str, str]) -> list[str]:
    """The libraries that are installed; says which are left out."""
    found = [name for name, module in libraries.items() if importlib.util.find_spec(module)]
    for name in libraries:
        if name not in found:
            print(f"{name} is not installed: left out")
    return found


def compare(
    script: str, libraries: list[str], threads: int, workloads: list[str], seconds: float = 1.0, rounds: int = 5
) -> dict[str, dict[str, Timing]]:
    """Times every workload in every library: workload -> library -> timing."""
    workers = {library: _launch(script, library, threads) for library in libraries}
    try:
        for worker in workers.values():
            if not worker.stdout or not worker.stdout.readline():
                raise SystemExit("a library's process ended; its message is above")
        results: dict[str, dict[str, Timing]] = {}
        for workload in workloads:
            answers: dict[str, list[tuple[float, float | None]]] = {library: [] for library in libraries}
            for _ in range(rounds):
                for library, worker in workers.items():
                    answers[library].append(_ask(worker, [workload, seconds / rounds]))
            results[workload] = {
                library: Timing(
                    best=min(time for time, _ in values),
                    median=statistics.median(time for time, _ in values),
                    check=values[0][1],
                )
                for library, values in answers.items()
            }
        return results
    finally:
        for worker in workers.values():
            if worker.stdin:
                worker.stdin.close()
            worker.wait()


def table(results: dict[str, dict[str, Timing]], unit: str, scale: float) -> None:
    """Prints best (median) times and the ratio of the best peer's to swiftgrad's."""
    for workload, timings in results.items():
        ours = timings["swiftgrad"]
        peers = {name: timing for name, timing in timings.items() if name != "swiftgrad"}
        row = f"{workload:32}"
        for name, timing in timings.items():
            row += f"{name:>11} {timing.best * scale:8.3f} ({timing.median * scale:8.3f}) {unit}"
        if peers:
            row += f"   {min(peer.best for peer in peers.values()) / ours.best:5.2f}x"
        print(row)
        checks = [timing.check for timing in timings.values() if timing.check is not None]
        if checks and max(checks) - min(checks) > 1e-3 * max(1.0, abs(checks[0])):
            print(f"  NOT THE SAME COMPUTATION: {checks}")


def _launch(script: str, library: str, threads: int) -> "subprocess.Popen[str]":
    environment = dict(os.environ)
    for variable in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "SWIFTGRAD_NUM_THREADS"]:
        environment[variable] = str(threads)
    return subprocess.Popen(
        [sys.executable, script, "--serve", library, str(threads)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def _ask(worker: "subprocess.Popen[str]", request: list[object]) -> tuple[float, float | None]:
    if not worker.stdin or not worker.stdout:
        raise SystemExit("a library's process has no pipes")
    worker.stdin.write(json.dumps(request) + "\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise SystemExit("a library's process ended; its message is above")
    seconds, check = json.loads(answer)
    return seconds, check
