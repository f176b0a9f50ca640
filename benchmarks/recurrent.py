"""Recurrent layers beside PyTorch: milliseconds for a forward and backward pass, or for a forward pass alone.

    python benchmarks/recurrent.py [--seconds 2] [--rounds 5] [--threads 1 2]

A figure is the best round's, with the median's beside it and the share of the cores' peak, counting the products alone;
then how many times faster swiftgrad is. Libraries that are not installed are left out.
"""

import argparse
import importlib
import sys

import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch"}
GATES = {"LSTM": 4, "GRU": 3, "RNN": 1}
# name: kind, input, hidden, layers, steps, batch, whether it trains
CASES = {
    "LSTM 28x128 T28 B64": ("LSTM", 28, 128, 1, 28, 64, True),
    "GRU 28x128 T28 B64": ("GRU", 28, 128, 1, 28, 64, True),
    "RNN 28x128 T28 B64": ("RNN", 28, 128, 1, 28, 64, True),
    "LSTM 512 x2 T64 B32": ("LSTM", 512, 512, 2, 64, 32, True),
    "GRU 512 x2 T64 B32": ("GRU", 512, 512, 2, 64, 32, True),
    "LSTM 2x128 T100 B50": ("LSTM", 2, 128, 1, 100, 50, True),
    "LSTM 28x128 T28 B1 forward": ("LSTM", 28, 128, 1, 28, 1, False),
    "LSTM 28x128 T28 B64 forward": ("LSTM", 28, 128, 1, 28, 64, False),
}


def flops(kind, features, hidden, layers, steps, batch, trains):
    """Of the products: twice as many backward, but none for the gradient of the input."""
    own = 2 * steps * batch * GATES[kind] * hidden
    forward = sum(own * ((hidden if layer else features) + hidden) for layer in range(layers))
    return 3 * forward - own * features if trains else forward


def workloads(library, threads):
    import numpy as np

    framework = importlib.import_module(library)
    framework.set_num_threads(threads)
    nn, make = framework.nn, framework.from_numpy

    def step(kind, features, hidden, layers, steps, batch, trains):
        rng = np.random.default_rng(0)
        layer = getattr(nn, kind)(features, hidden, layers)
        for parameter in layer.parameters():
            values = rng.uniform(-1, 1, tuple(parameter.shape)).astype("float32") / hidden**0.5
            np.asarray(parameter.detach())[...] = values
        x = make(rng.standard_normal((steps, batch, features)).astype("float32"))
        weights = make(rng.standard_normal((steps, batch, hidden)).astype("float32"))

        def train():
            layer.zero_grad()
            loss = (layer(x)[0] * weights).sum()
            loss.backward()
            return loss

        def infer():
            with framework.no_grad():
                return layer(x)[0].sum()

        return train if trains else infer

    prepared = {}

    def run(name):
        if name not in prepared:
            prepared[name] = step(*CASES[name])
        return prepared[name]().item()

    return {name: (lambda name=name: run(name)) for name in CASES}


def peak():
    import swiftgrad as sg

    return max(sg.peak_gflops() for _ in range(3))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2, help="per library and case")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        peers.serve(workloads(options.serve[0], int(options.serve[1])))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    for threads in options.threads:
        limit = 1e9 * peak() * threads
        plural = "s" if threads > 1 else ""
        print(f"\n{threads} thread{plural}, peak {1e-9 * limit:.0f} GFLOP/s; best (median) ms, share of the peak")
        print(f"{'':28}" + "".join(f"{library:>28}" for library in libraries))
        for name, timings in peers.compare(
            __file__, libraries, threads, list(CASES), options.seconds, options.rounds
        ).items():
            row = f"{name:28}"
            for timing in timings.values():
                share = 100 * flops(*CASES[name]) / timing.best / limit
                row += f"{1e3 * timing.best:10.3f} ({1e3 * timing.median:9.3f}) {share:3.0f}%"
            if "torch" in timings:
                row += f"  {timings['torch'].best / timings['swiftgrad'].best:5.2f}x"
            print(row)


if __name__ == "__main__":
    main()
