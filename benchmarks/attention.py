"""Scaled dot-product attention beside PyTorch: forward and backward, each alone, causal and not.

    python benchmarks/attention.py [--seconds 0.1] [--rounds 3] [--threads 1 2] [--only T256]

A figure is the best round's microseconds, with the share of the cores' peak, counting the products (two forward, five
backward) over the pairs of query and key that the mask leaves; then how many times faster swiftgrad is. Libraries that
are not installed are left out.
"""

import argparse
import importlib
import sys

import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch"}
PRODUCTS = {"forward": 2, "backward": 5}
# batch, heads, queries, keys, head size. The first ones are nanoGPT's, GPT's and ViT's.
SIZES = [
    (12, 4, 64, 64, 32),
    (4, 6, 256, 256, 64),
    (32, 3, 65, 65, 64),
    (4, 8, 128, 128, 64),
    (2, 8, 512, 512, 64),
    (1, 4, 1024, 1024, 32),
    (1, 4, 1024, 1024, 64),
    (1, 8, 64, 512, 128),
]
# name: the sizes, and whether the mask is causal.
CASES = {
    f"B{sizes[0]} H{sizes[1]} T{sizes[2]}x{sizes[3]} D{sizes[4]}{' causal' if causal else ''}": (sizes, causal)
    for sizes in SIZES
    for causal in ((False, True) if sizes[2] == sizes[3] else (False,))
}


def flops(sizes, causal, part):
    batch, heads, queries, keys, width = sizes
    pairs = queries * (queries + 1) // 2 if causal else queries * keys
    return 2 * PRODUCTS[part] * batch * heads * pairs * width


def operands(batch, heads, queries, keys, width):
    """q, k, v and the gradient of the output."""
    import numpy as np

    rng = np.random.default_rng(0)
    return [rng.standard_normal((batch, heads, length, width), np.float32) for length in (queries, keys, keys, queries)]


def workload(framework, make, case, part):
    """The gradients are computed by a tape that is kept."""
    sizes, causal = CASES[case]
    q, k, v, gradient = (make(array) for array in operands(*sizes))
    attend = framework.nn.functional.scaled_dot_product_attention
    if part == "forward":

        def forward():
            with framework.no_grad():
                return attend(q, k, v, is_causal=causal)

        return forward
    for operand in (q, k, v):
        operand.requires_grad = True
    output = attend(q, k, v, is_causal=causal)
    differentiate = framework.grad if hasattr(framework, "grad") else framework.autograd.grad
    return lambda: differentiate([output], [q, k, v], [gradient], retain_graph=True)


def magnitudes(result):
    """The mean magnitude of each array, for comparison."""
    import numpy as np

    parts = result if isinstance(result, (list, tuple)) else [result]
    return [float(np.abs(np.asarray(part.detach())).mean()) for part in parts]


def serve(library, threads):
    """Answers for one library; the checks are the mean magnitudes of what it computed."""
    framework = importlib.import_module(library)
    framework.set_num_threads(threads)

    def prepare(name):
        case, part = name.rsplit(": ", 1)
        run = workload(framework, framework.from_numpy, case, part)
        return peers.Prepared(run, magnitudes(run()))

    peers.answer(prepare)


def peak():
    import swiftgrad as sg

    return max(sg.peak_gflops() for _ in range(3))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.1, help="per library, case and part")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", default="", help="a part of the names of the cases")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve[0], int(options.serve[1]))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    cases = [case for case in CASES if options.only in case]
    for threads in options.threads:
        limit = 1e9 * peak() * threads
        names = [f"{case}: {part}" for case in cases for part in PRODUCTS]
        results = peers.compare(__file__, libraries, threads, names, options.seconds, options.rounds)
        plural = "s" if threads > 1 else ""
        print(f"\n{threads} thread{plural}; microseconds {' / '.join(libraries)}, ratio; swiftgrad's share of the peak")
        print(f"{'':30}" + "".join(f"{part:>34}" for part in PRODUCTS))
        for case in cases:
            row = f"{case:30}"
            for part in PRODUCTS:
                timings = results[f"{case}: {part}"]
                best = [timing.best for timing in timings.values()]
                text = " / ".join(f"{seconds * 1e6:.0f}" for seconds in best)
                if len(best) > 1:
                    text += f"  {best[-1] / best[0]:5.2f}"
                row += f"{text + f'  {100 * flops(*CASES[case], part) / best[0] / limit:3.0f}%':>34}"
                if peers.dissenters(timings):
                    row += " NOT THE SAME"
            print(row, flush=True)


if __name__ == "__main__":
    main()
