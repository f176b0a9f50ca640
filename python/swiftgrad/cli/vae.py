"""`swiftgrad train vae`: a conditional variational autoencoder of handwritten digits."""

import argparse
from pathlib import Path
from typing import Any

from swiftgrad import data, nn, optim, train

from . import images
from .task import Task, draw_grid, labels_of_rows

_LATENT = 20
_WIDTH = 400
_BATCH = 64
_BETA = 0.3  # grey pixels are no coins: with 1 the codes of 8 x 8 pictures say nothing, and all samples are alike


class VAETask(Task):
    name = "vae"
    help = "a conditional variational autoencoder of pictures"
    epochs = 200

    def read(self, path: Path | None) -> tuple[dict[str, Any], Any, Any]:
        pictures = images.load(path)
        x, held_out, y, truth = data.train_test_split(pictures.pixels, pictures.labels, test_size=0.2, seed=0)
        loader = data.DataLoader(data.ArrayDataset(x, y), _BATCH, shuffle=True, seed=0)
        return {"size": pictures.size, "classes": pictures.classes}, loader, (held_out, truth)

    def build(self, config: dict[str, Any]) -> train.Trainer:
        height, width = config["size"]
        pixels, classes = height * width, config["classes"]
        encoder = nn.Sequential(nn.Linear(pixels + classes, _WIDTH), nn.ReLU(), nn.Linear(_WIDTH, 2 * _LATENT))
        decoder = nn.Sequential(nn.Linear(_LATENT + classes, _WIDTH), nn.ReLU(), nn.Linear(_WIDTH, pixels))
        parameters = [*encoder.parameters(), *decoder.parameters()]
        return train.VAETrainer(
            encoder, decoder, _LATENT, _BETA, num_classes=classes, optimizer=optim.Adam(parameters, lr=1e-3)
        )

    def draw(self, trainer: Any, config: dict[str, Any], folder: Path, options: argparse.Namespace) -> None:
        labels = labels_of_rows(options, config["classes"])
        draw_grid(self.sample(trainer, labels), config, folder, config["classes"])

    def sample(self, trainer: Any, labels: Any) -> Any:
        return trainer.sample(len(labels), labels=labels)
