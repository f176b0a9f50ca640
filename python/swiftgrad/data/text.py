"""Text as numbers: by characters, by bytes, or by a tokenizer of one's own."""

from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Literal

import numpy as np

from .dataset import ArrayDataset

Tokens = Literal["characters", "bytes"] | Callable[[str], Sequence[int]]


class CharacterTokenizer:
    """Numbers for the characters of a text, in order of their code points: `decode(encode(text)) == text`."""

    def __init__(self, text: str) -> None:
        self.characters = "".join(sorted(set(text)))
        self._numbers = {character: number for number, character in enumerate(self.characters)}

    @property
    def vocab_size(self) -> int:
        return len(self.characters)

    def encode(self, text: str) -> np.ndarray:
        """int64; ValueError for a character that the vocabulary lacks."""
        try:
            return np.array([self._numbers[character] for character in text], np.int64)
        except KeyError as error:
            raise ValueError(f"the vocabulary of {self.vocab_size} characters lacks {error.args[0]!r}") from None

    def decode(self, tokens: Iterable[int]) -> str:
        """The text of tokens, a tensor or any sequence of numbers."""
        return "".join(self.characters[int(token)] for token in tokens)


class TextDataset(ArrayDataset):
    """Windows of a text for a language model: sample i is `context` tokens and the same moved on by one, int64.

    source is a path, or the text itself as str or bytes. tokens is "characters", "bytes", or a function from str to
    numbers. `tokenizer` decodes characters. Windows start every `stride` tokens and share the memory of `tokens`.
    """

    tokenizer: CharacterTokenizer | None
    tokens: np.ndarray
    vocab_size: int

    def __init__(
        self, source: str | bytes | PathLike[str], context: int, tokens: Tokens = "characters", stride: int = 1
    ) -> None:
        if context < 1 or stride < 1:
            raise ValueError(f"TextDataset: context and stride must be positive, got {context} and {stride}")
        self.tokenizer = None
        content = Path(source).read_bytes() if isinstance(source, PathLike) else source
        if tokens == "bytes":
            raw = content.encode() if isinstance(content, str) else content
            self.tokens, self.vocab_size = np.frombuffer(raw, np.uint8).astype(np.int64), 256
        else:
            text = content.decode() if isinstance(content, bytes) else content
            if callable(tokens):
                self.tokens = np.asarray(tokens(text), np.int64)
            elif tokens == "characters":
                self.tokenizer = CharacterTokenizer(text)
                self.tokens = self.tokenizer.encode(text)
            else:
                raise ValueError(f"TextDataset: tokens must be 'characters', 'bytes' or a function, got {tokens!r}")
            self.vocab_size = int(self.tokens.max(initial=-1)) + 1
        if len(self.tokens) <= context:
            raise ValueError(f"TextDataset: {len(self.tokens)} tokens are too few for a context of {context}")
        windows = np.lib.stride_tricks.sliding_window_view(self.tokens, context)
        super().__init__(windows[:-1:stride], windows[1::stride])

    def split(self, fraction: float = 0.9) -> tuple[Any, Any]:
        """Two data sets, of the first part of the text and of the rest: for training and for validation."""
        cut = round(len(self.tokens) * fraction)
        context = int(self[0][0].shape[0])
        parts = [part for part in (self.tokens[:cut], self.tokens[cut:]) if len(part) > context]
        if len(parts) < 2:
            raise ValueError(f"TextDataset: {fraction} leaves a part of fewer than {context + 1} tokens")
        made = [np.lib.stride_tricks.sliding_window_view(part, context) for part in parts]
        first, second = (ArrayDataset(windows[:-1], windows[1:]) for windows in made)
        return first, second
