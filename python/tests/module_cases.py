"""Modules that the tests of modules share."""

from typing import Any

import numpy as np
import swiftgrad as sg
from swiftgrad import nn
from swiftgrad.nn import functional as F


class Net(nn.Module):
    def __init__(self, width: int = 5) -> None:
        super().__init__()
        self.fc1 = nn.Linear(4, width)
        self.fc2 = nn.Linear(width, 3, bias=False)
        self.scale = nn.Parameter(sg.ones(3))
        self.register_buffer("offset", sg.zeros(3))
        self.width = width

    def forward(self, x: Any) -> Any:
        return self.fc2(F.relu(self.fc1(x))) * self.scale + self.offset


def values(tensor: Any) -> np.ndarray:
    return np.array(tensor.detach())


X = np.linspace(-1, 1, 8, dtype=np.float32).reshape(2, 4)


class Net2(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x: Any) -> Any:
        return (self.fc(x), x)[0]
