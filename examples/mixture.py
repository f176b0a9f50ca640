"""A GAN on a mixture of narrow normal distributions: how many of them does it find?

`python examples/mixture.py` trains a Wasserstein GAN with a gradient penalty on a ring of 8;
`--modes grid` on a grid of 25. `--loss hinge --spectral-norm` bounds the critic's slope by its weights instead, and
`--loss non_saturating` shows what a GAN without either does. A mode is found when a sample lies within three standard
deviations of it (Srivastava et al., arXiv:1705.07761); quality is the share of the samples that lie in one.
"""

import argparse
import time
from itertools import pairwise
from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import data, metrics, nn, optim, train

LATENT = 16
WIDTH = 128


def mixture(kind: str, count: int, seed: int) -> tuple[Any, Any, float]:
    """Points (count, 2), the centres of their distributions (modes, 2), and their deviation."""
    generator = np.random.default_rng(seed)
    if kind == "ring":
        angles = np.arange(8) * (2 * np.pi / 8)
        centers, deviation = 2 * np.stack([np.cos(angles), np.sin(angles)], axis=1), 0.02
    else:
        line = np.linspace(-4, 4, 5)
        centers, deviation = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2), 0.05
    points = centers[generator.integers(len(centers), size=count)] + generator.normal(0, deviation, (count, 2))
    return points.astype(np.float32), centers.astype(np.float32), deviation


def perceptron(*sizes: int, norm: Any, slope: float) -> nn.Module:
    """Linear layers with an activation between them, each through `norm`."""
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [norm(nn.Linear(inputs, outputs)), nn.LeakyReLU(slope)]
    return nn.Sequential(*layers[:-1])


def main() -> tuple[int, int]:
    """Trains; returns how many modes the samples cover, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modes", choices=["ring", "grid"], default="ring")
    parser.add_argument("--loss", choices=["wgan_gp", "hinge", "non_saturating"], default="wgan_gp")
    parser.add_argument("--spectral-norm", action="store_true", help="of the critic's weights")
    parser.add_argument("--steps", type=int, default=3000, help="updates of the generator")
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--critic-steps", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    sg.manual_seed(options.seed)
    points, centers, deviation = mixture(options.modes, 256 * 200, options.seed)
    # A critic whose slope is at most 1 tells narrow modes apart only on a large plane.
    scale = np.float32(4 if options.spectral_norm else 1)
    norm = nn.utils.parametrizations.spectral_norm if options.spectral_norm else lambda layer: layer
    generator = perceptron(LATENT, WIDTH, WIDTH, WIDTH, 2, norm=lambda layer: layer, slope=0.0)
    critic = perceptron(2, WIDTH, WIDTH, WIDTH, 1, norm=norm, slope=0.2)
    critic_steps = 1 if options.loss == "non_saturating" else options.critic_steps
    betas = (0.5, 0.999) if options.loss == "non_saturating" else (0.0, 0.9)
    optimizers = [optim.Adam(network.parameters(), options.lr, betas=betas) for network in (generator, critic)]
    trainer = train.GANTrainer(
        generator,
        critic,
        LATENT,
        options.loss,
        critic_steps=critic_steps,
        generator_optimizer=optimizers[0],
        discriminator_optimizer=optimizers[1],
        ema=0.99,
    )
    loader = data.DataLoader(data.ArrayDataset(points * scale), 256, shuffle=True, seed=options.seed)
    start, epochs = time.perf_counter(), -(-options.steps * critic_steps // len(loader))
    decay = [
        train.LRSchedule(optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * len(loader)), every="step")
        for optimizer in optimizers
    ]
    for epoch in range(1, epochs + 1):
        trainer.fit(loader, 1, callbacks=decay, progress=False)
        if epoch % max(1, epochs // 5) == 0 or epoch == epochs:
            samples = trainer.sample(2500) / float(scale)
            found = metrics.mode_coverage(samples, centers, 3 * deviation)
            score = f"{found['modes']} of {len(centers)} modes, quality {found['quality']:.0%}"
            print(f"epoch {epoch}: {score}, {time.perf_counter() - start:.0f} s", flush=True)
    return int(found["modes"]), len(centers)


if __name__ == "__main__":
    main()
