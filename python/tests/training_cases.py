"""A small problem, a model for it and its trainer: what the tests of training share."""

from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import nn, optim, train


def values(tensor: Any) -> np.ndarray:
    return np.array(tensor.detach())


def problem() -> tuple[np.ndarray, np.ndarray]:
    """Two classes that a line separates."""
    generator = np.random.default_rng(0)
    labels = np.arange(96) % 2
    inputs = generator.normal(size=(96, 2)) * 0.3 + np.stack([labels, -labels], axis=1)
    return inputs.astype(np.float32), labels


def classifier() -> nn.Module:
    sg.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 2))


def trainer_for(model: nn.Module, **settings: Any) -> train.Trainer:
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    return train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy"], **settings)


def weights(model: nn.Module) -> dict[str, list[Any]]:
    return {name: values(tensor).tolist() for name, tensor in model.state_dict().items()}


class Squares:
    """A data set in Python."""

    def __len__(self) -> int:
        return 10

    def __getitem__(self, i: int) -> tuple[np.ndarray, float]:
        return np.full(3, i, np.float32), float(i * i)
