"""Normalisation and pooling, forward and backward, beside PyTorch: microseconds and GB/s.

    python benchmarks/normalise.py [--seconds 0.25] [--rounds 5] [--threads 2] [--only batch_norm]

GB/s counts each array that the operation must read or write once: x and y forward, dy, x and dx backward (a pooling's
dy and dx). A figure is the best round's, with the median's beside it.
"""

import argparse
import sys

import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch"}
BATCH = [(64, 16, 32, 32), (64, 32, 32, 32), (64, 64, 32, 32), (16, 512, 2, 2), (256, 128)]
ROWS = [(768, 128), (2080, 192), (1536, 384)]
POOLS = [
    ("max_pool2d", (64, 64, 24, 24), (2,)),
    ("max_pool2d", (64, 32, 28, 28), (2,)),
    ("max_pool2d", (16, 64, 32, 32), (3, 2, 1)),
    ("avg_pool2d", (64, 64, 24, 24), (2,)),
    ("adaptive_avg_pool2d", (64, 512, 7, 7), (1,)),
    ("adaptive_avg_pool2d", (64, 64, 8, 8), (1,)),
]
CASES = {
    **{f"batch_norm {shape}": ("batch_norm", shape, ()) for shape in BATCH},
    **{f"batch_norm+relu {shape}": ("batch_norm_relu", shape, ()) for shape in BATCH[:3]},
    **{f"layer_norm {shape}": ("layer_norm", shape, ()) for shape in ROWS},
    **{f"rms_norm {shape}": ("rms_norm", shape, ()) for shape in ROWS[2:]},
    "group_norm 8 (32, 64, 32, 32)": ("group_norm", (32, 64, 32, 32), (8,)),
    **{f"{name}{arguments} {shape}": (name, shape, arguments) for name, shape, arguments in POOLS},
}


def layer(nn, name, shape, arguments):
    """The operation as a function of its input and a list of what has gradients beside it."""
    if name in ("batch_norm", "batch_norm_relu"):
        norm = (nn.BatchNorm1d if len(shape) == 2 else nn.BatchNorm2d)(shape[1])
        return nn.Sequential(norm, nn.ReLU()) if name.endswith("relu") else norm
    if name in ("layer_norm", "rms_norm"):
        return (nn.LayerNorm if name == "layer_norm" else nn.RMSNorm)(shape[-1])
    if name == "group_norm":
        return nn.GroupNorm(*arguments, shape[1])
    return lambda x: getattr(nn.functional, name)(x, *arguments)


def workloads(library, threads):
    """Forward alone, and forward and backward, of each case."""
    import importlib

    import numpy as np

    module = importlib.import_module(library)
    module.set_num_threads(threads)
    prepared = {}

    def prepare(name):
        operation, shape, arguments = CASES[name]
        rng = np.random.default_rng(0)
        x = module.from_numpy(rng.standard_normal(shape).astype(np.float32))
        x = x.copy() if library == "swiftgrad" else x.clone()
        function = layer(module.nn, operation, shape, arguments)
        dy = module.from_numpy(rng.standard_normal(tuple(function(x).shape)).astype(np.float32))
        x.requires_grad = True
        parameters = [x, *getattr(function, "parameters", list)()]
        grad = module.grad if library == "swiftgrad" else module.autograd.grad
        no_grad = module.no_grad

        def forward():
            with no_grad():
                function(x)

        def both():
            return float(grad(function(x), parameters, dy)[0].abs().sum())

        def both_silently():
            grad(function(x), parameters, dy)

        return {"forward": forward, "forward+backward": both_silently, "check": both}

    def run(name, part):
        if name not in prepared:
            prepared[name] = prepare(name)
            return prepared[name]["check"]()
        prepared[name][part]()
        return None

    return {
        f"{name}|{part}": (lambda name=name, part=part: run(name, part))
        for name in CASES
        for part in ("forward", "forward+backward")
    }


def traffic(name):
    """Bytes that forward, and forward and backward, must move at least."""
    operation, shape, arguments = CASES[name]
    count = 1
    for length in shape:
        count *= length
    output = count
    if "pool" in operation:
        places = shape[2] * shape[3]
        output = (
            count // places
            if operation.startswith("adaptive")
            else count // arguments[-2 if len(arguments) > 2 else 0] ** 2
        )
        return 4 * (count + output), 4 * (2 * count + 2 * output)
    return 8 * count, 20 * count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.25, help="per library and workload")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[2])
    parser.add_argument("--only", default="", help="cases whose name contains this")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        peers.serve(workloads(options.serve[0], int(options.serve[1])))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    for threads in options.threads:
        print(f"\n{threads} threads: us best (median), GB/s, and the ratio to PyTorch's best")
        for part in ("forward", "forward+backward"):
            print(f"{part:>42}" + "".join(f"{library:>31}" for library in libraries))
            names = [f"{name}|{part}" for name in CASES if options.only in name]
            results = peers.compare(__file__, libraries, threads, names, options.seconds, options.rounds)
            for workload, timings in results.items():
                name = workload.partition("|")[0]
                moved = traffic(name)[part != "forward"]
                row = f"{name:>42}"
                for timing in timings.values():
                    row += f"{timing.best * 1e6:10.1f} ({timing.median * 1e6:8.1f}) {moved / timing.best * 1e-9:6.1f}"
                if "torch" in timings:
                    row += f"{timings['torch'].best / timings['swiftgrad'].best:7.2f}x"
                print(row)
                checks = [timing.check for timing in timings.values() if timing.check is not None]
                if checks and max(checks) - min(checks) > 1e-3 * max(1.0, abs(checks[0])):
                    print(f"  NOT THE SAME COMPUTATION: {checks}")


if __name__ == "__main__":
    main()
