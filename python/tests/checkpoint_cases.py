"""A run whose checkpoints are tested, here and in other processes."""

import signal
import subprocess
import sys
import textwrap
import time
from typing import Any

from swiftgrad import nn, optim, train

SETUP = """
import signal, sys
import numpy as np
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs behind it without

def problem():
    generator = np.random.default_rng(0)
    labels = np.arange(90) % 3
    inputs = generator.normal(size=(90, 6)).astype(np.float32) + labels[:, None].astype(np.float32)
    return inputs, labels

def run(epochs, folder=None, every="7 steps", resume=False, callbacks=()):
    x, y = problem()
    sg.manual_seed(1 if not resume else 99)
    model = nn.Sequential(nn.Linear(6, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 3))
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    trainer = train.Trainer(model, optimizer, loss=nn.CrossEntropyLoss(), metrics=["accuracy", "f1", "roc_auc"])
    loader = data.DataLoader(data.ArrayDataset(x, y), 8, shuffle=True, seed=5)
    schedule = train.LRSchedule(optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200), every="step")
    callbacks = [schedule, train.EarlyStopping(patience=100, restore_best=True), *callbacks]
    if folder is not None:
        callbacks.append(train.Checkpoint(folder, every=every, keep=2))
    if resume:
        trainer.resume(folder)
    trainer.fit(loader, epochs - trainer.epoch, (x, y), callbacks, progress=False)
    return trainer

def fingerprint(trainer):
    weights = {name: np.asarray(t.detach()).tobytes().hex() for name, t in trainer.model.state_dict().items()}
    names = [name for name in trainer.history.columns if name not in ("seconds", "samples_per_second", "memory_mb")]
    return weights, {name: trainer.history[name] for name in names}, sg.random.get_state()
"""
namespace: dict[str, Any] = {}
exec(SETUP, namespace)
run, fingerprint, problem = namespace["run"], namespace["fingerprint"], namespace["problem"]
EPOCHS = 6


def program(code: str, *arguments: str, setup: str = SETUP) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", setup + textwrap.dedent(code), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def check_interrupt(process: subprocess.Popen[str], seconds: float) -> None:
    """Ctrl-C so long after "ready" is answered with the time within 2 s, and in the end with "same"."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", process.communicate()
    time.sleep(seconds)
    sent = time.time()
    process.send_signal(signal.SIGINT)
    when = process.stdout.readline()
    output, errors = process.communicate()
    assert output == "same\n", errors
    assert float(when) - sent < 2  # half a second when nothing else runs


def plain_trainer(width: int = 4) -> train.Trainer:
    model = nn.Linear(6, width)
    return train.Trainer(model, optim.Adam(model.parameters()), loss=nn.CrossEntropyLoss())
