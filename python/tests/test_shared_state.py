"""Modules, optimisers and gradients that several Python threads use at once, and forks in the middle of that."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim


def at_once(*tasks: Callable[[], object], seconds: float = 0.5) -> None:
    """Repeats each task on a thread of its own for a while; raises what one of them raised."""
    errors: list[BaseException] = []
    end = time.monotonic() + seconds

    def repeat(task: Callable[[], object]) -> None:
        try:
            while time.monotonic() < end and not errors:
                task()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=repeat, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


@contextmanager
def quick_switches() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)


def parameters_with_gradients(count: int) -> list[nn.Parameter]:
    parameters = [nn.Parameter(sg.ones((64, 300))) for _ in range(count)]
    for parameter in parameters:
        parameter.grad = sg.ones((64, 300))
    return parameters


@pytest.mark.parametrize("make", [optim.AdamW, lambda p: optim.SGD(p, lr=1e-3, momentum=0.9)])
def test_one_optimiser_in_several_threads(make: Callable[[Any], optim.Optimizer]) -> None:
    optimizer = make(parameters_with_gradients(4))

    def grow() -> None:
        if len(optimizer.param_groups) < 50:
            optimizer.add_param_group({"params": parameters_with_gradients(1)})

    def change() -> None:
        optimizer.param_groups[0]["lr"] = 1e-4

    def save_and_load() -> None:
        entries = optimizer.state_dict()["state"].values()
        assert len({len(entry) for entry in entries}) <= 1

    with quick_switches():
        at_once(optimizer.step, optimizer.step, grow, change, save_and_load)
    steps = [entry["step"] for entry in optimizer.state_dict()["state"].values()]
    assert steps[0] == max(steps) > 0


def test_every_step_of_every_thread_counts() -> None:
    weight = nn.Parameter(sg.zeros(50_000))
    weight.grad = sg.ones(50_000)
    optimizer = optim.SGD([weight], lr=1.0)
    counts: list[int] = []

    def step() -> None:
        optimizer.step()
        counts.append(1)

    at_once(step, step, step)
    np.testing.assert_array_equal(weight.detach(), np.full(50_000, -float(len(counts)), np.float32))


def test_a_module_that_changes_while_others_compute() -> None:
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 64))
    x = sg.ones((300, 64))

    def replace() -> None:
        model[2].weight = nn.Parameter(sg.ones((64, 64)))
        model[0].bias = None
        model[0].bias = nn.Parameter(sg.zeros(64))

    def rename() -> None:
        model.extra = nn.Linear(2, 2)
        del model.extra

    def compute() -> None:
        assert model(x).shape == (300, 64)

    with quick_switches():
        at_once(replace, compute, lambda: model[0](x), lambda: model.state_dict())
        at_once(rename, lambda: model[2](x), lambda: list(model.named_parameters()))


def test_forks_while_other_threads_exchange_gradients() -> None:
    x = sg.ones(20_000, requires_grad=True)
    stop = threading.Event()

    def backward() -> None:
        while not stop.is_set():
            (x * 2).sum().backward()
            x.grad = None

    threads = [threading.Thread(target=backward) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(20):
            child = os.fork()
            if child == 0:
                signal.alarm(10)
                x.grad = None
                (x * 3).sum().backward()
                os._exit(0 if float(x.grad[0]) == 3 else 1)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_in_backward_leaves_every_gradient_as_it_was(error: type[BaseException]) -> None:
    class Failing(sg.Function):
        @staticmethod
        def forward(ctx: Any, x: sg.Tensor) -> sg.Tensor:
            return x * 1

        @staticmethod
        def backward(ctx: Any, gradient: sg.Tensor) -> sg.Tensor:
            raise error("in backward")

    early, late = sg.ones(3, requires_grad=True), sg.ones(3, requires_grad=True)
    late.grad = sg.full(3, 5.0)
    loss = (Failing.apply(early) * late).sum()
    with pytest.raises(error):
        loss.backward()
    assert early.grad is None
    assert late.grad.tolist() == [5, 5, 5]
