"""`swiftgrad train diffusion`: a diffusion model of handwritten digits, guided by their classes."""

import argparse
import math
from pathlib import Path
from typing import Any

import swiftgrad as sg
from swiftgrad import data, nn, optim, train

from . import images
from .task import Task, draw_grid, labels_of_rows

_WIDTH = 384
_BLOCKS = 3
_BATCH = 64
_STEPS = 200
_SAMPLING_STEPS = 50
_GUIDANCE = 2.0


class Denoiser(nn.Module):
    """Residual blocks over all pixels, each told the time and the class."""

    def __init__(self, pixels: int, classes: int) -> None:
        super().__init__()
        self.classes = nn.Embedding(classes + 1, _WIDTH)
        self.times = nn.Sequential(nn.Linear(_WIDTH, _WIDTH), nn.SiLU(), nn.Linear(_WIDTH, _WIDTH))
        self.first = nn.Linear(pixels, _WIDTH)
        self.blocks = nn.ModuleList(
            nn.Sequential(nn.LayerNorm(_WIDTH), nn.Linear(_WIDTH, _WIDTH), nn.SiLU(), nn.Linear(_WIDTH, _WIDTH))
            for _ in range(_BLOCKS)
        )
        self.norm = nn.LayerNorm(_WIDTH)
        self.last = nn.Linear(_WIDTH, pixels)

    def forward(self, x: Any, t: Any, labels: Any) -> Any:
        frequencies = (sg.arange(_WIDTH // 2, dtype=x.dtype) * (-math.log(1000.0) / (_WIDTH // 2))).exp()
        angles = t.astype(x.dtype).reshape(-1, 1) * frequencies
        context = self.times(sg.concat([angles.sin(), angles.cos()], axis=1)) + self.classes(labels)
        hidden = self.first(x)
        for block in self.blocks:
            hidden = hidden + block(hidden + context)
        return self.last(self.norm(hidden))


class DiffusionTask(Task):
    name = "diffusion"
    help = "a diffusion model of pictures, guided by their classes"
    epochs = 200

    def read(self, path: Path | None) -> tuple[dict[str, Any], Any, Any]:
        pictures = images.load(path)
        loader = data.DataLoader(
            data.ArrayDataset(pictures.pixels * 2 - 1, pictures.labels), _BATCH, shuffle=True, seed=0
        )
        return {"size": pictures.size, "classes": pictures.classes}, loader, None

    def build(self, config: dict[str, Any]) -> train.Trainer:
        height, width = config["size"]
        denoiser = Denoiser(height * width, config["classes"])
        return train.DiffusionTrainer(
            denoiser,
            _STEPS,
            num_classes=config["classes"],
            optimizer=optim.Adam(denoiser.parameters(), lr=1e-3),
            ema=0.995,
            clip_grad_norm=1.0,
        )

    def draw(self, trainer: Any, config: dict[str, Any], folder: Path, options: argparse.Namespace) -> None:
        labels = labels_of_rows(options, config["classes"])
        draw_grid(self.sample(trainer, labels), config, folder, config["classes"])

    def sample(self, trainer: Any, labels: Any) -> Any:
        samples = trainer.sample(len(labels), labels=labels, steps=_SAMPLING_STEPS, eta=0.0, guidance=_GUIDANCE)
        return (samples + 1) / 2
