"""A variational autoencoder of 784-400-20 on MNIST: the evidence lower bound of held-out images, in nats.

`python examples/vae.py FOLDER` takes a folder of IDX files such as MNIST's and holds a fifth of the images out. With
`--pytorch` the same model is trained there too, from other random numbers: same optimiser, batches and epochs.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

WIDTH, LATENT, BATCH = 400, 20, 128


def with_swiftgrad(x: np.ndarray, held_out: np.ndarray, epochs: int, seed: int) -> float:
    """The negative lower bound of the held-out images."""
    sg.manual_seed(seed)
    encoder = nn.Sequential(nn.Linear(x.shape[1], WIDTH), nn.ReLU(), nn.Linear(WIDTH, 2 * LATENT))
    decoder = nn.Sequential(nn.Linear(LATENT, WIDTH), nn.ReLU(), nn.Linear(WIDTH, x.shape[1]))
    optimizer = optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=1e-3)
    trainer = train.VAETrainer(encoder, decoder, LATENT, optimizer=optimizer)
    trainer.fit(data.DataLoader(data.ArrayDataset(x), BATCH, shuffle=True, seed=seed), epochs, progress=False)
    return trainer.evaluate(data.DataLoader(data.ArrayDataset(held_out), BATCH))["loss"]


def with_pytorch(x: np.ndarray, held_out: np.ndarray, epochs: int, seed: int) -> float:
    """The same in PyTorch."""
    import torch
    from torch import nn

    torch.manual_seed(seed)
    torch.set_num_threads(sg.get_num_threads())
    encoder = nn.Sequential(nn.Linear(x.shape[1], WIDTH), nn.ReLU(), nn.Linear(WIDTH, 2 * LATENT))
    decoder = nn.Sequential(nn.Linear(LATENT, WIDTH), nn.ReLU(), nn.Linear(WIDTH, x.shape[1]))
    optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=1e-3)

    def loss(images: Any) -> Any:
        mean, log_variance = encoder(images).chunk(2, dim=1)
        logits = decoder(mean + torch.randn_like(mean) * (log_variance / 2).exp())
        reconstruction = nn.functional.binary_cross_entropy_with_logits(logits, images, reduction="sum")
        divergence = 0.5 * (mean**2 + log_variance.exp() - log_variance - 1).sum()
        return (reconstruction + divergence) / len(images)

    images = torch.tensor(x)
    for _ in range(epochs):
        for rows in torch.randperm(len(images)).split(BATCH):
            optimizer.zero_grad()
            loss(images[rows]).backward()
            optimizer.step()
    with torch.no_grad():
        return sum(float(loss(part)) * len(part) for part in torch.tensor(held_out).split(BATCH)) / len(held_out)


def main() -> dict[str, float]:
    """Trains, and reports the bound for each library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="FOLDER")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pytorch", action="store_true")
    options = parser.parse_args()
    images, labels = data.read_digits(options.data)
    pixels = images.reshape(len(images), -1)
    x, held_out, _, _ = data.train_test_split(pixels, labels, test_size=0.2, seed=0)
    results = {}
    for name, run in [("swiftgrad", with_swiftgrad), *([("PyTorch", with_pytorch)] if options.pytorch else [])]:
        start = time.perf_counter()
        results[name] = run(x, held_out, options.epochs, options.seed)
        seconds = time.perf_counter() - start
        print(f"{name}: {results[name]:.2f} nats on {len(held_out)} held-out images, {seconds:.1f} s")
    return results


if __name__ == "__main__":
    main()
