"""`swiftgrad train gan`: a conditional GAN of handwritten digits."""

import argparse
from pathlib import Path
from typing import Any

from swiftgrad import data, nn, optim, train

from . import images
from .task import Task, draw_grid, labels_of_rows

_LATENT = 32
_WIDTH = 256
_BATCH = 64


class GANTask(Task):
    name = "gan"
    help = "a conditional GAN of pictures: ask for a 7, get a 7"
    epochs = 150

    def read(self, path: Path | None) -> tuple[dict[str, Any], Any, Any]:
        pictures = images.load(path)
        loader = data.DataLoader(
            data.ArrayDataset(pictures.pixels * 2 - 1, pictures.labels), _BATCH, shuffle=True, seed=0, drop_last=True
        )
        if len(loader) == 0:
            raise ValueError(f"{path}: a GAN needs at least {_BATCH} pictures, found {len(pictures.pixels)}")
        return {"size": pictures.size, "classes": pictures.classes}, loader, None

    def build(self, config: dict[str, Any]) -> train.Trainer:
        height, width = config["size"]
        pixels, classes = height * width, config["classes"]
        norm = nn.utils.parametrizations.spectral_norm
        generator = nn.Sequential(
            nn.Linear(_LATENT + classes, _WIDTH),
            nn.BatchNorm1d(_WIDTH),
            nn.ReLU(),
            nn.Linear(_WIDTH, _WIDTH),
            nn.BatchNorm1d(_WIDTH),
            nn.ReLU(),
            nn.Linear(_WIDTH, pixels),
            nn.Tanh(),
        )
        discriminator = nn.Sequential(
            norm(nn.Linear(pixels + classes, _WIDTH)),
            nn.LeakyReLU(0.2),
            norm(nn.Linear(_WIDTH, _WIDTH)),
            nn.LeakyReLU(0.2),
            norm(nn.Linear(_WIDTH, 1)),
        )
        return train.GANTrainer(
            generator,
            discriminator,
            _LATENT,
            "hinge",
            classes,
            generator_optimizer=optim.Adam(generator.parameters(), lr=2e-4, betas=(0.0, 0.9)),
            discriminator_optimizer=optim.Adam(discriminator.parameters(), lr=4e-4, betas=(0.0, 0.9)),
            ema=0.999,
        )

    def draw(self, trainer: Any, config: dict[str, Any], folder: Path, options: argparse.Namespace) -> None:
        labels = labels_of_rows(options, config["classes"])
        draw_grid(self.sample(trainer, labels), config, folder, config["classes"])

    def sample(self, trainer: Any, labels: Any) -> Any:
        return (trainer.sample(len(labels), labels=labels) + 1) / 2
