"""Memory: what is dropped is released, and training that goes on and on needs no more of it."""

import gc
import sys

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train


def resident_bytes() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


X = np.random.default_rng(0).standard_normal((64, 64)).astype(np.float32)
Y = np.random.default_rng(0).integers(0, 10, 64)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(64, 64)
        self.second = nn.Linear(64, 10)

    def forward(self, x):
        return self.second(sg.tanh(self.first(x)))


class Cube(sg.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x * x

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return 3 * x * x * gradient


def make_model_that_knows_itself():
    model = Net()
    model.itself = [model]
    model.register_forward_hook(lambda module, inputs, output: model.first and output)


def differentiate_twice():
    x = sg.asarray([1.0, 2.0, 3.0], requires_grad=True)
    (g,) = sg.grad(Cube.apply(x).sum(), [x], create_graph=True)
    (g * x).sum().backward()


def share():
    t = sg.from_numpy(X)
    np.asarray(t @ t.T)
    np.from_dlpack(t)
    sg.from_dlpack(X)
    memoryview(t)


def fail():
    for call in (
        lambda: sg.zeros((2, 3)) @ sg.zeros((2, 3)),
        lambda: nn.Linear(-1, 3),
        lambda: Net()(sg.zeros((3, 3))),
        lambda: sg.asarray("text"),
        lambda: sg.zeros(3)[7],
    ):
        with pytest.raises((ValueError, TypeError, IndexError)):
            call()


def train_a_new_model():
    model = Net()
    loader = data.DataLoader(data.ArrayDataset(X, Y), batch_size=16, shuffle=True, seed=0)
    trainer = train.Trainer(model, optim.AdamW(model.parameters()), loss=nn.CrossEntropyLoss(), metrics=["accuracy"])
    trainer.fit(loader, epochs=1, progress=False)
    model.load_state_dict(model.state_dict())


@pytest.mark.parametrize(
    ("repeat", "times"),
    [
        (lambda: sg.zeros((3, 3)), 100_000),
        (lambda: nn.Parameter(sg.zeros(3)), 50_000),
        (lambda: nn.Sequential(nn.Linear(4, 4), nn.ReLU()), 10_000),
        (lambda: optim.Adam(nn.Linear(4, 4).parameters()), 10_000),
        (make_model_that_knows_itself, 1000),
        (differentiate_twice, 2000),
        (share, 5000),
        (fail, 1000),
        (train_a_new_model, 100),
    ],
)
def test_nothing_leaks(repeat, times):
    for _ in range(times // 5):
        repeat()
    gc.collect()
    blocks, in_use, resident = sys.getallocatedblocks(), sg.memory_stats()["bytes_in_use"], resident_bytes()
    for _ in range(times):
        repeat()
    gc.collect()
    assert sys.getallocatedblocks() - blocks < times // 10 + 500
    assert sg.memory_stats()["bytes_in_use"] <= in_use
    assert resident_bytes() - resident < (2 << 20) + 16 * times


def perceptron():
    return nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Dropout(0.1), nn.Linear(128, 10)), X


@pytest.mark.parametrize("make", [perceptron])
def test_a_training_step_asks_the_system_for_no_memory(make):
    model, inputs = make()
    optimizer, loss = optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss()

    def steps(count: int) -> None:
        for _ in range(count):
            optimizer.zero_grad()
            loss(model(sg.from_numpy(inputs)), sg.from_numpy(Y)).backward()
            optimizer.step()

    steps(20)
    allocations, resident = sg.memory_stats()["system_allocations"], resident_bytes()
    steps(200)
    assert sg.memory_stats()["system_allocations"] == allocations
    assert resident_bytes() - resident < 1 << 20


def test_the_trainer_asks_the_system_for_no_memory():
    model, inputs = perceptron()
    loader = data.DataLoader(data.ArrayDataset(inputs, Y), batch_size=16, shuffle=True, seed=0)
    trainer = train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss(), metrics=["accuracy"])
    trainer.fit(loader, epochs=10, validation=(inputs, Y), progress=False)
    allocations = sg.memory_stats()["system_allocations"]
    trainer.fit(loader, epochs=20, validation=(inputs, Y), progress=False)
    assert sg.memory_stats()["system_allocations"] == allocations
