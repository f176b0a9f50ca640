"""`generate`: every model writes the same with and without a cache, alone and in a batch; beams find the likeliest."""

import itertools
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

F = nn.functional
SOURCE = [[3, 1, 4, 1, 5, 2], [2, 6, 5, 3, 0, 0]]
LENGTHS = [6, 4]


def sharpened(model: Any) -> Any:
    """Weights large enough that the likeliest tokens differ."""
    sg.manual_seed(3)
    for name, parameter in model.eval().named_parameters():
        with sg.no_grad():
            if "norm" not in name and "ln_" not in name:
                parameter[...] = 0.5 * sg.random.normal(parameter.shape)
    return model


def gpt(context: int = 16) -> Any:
    return sharpened(nn.models.GPT(9, context, 2, 2, 8))


def writers() -> dict[str, Any]:
    models = nn.models
    return {
        "t5": models.T5(9, 2, 2, 8, buckets=8, max_distance=10),
        "t5 gated": models.T5(9, 1, 2, 8, gated=True, tied=False, activation="gelu_tanh", decoder_layers=2),
        "bart": models.BART(9, 16, 2, 2, 8),
        "additive": models.Seq2Seq(9, 9, 6, 8, layers=2),
        "multiplicative": models.Seq2Seq(9, 9, 6, 8, cell="gru", attention="multiplicative"),
        "without": models.Seq2Seq(9, 9, 6, 8, attention=None),
    }


WRITERS = list(writers())
OPTIONS: list[dict[str, Any]] = [
    {"temperature": 0},
    {"temperature": 0, "repetition_penalty": 1.5},
    {"seed": 1, "top_k": 4, "top_p": 0.9, "temperature": 0.7},
    {"num_beams": 3, "stop": 5},
    {"num_beams": 2, "length_penalty": 0.5, "early_stopping": True, "stop": [5, 7], "repetition_penalty": 1.2},
]


class TestCache:
    @pytest.mark.parametrize("options", OPTIONS)
    def test_gpt_writes_the_same_without(self, options: Any) -> None:
        model = gpt()
        for lengths in (None, LENGTHS):
            found = model.generate(SOURCE, 8, lengths=lengths, **options)
            expected = model.generate(SOURCE, 8, lengths=lengths, use_cache=False, **options)
            assert found.tolist() == expected.tolist()

    @pytest.mark.parametrize("options", OPTIONS)
    @pytest.mark.parametrize("name", WRITERS)
    def test_encoder_decoders_write_the_same_without(self, name: str, options: Any) -> None:
        model = sharpened(writers()[name])
        found = model.generate(SOURCE, 7, lengths=LENGTHS, **options)
        expected = model.generate(SOURCE, 7, lengths=LENGTHS, use_cache=False, **options)
        assert found.tolist() == expected.tolist()

    def test_beyond_the_context_the_window_slides(self) -> None:
        model = gpt(8)
        found = model.generate(SOURCE, 12, lengths=LENGTHS, temperature=0)
        for row, prompt in enumerate(SOURCE):
            tokens = prompt[: LENGTHS[row]]
            for _ in range(12):
                tokens = [*tokens, int(model(sg.asarray([tokens[-8:]])).argmax(axis=2)[0, -1])]
            assert found[row, : len(tokens)].tolist() == tokens


class TestBatch:
    @pytest.mark.parametrize("options", [OPTIONS[0], OPTIONS[1], OPTIONS[3]])
    def test_a_row_is_written_as_alone(self, options: Any) -> None:
        model = gpt()
        both = model.generate(SOURCE, 6, lengths=LENGTHS, pad=0, **options)
        for row, length in enumerate(LENGTHS):
            alone = model.generate(SOURCE[row][:length], 6, pad=0, **options).tolist()
            assert both[row, : len(alone)].tolist() == alone
            assert not both[row, len(alone) :].any()

    @pytest.mark.parametrize("options", [OPTIONS[0], OPTIONS[3]])
    @pytest.mark.parametrize("name", WRITERS)
    def test_a_source_is_read_as_alone(self, name: str, options: Any) -> None:
        model = sharpened(writers()[name])
        both = model.generate(SOURCE, 6, lengths=LENGTHS, pad=0, **options)
        for row, length in enumerate(LENGTHS):
            alone = model.generate(SOURCE[row][:length], 6, pad=0, **options).tolist()
            assert both[row, : len(alone)].tolist() == alone

    def test_a_stop_token_ends_a_row(self) -> None:
        model = gpt()
        free = model.generate(SOURCE, 8, temperature=0).numpy()
        stop = int(free[0, 8])
        found = model.generate(SOURCE, 8, temperature=0, stop=stop, pad=7).numpy()
        for row in range(2):
            new = free[row, 6:].tolist()
            kept = new[: new.index(stop) + 1] if stop in new else new
            padding = [7] * (found.shape[1] - 6 - len(kept))
            assert found[row, 6:].tolist() == kept + padding

    def test_a_seed_repeats(self) -> None:
        model = gpt()
        first, again, other = (model.generate(SOURCE, 9, seed=seed).tolist() for seed in (1, 1, 2))
        assert first == again != other


class TestChoice:
    def test_the_repetition_penalty_is_that_of_its_paper(self) -> None:
        model = gpt()
        prompt = [3, 1, 4]
        logits = model(sg.asarray([prompt])).detach().numpy()[0, -1].astype("float64")
        for token in prompt:
            logits[token] = logits[token] / 4.0 if logits[token] > 0 else logits[token] * 4.0
        found = model.generate(prompt, 1, temperature=0, repetition_penalty=4.0)
        assert found[-1].item() == logits.argmax()

    @pytest.mark.parametrize("length_penalty", [0.0, 1.0, 2.0])
    def test_enough_beams_find_the_best_of_all(self, length_penalty: float) -> None:
        model = gpt()
        prompt, stop, longest = [3, 1], 5, 3
        best, score = [], -np.inf
        for length in range(1, longest + 1):
            for new in itertools.product(range(9), repeat=length):
                if stop in new[:-1] or (length < longest and new[-1] != stop):
                    continue
                logits = model(sg.asarray([prompt + list(new)])).detach().numpy()[0, 1:-1].astype("float64")
                logs = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
                total = sum(logs[i, token] for i, token in enumerate(new)) / length**length_penalty
                if total > score:
                    best, score = list(new), total
        found = model.generate(prompt, longest, num_beams=81, length_penalty=length_penalty, stop=stop)
        assert found[2 : 2 + len(best)].tolist() == best

    def test_beams_of_transformers(self) -> None:
        transformers = pytest.importorskip("transformers", reason="compares with transformers")
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        del transformers
        from pathlib import Path

        from transformers import GPT2LMHeadModel, T5ForConditionalGeneration

        folder = Path(__file__).parent / "reference" / "pretrained"
        cases = [("gpt2", nn.models.GPT, GPT2LMHeadModel), ("t5", nn.models.T5, T5ForConditionalGeneration)]
        for name, ours, theirs in cases:
            model, twin = ours.from_pretrained(folder / name), theirs.from_pretrained(folder / name).eval()
            for options in ({"num_beams": 3}, {"num_beams": 2, "length_penalty": 2.0}, {"repetition_penalty": 1.7}):
                rules = {"do_sample": False, "eos_token_id": 6, "pad_token_id": 0, "max_new_tokens": 6, **options}
                rules |= {"decoder_start_token_id": 0} if name == "t5" else {}
                given = torch.tensor(SOURCE)
                expected = twin.generate(given, attention_mask=torch.ones_like(given), **rules)
                expected = expected[:, 1:] if name == "t5" else expected
                found = model.generate(SOURCE, 6, stop=6, pad=0, temperature=0, **options)
                assert found.tolist() == expected.tolist(), (name, options)


class TestBadInput:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"repetition_penalty": 0.0}, "repetition_penalty must be positive"),
            ({"repetition_penalty": float("nan")}, "repetition_penalty must be positive"),
            ({"num_beams": 0}, "num_beams must lie between 1"),
            ({"num_beams": 1 << 62}, "num_beams must lie between 1"),
            ({"num_beams": 2, "top_k": 3}, "a beam search draws nothing"),
            ({"num_beams": 2, "length_penalty": float("inf")}, "length_penalty must be finite"),
            ({"stop": 9}, "stop must be a token below 9, got 9"),
            ({"stop": [1, -1]}, "stop must be a token below 9, got -1"),
            ({"pad": 9}, "pad must be a token below 9"),
            ({"lengths": [6]}, r"expected lengths \(2,\)"),
            ({"lengths": [0, 6]}, "between 1 and 6, got 0"),
            ({"lengths": [7, 6]}, "between 1 and 6, got 7"),
        ],
    )
    def test_settings_are_checked(self, options: Any, message: str) -> None:
        for model in (gpt(), writers()["t5"], writers()["additive"]):
            with pytest.raises(ValueError, match=message):
                model.generate(SOURCE, 3, **options)

    def test_counts_are_checked(self) -> None:
        for count in (-1, 1 << 62):
            with pytest.raises(ValueError, match="max_tokens"):
                gpt().generate(SOURCE, count)
        with pytest.raises(ValueError, match="max_tokens 17 does not fit the context of 16"):
            writers()["bart"].generate(SOURCE, 17)
        with pytest.raises(TypeError, match="lengths must be integers"):
            gpt().generate(SOURCE, 2, lengths=[1.0, 2.0])
        assert gpt().generate(SOURCE, 0).tolist() == SOURCE
        assert writers()["t5"].generate(SOURCE, 0, num_beams=2).shape == (2, 0)
