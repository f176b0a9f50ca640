"""The adding problem (Hochreiter and Schmidhuber, 1997): remember two numbers of a hundred, and give their sum.

`python examples/adding_problem.py --cell lstm` (or gru, rnn) trains on sequences that never repeat. Always answering 1
has an RMSE of 0.41.
"""

import argparse
import time

import numpy as np
import swiftgrad as sg
from swiftgrad import nn, optim

F = nn.functional


def sequences(count: int, length: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Numbers from 0 to 1 and marks of two of them, one in each half: (count, length, 2), and the sums (count,)."""
    x = np.zeros((count, length, 2), np.float32)
    x[:, :, 0] = rng.random((count, length))
    rows = np.arange(count)
    for low, high in ((0, length // 2), (length // 2, length)):
        x[rows, rng.integers(low, high, count), 1] = 1
    return x, (x[:, :, 0] * x[:, :, 1]).sum(1)


class Adder(nn.Module):
    """Reads a sequence and answers from its last state."""

    def __init__(self, cell: str, hidden: int) -> None:
        super().__init__()
        self.rnn = getattr(nn, cell.upper())(2, hidden, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, x: sg.Tensor) -> sg.Tensor:
        states, _ = self.rnn(x)
        return self.head(states[:, -1]).squeeze(1)


def main() -> None:
    """Trains, and reports the error on sequences that are kept for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cell", choices=["lstm", "gru", "rnn"], default="lstm")
    parser.add_argument("--length", type=int, default=100)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--steps", type=int, default=7500)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    sg.manual_seed(options.seed)
    x_test, y_test = sequences(2_000, options.length, rng)
    model = Adder(options.cell, options.hidden)
    if options.cell == "lstm":  # start by remembering: the forget gate is open (Gers et al., 2000)
        nn.init.ones_(model.rnn.bias_ih_l0[options.hidden : 2 * options.hidden])
    optimizer = optim.Adam(model.parameters(), lr=3e-3)
    schedule = optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=options.steps, pct_start=0.1)
    started = time.perf_counter()
    for step in range(1, options.steps + 1):
        x, y = sequences(64, options.length, rng)
        optimizer.zero_grad()
        F.mse_loss(model(sg.from_numpy(x)), sg.from_numpy(y)).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 250 == 0:
            with sg.no_grad():
                error = np.sqrt(np.mean((model(sg.from_numpy(x_test)).numpy() - y_test) ** 2))
            print(f"step {step}: RMSE {error:.4f} ({time.perf_counter() - started:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
