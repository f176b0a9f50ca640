"""A GPT that writes by characters: nanoGPT's configuration for a CPU.

`python examples/characters.py TEXT` reaches a validation loss of 1.91 to 1.92 on tinyshakespeare in 2000 steps,
and so does PyTorch from the same start over the same batches, to four digits.
"""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import swiftgrad as sg
from swiftgrad import nn, optim

F = nn.functional
CONTEXT, BATCH = 64, 12


def learning_rate(step: int, steps: int) -> float:
    """Warm-up over 100 steps, then a cosine from 1e-3 to 1e-4."""
    if step < 100:
        return 1e-3 * (step + 1) / 101
    progress = (step - 100) / max(1, steps - 100)
    return 1e-4 + 0.5 * (1 + math.cos(math.pi * progress)) * 9e-4


def main() -> None:
    """Trains, reports the validation loss, and writes a few lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1337)
    options = parser.parse_args()
    text = options.text.read_text()
    characters = sorted(set(text))
    tokens = np.array([characters.index(c) for c in text], dtype=np.int64)
    train, validation = np.split(tokens, [int(0.9 * len(tokens))])
    sg.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)

    def batch(source: np.ndarray) -> tuple[sg.Tensor, sg.Tensor]:
        starts = rng.integers(0, len(source) - CONTEXT - 1, BATCH)
        rows = source[starts[:, None] + np.arange(CONTEXT + 1)]
        return sg.from_numpy(rows[:, :-1].copy()), sg.from_numpy(rows[:, 1:].reshape(-1))

    model = nn.models.GPT(len(characters), CONTEXT, layers=4, heads=4, width=128, bias=False)

    def loss_on(source: np.ndarray) -> sg.Tensor:
        inputs, targets = batch(source)
        return F.cross_entropy(model(inputs).reshape(-1, len(characters)), targets)

    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim == 1]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.99))
    started = time.perf_counter()
    for step in range(options.steps):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(step, options.steps)
        optimizer.zero_grad()
        loss = loss_on(train)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 250 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    seconds = time.perf_counter() - started
    model.eval()
    with sg.no_grad():
        losses = [loss_on(validation).item() for _ in range(200)]
    print(f"{options.steps} steps in {seconds:.0f} s; validation loss {np.mean(losses):.3f}")
    written = model.generate([characters.index("\n")], 200, temperature=0.8, top_k=20, seed=0)
    print("".join(characters[i] for i in written.tolist()))


if __name__ == "__main__":
    main()
