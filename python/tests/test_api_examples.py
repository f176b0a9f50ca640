"""The public interface as its description shows it, block by block."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

F = nn.functional


def close(actual: Any, expected: Any, tolerance: float = 1e-5) -> None:
    actual = actual.detach() if isinstance(actual, sg.Tensor) else actual
    np.testing.assert_allclose(np.asarray(actual), expected, rtol=tolerance, atol=tolerance)


class TestArrays:
    def test_memory_is_shared(self) -> None:
        a = np.arange(6, dtype=np.float32).reshape(2, 3)
        t = sg.from_numpy(a)
        t[0, 0] = 7
        assert a[0, 0] == 7
        b = np.asarray(t)
        assert np.shares_memory(a, b)
        assert np.shares_memory(np.asarray(sg.asarray(a)), a)
        assert not np.shares_memory(np.asarray(sg.array(a)), a)
        c = sg.from_dlpack(a[:, ::-1])
        d = np.from_dlpack(c)
        assert np.shares_memory(d, a)
        np.testing.assert_array_equal(d, a[:, ::-1])

    def test_attributes_and_views(self) -> None:
        a = np.arange(6, dtype=np.float32).reshape(2, 3)
        t = sg.from_numpy(a)
        assert (t.shape, t.dtype, t.strides) == ((2, 3), sg.float32, (12, 4))
        close(t.T, a.T)
        close(t.reshape(3, 2), a.reshape(3, 2))
        close(t[:, 1:], a[:, 1:])
        close(t[t > 2], a[a > 2])
        assert t.numpy() is not a
        assert np.shares_memory(t.numpy(), a)
        assert t[1, 2].item() == 5

    def test_functions(self) -> None:
        a = np.arange(6, dtype=np.float32).reshape(2, 3)
        t = sg.from_numpy(a)
        close(sg.zeros((2, 3)), np.zeros((2, 3)))
        close(sg.linspace(0, 1, 5), np.linspace(0, 1, 5))
        close(sg.concat([t, t], axis=0), np.concatenate([a, a]))
        close(sg.where(t > 2, t, 0.0), np.where(a > 2, a, 0))
        close(t @ t.T + 1, a @ a.T + 1)
        close(t.sum(dim=1), a.sum(axis=1))
        assert sg.random.normal((2, 3)).shape == (2, 3)

    def test_seed_info_and_threads(self) -> None:
        sg.manual_seed(0)
        first = sg.random.normal((4,))
        sg.manual_seed(0)
        np.testing.assert_array_equal(np.asarray(first), np.asarray(sg.random.normal((4,))))
        assert {"version", "instruction_set", "threads"} <= set(sg.info())
        before = sg.get_num_threads()
        sg.set_num_threads(2)
        assert sg.get_num_threads() == 2
        sg.set_num_threads(before)


class TestGradients:
    def test_backward_and_grad(self) -> None:
        x = sg.asarray([1.0, 2.0, 3.0], requires_grad=True)
        y = (x**3).sum()
        y.backward()
        close(x.grad, [3, 12, 27])
        (g,) = sg.grad((x**3).sum(), [x], create_graph=True)
        x.grad = None
        g.sum().backward()
        close(x.grad, [6, 12, 18])
        with sg.no_grad():
            x *= 2
        close(x, [2, 4, 6])

    def test_value_and_grad(self) -> None:
        loss_and_grad = sg.value_and_grad(lambda w: (w * w).sum())
        value, gradient = loss_and_grad(sg.asarray([1.0, 3.0]))
        close(value, 10)
        close(gradient, [2, 6])

    def test_gradcheck(self) -> None:
        assert sg.gradcheck(F.softplus, [sg.asarray(np.random.default_rng(0).normal(size=3))])

    def test_a_function_of_ones_own(self) -> None:
        class Cube(sg.Function):
            @staticmethod
            def forward(ctx: Any, x: Any) -> Any:
                ctx.save_for_backward(x)
                return x * x * x

            @staticmethod
            def backward(ctx: Any, grad: Any) -> Any:
                (x,) = ctx.saved_tensors
                return 3 * x * x * grad

        x = sg.asarray([2.0], requires_grad=True)
        Cube.apply(x).sum().backward()
        close(x.grad, [12])


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Linear(784, 32)
        self.head = nn.Linear(32, 10)

    def forward(self, x: Any) -> Any:
        return self.head(F.relu(self.body(x.flatten(1))))


@pytest.fixture
def model() -> Net:
    sg.manual_seed(0)
    return Net()


@pytest.fixture
def arrays() -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    return generator.random((64, 1, 28, 28), dtype=np.float32), generator.integers(0, 10, 64)


def test_models(model: Net, tmp_path: Path) -> None:
    assert "(head): Linear(in_features=32, out_features=10, bias=True)" in str(model)
    summary = model.summary((64, 1, 28, 28))
    assert summary.parameters == 784 * 32 + 32 + 32 * 10 + 10
    assert summary.lines[0].output_shapes == ((64, 10),)
    result = model.load_state_dict(model.state_dict(), strict=True)
    assert not result.missing_keys
    assert [name for name, _ in model.named_parameters()] == ["body.weight", "body.bias", "head.weight", "head.bias"]
    sg.save_file(model.state_dict(), tmp_path / "net.safetensors")
    other = Net()
    other.load_state_dict(sg.load_file(tmp_path / "net.safetensors"))
    close(other.head.weight, np.asarray(model.head.weight.detach()), 0)
    for p in model.body.parameters():
        p.requires_grad = False
    assert [p.requires_grad for p in model.parameters()] == [False, False, True, True]


def test_a_loop_of_ones_own(model: Net, arrays: tuple[np.ndarray, np.ndarray]) -> None:
    opt = optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    images, labels = arrays
    losses = []
    for _ in range(3):
        opt.zero_grad()
        loss = F.cross_entropy(model(sg.from_numpy(images)), sg.from_numpy(labels))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        losses.append(loss.item())
    assert losses[2] < losses[1] < losses[0]


def test_a_trainer(model: Net, arrays: tuple[np.ndarray, np.ndarray], tmp_path: Path) -> None:
    loader = data.DataLoader(data.ArrayDataset(*arrays), batch_size=32, shuffle=True, seed=0)
    trainer = train.Trainer(
        model, optim.Adam(model.parameters(), lr=1e-3), loss=nn.CrossEntropyLoss(), metrics=["accuracy"]
    )
    history = trainer.fit(
        loader,
        epochs=2,
        validation=loader,
        callbacks=[train.EarlyStopping(patience=3), train.Checkpoint(tmp_path / "run/", every="epoch", keep=2)],
    )
    assert len(history) == 2
    assert set(history.to_dict()) >= {"epoch", "loss", "accuracy", "val_loss", "val_accuracy", "seconds"}
    assert len(list((tmp_path / "run").iterdir())) == 2
    assert set(trainer.step(next(iter(loader)))) == {"loss", "accuracy"}
    assert set(trainer.evaluate(loader)) == {"loss", "accuracy"}
    trainer.save(tmp_path / "trainer.safetensors")
    trainer.resume(tmp_path / "trainer.safetensors")
    assert trainer.epoch == 2


def test_tensorboard(model: Net, arrays: tuple[np.ndarray, np.ndarray], tmp_path: Path) -> None:
    pytest.importorskip("tensorboard", reason="writes with tensorboard")
    trainer = train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss())
    trainer.fit(arrays, callbacks=[train.TensorBoard(tmp_path / "logs/")], progress=False)
    assert any(path.stat().st_size for path in (tmp_path / "logs").iterdir())


def test_importing_is_light() -> None:
    heavy = "{'numpy', 'matplotlib', 'tqdm', 'sklearn', 'PIL', 'tensorboard'}"
    program = f"import sys, swiftgrad.nn, swiftgrad.optim; print({heavy} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "set()\n"
    program = f"import sys, swiftgrad.train, swiftgrad.data, swiftgrad.plot; print({heavy} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "{'numpy'}\n"
