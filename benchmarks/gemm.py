"""Matrix products beside PyTorch and NumPy: GFLOP/s in float32, and the fraction of one core's peak.

    python benchmarks/gemm.py [--seconds 0.25] [--rounds 5]

Each library runs in a process of its own, which stays alive; shapes are timed in turn, library after library, round
after round, so that a slow moment of the machine falls on all of them. A figure is the best round's rate, with the
median's beside it. Libraries that are not installed are left out.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time

SHAPES = [(512, 512, 512), (1024, 1024, 1024), (64, 784, 128), (768, 128, 384)]  # m, k, n
LAYOUTS = ["NN", "NT", "TN", "TT"]  # T: the operand is the transpose of a contiguous array
LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch", "numpy": "numpy"}


def operands(m, k, n, layout):
    import numpy as np

    rng = np.random.default_rng(0)
    a = rng.standard_normal((m, k) if layout[0] == "N" else (k, m)).astype(np.float32)
    b = rng.standard_normal((k, n) if layout[1] == "N" else (n, k)).astype(np.float32)
    return a, b


def prepare(library, threads):
    """Returns (make, multiply): arrays to the library's operands, and the product of two of them."""
    if library == "swiftgrad":
        import swiftgrad as sg

        sg.set_num_threads(threads)
        return lambda x, t: sg.from_numpy(x).T if t else sg.from_numpy(x), sg.matmul
    if library == "torch":
        import torch

        torch.set_num_threads(threads)
        return lambda x, t: torch.from_numpy(x).T if t else torch.from_numpy(x), torch.matmul
    import numpy as np

    return lambda x, t: x.T if t else x, np.matmul


def serve(library, threads):
    """Answers each line [m, k, n, layout, seconds] on standard input with the seconds of one product."""
    make, multiply = prepare(library, threads)
    cases = {}
    print(json.dumps(peak(library)), flush=True)
    for line in sys.stdin:
        m, k, n, layout, seconds = json.loads(line)
        key = (m, k, n, layout)
        if key not in cases:
            a, b = operands(m, k, n, layout)
            cases[key] = make(a, layout[0] == "T"), make(b, layout[1] == "T")
        a, b = cases[key]
        start = time.perf_counter()
        multiply(a, b)
        once = max(time.perf_counter() - start, 1e-7)
        count = max(1, int(seconds / once))
        start = time.perf_counter()
        for _ in range(count):
            multiply(a, b)
        print(json.dumps((time.perf_counter() - start) / count), flush=True)


def peak(library):
    if library != "swiftgrad":
        return None
    import swiftgrad as sg

    return sg.info()["peak_float32_gflops"]


def launch(library, threads):
    environment = dict(os.environ)
    for variable in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"]:
        environment[variable] = str(threads)
    return subprocess.Popen(
        [sys.executable, __file__, "--serve", library, str(threads)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def ask(worker, request):
    worker.stdin.write(json.dumps(request) + "\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise SystemExit("a library's process ended; its message is above")
    return json.loads(answer)


def compare(libraries, threads, seconds, rounds):
    workers = {library: launch(library, threads) for library in libraries}
    try:
        peaks = [json.loads(worker.stdout.readline() or "null") for worker in workers.values()]
        limit = next((value for value in peaks if value), None)
        title = f"{threads} thread{'s' if threads > 1 else ''}"
        print(f"\n{title}" + (f", peak {limit * threads:.0f} GFLOP/s" if limit else ""))
        print(f"{'m, k, n':>18}  {'':2}" + "".join(f"{library:>22}" for library in libraries))
        for m, k, n in SHAPES:
            for layout in LAYOUTS:
                times = {library: [] for library in libraries}
                for _ in range(rounds):
                    for library, worker in workers.items():
                        times[library].append(ask(worker, [m, k, n, layout, seconds / rounds]))
                row = f"{f'{m}, {k}, {n}':>18}  {layout}"
                for library in libraries:
                    best = 2e-9 * m * n * k / min(times[library])
                    middle = 2e-9 * m * n * k / statistics.median(times[library])
                    share = f"{100 * best / (limit * threads):3.0f}%" if limit else ""
                    row += f"{best:8.1f} ({middle:6.1f}) {share:>4}"
                print(row)
    finally:
        for worker in workers.values():
            worker.stdin.close()
            worker.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.25, help="per library, shape and layout")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        return serve(arguments.serve[0], int(arguments.serve[1]))
    libraries = [name for name, module in LIBRARIES.items() if importlib.util.find_spec(module)]
    for name in LIBRARIES:
        if name not in libraries:
            print(f"{name} is not installed: left out")
    for threads in arguments.threads:
        compare(libraries, threads, arguments.seconds, arguments.rounds)


if __name__ == "__main__":
    main()
