"""`swiftgrad train gpt`: a small GPT that reads and writes text by characters."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

import swiftgrad as sg
from swiftgrad import data, nn, optim, train

from .task import Task

_CONTEXT = 64
_BATCH = 32
_LAYERS = 4
_HEADS = 4
_WIDTH = 128
_EPOCH = 150  # batches, drawn anew for each epoch, so that a long text shows how it does after seconds
_HELD_OUT = 20  # batches at most


class GPTTask(Task):
    name = "gpt"
    help = "a language model of a text's characters (a file, or Python's own documentation)"
    epochs = 12

    def read(self, path: Path | None) -> tuple[dict[str, Any], Any, Any]:
        text = _text(path)
        if len(text) < 1000:
            raise ValueError(f"{path}: {len(text):,} characters are too few to learn from; give at least 1,000")
        characters = sorted(set(text))
        numbers = {character: number for number, character in enumerate(characters)}
        tokens = np.array([numbers[character] for character in text], np.int64)
        rows = np.lib.stride_tricks.sliding_window_view(tokens, _CONTEXT + 1)[:: _CONTEXT // 2]
        held_out = max(1, len(rows) // 10)
        dataset = data.ArrayDataset(rows[:-held_out].copy())
        sampler = data.WeightedSampler(np.ones(len(dataset)), min(len(dataset), _EPOCH * _BATCH), replacement=False)
        loader = data.DataLoader(dataset, _BATCH, sampler=sampler, seed=0)
        return {"characters": "".join(characters)}, loader, (rows[-held_out:][: _HELD_OUT * _BATCH].copy(),)

    def build(self, config: dict[str, Any]) -> train.Trainer:
        model = nn.models.GPT(len(config["characters"]), _CONTEXT, _LAYERS, _HEADS, _WIDTH)
        optimizer = optim.AdamW(model.parameters(), lr=1e-3, betas=(0.9, 0.99))
        return train.LanguageModelTrainer(model, optimizer, clip_grad_norm=1.0)

    def draw(self, trainer: Any, config: dict[str, Any], folder: Path, options: argparse.Namespace) -> None:
        characters = config["characters"]
        prompt = getattr(options, "prompt", None) or next(c for c in ("\n", " ", characters[0]) if c in characters)
        if unknown := sorted(set(prompt) - set(characters)):
            raise ValueError(f"--prompt: the text had no {unknown[0]!r}")
        tokens = sg.asarray(np.array([[characters.index(character) for character in prompt]]))
        length = getattr(options, "count", None) or 500
        drawn = trainer.model.generate(tokens, length, temperature=0.8, top_k=40)
        text = "".join(characters[number] for number in np.asarray(drawn)[0])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "samples.txt").write_text(text + "\n")
        print(f"{text}\nsamples: {folder / 'samples.txt'}")


def _text(path: Path | None) -> str:
    if path is None:
        from pydoc_data.topics import topics

        return "\n".join(topics.values())
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such file of text")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not a text in UTF-8 ({error.reason} at byte {error.start})") from error
