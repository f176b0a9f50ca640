"""Small generative models, their data and their trainers."""

from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, train


def perceptron(inputs: int, outputs: int, hidden: int = 16) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def points(count: int = 64) -> np.ndarray:
    return np.random.default_rng(0).uniform(-0.9, 0.9, (count, 2)).astype(np.float32)


def labels(count: int = 64) -> np.ndarray:
    return np.arange(count) % 3


class Denoiser(nn.Module):
    """Times and labels as columns beside the points."""

    def __init__(self, classes: int = 0) -> None:
        super().__init__()
        self.classes = classes
        self.net = perceptron(3 + (classes > 0), 2)

    def forward(self, x: Any, t: Any, classes: Any = None) -> Any:
        columns = [x, t.reshape(-1, 1).astype(x.dtype) / 100]
        if self.classes:
            columns.append(classes.reshape(-1, 1).astype(x.dtype))
        return self.net(sg.concat(columns, axis=1))


def make(kind: str, **settings: Any) -> Any:
    sg.manual_seed(1)
    if kind == "gan":
        return train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, **settings)
    if kind == "conditional gan":
        return train.GANTrainer(perceptron(7, 2), perceptron(5, 1), 4, num_classes=3, **settings)
    if kind == "autoencoder":
        return train.AutoencoderTrainer(perceptron(2, 3), perceptron(3, 2), "noise", **settings)
    if kind == "vae":
        return train.VAETrainer(perceptron(2, 6), perceptron(3, 2), 3, reconstruction="mse", **settings)
    if kind == "conditional vae":
        return train.VAETrainer(perceptron(5, 6), perceptron(6, 2), 3, 1.0, "mse", num_classes=3, **settings)
    if kind == "diffusion":
        return train.DiffusionTrainer(Denoiser(), 20, **settings)
    return train.DiffusionTrainer(Denoiser(3), 20, num_classes=3, **settings)


KINDS = ["gan", "conditional gan", "autoencoder", "vae", "conditional vae", "diffusion", "conditional diffusion"]


def weights(trainer: Any) -> dict[str, list[Any]]:
    return {
        f"{name}.{key}": np.array(tensor).tolist()
        for name, network in trainer.networks.items()
        for key, tensor in network.state_dict().items()
    }


def loader(seed: int = 0) -> data.DataLoader:
    return data.DataLoader(data.ArrayDataset(points(), labels()), batch_size=16, shuffle=True, seed=seed)
