"""Side-by-side timing: each library in a process of its own, asked in turn.

A benchmark script passes its workloads to `serve` when it is run with `--serve LIBRARY THREADS`, and calls `compare`
otherwise. The processes get a workload ready at the same time, then run it library after library, round after round,
so that a slow moment of the machine falls on all.
"""

import contextlib
import importlib.util
import json
import math
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass
class Timing:
    """Seconds for one run of a workload, over the rounds; NaN, and a note why, where it could not be run."""

    best: float = math.nan
    median: float = math.nan
    check: list[float | None] | None = None
    """What it computed: the results of the first three runs."""
    note: str = ""
    import_memory: int = 0
    """Bytes resident after the library was imported."""
    peak_memory: int = 0
    """The most bytes that were resident, in the whole life of the process."""
    system_allocations: int | None = None
    """How often the timed runs asked the system for memory, where the library says."""


@dataclass
class Prepared:
    """A workload that is ready in this process; `allocations` counts requests to the system so far."""

    run: Callable[[], object]
    check: list[float | None]
    allocations: Callable[[], int] | None = None
    seconds: float = 0.0
    """What a run took when it was last timed."""


def serve(workloads: dict[str, Callable[[], float | None]]) -> None:
    """Answers `compare` from a dict of functions that do the work once."""
    answer(lambda name: Prepared(workloads[name], [workloads[name]() for _ in range(3)]))


def answer(prepare: Callable[[str], Prepared]) -> None:
    """Answers each line on standard input: [workload] gets it ready, [workload, seconds] runs it for so long."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    ready: dict[str, Prepared] = {}

    def reply(**content: object) -> None:
        print(json.dumps(content), file=answers, flush=True)

    imported = _memory("VmRSS")
    for line in sys.stdin:
        name, *rest = json.loads(line)
        try:
            if not rest:
                ready.clear()
                ready[name] = prepare(name)
                reply(check=ready[name].check, memory=imported)
            else:
                seconds, allocations = _time(ready[name], *rest)
                reply(seconds=seconds, allocations=allocations, memory=_memory("VmHWM"))
        except Exception as error:
            reply(error=f"{type(error).__name__}: {error}")


def _time(workload: Prepared, seconds: float) -> tuple[float, int | None]:
    run, allocations = workload.run, workload.allocations
    if not workload.seconds:
        for _ in range(2):
            start = time.perf_counter()
            run()
            workload.seconds = time.perf_counter() - start
    count = max(1, round(seconds / max(workload.seconds, 1e-8)))
    before = allocations() if allocations else 0
    start = time.perf_counter()
    for _ in range(count):
        run()
    workload.seconds = (time.perf_counter() - start) / count
    return workload.seconds, allocations() - before if allocations else None


def _memory(key: str) -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(key + ":"))


def available(libraries: dict[str, str]) -> list[str]:
    """The libraries that are installed; says which are left out."""
    found = [name for name, module in libraries.items() if importlib.util.find_spec(module)]
    for name in libraries:
        if name not in found:
            print(f"{name} is not installed: left out")
    return found


def compare(
    script: str,
    libraries: list[str],
    threads: int,
    workloads: list[str],
    seconds: float = 1.0,
    rounds: int = 5,
    patience: float = 300.0,
) -> dict[str, dict[str, Timing]]:
    """Times every workload in every library: workload -> library -> timing."""
    return dict(timings(script, libraries, threads, workloads, seconds, rounds, patience))


def timings(
    script: str,
    libraries: list[str],
    threads: int,
    workloads: list[str],
    seconds: float,
    rounds: int,
    patience: float,
) -> Iterator[tuple[str, dict[str, Timing]]]:
    """`compare`, one workload after the other.

    A library that needs more than `patience` seconds to get ready, compilation included, is left out.
    """
    with contextlib.ExitStack() as stack:
        workers = [stack.enter_context(_Worker(script, library, threads)) for library in libraries]
        for name in workloads:
            yield name, _alternate(workers, name, seconds / rounds, rounds, patience)


def _alternate(workers: list["_Worker"], name: str, seconds: float, rounds: int, patience: float) -> dict[str, Timing]:
    for worker in workers:
        worker.ask([name], patience)
    results: dict[str, Timing] = {}
    for worker in workers:
        reply = worker.reply()
        results[worker.library] = Timing(
            note=reply.get("error", ""), check=reply.get("check"), import_memory=reply.get("memory", 0)
        )
    rates: dict[str, list[float]] = {worker.library: [] for worker in workers}
    for _ in range(rounds):
        for worker in workers:
            timing = results[worker.library]
            if timing.note:
                continue
            worker.ask([name, seconds], patience)
            reply = worker.reply()
            if "error" in reply:
                timing.note = reply["error"]
                continue
            rates[worker.library].append(reply["seconds"])
            timing.peak_memory = reply["memory"]
            if reply["allocations"] is not None:
                timing.system_allocations = (timing.system_allocations or 0) + reply["allocations"]
    for library, values in rates.items():
        if values and not results[library].note:
            results[library].best, results[library].median = min(values), statistics.median(values)
    return results


def dissenters(timings: dict[str, Timing], tolerance: float = 1e-3) -> list[str]:
    """The libraries that computed something else than the reference: the first peer that says what it computed."""
    checks = {name: timing.check for name, timing in timings.items() if timing.check and None not in timing.check}
    reference = next((check for name, check in checks.items() if name != "swiftgrad"), None)
    return [name for name, check in checks.items() if reference and not _equal(check, reference, tolerance)]


def _equal(check: list[float], reference: list[float], tolerance: float) -> bool:
    return len(check) == len(reference) and all(
        abs(a - b) <= tolerance * max(1.0, abs(b)) for a, b in zip(check, reference, strict=True)
    )


class _Worker:
    """A library's process, started when it is asked and started again after it has ended."""

    def __init__(self, script: str, library: str, threads: int):
        self.library = library
        self._command = [sys.executable, script, "--serve", library, str(threads)]
        self._environment = dict(os.environ)
        for variable in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "SWIFTGRAD_NUM_THREADS"]:
            self._environment[variable] = str(threads)
        self._process: subprocess.Popen[str] | None = None
        self._messages = tempfile.TemporaryFile("w+")  # noqa: SIM115

    def __enter__(self) -> "_Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._messages.close()

    def ask(self, request: list[object], patience: float) -> None:
        self._patience, self._deadline = patience, time.monotonic() + patience
        if not self._process:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._messages,
                text=True,
                env=self._environment,
            )
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()

    def reply(self) -> dict:
        """The answer, or {"error": why there is none}."""
        output = self._process.stdout
        waiting = max(0.0, self._deadline - time.monotonic())
        if not select.select([output], [], [], waiting)[0]:
            self._process.kill()
            self._end()
            return {"error": f"not ready within {self._patience:.0f} s"}
        line = output.readline()
        if line:
            return json.loads(line)
        self._process.wait()
        self._messages.seek(0)
        last = self._messages.read().strip().splitlines()[-1:]
        self._end()
        return {"error": " ".join(["the process ended:", *last])}

    def _end(self) -> None:
        if self._process:
            self._process.stdin.close()
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()
            self._process = None
