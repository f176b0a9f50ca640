"""Trainers of language models and from sequence to sequence: PyTorch's numbers, masking, resume, bad input."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

F = nn.functional
VOCABULARY, MASK, PAD, START, END = 11, 10, 0, 1, 2


class Bigram(nn.Module):
    """Says the next token from this one."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, 6)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(6, VOCABULARY)

    def forward(self, tokens: Any) -> Any:
        return self.head(self.dropout(self.embedding(tokens)))


class Translator(nn.Module):
    """Says the next token from this one and the mean of the source."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, 6)
        self.head = nn.Linear(6, VOCABULARY)

    def forward(self, source: Any, tokens: Any) -> Any:
        return self.head(self.embedding(tokens) + self.embedding(source).mean(axis=1, keepdims=True))


def tokens(rows: int = 24, length: int = 7) -> np.ndarray:
    return np.random.default_rng(0).integers(3, MASK, (rows, length))


def loader(*arrays: np.ndarray) -> data.DataLoader:
    return data.DataLoader(data.ArrayDataset(*arrays), 8, shuffle=True, seed=3)


def weights(model: nn.Module) -> dict[str, np.ndarray]:
    return {name: np.array(tensor.detach()) for name, tensor in model.state_dict().items()}


def same(first: nn.Module, second: nn.Module) -> bool:
    return all(np.array_equal(value, weights(second)[name]) for name, value in weights(first).items())


def seeded(make: Any, *arguments: Any) -> Any:
    sg.manual_seed(1)
    return make(*arguments)


def language_model(model: nn.Module, **settings: Any) -> Any:
    return train.LanguageModelTrainer(model, optim.Adam(model.parameters(), lr=0.01), **settings)


def torch_cross_entropy(torch: Any, model: nn.Module, inputs: Any, targets: np.ndarray, **settings: Any) -> float:
    logits = np.array(model(*inputs).detach())
    flat = torch.tensor(logits.reshape(-1, VOCABULARY))
    return float(torch.nn.functional.cross_entropy(flat, torch.tensor(targets.reshape(-1)), **settings))


class TestLanguageModel:
    @pytest.mark.parametrize("make", [Bigram, lambda: nn.models.GPT(VOCABULARY, 7, 1, 2, 8)])
    def test_the_same_steps_as_a_loop_of_ones_own(self, make: Any) -> None:
        trained, own = seeded(make), seeded(make)
        history = language_model(trained, clip_grad_norm=0.5).fit(loader(tokens()), 3, progress=False)
        optimizer, losses = optim.Adam(own.parameters(), lr=0.01), []
        batches = loader(tokens())
        for _ in range(3):
            epoch = []
            for (batch,) in batches:
                optimizer.zero_grad()
                logits = own(batch[:, :-1])
                loss = F.cross_entropy(logits.reshape(-1, VOCABULARY), batch[:, 1:].reshape(-1))
                loss.backward()
                nn.utils.clip_grad_norm_(own.parameters(), 0.5)
                optimizer.step()
                epoch.append(float(loss))
            losses.append(np.mean(epoch))
        assert same(trained, own)
        np.testing.assert_allclose(history["loss"], losses, rtol=1e-6)

    def test_targets_of_ones_own(self) -> None:
        shifted, given = seeded(Bigram), seeded(Bigram)
        x = tokens()
        first = language_model(shifted).step((x,))
        second = language_model(given).step((x[:, :-1].copy(), x[:, 1:].copy()))
        assert first == second
        assert same(shifted, given)

    def test_smoothing_and_padding_are_pytorchs(self) -> None:
        torch = pytest.importorskip("torch")
        x = tokens()
        x[:, 4:] = np.where(np.arange(24)[:, None] % 3 == 0, PAD, x[:, 4:])
        model = seeded(Bigram)
        trainer = language_model(model, pad=PAD, label_smoothing=0.2)
        expected = torch_cross_entropy(
            torch, model, [sg.from_numpy(x[:, :-1])], x[:, 1:], ignore_index=PAD, label_smoothing=0.2
        )
        assert trainer.evaluate([(x,)])["loss"] == pytest.approx(expected, rel=1e-5)
        assert trainer.step((x,))["loss"] == pytest.approx(expected, rel=1e-5)

    def test_the_mean_is_over_tokens_not_batches(self) -> None:
        torch = pytest.importorskip("torch")
        x = tokens(9)
        x[8, 2:] = PAD
        model = seeded(Bigram)
        expected = torch_cross_entropy(torch, model, [sg.from_numpy(x[:, :-1])], x[:, 1:], ignore_index=PAD)
        batches = data.DataLoader(data.ArrayDataset(x), 8)
        assert language_model(model, pad=PAD).evaluate(batches)["loss"] == pytest.approx(expected, rel=1e-5)

    def test_it_learns_a_cycle(self) -> None:
        x = (np.arange(24)[:, None] + np.arange(7)) % 7 + 3
        model = seeded(Bigram)
        history = language_model(model).fit(loader(x), 80, progress=False)
        assert history[-1]["loss"] < 0.2 < history[0]["loss"]
        guesses = np.array(model(sg.from_numpy(x[:, :-1])).argmax(axis=2))
        np.testing.assert_array_equal(guesses, x[:, 1:])

    @pytest.mark.parametrize("settings", [{}, {"ema": 0.9, "accumulate": 2}])
    @pytest.mark.parametrize("objective", ["next", "masked"])
    def test_a_resumed_run_is_the_uninterrupted_one(
        self, objective: str, settings: dict[str, Any], tmp_path: Path
    ) -> None:
        masked = {"mask": MASK, "vocab_size": VOCABULARY} if objective == "masked" else {}

        def build() -> Any:
            return language_model(seeded(Bigram, 0.3), objective=objective, **masked, **settings)

        class Save(train.Callback):
            def on_batch_end(self, trainer: Any, batch: int, losses: Any) -> None:
                if trainer.updates == 5:
                    trainer.save(tmp_path / "run")

        straight, resumed = build(), build()
        straight.fit(loader(tokens()), 3, callbacks=[Save()], progress=False)
        resumed.resume(tmp_path / "run")
        resumed.fit(loader(tokens()), 2, progress=False)
        assert same(straight.model, resumed.model)
        assert straight.history["loss"] == resumed.history["loss"]


class TestMasking:
    def test_what_is_hidden(self) -> None:
        """Of 15 % of the tokens 80 % become the mask and 10 % a random one, as BERT's paper has it."""
        seen = []

        class Look(Bigram):
            def forward(self, shown: Any) -> Any:
                seen.append(np.array(shown))
                return super().forward(shown)

        x = np.full((400, 100), 5)
        x[:, 90:] = PAD
        sg.manual_seed(2)
        trainer = language_model(Look(), objective="masked", mask=MASK, vocab_size=VOCABULARY, pad=PAD)
        trainer.evaluate([(x,)])
        (shown,) = seen
        assert (shown[:, 90:] == PAD).all()
        text = shown[:, :90]
        hidden, strange = (text == MASK).mean(), ((text != MASK) & (text != 5)).mean()
        # The mask and 5 are two of the eleven tokens that a random one can be.
        chosen, deviation = 0.15, 4 * np.sqrt(0.15 / text.size)
        assert hidden == pytest.approx(chosen * (0.8 + 0.1 / 11), abs=deviation)
        assert strange == pytest.approx(chosen * 0.1 * 9 / 11, abs=deviation)

    def test_only_hidden_tokens_count(self) -> None:
        torch = pytest.importorskip("torch")
        seen = []

        class Look(Bigram):
            def forward(self, shown: Any) -> Any:
                seen.append(shown)
                return super().forward(shown)

        model = seeded(Look)
        x = tokens(40, 20)
        trainer = language_model(
            model, objective="masked", mask=MASK, vocab_size=VOCABULARY, mask_probability=1.0, label_smoothing=0.1
        )
        loss = trainer.evaluate([(x,)])["loss"]
        (shown,) = seen
        assert loss == pytest.approx(torch_cross_entropy(torch, model, [shown], x, label_smoothing=0.1), rel=1e-5)

    def test_one_token_is_hidden_at_least(self) -> None:
        trainer = language_model(
            Bigram(), objective="masked", mask=MASK, vocab_size=VOCABULARY, mask_probability=1e-9, pad=PAD
        )
        assert np.isfinite(trainer.step((np.array([[4, PAD]]),))["loss"])

    def test_bad_input(self) -> None:
        for settings in ({}, {"mask": MASK}, {"mask": 11, "vocab_size": 11}, {"mask": -1, "vocab_size": 11}):
            with pytest.raises(ValueError, match="needs mask"):
                language_model(Bigram(), objective="masked", **settings)
        for probability in (0.0, 1.5, float("nan")):
            with pytest.raises(ValueError, match="mask_probability"):
                language_model(Bigram(), objective="masked", mask=1, vocab_size=9, mask_probability=probability)
        with pytest.raises(ValueError, match="objective must be one of 'next', 'masked'"):
            language_model(Bigram(), objective="permuted")
        trainer = language_model(Bigram(), objective="masked", mask=MASK, vocab_size=VOCABULARY)
        with pytest.raises(ValueError, match="tokens alone"):
            trainer.step((tokens(), tokens()))


@pytest.mark.parametrize(
    ("batch", "words"),
    [
        ((tokens().astype(np.float32),), "integers"),
        ((tokens()[0],), r"\(N, L\)"),
        ((tokens()[:0],), "empty"),
        ((tokens()[:, :1],), "sequences of 2 or more"),
        ((tokens(), tokens(length=6)), r"the tokens' shape \(24, 7\)"),
        ((tokens(), tokens(), tokens()), r"\(N, L\)"),
    ],
)
def test_bad_batches_of_a_language_model(batch: Any, words: str) -> None:
    model = Bigram()
    before = weights(model)
    with pytest.raises(ValueError, match=words):
        language_model(model).step(batch)
    assert all((value == before[name]).all() for name, value in weights(model).items())


def test_tokens_and_logits_that_do_not_fit() -> None:
    with pytest.raises(IndexError, match="11"):
        language_model(Bigram()).step((np.full((2, 3), VOCABULARY),))
    with pytest.raises(ValueError, match=r"logits \(24, 6, vocabulary\), got \(144, 6\)"):
        language_model(nn.Sequential(nn.Embedding(VOCABULARY, 6), nn.Flatten(0, 1))).step((tokens(),))


class TestSeq2Seq:
    def trainer(self, model: nn.Module, **settings: Any) -> Any:
        return train.Seq2SeqTrainer(model, optim.Adam(model.parameters(), lr=0.01), **settings)

    def pairs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Sources and padded targets, and what the model sees and should say."""
        source, target = tokens(), tokens(length=5)[:, ::-1].copy()
        lengths = np.arange(24) % 6
        target[np.arange(5) >= lengths[:, None]] = PAD
        seen, wanted = np.full((24, 6), PAD), np.full((24, 6), -100)
        seen[:, 0] = START
        for row, length in enumerate(lengths):
            seen[row, 1 : length + 1] = wanted[row, :length] = target[row, :length]
            wanted[row, length] = END
        return source, target, seen, wanted

    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    def test_teacher_forcing_is_pytorchs(self, smoothing: float) -> None:
        torch = pytest.importorskip("torch")
        source, target, seen, wanted = self.pairs()
        model = seeded(Translator)
        expected = torch_cross_entropy(
            torch, model, [sg.from_numpy(source), sg.from_numpy(seen)], wanted, label_smoothing=smoothing
        )
        report = self.trainer(model, label_smoothing=smoothing).evaluate([(source, target)])
        assert report["loss"] == pytest.approx(expected, rel=1e-5)
        guesses = np.array(model(sg.from_numpy(source), sg.from_numpy(seen)).argmax(axis=2))
        counts = wanted >= 0
        assert report["accuracy"] == pytest.approx((guesses == wanted)[counts].mean())
        assert report["sequence_accuracy"] == pytest.approx(((guesses == wanted) | ~counts).all(axis=1).mean())

    def test_the_same_steps_as_a_loop_of_ones_own(self) -> None:
        source, target, seen, wanted = self.pairs()
        trained, own = seeded(Translator), seeded(Translator)
        trainer = self.trainer(trained, label_smoothing=0.1)
        trainer.fit([(source, target)], 4, progress=False)
        optimizer = optim.Adam(own.parameters(), lr=0.01)
        for _ in range(4):
            optimizer.zero_grad()
            logits = own(sg.from_numpy(source), sg.from_numpy(seen)).reshape(-1, VOCABULARY)
            F.cross_entropy(logits, sg.from_numpy(wanted.reshape(-1)), label_smoothing=0.1).backward()
            optimizer.step()
        assert same(trained, own)

    def test_it_translates_what_it_has_learnt(self) -> None:
        """Each source is one token, over and over; its translation the next four."""
        first = np.arange(24) % 4 + 3
        source, target = np.repeat(first[:, None], 3, axis=1), first[:, None] + np.arange(4)

        class Place(Translator):
            def __init__(self) -> None:
                super().__init__()
                self.places = nn.Embedding(8, 6)

            def forward(self, source: Any, tokens: Any) -> Any:
                places = self.places(sg.arange(tokens.shape[1]))
                return self.head(self.embedding(tokens) + self.embedding(source).mean(axis=1, keepdims=True) + places)

        trainer = self.trainer(seeded(Place))
        history = trainer.fit(loader(source, target), 150, validation=(source, target), progress=False)
        assert history[-1]["val_sequence_accuracy"] == 1
        np.testing.assert_array_equal(np.array(trainer.translate(source, 7))[:, :4], target)
        np.testing.assert_array_equal(np.array(trainer.translate(source, 2)), target[:, :2])

    def test_a_resumed_run_is_the_uninterrupted_one(self, tmp_path: Path) -> None:
        source, target, _, _ = self.pairs()
        straight, first, second = (self.trainer(seeded(Translator), ema=0.9, accumulate=2) for _ in range(3))
        straight.fit(loader(source, target), 3, progress=False)
        first.fit(loader(source, target), 1, progress=False)
        first.save(tmp_path / "run")
        second.resume(tmp_path / "run")
        second.fit(loader(source, target), 2, progress=False)
        assert same(straight.model, second.model)
        np.testing.assert_array_equal(*[np.array(trainer.translate(source, 4)) for trainer in (straight, second)])

    def test_bad_input(self) -> None:
        source, target, _, _ = self.pairs()
        for numbers in ({"pad": -1}, {"end": PAD}, {"start": 2**40}):
            with pytest.raises(ValueError, match="pad, start and end"):
                self.trainer(Translator(), **numbers)
        trainer = self.trainer(Translator())
        for batch in ((source,), (source, target[:3]), (source, target.astype(np.float32)), (source[0], target[0])):
            with pytest.raises(ValueError, match="sources"):
                trainer.step(batch)
        with pytest.raises(ValueError, match="empty"):
            trainer.step((source[:0], target[:0]))
        for count in (0, -1, 2**62):
            with pytest.raises(ValueError, match="max_tokens"):
                trainer.translate(source, count)
        with pytest.raises(ValueError, match="sources"):
            trainer.translate(source[:0], 3)
        with pytest.raises(ValueError, match=r"logits \(24, 6, vocabulary\), got \(24, 11\)"):
            self.trainer(Mean()).step((source, target))


class Mean(Translator):
    def forward(self, source: Any, tokens: Any) -> Any:
        return super().forward(source, tokens).mean(axis=1)
