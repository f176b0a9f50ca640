"""Addition of numbers of three digits as translation: "123+45 " becomes "168 " (after Keras' example).

`python examples/addition.py` gets about 99 of 100 new sums right in 1,800 steps.
"""

import argparse
import time

import numpy as np
import swiftgrad as sg
from swiftgrad import nn, optim

F = nn.functional
SIGNS = "0123456789+ "
START = len(SIGNS)


def sums(count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Tokens of sums (count, 7) and of their results (count, 4)."""
    pairs = rng.integers(0, 10 ** rng.integers(1, 4, (count, 2)))
    texts = [(f"{a}+{b}".ljust(7), f"{a + b}".ljust(4)) for a, b in pairs]
    encode = {sign: number for number, sign in enumerate(SIGNS)}
    sources, targets = zip(*texts, strict=True)
    return tuple(np.array([[encode[sign] for sign in text] for text in part]) for part in (sources, targets))


def main() -> None:
    """Trains on sums that never repeat, and reports how many new ones are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=1800)
    parser.add_argument("--hidden", type=int, default=512)
    parser.add_argument("--attention", choices=["additive", "multiplicative", "none"], default="multiplicative")
    options = parser.parse_args()
    rng = np.random.default_rng(0)
    sg.manual_seed(0)
    attention = None if options.attention == "none" else options.attention
    model = nn.models.Seq2Seq(len(SIGNS), START + 1, width=64, hidden=options.hidden, attention=attention, start=START)
    optimizer = optim.Adam(model.parameters(), lr=3e-3)
    schedule = optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=options.steps, pct_start=0.1)
    test, results = sums(5_000, np.random.default_rng(1))
    started = time.perf_counter()
    for step in range(1, options.steps + 1):
        source, target = sums(128, rng)
        given = np.concatenate([np.full((128, 1), START), target[:, :-1]], axis=1)
        optimizer.zero_grad()
        logits = model(sg.from_numpy(source), sg.from_numpy(given))
        loss = F.cross_entropy(logits.reshape(-1, START + 1), sg.from_numpy(target.reshape(-1)))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 200 == 0:
            written = model.generate(test, 4, temperature=0).numpy()
            right = int((written == results).all(axis=1).sum())
            seconds = time.perf_counter() - started
            print(f"step {step}: loss {loss.item():.4f}, {right} of {len(test)} right ({seconds:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
