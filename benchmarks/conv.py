"""Convolutions of real models beside PyTorch: forward, input gradient and weight gradient, each alone.

    python benchmarks/conv.py [--seconds 0.1] [--rounds 3] [--threads 2] [--only resnet]

A figure is the best round's microseconds; the ratio is PyTorch's time over ours. Both libraries use their own entry
points for the gradients (for PyTorch, `aten::convolution_backward` with an output mask).
"""

import argparse
import sys

import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch"}
PARTS = ["forward", "input", "weight"]
# name: batch, in, out, size, kernel, stride, padding, groups.
SHAPES = {
    "MNIST 1-32 5x5 @28": (64, 1, 32, 28, 5, 1, 2, 1),
    "MNIST 1-32 @28": (64, 1, 32, 28, 3, 1, 0, 1),
    "MNIST 32-64 @14": (64, 32, 64, 14, 3, 1, 1, 1),
    "MNIST 32-64 @26": (64, 32, 64, 26, 3, 1, 0, 1),
    "stack 3-16 @32": (64, 3, 16, 32, 3, 1, 1, 1),
    "stack 16-16 @32": (64, 16, 16, 32, 3, 1, 1, 1),
    "stack 16-32 /2 @32": (64, 16, 32, 32, 3, 2, 1, 1),
    "stack 32-32 @16": (64, 32, 32, 16, 3, 1, 1, 1),
    "stack 32-64 /2 @16": (64, 32, 64, 16, 3, 2, 1, 1),
    "stack 64-64 @8": (64, 64, 64, 8, 3, 1, 1, 1),
    "resnet 3-64 7x7 /2 @64": (16, 3, 64, 64, 7, 2, 3, 1),
    "resnet 64-64 @16": (16, 64, 64, 16, 3, 1, 1, 1),
    "resnet 64-128 /2 @16": (16, 64, 128, 16, 3, 2, 1, 1),
    "resnet 128-128 @8": (16, 128, 128, 8, 3, 1, 1, 1),
    "resnet 256-256 @4": (16, 256, 256, 4, 3, 1, 1, 1),
    "resnet 512-512 @2": (16, 512, 512, 2, 3, 1, 1, 1),
    "resnet 64-128 1x1 /2 @16": (16, 64, 128, 16, 1, 2, 0, 1),
    "resnet 128-256 1x1 /2 @8": (16, 128, 256, 8, 1, 2, 0, 1),
    "dcgan 3-64 4x4 /2 @32": (64, 3, 64, 32, 4, 2, 1, 1),
    "dcgan 64-128 4x4 /2 @16": (64, 64, 128, 16, 4, 2, 1, 1),
    "dcgan 128-256 4x4 /2 @8": (64, 128, 256, 8, 4, 2, 1, 1),
    "unet 32-32 @32": (32, 32, 32, 32, 3, 1, 1, 1),
    "unet 64-64 @16": (32, 64, 64, 16, 3, 1, 1, 1),
    "unet 128-128 @8": (32, 128, 128, 8, 3, 1, 1, 1),
    "unet 64-32 @32": (32, 64, 32, 32, 3, 1, 1, 1),
    "depthwise 32 @32": (32, 32, 32, 32, 3, 1, 1, 32),
    "depthwise 128 @32": (32, 128, 128, 32, 3, 1, 1, 128),
    "1x1 64-64 @32": (32, 64, 64, 32, 1, 1, 0, 1),
    "1x1 256-64 @16": (32, 256, 64, 16, 1, 1, 0, 1),
}


def operands(batch, inputs, outputs, size, kernel, stride, padding, groups):
    """x, weight and the gradient of y."""
    import numpy as np

    rng = np.random.default_rng(0)
    side = (size + 2 * padding - kernel) // stride + 1
    shapes = ((batch, inputs, size, size), (outputs, inputs // groups, kernel, kernel), (batch, outputs, side, side))
    return [rng.standard_normal(shape).astype(np.float32) for shape in shapes]


def checked(result):
    import numpy as np

    return float(np.abs(np.asarray(result.detach())).mean())


def swiftgrad_workload(shape, part):
    """A gradient is computed by a tape that is kept, with the other operand as a constant."""
    import swiftgrad as sg

    x, weight, gradient = (sg.array(array) for array in operands(*shape))
    _, _, _, _, _, stride, padding, groups = shape
    convolution = sg.nn.functional.conv2d
    if part == "forward":
        return lambda: convolution(x, weight, None, stride, padding, 1, groups)
    leaf = x if part == "input" else weight
    leaf.requires_grad = True
    y = convolution(x, weight, None, stride, padding, 1, groups)
    return lambda: sg.grad([y], [leaf], [gradient], retain_graph=True)[0]


def torch_workload(shape, part):
    import torch

    x, weight, gradient = (torch.from_numpy(array) for array in operands(*shape))
    _, _, _, _, _, stride, padding, groups = shape
    if part == "forward":
        return lambda: torch.nn.functional.conv2d(x, weight, None, stride, padding, 1, groups)
    mask = [part == "input", part == "weight", False]
    position = mask.index(True)
    pairs = ([stride] * 2, [padding] * 2, [1] * 2)
    backward = torch.ops.aten.convolution_backward
    return lambda: backward(gradient, x, weight, None, *pairs, False, [0, 0], groups, mask)[position]


def serve(library, threads):
    """Answers for one library; the check is the mean magnitude of a result."""
    if library == "swiftgrad":
        import swiftgrad as sg

        sg.set_num_threads(threads)
        make = swiftgrad_workload
    else:
        import torch

        torch.set_num_threads(threads)
        make = torch_workload

    def prepare(name):
        shape, part = name.rsplit(": ", 1)
        run = make(SHAPES[shape], part)
        return peers.Prepared(run, [checked(run())])

    peers.answer(prepare)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.1, help="per library, shape and part")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", default="", help="a part of the names of the shapes")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve[0], int(options.serve[1]))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    names = [name for name in SHAPES if options.only in name]
    cases = [f"{name}: {part}" for name in names for part in PARTS]
    results = peers.compare(__file__, libraries, options.threads, cases, options.seconds, options.rounds)
    print(f"{options.threads} threads; microseconds {' / '.join(libraries)}, ratio")
    print(f"{'':26}" + "".join(f"{part:>26}" for part in PARTS))
    for name in names:
        row = f"{name:26}"
        for part in PARTS:
            timings = results[f"{name}: {part}"]
            best = [timing.best for timing in timings.values()]
            text = " / ".join(f"{seconds * 1e6:.0f}" for seconds in best)
            row += f"{text + (f'  {best[-1] / best[0]:5.2f}' if len(best) > 1 else ''):>26}"
            if peers.dissenters(timings):
                row += " NOT THE SAME"
        print(row)


if __name__ == "__main__":
    main()
