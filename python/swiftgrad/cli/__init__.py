"""The command line: `python -m swiftgrad info` and `python -m swiftgrad train digits`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import digits, info

_INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a positive whole number, got {text!r}")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="swiftgrad", description="Deep learning with an engine in Swift.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="command")
    about = commands.add_parser("info", help="version, instruction set, threads, and what is installed around it")
    about.set_defaults(run=lambda options: info.run())
    train = commands.add_parser("train", help="train a model on real data")
    tasks = train.add_subparsers(title="tasks", required=True, metavar="task")
    task = tasks.add_parser(
        "digits",
        help="a classifier of handwritten digits (scikit-learn's 1,797, or IDX files)",
        description="Trains a classifier of handwritten digits; writes the model, its configuration and two plots.",
    )
    task.add_argument(
        "--data", type=Path, metavar="PATH", help="folder of two IDX files as MNIST's, *images* and *labels*"
    )
    task.add_argument("--epochs", type=_positive, default=digits.EPOCHS, metavar="N", help="default: %(default)s")
    task.add_argument("--out", type=Path, default=Path("runs/digits"), metavar="DIR", help="default: %(default)s")
    task.add_argument("--seed", type=int, default=0, metavar="N", help="of weights and shuffling; default: %(default)s")
    task.add_argument("--threads", type=_positive, metavar="N", help="default: what the machine allows")
    task.set_defaults(run=digits.run)
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
