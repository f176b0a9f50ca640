"""The command line: `python -m swiftgrad info`, `train` and `generate`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import digits, info, task
from .diffusion import DiffusionTask
from .gan import GANTask
from .gpt import GPTTask
from .vae import VAETask

GENERATIVE: dict[str, task.Task] = {kind.name: kind for kind in (GPTTask(), GANTask(), VAETask(), DiffusionTask())}
_INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a positive whole number, got {text!r}")
    return number


def _add_training(parser: argparse.ArgumentParser, name: str, epochs: int, data: str) -> None:
    parser.add_argument("--data", type=Path, metavar="PATH", help=data)
    parser.add_argument("--epochs", type=_positive, default=epochs, metavar="N", help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=Path("runs") / name, metavar="DIR", help="default: %(default)s")
    _add_common(parser)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of all random numbers; default: %(default)s")
    parser.add_argument("--threads", type=_positive, metavar="N", help="default: what the machine allows")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="swiftgrad", description="Deep learning with an engine in Swift.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="command")
    about = commands.add_parser("info", help="version, instruction set, threads, and what is installed around it")
    about.set_defaults(run=lambda options: info.run())
    train = commands.add_parser("train", help="train a model on real data")
    tasks = train.add_subparsers(title="tasks", required=True, metavar="task")
    classifier = tasks.add_parser(
        "digits",
        help="a classifier of handwritten digits (scikit-learn's 1,797, or IDX files)",
        description="Trains a classifier of handwritten digits; writes the model, its configuration and two plots.",
    )
    _add_training(classifier, "digits", digits.EPOCHS, "folder of two IDX files as MNIST's, *images* and *labels*")
    classifier.set_defaults(run=digits.run)
    for kind in GENERATIVE.values():
        command = tasks.add_parser(
            kind.name, help=kind.help, description=f"Trains {kind.help}; leaves checkpoint, history.png and samples."
        )
        source = "a text file" if kind.name == "gpt" else "folder of two IDX files, or pictures in a .npy file"
        _add_training(command, kind.name, kind.epochs, source)
        command.set_defaults(run=kind.run)
    maker = commands.add_parser("generate", help="samples of a model that `train` has left in a folder")
    maker.add_argument("--checkpoint", type=Path, required=True, metavar="DIR", help="what was --out in training")
    maker.add_argument("--out", type=Path, metavar="DIR", help="where the samples go; default: the same folder")
    maker.add_argument("--count", type=_positive, metavar="N", help="samples, or characters")
    maker.add_argument("--label", type=int, metavar="N", help="the class of all samples; default: all classes")
    maker.add_argument("--prompt", help="what a text begins with")
    _add_common(maker)
    maker.set_defaults(run=lambda options: task.generate(options, GENERATIVE))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0, 1 after an error, 2 for wrong usage, 130 when interrupted."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except KeyboardInterrupt:
        print("swiftgrad: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except (ImportError, MemoryError, OSError, OverflowError, RuntimeError, ValueError) as error:
        message = " ".join(str(error).split()) or type(error).__name__
        print(f"swiftgrad: error: {message}", file=sys.stderr)
        return 1
    return 0
