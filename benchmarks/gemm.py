"""Matrix products beside PyTorch and NumPy: GFLOP/s, the fraction of the cores' peak, and the ratio to the better peer.

    python benchmarks/gemm.py [--groups large MLP] [--seconds 0.25] [--rounds 5] [--threads 1 2] [--dtype float32]

A figure is the best round's rate, with the median's beside it. A layer of `rows` by `inputs` to `outputs` is three
products: forward (NT), gradient of the input (NN), gradient of the weight (TN). Libraries that are not installed are
left out.
"""

import argparse
import math
import sys
from typing import NamedTuple

import peers


class Case(NamedTuple):
    """`batch` products A (m, k) by B (k, n); T: the operand is the transpose of a contiguous array."""

    batch: int
    m: int
    k: int
    n: int
    layout: str

    def __str__(self):
        sizes = f"{self.m} x {self.k} x {self.n}"
        return f"{self.batch} of {sizes} {self.layout}" if self.batch > 1 else f"{sizes} {self.layout}"


def square(size):
    return [Case(1, size, size, size, layout) for layout in ("NN", "NT", "TN", "TT")]


def layer(rows, inputs, outputs):
    return [
        Case(1, rows, inputs, outputs, "NT"),
        Case(1, rows, outputs, inputs, "NN"),
        Case(1, outputs, rows, inputs, "TN"),
    ]


def attention(heads, length, size):
    return [Case(heads, length, size, length, "NT"), Case(heads, length, length, size, "NN")]


GROUPS = {
    "large": [*square(512), *square(1024), *square(2048)],
    "MLP": [case for sizes in ((64, 784, 128), (64, 128, 10)) for case in layer(*sizes)],
    "wide MLP": [case for sizes in ((256, 784, 1024), (256, 1024, 1024), (256, 1024, 10)) for case in layer(*sizes)],
    "LSTM": [case for sizes in ((64, 128, 512), (32, 512, 2048)) for case in layer(*sizes)],
    "nanoGPT": [
        *(case for outputs in (384, 512, 65) for case in layer(768, 128, outputs)),
        *layer(768, 512, 128),
        *attention(48, 64, 32),
    ],
    "GPT": [
        *(case for outputs in (1152, 1536) for case in layer(1024, 384, outputs)),
        *layer(1024, 1536, 384),
        *attention(24, 256, 64),
    ],
    "ViT": [
        *(case for outputs in (576, 768) for case in layer(32 * 65, 192, outputs)),
        *layer(32 * 65, 768, 192),
        *attention(96, 65, 64),
    ],
    "VAE": layer(128, 784, 400),
}
LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch", "numpy": "numpy"}
DTYPES = ["float32", "float64"]


def operands(case, dtype):
    import numpy as np

    rng = np.random.default_rng(0)

    def operand(rows, columns, layout):
        shape = (rows, columns) if layout == "N" else (columns, rows)
        array = rng.standard_normal((case.batch, *shape) if case.batch > 1 else shape).astype(dtype)
        return array if layout == "N" else array.swapaxes(-1, -2)

    return operand(case.m, case.k, case.layout[0]), operand(case.k, case.n, case.layout[1])


def workloads(library, threads):
    """A product for each case and dtype, made when it is first asked for."""
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

    prepared = {}

    def run(name, case, dtype):
        if name not in prepared:
            prepared[name] = [convert(array) for array in operands(case, dtype)]
        multiply(*prepared[name])

    names = {f"{dtype} {case}": (case, dtype) for dtype in DTYPES for cases in GROUPS.values() for case in cases}
    return {name: (lambda name=name, what=what: run(name, *what)) for name, what in names.items()}


def peak():
    import swiftgrad as sg

    return max(sg.peak_gflops() for _ in range(3))


def report(group, cases, results, limit):
    """A row a case, and the geometric mean of the ratios to the better peer."""
    ratios = []
    for case, timings in zip(cases, results, strict=True):
        operations = 2e-9 * case.batch * case.m * case.n * case.k
        row = f"{case!s:>24}"
        for timing in timings.values():
            best, middle = operations / timing.best, operations / timing.median
            row += f"{best:9.1f} ({middle:6.1f}) {100 * best / limit:3.0f}%"
        others = [timing.best for library, timing in timings.items() if library != "swiftgrad"]
        if others:
            ratios.append(min(others) / timings["swiftgrad"].best)
            row += f"{ratios[-1]:8.2f}"
        print(row)
    if ratios:
        print(f"{group}: geometric mean {math.prod(ratios) ** (1 / len(ratios)):.2f}, worst {min(ratios):.2f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", nargs="+", choices=GROUPS, default=list(GROUPS), metavar="GROUP")
    parser.add_argument("--seconds", type=float, default=0.25, help="per library and case")
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
        print(f"{'m x k x n':>24}" + "".join(f"{library:>23}" for library in libraries) + f"{'ratio':>8}")
        names = [f"{options.dtype} {case}" for group in options.groups for case in GROUPS[group]]
        results = peers.compare(__file__, libraries, threads, names, options.seconds, options.rounds)
        for group in options.groups:
            cases = GROUPS[group]
            report(group, cases, [results[f"{options.dtype} {case}"] for case in cases], limit)


if __name__ == "__main__":
    main()
