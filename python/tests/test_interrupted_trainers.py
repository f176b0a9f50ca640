"""Trainers of several networks, killed or interrupted: they go on bit for bit, and Ctrl-C leaves whole updates."""

import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
import swiftgrad as sg

SETUP = """
import os, signal, sys, time
import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

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
KINDS = ["gan", "autoencoder", "vae", "diffusion", "gpt", "seq2seq"]
EPOCHS = 3  # of 20 updates


def program(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SETUP + textwrap.dedent(code), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


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
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()
        time.sleep(0.5)
        sent = time.time()
        process.send_signal(signal.SIGINT)
        when = process.stdout.readline()
        output, errors = process.communicate()
    assert output == "same\n", errors
    assert float(when) - sent < 2  # half a second when nothing else runs
