"""Memory and gradients that several tensors, arrays or threads have in common."""

import subprocess
import sys

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim


def leaf(*values):
    return sg.asarray(list(values), dtype="float32", requires_grad=True)


def test_asking_twice_to_retain_a_gradient_is_asking_once():
    y = leaf(1.0, 2.0) * 3
    y.retain_grad()
    y.retain_grad()
    y.sum().backward()
    assert np.asarray(y.grad).tolist() == [1, 1]


def test_gradients_made_with_create_graph_have_memory_of_their_own():
    x, y = leaf(1.0, 2.0), leaf(3.0, 4.0)
    (x + y).sum().backward(create_graph=True)
    assert not np.shares_memory(np.asarray(x.grad.detach()), np.asarray(y.grad.detach()))
    optim.SGD([x], lr=0.1).zero_grad(set_to_none=False)
    assert np.asarray(x.grad).tolist() == [0, 0] and not x.grad.requires_grad
    assert np.asarray(y.grad.detach()).tolist() == [1, 1]


def test_the_copied_gradient_is_still_on_the_tape():
    x = leaf(2.0)
    (x * x * x).sum().backward(create_graph=True)
    (second,) = sg.grad(x.grad.sum(), [x])
    assert second.item() == 12


def test_in_place_arithmetic_on_overlapping_arrays():
    a, expected = np.arange(1000.0), np.arange(1000.0)
    t, u = sg.from_numpy(a[1:]), sg.from_numpy(a[:-1])
    t += u
    expected[1:] += expected[:-1]
    np.testing.assert_array_equal(a, expected)


def test_assigning_an_overlapping_array():
    a, expected = np.arange(1000.0), np.arange(1000.0)
    sg.from_numpy(a)[::-1] = sg.from_numpy(a)
    expected[::-1] = expected.copy()
    np.testing.assert_array_equal(a, expected)


@pytest.mark.parametrize(
    "index, row", [(slice(10, 20), 19), (slice(20, 10, -3), 11), ((slice(0, 100, 7), slice(3, 1, -1)), 98)]
)
def test_a_change_to_a_saved_part_of_a_shared_array_is_found(index, row):
    a = np.ones((100, 4))
    w = sg.ones(4, dtype="float64", requires_grad=True)
    part = sg.from_numpy(a)[index]
    y = (part * w[: part.shape[1]]).sum()
    a[row, 2] = 5
    with pytest.raises(RuntimeError, match="modified"):
        y.backward()


def test_a_change_beside_a_saved_part_does_no_harm():
    a = np.ones((100, 4))
    w = sg.ones(4, dtype="float64", requires_grad=True)
    y = (sg.from_numpy(a)[10:20] * w).sum()
    a[20:] = 5
    a[:10] = 5
    y.backward()
    assert np.asarray(w.grad).tolist() == [10] * 4


def test_appending_replaces_no_module():
    model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Tanh())
    delattr(model, "1")
    model.append(nn.Sigmoid())
    assert [type(layer).__name__ for layer in model] == ["Linear", "Tanh", "Sigmoid"]


def test_ignored_targets_get_no_gradient_on_the_tape_either():
    x = sg.asarray(np.linspace(-1, 1, 12).reshape(4, 3), requires_grad=True)
    target = sg.asarray([0, 1, 2, 0])
    for smoothing in (0.0, 0.1):
        loss = [nn.functional.cross_entropy(x, target, ignore_index=0, label_smoothing=smoothing) for _ in range(2)]
        (fused,) = sg.grad(loss[0], [x])
        (recorded,) = sg.grad(loss[1], [x], create_graph=True)
        np.testing.assert_allclose(np.asarray(recorded.detach()), np.asarray(fused), atol=1e-12)
        assert not np.asarray(fused)[[0, 3]].any()


def test_half_precision_shares_a_gradient_among_many_equals():
    x = sg.zeros(100_000, dtype="float16", requires_grad=True)
    x.max().backward()
    np.testing.assert_allclose(np.asarray(x.grad, dtype="float64"), 1e-5, rtol=1e-2)


def test_accuracy_tells_apart_what_float64_tells_apart():
    scores = sg.asarray(np.array([[1.0, 1.0 + 1e-12], [1.0 + 1e-12, 1.0]]))
    assert sg.metrics.accuracy(scores, sg.asarray([1, 0])) == 1


ACCUMULATE = """
import threading, swiftgrad as sg
p = sg.ones(64, requires_grad=True)
reading = True
def accumulate():
    for _ in range(3000): (p * 2).sum().backward()
def read():
    while reading: p.grad
threads = [threading.Thread(target=accumulate) for _ in range(3)]
reader = threading.Thread(target=read)
for thread in [*threads, reader]: thread.start()
for thread in threads: thread.join()
reading = False
reader.join()
print(p.grad[0].item())
"""

SAME_TAPE = """
import threading, swiftgrad as sg
for _ in range(300):
    p = sg.ones(64, requires_grad=True)
    y = p
    for _ in range(100): y = y * p
    y = y.sum()
    def walk():
        try: y.backward()
        except RuntimeError as error: assert "second time" in str(error)
    threads = [threading.Thread(target=walk) for _ in range(3)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print("done")
"""

LONG_CHAIN = """
import swiftgrad as sg
last = sg.ones(1, requires_grad=True)
for _ in range(100_000):
    leaf = sg.ones(1, requires_grad=True)
    leaf.grad = last * 1
    last = leaf
del leaf, last
print("done")
"""


@pytest.mark.parametrize(
    "program, printed",
    [(ACCUMULATE, "18000.0"), (SAME_TAPE, "done"), (LONG_CHAIN, "done")],
    ids=["threads accumulate into one leaf", "threads walk one tape", "a long chain of gradients"],
)
def test_survives(program, printed):
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stdout.strip()) == (0, printed), result.stderr[-2000:]
