"""Matrix products beside PyTorch and NumPy: GFLOP/s, and the fraction of the cores' peak.

    python benchmarks/gemm.py [--seconds 0.25] [--rounds 5] [--threads 1 2] [--dtype float32]

A figure is the best round's rate, with the median's beside it. Libraries that are not installed are left out.
"""

import argparse
import sys

import peers

SHAPES = [(512, 512, 512), (1024, 1024, 1024), (64, 784, 128), (768, 128, 384)]  # m, k, n
LAYOUTS = ["NN", "NT", "TN", "TT"]  # T: the operand is the transpose of a contiguous array
LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch", "numpy": "numpy"}
DTYPES = ["float32", "float64"]
CASES = {
    f"{dtype}  {m}, {k}, {n}  {layout}": (m, k, n, layout, dtype)
    for dtype in DTYPES
    for m, k, n in SHAPES
    for layout in LAYOUTS
}


def operands(m, k, n, layout, dtype):
    import numpy as np

    rng = np.random.default_rng(0)
    a = rng.standard_normal((m, k) if layout[0] == "N" else (k, m)).astype(dtype)
    b = rng.standard_normal((k, n) if layout[1] == "N" else (n, k)).astype(dtype)
    return a, b


def workloads(library, threads):
    """A product for each case."""
    import numpy as np

    convert, multiply = np.asarray, np.matmul
    if library == "swiftgrad":
        import swiftgrad as sg

        sg.set_num_threads(threads)
        convert, multiply = sg.from_numpy, sg.matmul
    elif library == "torch":
        import torch

        torch.set_num_threads(threads)
        convert, multiply = torch.from_numpy, torch.matmul

    def product(m, k, n, layout, dtype):
        a, b = (convert(array) for array in operands(m, k, n, layout, dtype))
        a, b = a.T if layout[0] == "T" else a, b.T if layout[1] == "T" else b
        return lambda: multiply(a, b)

    prepared = {}

    def run(name):
        if name not in prepared:
            prepared[name] = product(*CASES[name])
        prepared[name]()

    return {name: (lambda name=name: run(name)) for name in CASES}


def peak():
    import swiftgrad as sg

    return max(sg.peak_gflops() for _ in range(3))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.25, help="per library, shape and layout")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--dtype", choices=DTYPES, default="float32")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        peers.serve(workloads(options.serve[0], int(options.serve[1])))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    for threads in options.threads:
        limit = peak() * threads / (2 if options.dtype == "float64" else 1)
        plural = "s" if threads > 1 else ""
        print(f"\n{threads} thread{plural}, peak {limit:.0f} GFLOP/s; best (median), share of the peak")
        print(f"{'m, k, n':>18}    " + "".join(f"{library:>23}" for library in libraries))
        cases = [name for name in CASES if name.startswith(options.dtype)]
        for name, timings in peers.compare(
            __file__, libraries, threads, cases, options.seconds, options.rounds
        ).items():
            m, k, n, _, _ = CASES[name]
            row = f"{name.removeprefix(options.dtype):>22}"
            for timing in timings.values():
                best, middle = (2e-9 * m * n * k / seconds for seconds in (timing.best, timing.median))
                row += f"{best:9.1f} ({middle:6.1f}) {100 * best / limit:3.0f}%"
            print(row)


if __name__ == "__main__":
    main()
