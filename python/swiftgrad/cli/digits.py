"""`swiftgrad train digits`: a multilayer perceptron that reads handwritten digits."""

import argparse
import itertools
import json
import math
import resource
import time
from pathlib import Path
from typing import Any

import numpy as np

import swiftgrad as sg
from swiftgrad import data, nn, optim, plot, train

EPOCHS = 60
_BATCH = 32
_HIDDEN = (256, 128)
_RATE = 2e-3
_DROPOUT = {"input": 0.1, "hidden": 0.3}
_SMOOTHING = 0.1  # of the labels; chosen with the others by cross-validation within the images to train on
_SPLIT_SEED = 0  # the same images are held out whatever --seed is


def build(config: dict[str, Any]) -> nn.Module:
    """The classifier that a configuration describes: Linear, ReLU and dropout for each hidden layer, then Linear."""
    widths, dropout = config["widths"], config["dropout"]
    layers: list[nn.Module] = [nn.Flatten(), nn.Dropout(dropout["input"])]
    for inputs, outputs in itertools.pairwise(widths[:-1]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU(), nn.Dropout(dropout["hidden"])]
    return nn.Sequential(*layers, nn.Linear(widths[-2], widths[-1]))


class _CosineDecay(train.Callback):
    """The learning rate falls from _RATE to 0 along half a cosine."""

    def __init__(self, epochs: int) -> None:
        self.epochs = epochs

    def on_epoch_begin(self, trainer: train.Trainer, epoch: int) -> None:
        for group in trainer.optimizer.param_groups:
            group["lr"] = _RATE * (1 + math.cos(math.pi * (epoch - 1) / self.epochs)) / 2


def load(folder: Path) -> nn.Module:
    """The model that `swiftgrad train digits` left in a folder, in evaluation mode."""
    config = json.loads((folder / "config.json").read_text())
    model = build(config)
    model.load_state_dict(sg.load_file(folder / "model.safetensors"))
    return model.eval()


def run(options: argparse.Namespace) -> None:
    """Trains, reports, and writes model.safetensors, config.json, history.png and confusion_matrix.png."""
    start = time.perf_counter()
    if options.threads:
        sg.set_num_threads(options.threads)
    sg.manual_seed(options.seed)
    images, labels = data.read_digits(options.data) if options.data else data.load_digits()
    options.out.mkdir(parents=True, exist_ok=True)  # an error here comes before the work
    x, held_out, y, truth = data.train_test_split(images, labels, test_size=0.2, seed=_SPLIT_SEED, stratify=labels)
    classes = int(labels.max()) + 1
    widths = [images[0].size, *_HIDDEN, classes]
    config: dict[str, Any] = {
        "task": "digits",
        "widths": widths,
        "dropout": _DROPOUT,
        "image_shape": list(images.shape[1:]),
    }
    model = build(config)
    _describe(model, widths, x, held_out, classes)

    loader = data.DataLoader(data.ArrayDataset(x, y), batch_size=_BATCH, shuffle=True, seed=options.seed)
    optimizer = optim.Adam(model.parameters(), lr=_RATE)
    loss = nn.CrossEntropyLoss(label_smoothing=_SMOOTHING)
    trainer = train.Trainer(model, optimizer, loss=loss, metrics=["accuracy"])
    decay = _CosineDecay(options.epochs)
    history = trainer.fit(loader, epochs=options.epochs, validation=(held_out, truth), callbacks=[decay])

    scores = trainer.evaluate((held_out, truth))
    logits = _logits(model.eval(), held_out)
    predicted = logits.argmax(axis=1)
    wrong = int((predicted != truth).sum())
    print(f"held out: accuracy {100 * scores['accuracy']:.2f} %, {wrong} of {len(truth):,} wrong")
    config |= {"epochs": options.epochs, "seed": options.seed, "accuracy": scores["accuracy"]}
    _save(model, config, options.out)
    _check(options.out, held_out, logits)
    _draw(options.out, history, truth, predicted, classes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"took {time.perf_counter() - start:.1f} s, peak memory {peak:.0f} MB")


def _logits(model: nn.Module, images: np.ndarray) -> np.ndarray:
    with sg.no_grad():
        return np.asarray(model(sg.from_numpy(images)))


def _describe(model: nn.Module, widths: list[int], x: np.ndarray, held_out: np.ndarray, classes: int) -> None:
    size = "x".join(map(str, x.shape[2:]))
    parameters = sum(p.size for p in model.parameters())
    print(f"digits: {len(x):,} images of {size} to train on, {len(held_out):,} held out, {classes} classes")
    print(f"model: {'-'.join(map(str, widths))}, {parameters:,} parameters, {sg.get_num_threads()} threads")


def _save(model: nn.Module, config: dict[str, Any], folder: Path) -> None:
    sg.save_file(model.state_dict(), folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")


def _check(folder: Path, images: np.ndarray, logits: np.ndarray) -> None:
    """Loads the model again and compares; RuntimeError unless it predicts the same bits."""
    if not np.array_equal(_logits(load(folder), images), logits):
        raise RuntimeError(f"{folder / 'model.safetensors'}: the model predicts something else after loading it again")
    print(f"reloaded {folder / 'model.safetensors'}: the same predictions, bit for bit")


def _draw(folder: Path, history: train.History, truth: np.ndarray, predicted: np.ndarray, classes: int) -> None:
    matrix = np.zeros((classes, classes), int)
    np.add.at(matrix, (truth, predicted), 1)
    try:
        plot.history(history, folder / "history.png")
        plot.confusion_matrix(matrix, path=folder / "confusion_matrix.png")
    except ImportError as error:
        print(f"no plots: {error}")
        return
    print(f"plots: {folder / 'history.png'}, {folder / 'confusion_matrix.png'}")
