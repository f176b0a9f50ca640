"""Single operations at the shapes of real models: forward, and where it says so its gradients."""

import flops
from libraries.library import Optimizer

from .data import integers, normal
from .workload import Workload


def apply(name, function, inputs, count=0):
    """`function(lib, *tensors)`; `inputs()` makes the arrays."""
    return Workload(
        name,
        "ops",
        lambda library: library.forward(lambda *tensors: function(library.lib, *tensors), *inputs()),
        count,
    )


def gradient(name, function, inputs, wrt, count=0):
    """The backward pass alone."""
    return Workload(
        name,
        "ops",
        lambda library: library.backward(lambda *tensors: function(library.lib, *tensors), inputs(), wrt),
        count,
    )


def both(name, function, inputs, wrt, count=0):
    """Forward and backward."""
    return Workload(
        f"{name}, forward and backward",
        "ops",
        lambda library: library.both(lambda *tensors: function(library.lib, *tensors), inputs(), wrt),
        count,
    )


def multiply(lib, a, b):
    return lib.matmul(a, b)


def products():
    """m, k, n of a GPT's and a perceptron's layers; T marks an operand that is the transpose of a contiguous array."""
    shapes = [(1024, 1024, 1024), (1024, 384, 1536), (768, 128, 384), (64, 784, 128), (2048, 512, 2048)]
    for m, k, n in shapes:
        for layout in ("NN", "NT", "TN", "TT"):

            def inputs(m=m, k=k, n=n, layout=layout):
                return [
                    normal(m, k) if layout[0] == "N" else normal(k, m),
                    normal(k, n, number=1) if layout[1] == "N" else normal(n, k, number=1),
                ]

            def product(lib, a, b, layout=layout):
                return lib.matmul(a.T if layout[0] == "T" else a, b.T if layout[1] == "T" else b)

            yield apply(f"matmul {m}, {k}, {n} {layout}", product, inputs, flops.matmul(m, k, n))
    for b, m, k, n in [(48, 64, 32, 64), (24, 256, 64, 256)]:

        def inputs(b=b, m=m, k=k, n=n):
            return [normal(b, m, k), normal(b, k, n, number=1)]

        yield apply(f"matmul {b} x {m}, {k}, {n}", multiply, inputs, b * flops.matmul(m, k, n))


def pointwise():
    def large():
        return [normal(1024, 1024)]

    def gelu(lib, x):
        return lib.nn.functional.gelu(x)

    yield apply("add 10", lambda lib, a, b: a + b, lambda: [normal(10), normal(10, number=1)])
    yield apply("add 1M", lambda lib, a, b: a + b, lambda: [normal(1024, 1024), normal(1024, 1024, number=1)])
    yield apply("exp 1M", lambda lib, x: lib.exp(x), large)
    yield apply("tanh 1M", lambda lib, x: lib.nn.functional.tanh(x), large)
    yield apply("gelu 1M", gelu, large)
    yield both("gelu 1M", gelu, large, [0])
    for axis in (0, 1, 2):
        yield apply(
            f"sum (64, 128, 128) over {axis}", lambda lib, x, axis=axis: x.sum(axis), lambda: [normal(64, 128, 128)]
        )
    yield Workload(
        "transpose copy (2048, 512)",
        "ops",
        lambda library: library.forward(lambda x: library.contiguous(x.T), normal(2048, 512)),
    )


def normalisations():
    rows, width = 1024, 384

    def norm(lib, x, weight, bias):
        return lib.nn.functional.layer_norm(x, (width,), weight, bias)

    def inputs():
        return [normal(rows, width), 1 + 0.1 * normal(width, number=1), normal(width, number=2)]

    def softmax(lib, x):
        return lib.nn.functional.softmax(x, -1)

    yield apply("softmax (1536, 256)", softmax, lambda: [normal(1536, 256)])
    yield both("softmax (1536, 256)", softmax, lambda: [normal(1536, 256)], [0])
    yield apply(f"layer norm ({rows}, {width})", norm, inputs)
    yield both(f"layer norm ({rows}, {width})", norm, inputs, [0, 1, 2])
    for classes in (10, 65, 32000):
        rows = 1024 if classes < 1000 else 256
        yield both(
            f"cross-entropy ({rows}, {classes})",
            lambda lib, x, target: lib.nn.functional.cross_entropy(x, target),
            lambda rows=rows, classes=classes: [normal(rows, classes), integers(classes, rows)],
            [0],
        )


CONVOLUTIONS = {  # batch, inputs, outputs, kernel, size, stride, padding, groups
    "MNIST 1-32, 28": (64, 1, 32, 3, 28, 1, 0, 1),
    "MNIST 32-64, 26": (64, 32, 64, 3, 26, 1, 0, 1),
    "stem 7x7 3-64, 64": (16, 3, 64, 7, 64, 2, 3, 1),
    "3x3 64-64, 16": (16, 64, 64, 3, 16, 1, 1, 1),
    "3x3/2 64-128, 16": (16, 64, 128, 3, 16, 2, 1, 1),
    "3x3 256-256, 4": (16, 256, 256, 3, 4, 1, 1, 1),
    "3x3 64-64, 56": (4, 64, 64, 3, 56, 1, 1, 1),
    "1x1 64-128, 32": (16, 64, 128, 1, 32, 1, 0, 1),
    "depthwise 96, 32": (16, 96, 96, 3, 32, 1, 1, 96),
}


def convolutions():
    for name, (batch, inputs, outputs, kernel, size, stride, padding, groups) in CONVOLUTIONS.items():
        rows = (size + 2 * padding - kernel) // stride + 1
        count = flops.conv2d(batch, inputs, outputs, kernel, rows * rows, groups)
        shapes = (batch, inputs, size, size), (outputs, inputs // groups, kernel, kernel)

        def convolve(lib, x, weight, stride=stride, padding=padding, groups=groups):
            return lib.nn.functional.conv2d(x, weight, None, stride=stride, padding=padding, groups=groups)

        def arrays(shapes=shapes):
            return [normal(*shapes[0]), 0.1 * normal(*shapes[1], number=1)]

        yield apply(f"conv {name}", convolve, arrays, count)
        yield gradient(f"conv {name}, input gradient", convolve, arrays, [0], count)
        yield gradient(f"conv {name}, weight gradient", convolve, arrays, [1], count)


def pooling():
    def images():
        return [normal(64, 64, 24, 24)]

    def largest(lib, x):
        return lib.nn.functional.max_pool2d(x, 2)

    def mean(lib, x):
        return lib.nn.functional.avg_pool2d(x, 2)

    yield apply("max pool 2 (64, 64, 24, 24)", largest, images)
    yield both("max pool 2 (64, 64, 24, 24)", largest, images, [0])
    yield apply("average pool 2 (64, 64, 24, 24)", mean, images)


def sequences():
    def embed(lib, tokens, weight):
        return lib.nn.functional.embedding(tokens, weight)

    def tokens():
        return [integers(50_000, 32, 256), normal(50_000, 128)]

    yield apply("embedding (32, 256) of 50k x 128", embed, tokens)
    yield both("embedding (32, 256) of 50k x 128", embed, tokens, [1])
    for causal in (False, True):
        for batch, heads, length, width in [(12, 4, 64, 32), (4, 6, 256, 64)]:

            def attend(lib, q, k, v, causal=causal):
                return lib.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=causal)

            def inputs(shape=(batch, heads, length, width)):
                return [normal(*shape, number=number) for number in range(3)]

            name = f"{'causal ' if causal else ''}attention ({batch}, {heads}, {length}, {width})"
            count = flops.attention(batch, heads, length, width, causal)
            yield apply(name, attend, inputs, count)
            yield both(name, attend, inputs, [0, 1, 2], 3 * count)
    for kind, gates in (("LSTM", 4), ("GRU", 3)):
        name, count = f"{kind} layer (64, 28, 128)", flops.recurrent(gates, 64, 28, 128, 128)

        def layer(lib, kind=kind):
            nn = lib.nn

            class Layer(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.rnn = getattr(nn, kind)(128, 128, batch_first=True)

                def forward(self, x):
                    return self.rnn(x)[0]

            return Layer()

        def infer(library, layer=layer):
            return library.inference(library.build(layer), normal(64, 28, 128))

        def differentiate(library, layer=layer):
            return library.both_of_module(library.build(layer), normal(64, 28, 128))

        yield Workload(name, "ops", infer, count)
        yield Workload(f"{name}, forward and backward", "ops", differentiate, 3 * count)


def optimisers():
    yield Workload(
        "Adam over 10M parameters",
        "ops",
        lambda library: library.update([normal(1000, 1000, number=number) for number in range(10)], Optimizer()),
    )


OPERATIONS = [
    *products(),
    *pointwise(),
    *normalisations(),
    *convolutions(),
    *pooling(),
    *sequences(),
    *optimisers(),
]
