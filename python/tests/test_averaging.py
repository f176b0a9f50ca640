"""Averages of weights: PyTorch's numbers over 50 steps, what a trainer's callback keeps, and what is refused."""

import copy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train
from swiftgrad.optim import swa_utils

STEPS = 50
RNG = np.random.default_rng(0)
INPUTS = RNG.normal(size=(STEPS, 16, 5)).astype(np.float32)
TARGETS = RNG.normal(size=(STEPS, 16, 2)).astype(np.float32)


def network() -> nn.Module:
    sg.manual_seed(0)
    return nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2))


def numbers(state: Any) -> dict[str, np.ndarray]:
    return {name: np.array(tensor.detach()) for name, tensor in state.items()}


def torch_network(torch: Any, model: nn.Module) -> Any:
    twin = torch.nn.Sequential(torch.nn.Linear(5, 8), torch.nn.BatchNorm1d(8), torch.nn.ReLU(), torch.nn.Linear(8, 2))
    twin.load_state_dict({name: torch.tensor(value) for name, value in numbers(model.state_dict()).items()})
    return twin


def ema_of(utils: Any) -> dict[str, Any]:
    return {"multi_avg_fn": utils.get_ema_multi_avg_fn(0.9)}


SETTINGS = {
    "equal": lambda utils: {},
    "equal, one by one": lambda utils: {"avg_fn": utils.get_swa_avg_fn()},
    "equal, at once": lambda utils: {"multi_avg_fn": utils.get_swa_multi_avg_fn()},
    "exponential": ema_of,
    "exponential, one by one": lambda utils: {"avg_fn": utils.get_ema_avg_fn(0.9)},
    "one's own": lambda utils: {"avg_fn": lambda average, weight, count: 0.5 * average + 0.5 * weight / (count + 1)},
    "exponential with buffers": lambda utils: {**ema_of(utils), "use_buffers": True},
    "equal with buffers": lambda utils: {"use_buffers": True},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_the_averages_are_pytorchs(settings: Any) -> None:
    torch = pytest.importorskip("torch")
    model = network()
    twin = torch_network(torch, model)
    averaged = swa_utils.AveragedModel(model, **settings(swa_utils))
    expected = torch.optim.swa_utils.AveragedModel(twin, **settings(torch.optim.swa_utils))
    ours = optim.SGD(model.parameters(), lr=0.05)
    theirs = torch.optim.SGD(twin.parameters(), lr=0.05)
    for x, y in zip(INPUTS, TARGETS, strict=True):
        ours.zero_grad()
        nn.functional.mse_loss(model(sg.from_numpy(x)), sg.from_numpy(y)).backward()
        ours.step()
        averaged.update_parameters(model)
        theirs.zero_grad()
        torch.nn.functional.mse_loss(twin(torch.tensor(x)), torch.tensor(y)).backward()
        theirs.step()
        expected.update_parameters(twin)
    state, wanted = numbers(averaged.state_dict()), expected.state_dict()
    assert list(state) == list(wanted)
    for name, value in wanted.items():
        np.testing.assert_allclose(state[name], value.numpy(), rtol=2e-5, atol=2e-6, err_msg=name)
    averaged.eval()
    expected.eval()
    np.testing.assert_allclose(
        np.array(averaged(sg.from_numpy(INPUTS[0])).detach()),
        expected(torch.tensor(INPUTS[0])).detach().numpy(),
        rtol=1e-4,
        atol=1e-5,
    )


def test_the_statistics_of_batch_norms_are_taken_anew() -> None:
    torch = pytest.importorskip("torch")
    model = network()
    model[1].running_mean[...] = 7
    twin = torch_network(torch, model)
    model.eval()
    twin.eval()
    swa_utils.update_bn([(sg.from_numpy(x), None) for x in INPUTS], model)
    torch.optim.swa_utils.update_bn([torch.tensor(x) for x in INPUTS], twin)
    for name, value in twin.state_dict().items():
        np.testing.assert_allclose(np.array(model.state_dict()[name].detach()), value.numpy(), rtol=1e-5, atol=1e-6)
    assert model[1].momentum == 0.1
    assert not any(module.training for module in model.modules())
    before = numbers(model[0].state_dict())
    swa_utils.update_bn([INPUTS[0]], model[0])  # has none
    assert all((value == before[name]).all() for name, value in numbers(model[0].state_dict()).items())


@pytest.mark.parametrize("settings", [(0.05,), (0.05, 4, "linear"), ([0.3, 0.01], 7), (0.2, 0), (0.2, 1)])
def test_the_rates_are_pytorchs(settings: tuple[Any, ...]) -> None:
    torch = pytest.importorskip("torch")
    weights = [nn.Parameter(sg.zeros(2)), nn.Parameter(sg.zeros(2))]
    twins = [torch.zeros(2, requires_grad=True), torch.zeros(2, requires_grad=True)]
    ours = optim.SGD([{"params": weights[:1], "lr": 1.0}, {"params": weights[1:]}], lr=0.1)
    theirs = torch.optim.SGD([{"params": twins[:1], "lr": 1.0}, {"params": twins[1:]}], lr=0.1)
    schedule = swa_utils.SWALR(ours, *settings)
    expected = torch.optim.swa_utils.SWALR(theirs, *settings)
    for _ in range(15):
        found = [group["lr"] for group in ours.param_groups]
        assert found == pytest.approx([group["lr"] for group in theirs.param_groups], rel=1e-12)
        theirs.step()
        schedule.step()
        expected.step()


def test_bad_input() -> None:
    model = network()
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    with pytest.raises(ValueError, match="only one"):
        swa_utils.AveragedModel(model, avg_fn=lambda *a: a[0], multi_avg_fn=lambda *a: None)
    with pytest.raises(ValueError, match="other weights"):
        swa_utils.AveragedModel(model).update_parameters(nn.Linear(2, 2))
    for make in (swa_utils.get_ema_multi_avg_fn, swa_utils.get_ema_avg_fn):
        with pytest.raises(ValueError, match="decay"):
            make(1.5)
    for settings, words in (((0.1, -1), "anneal_epochs"), ((0.1, 1, "steps"), "anneal_strategy"), (([],), "swa_lr")):
        with pytest.raises(ValueError, match=words):
            swa_utils.SWALR(optimizer, *settings)
    schedule = swa_utils.SWALR(optimizer, 0.1)
    optimizer.add_param_group({"params": [nn.Parameter(sg.zeros(2))]})
    with pytest.raises(ValueError, match="made for 1 parameter groups, the optimiser has 2"):
        schedule.step()


def test_an_average_can_be_copied_saved_and_loaded(tmp_path: Path) -> None:
    model = network()
    averaged = swa_utils.AveragedModel(model)
    averaged.update_parameters(model)
    sg.save_file(averaged.state_dict(), tmp_path / "average.safetensors")
    other = swa_utils.AveragedModel(nn.Sequential(*[copy.deepcopy(layer) for layer in model]))
    other.load_state_dict(sg.load_file(tmp_path / "average.safetensors"))
    assert int(other.n_averaged) == 1
    assert int(copy.deepcopy(averaged).n_averaged) == 1


class TestCallback:
    def trainer(self, **settings: Any) -> Any:
        model = network()
        return train.Trainer(model, optim.Adam(model.parameters(), lr=0.01), nn.MSELoss(), **settings)

    def loader(self) -> data.DataLoader:
        return data.DataLoader(data.ArrayDataset(INPUTS[0], TARGETS[0]), 4, shuffle=True, seed=1)

    def test_it_takes_in_the_weights_after_each_update(self) -> None:
        average, seen = train.EMA(0.8, start_epoch=2), []

        class Look(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                seen.append(np.array(trainer.model[0].weight.detach()))

        self.trainer().fit(self.loader(), epochs=3, callbacks=[average, Look()], progress=False)
        expected = seen[4]
        for weight in seen[5:]:
            expected = 0.8 * expected + 0.2 * weight
        np.testing.assert_allclose(
            np.array(average.models["model"].module[0].weight.detach()), expected, rtol=1e-5, atol=1e-7
        )

    def test_without_a_decay_all_updates_count_the_same_and_a_gan_has_two_networks(self) -> None:
        generator, critic = nn.Linear(2, 5), nn.Linear(5, 1)
        average, seen = train.EMA(None, every_steps=2), []

        class Look(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                seen.append(np.array(generator.weight.detach()))

        train.GANTrainer(generator, critic, 2).fit(self.loader(), 2, callbacks=[average, Look()], progress=False)
        assert set(average.models) == {"generator", "discriminator"}
        found = np.array(average.models["generator"].module.weight.detach())
        np.testing.assert_allclose(found, np.mean(seen[1::2], axis=0), rtol=1e-5, atol=1e-7)

    def test_it_is_part_of_a_checkpoint(self, tmp_path: Path) -> None:
        def run(epochs: int, resume: bool = False) -> train.EMA:
            trainer, average = self.trainer(), train.EMA(0.9)
            if resume:
                trainer.resume(tmp_path)
            trainer.fit(
                self.loader(), epochs - trainer.epoch, callbacks=[average, train.Checkpoint(tmp_path)], progress=False
            )
            return average

        straight = numbers(run(4).models["model"].state_dict())
        for folder in train.checkpoints(tmp_path):
            for path in sorted(folder.rglob("*"), reverse=True):
                path.unlink()
            folder.rmdir()
        run(2)
        resumed = numbers(run(4, resume=True).models["model"].state_dict())
        for name, value in straight.items():
            np.testing.assert_array_equal(resumed[name], value, err_msg=name)

    def test_assigned_it_is_the_model(self) -> None:
        trainer, average = self.trainer(), train.EMA(0.9, assign=True)
        trainer.fit(self.loader(), 2, callbacks=[average], progress=False)
        for name, value in numbers(average.models["model"].module.state_dict()).items():
            np.testing.assert_array_equal(np.array(trainer.model.state_dict()[name].detach()), value)

    def test_bad_input(self) -> None:
        for settings in ({"decay": 2.0}, {"every_steps": 0}, {"start_epoch": 0}):
            with pytest.raises(ValueError, match=r"EMA|decay"):
                train.EMA(**settings)
