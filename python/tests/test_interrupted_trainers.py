"""Trainers of several networks, killed or interrupted: they go on bit for bit, and Ctrl-C leaves whole updates."""

import random
import signal
from functools import partial
from pathlib import Path
from typing import Any

import checkpoint_cases
import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

SETUP = """
import os, signal, sys, time
import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs behind it without

def net(inputs, outputs, width=24):
    return nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Dropout(0.1), nn.Linear(width, outputs))

class Denoiser(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = net(9, 8)
    def forward(self, x, t):
        return self.net(sg.concat([x, t.reshape(-1, 1).astype(x.dtype) / 20], axis=1))

class Translator(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.head = nn.Embedding(9, 16), nn.Linear(16, 9)
    def forward(self, source, tokens):
        return self.head(self.embedding(tokens) + self.embedding(source).mean(axis=1, keepdims=True))

def build(kind):
    generator = np.random.default_rng(0)
    x, tokens = generator.uniform(0.05, 0.95, (320, 8)).astype(np.float32), generator.integers(3, 9, (320, 6))
    sg.manual_seed(1)
    arrays = (x,)
    if kind == "gan":
        trainer = train.GANTrainer(net(4, 8), net(8, 1), 4, "wgan_gp", critic_steps=2, ema=0.9)
    elif kind == "autoencoder":
        trainer = train.AutoencoderTrainer(net(8, 3), net(3, 8), "noise")
    elif kind == "vae":
        trainer = train.VAETrainer(net(8, 6), net(3, 8), 3, kl_warmup=30)
    elif kind == "diffusion":
        trainer = train.DiffusionTrainer(Denoiser(), 20, ema=0.9)
    elif kind == "gpt":
        model, arrays = nn.models.GPT(9, 6, 1, 2, 16), (tokens,)
        trainer = train.LanguageModelTrainer(model, optim.AdamW(model.parameters(), lr=1e-3), clip_grad_norm=1.0)
    else:
        model, arrays = Translator(), (tokens, tokens[:, ::-1].copy())
        trainer = train.Seq2SeqTrainer(model, optim.Adam(model.parameters()), accumulate=2)
    return trainer, data.DataLoader(data.ArrayDataset(*arrays), 16, shuffle=True, seed=2)

def fingerprint(trainer):
    parts = {f"{n}.{k}": v for n, net in trainer.networks.items() for k, v in net.state_dict().items()}
    return {name: np.asarray(tensor.detach()).tobytes().hex() for name, tensor in parts.items()}

class At(train.Callback):
    def __init__(self, update, act):
        self.update, self.act = update, act
    def on_batch_end(self, trainer, batch, losses):
        if trainer.updates == self.update:
            self.act(trainer)
"""
namespace: dict[str, Any] = {}
exec(SETUP, namespace)
build, fingerprint, At = namespace["build"], namespace["fingerprint"], namespace["At"]


class Wrapped(nn.Module):
    """A network in Python, with statistics that its forward changes."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first, self.norm = nn.Linear(inputs, 16), nn.BatchNorm1d(16)
        self.last = nn.Linear(16, outputs)

    def forward(self, x: Any) -> Any:
        return self.last(self.norm(self.first(x)).relu())


KINDS = ["gan", "autoencoder", "vae", "diffusion", "gpt", "seq2seq"]
EPOCHS = 3  # of 20 updates
program = partial(checkpoint_cases.program, setup=SETUP)


@pytest.mark.parametrize("kind", KINDS)
def test_killed_in_an_epoch_it_goes_on_bit_for_bit(kind: str, tmp_path: Path) -> None:
    code = """
        trainer, loader = build(sys.argv[1])
        kill = At(int(sys.argv[3]), lambda trainer: os.kill(os.getpid(), signal.SIGKILL))
        trainer.fit(loader, 3, callbacks=[kill, train.Checkpoint(sys.argv[2], "3 steps")], progress=False)
    """
    updates = [14, 40, 53]
    processes = [program(code, kind, str(tmp_path / str(update)), str(update)) for update in updates]
    straight, loader = build(kind)
    straight.fit(loader, EPOCHS, progress=False)
    for update, process in zip(updates, processes, strict=True):
        _, errors = process.communicate()
        assert process.returncode == -signal.SIGKILL, errors
        resumed, loader = build(kind)
        sg.manual_seed(99)
        resumed.resume(tmp_path / str(update))
        assert update - 4 < resumed.updates <= update
        resumed.fit(loader, EPOCHS - resumed.epoch, progress=False)
        assert resumed.updates == straight.updates
        assert fingerprint(resumed) == fingerprint(straight), f"killed at update {update}"


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_c_leaves_whole_updates_and_a_checkpoint_at_its_place(kind: str, tmp_path: Path) -> None:
    code = """
        trainer, loader = build(sys.argv[1])
        print("ready", flush=True)
        try:
            trainer.fit(loader, 10**6, callbacks=[train.Checkpoint(sys.argv[2], "1 hour")], progress=False)
        except KeyboardInterrupt:
            print(time.time(), flush=True)
        (folder,) = train.checkpoints(sys.argv[2])
        assert int(folder.name[5:]) == trainer.updates > 0
        straight, loader = build(sys.argv[1])
        stop = At(trainer.updates, lambda other: other.stop(now=True))
        straight.fit(loader, 10**6, callbacks=[stop], progress=False)
        assert fingerprint(straight) == fingerprint(trainer), "not the weights after a whole update"
        resumed, loader = build(sys.argv[1])
        resumed.resume(sys.argv[2])
        further = lambda: At(trainer.updates + 5, lambda other: other.stop(now=True))
        resumed.fit(loader, 10**6, callbacks=[further()], progress=False)
        again, loader = build(sys.argv[1])
        again.fit(loader, 10**6, callbacks=[further()], progress=False)
        assert fingerprint(again) == fingerprint(resumed), "not the run without an interrupt"
        print("same")
    """
    with program(code, kind, str(tmp_path)) as process:
        checkpoint_cases.check_interrupt(process, 0.5)


@pytest.mark.parametrize("kind", ["gan", "accumulating gan", "wgan", "vae", "supervised"])
def test_networks_in_python_are_interrupted_between_whole_updates(kind: str) -> None:
    """60 timers, most of which end in the middle of an update: nothing of it stays."""
    x = np.random.default_rng(0).uniform(-0.9, 0.9, (64, 6)).astype(np.float32)
    settings: dict[str, Any] = {"accumulate": 3} if kind == "accumulating gan" else {}

    def make() -> tuple[Any, data.DataLoader]:
        sg.manual_seed(0)
        if "gan" in kind:
            loss = "wgan" if kind == "wgan" else "hinge"
            trainer = train.GANTrainer(Wrapped(4, 6), Wrapped(6, 1), 4, loss, **settings)
        elif kind == "vae":
            trainer = train.VAETrainer(Wrapped(6, 6), Wrapped(3, 6), 3, reconstruction="mse")
        else:
            model = Wrapped(6, 6)
            trainer = train.Trainer(model, optim.Adam(model.parameters()), nn.MSELoss())
        arrays = (x, x) if kind == "supervised" else (x,)
        return trainer, data.DataLoader(data.ArrayDataset(*arrays), 16, shuffle=True, seed=1)

    class Keep(train.Callback):
        def __init__(self) -> None:
            self.after: dict[int, Any] = {}

        def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
            self.after[trainer.updates] = state(trainer)

    def state(trainer: Any) -> Any:
        steps = {
            f"{name}.{number}": float(entry["step"])
            for name, optimizer in trainer.optimizers.items()
            for number, entry in optimizer.state_dict()["state"].items()
            if "step" in entry
        }
        return fingerprint(trainer), steps, int(trainer.step_state().get("count", 0))

    def interrupt(signum: int, frame: Any) -> None:
        raise KeyboardInterrupt

    straight, loader = make()
    keep, moments = Keep(), random.Random(1)
    keep.after[0] = state(straight)
    straight.fit(loader, 60, callbacks=[keep], progress=False)
    before = signal.signal(signal.SIGALRM, interrupt)
    updates = set()
    try:
        for _ in range(60):
            trainer, loader = make()
            with pytest.raises(KeyboardInterrupt):
                signal.setitimer(signal.ITIMER_REAL, moments.uniform(0.001, 0.02))
                trainer.fit(loader, 10**6, progress=False)
            updates.add(trainer.updates)
            if trainer.updates in keep.after:
                assert state(trainer) == keep.after[trainer.updates]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(updates & set(keep.after)) > 3
