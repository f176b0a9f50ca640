"""Overhead and a training step beside PyTorch and NumPy.

    python benchmarks/steps.py [--seconds 2] [--rounds 5] [--threads 2]

`add 10` adds two arrays of ten float32. `mlp` is one training step (forward, backward, Adam) of a 784-128-10
perceptron on a batch of 64, the loop written in Python; `mlp trainer` is the same step inside swiftgrad's own trainer,
against the peer's written loop. Both start from the same weights, and the losses of the first steps must agree.
"""

import argparse
import sys

import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch", "numpy": "numpy"}
BATCH, INPUTS, HIDDEN, CLASSES = 64, 784, 128, 10


def arrays():
    import numpy as np

    rng = np.random.default_rng(0)
    weights = [
        (rng.standard_normal(shape) * 0.05).astype(np.float32)
        for shape in [(HIDDEN, INPUTS), (HIDDEN,), (CLASSES, HIDDEN), (CLASSES,)]
    ]
    return rng.random((BATCH, INPUTS), dtype=np.float32), rng.integers(0, CLASSES, BATCH), weights


def swiftgrad_workloads(threads):
    import numpy as np
    import swiftgrad as sg
    from swiftgrad import data, nn, optim, train

    sg.set_num_threads(threads)
    a, b = sg.ones(10), sg.ones(10)
    x, y, weights = arrays()
    names = ["0.weight", "0.bias", "2.weight", "2.bias"]

    def perceptron():
        model = nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, CLASSES))
        model.load_state_dict({name: sg.array(value) for name, value in zip(names, weights, strict=True)})
        return model, optim.Adam(model.parameters(), lr=1e-3)

    model, optimizer = perceptron()
    inputs, targets = sg.array(x), sg.array(y)

    def step():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs), targets)
        loss.backward()
        optimizer.step()
        return loss

    repeats = 200
    loader = data.DataLoader(
        data.ArrayDataset(np.tile(x, (repeats, 1)), np.tile(y, repeats)), batch_size=BATCH, shuffle=True, seed=0
    )
    other, other_optimizer = perceptron()
    trainer = train.Trainer(other, other_optimizer, loss=nn.CrossEntropyLoss())
    trainer.fit(loader, epochs=1, progress=False)
    return {
        "add 10": lambda: (a + b, None)[1],
        "mlp": lambda: step().item(),
        f"mlp trainer, {repeats} steps": lambda: (trainer.fit(loader, epochs=1, progress=False), None)[1],
    }


def torch_workloads(threads):
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    a, b = torch.ones(10), torch.ones(10)
    x, y, weights = arrays()
    model = nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, CLASSES))
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), weights, strict=True):
            parameter.copy_(torch.from_numpy(value))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    inputs, targets = torch.from_numpy(x), torch.from_numpy(y)

    def step():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs), targets)
        loss.backward()
        optimizer.step()
        return loss

    def epoch():
        order = torch.randperm(200 * BATCH)
        for start in range(0, 200 * BATCH, BATCH):
            batch = order[start : start + BATCH] % BATCH
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(inputs[batch]), targets[batch]).backward()
            optimizer.step()

    return {
        "add 10": lambda: (a + b, None)[1],
        "mlp": lambda: step().item(),
        "mlp trainer, 200 steps": lambda: epoch(),
    }


def numpy_workloads(threads):
    import numpy as np

    a, b = np.ones(10, np.float32), np.ones(10, np.float32)
    return {"add 10": lambda: (a + b, None)[1]}


WORKLOADS = {"swiftgrad": swiftgrad_workloads, "torch": torch_workloads, "numpy": numpy_workloads}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="per library and workload")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        peers.serve(WORKLOADS[options.serve[0]](int(options.serve[1])))
        sys.exit()
    libraries = peers.available(LIBRARIES)
    print(f"{options.threads} threads; best (median) of {options.rounds} rounds; ratio to the best peer")
    small = peers.compare(__file__, libraries, options.threads, ["add 10"], options.seconds, options.rounds)
    peers.table(small, "us", 1e6)
    libraries = [library for library in libraries if library != "numpy"]
    steps = ["mlp", "mlp trainer, 200 steps"]
    peers.table(peers.compare(__file__, libraries, options.threads, steps, options.seconds, options.rounds), "ms", 1e3)


if __name__ == "__main__":
    main()
