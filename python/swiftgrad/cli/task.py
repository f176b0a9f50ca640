"""What a task of the command line is: data, a trainer made from a configuration, and what it draws."""

import argparse
import json
import resource
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar

import swiftgrad as sg
from swiftgrad import plot, train

CONFIG = "config.json"
CHECKPOINTS = "checkpoints"


class Task(ABC):
    """A model that learns to make something; the same for `train` and `generate`."""

    name: ClassVar[str]
    help: ClassVar[str]
    epochs: ClassVar[int]

    @abstractmethod
    def read(self, path: Path | None) -> tuple[dict[str, Any], Any, Any]:
        """A configuration, the batches to train on, and those to validate on or None."""

    @abstractmethod
    def build(self, config: dict[str, Any]) -> train.Trainer:
        """The trainer that a configuration describes."""

    @abstractmethod
    def draw(self, trainer: train.Trainer, config: dict[str, Any], folder: Path, options: argparse.Namespace) -> None:
        """Leaves samples in a folder, or prints them."""

    def sample(self, trainer: Any, labels: Any) -> Any:
        """Pictures (n, height * width) from 0 to 1, one of each class in `labels`."""
        raise NotImplementedError(f"{self.name} makes no pictures")

    def run(self, options: argparse.Namespace) -> None:
        """`swiftgrad train`: trains, and leaves configuration, checkpoint, history.png and samples."""
        start = time.perf_counter()
        _prepare(options)
        config, batches, validation = self.read(options.data)
        options.out.mkdir(parents=True, exist_ok=True)  # an error here comes before the work
        config = {"task": self.name, "seed": options.seed, **config}
        trainer = self.build(config)
        sizes = {name: sum(p.size for p in network.parameters()) for name, network in trainer.networks.items()}
        parts = ", ".join(f"{name} of {size:,} parameters" for name, size in sizes.items())
        print(f"{self.name}: {parts}, {sg.get_num_threads()} threads")
        (options.out / CONFIG).write_text(json.dumps(config, indent=2) + "\n")
        saver = train.Checkpoint(options.out / CHECKPOINTS, keep=1)
        history = trainer.fit(batches, epochs=options.epochs, validation=validation, callbacks=[saver])
        print(f"checkpoint: {options.out / CHECKPOINTS}")
        self.draw(trainer, config, options.out, options)
        try:
            plot.history(history, options.out / "history.png")
            print(f"history: {options.out / 'history.png'}")
        except ImportError as error:
            print(f"no plot of the history: {error}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"took {time.perf_counter() - start:.1f} s, peak memory {peak:.0f} MB")


def generate(options: argparse.Namespace, tasks: dict[str, Task]) -> None:
    """`swiftgrad generate`: samples of the model that `swiftgrad train` left in a folder."""
    folder: Path = options.checkpoint
    if not (folder / CONFIG).is_file():
        raise FileNotFoundError(f"{folder}: there is no {CONFIG}; give a folder that `swiftgrad train` has written")
    try:
        config = json.loads((folder / CONFIG).read_text())
        name = config["task"]
        if name in tasks:
            _prepare(options)
            trainer = tasks[name].build(config)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{folder / CONFIG}: not the configuration of a task") from error
    if name not in tasks:
        raise ValueError(f"{folder}: a task {name!r} generates nothing; {', '.join(tasks)} do")
    trainer.resume(folder / CHECKPOINTS)
    sg.manual_seed(options.seed)
    tasks[name].draw(trainer, config, options.out or folder, options)


def _prepare(options: argparse.Namespace) -> None:
    if options.threads:
        sg.set_num_threads(options.threads)
    sg.manual_seed(options.seed)


def draw_grid(samples: Any, config: dict[str, Any], folder: Path, columns: int) -> None:
    """Rows of pixels as samples.png."""
    height, width = config["size"]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "samples.png"
    try:
        plot.grid(samples.reshape(-1, height, width), columns=columns, path=path, scale=max(1, 64 // height))
    except ImportError as error:
        print(f"no picture of the samples: {error}")
        return
    print(f"samples: {path}")


def labels_of_rows(options: argparse.Namespace, classes: int) -> list[int]:
    """The class of each sample: the one asked for, or a column for each class."""
    label = getattr(options, "label", None)
    if label is not None and not 0 <= label < classes:
        raise ValueError(f"--label: the classes are 0...{classes - 1}, got {label}")
    count = getattr(options, "count", None) or 8 * classes
    return [number % classes if label is None else label for number in range(count)]
