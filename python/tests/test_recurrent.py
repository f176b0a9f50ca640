"""Recurrent layers against PyTorch: outputs, states and every gradient, from the same weights."""

import itertools
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

Values = np.ndarray[Any, Any]
T, B, I, H = 7, 5, 6, 9  # noqa: E741
KINDS = ["LSTM", "GRU", "RNN"]
LENGTHS = [3, 7, 1, 5, 7]


def numbers(*shape: int, seed: int = 0, dtype: str = "float32") -> Values:
    return np.random.default_rng(seed).standard_normal(shape).astype(dtype)


def same_weights(ours: Any, theirs: Any) -> None:
    import torch

    assert list(ours.state_dict()) == list(theirs.state_dict())
    with torch.no_grad():
        for name, parameter in theirs.named_parameters():
            parameter.copy_(torch.from_numpy(np.array(ours.state_dict()[name])))


def compare(actual: Any, expected: Any, what: str, dtype: str = "float32") -> None:
    expected = expected.detach().numpy()
    tolerance = 2e-5 if dtype == "float32" else 1e-12
    scale = max(1.0, float(np.abs(expected).max(initial=0)))
    np.testing.assert_allclose(np.asarray(actual.detach()), expected, rtol=0, atol=tolerance * scale, err_msg=what)


class Pair:
    """A layer of ours and PyTorch's with the same weights, and the same calls of both."""

    def __init__(self, kind: str, dtype: str = "float32", **options: Any) -> None:
        self.torch = pytest.importorskip("torch", reason="compares with PyTorch")
        self.dtype, self.options = dtype, options
        self.ours = getattr(nn, kind)(I, H, **options).to(dtype=getattr(sg, dtype))
        self.theirs = getattr(self.torch.nn, kind)(I, H, **options).to(getattr(self.torch, dtype))
        same_weights(self.ours, self.theirs)

    def leaf(self, values: Values) -> tuple[Any, Any]:
        values = values.astype(self.dtype)
        return sg.array(values, requires_grad=True), self.torch.tensor(values, requires_grad=True)

    def states(self, batch: int | None) -> tuple[Any, Any, list[Any]]:
        count = self.options.get("num_layers", 1) * (2 if self.options.get("bidirectional") else 1)
        width = self.options.get("proj_size") or H
        shape = (count,) if batch is None else (count, batch)
        h = self.leaf(numbers(*shape, width, seed=1))
        if not isinstance(self.ours, nn.LSTM):
            return (*h, [h])
        c = self.leaf(numbers(*shape, H, seed=2))
        return (h[0], c[0]), (h[1], c[1]), [h, c]

    def run_torch(self, x: Any, state: Any, lengths: list[int] | None) -> Any:
        if lengths is None:
            return self.theirs(x, state)
        utilities = self.torch.nn.utils.rnn
        first = bool(self.options.get("batch_first"))
        packed = utilities.pack_padded_sequence(x, self.torch.tensor(lengths), first, enforce_sorted=False)
        output, last = self.theirs(packed, state)
        return utilities.pad_packed_sequence(output, first, total_length=x.shape[1 if first else 0])[0], last

    def check(self, shape: tuple[int, ...], *, with_state: bool = True, lengths: list[int] | None = None) -> None:
        x = self.leaf(numbers(*shape))
        batch = None if len(shape) == 2 else shape[0 if self.options.get("batch_first") else 1]
        state: tuple[Any, Any, list[Any]] = self.states(batch) if with_state else (None, None, [])
        keywords = {} if lengths is None else {"lengths": lengths}
        ours = flat(self.ours(x[0], state[0], **keywords))
        theirs = flat(self.run_torch(x[1], state[1], lengths))
        for position, (actual, expected) in enumerate(zip(ours, theirs, strict=True)):
            assert actual.shape == tuple(expected.shape)
            compare(actual, expected, f"output {position}", self.dtype)
        seeds = [numbers(*o.shape, seed=10 + i, dtype=self.dtype) for i, o in enumerate(ours)]
        sum(((o * sg.from_numpy(s)).sum() for o, s in zip(ours, seeds, strict=True)), sg.asarray(0.0)).backward()
        sum((o * self.torch.from_numpy(s)).sum() for o, s in zip(theirs, seeds, strict=True)).backward()
        for actual, expected in [x, *state[2]]:
            compare(actual.grad, expected.grad, "gradient of an input", self.dtype)
        for (name, p), q in zip(self.ours.named_parameters(), self.theirs.parameters(), strict=True):
            compare(p.grad, q.grad, name, self.dtype)


def flat(result: Any) -> list[Any]:
    output, states = result
    return [output, *(states if isinstance(states, tuple) else (states,))]


@pytest.mark.parametrize(
    ("layers", "bidirectional", "batch_first", "bias"),
    list(itertools.product([1, 2], [False, True], [False, True], [True, False])),
)
@pytest.mark.parametrize("kind", KINDS)
def test_outputs_and_gradients_are_pytorchs(
    kind: str, layers: int, bidirectional: bool, batch_first: bool, bias: bool
) -> None:
    options = {"num_layers": layers, "bidirectional": bidirectional, "batch_first": batch_first, "bias": bias}
    shape = (B, T, I) if batch_first else (T, B, I)
    Pair(kind, **options).check(shape)
    Pair(kind, **options).check(shape, with_state=False)
    Pair(kind, **options).check(shape, lengths=LENGTHS)
    Pair(kind, "float64", **options).check(shape, lengths=LENGTHS)
    Pair(kind, **options).check((T, I))


@pytest.mark.parametrize("bidirectional", [False, True])
def test_projected_lstm_is_pytorchs(bidirectional: bool) -> None:
    for layers in (1, 2):
        pair = Pair("LSTM", proj_size=4, num_layers=layers, bidirectional=bidirectional)
        pair.check((T, B, I))
        Pair("LSTM", proj_size=4, num_layers=layers, bidirectional=bidirectional).check((T, B, I), lengths=LENGTHS)


def test_relu_network_is_pytorchs() -> None:
    Pair("RNN", nonlinearity="relu").check((T, B, I))
    Pair("RNN", nonlinearity="relu", num_layers=2, bidirectional=True).check((T, B, I), lengths=LENGTHS)


@pytest.mark.parametrize(("batch", "hidden", "steps"), [(1, 1, 1), (1, 70, 4), (64, 33, 3), (130, 16, 2), (3, 300, 2)])
@pytest.mark.parametrize("kind", KINDS)
def test_sizes_around_those_of_the_kernels(kind: str, batch: int, hidden: int, steps: int) -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    ours, theirs = getattr(nn, kind)(5, hidden), getattr(torch.nn, kind)(5, hidden)
    same_weights(ours, theirs)
    x = numbers(steps, batch, 5)
    for actual, expected in zip(flat(ours(sg.from_numpy(x))), flat(theirs(torch.from_numpy(x))), strict=True):
        compare(actual, expected, kind)
    ours(sg.from_numpy(x))[0].sum().backward()
    theirs(torch.from_numpy(x))[0].sum().backward()
    for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
        compare(p.grad, q.grad, kind)


@pytest.mark.parametrize("kind", ["LSTMCell", "GRUCell", "RNNCell"])
@pytest.mark.parametrize("bias", [True, False])
def test_cells_are_pytorchs(kind: str, bias: bool) -> None:
    pair = Pair(kind, bias=bias)
    torch = pair.torch
    for shape in ((B,), ()):
        x, h, c = (pair.leaf(numbers(*shape, n, seed=n)) for n in (I, H, H))
        is_lstm = kind == "LSTMCell"
        ours = pair.ours(x[0], (h[0], c[0]) if is_lstm else h[0])
        theirs = pair.theirs(x[1], (h[1], c[1]) if is_lstm else h[1])
        for actual, expected in zip(*((r if is_lstm else (r,)) for r in (ours, theirs)), strict=True):
            compare(actual, expected, kind)
            actual.sum().backward(retain_graph=True)
            expected.sum().backward(retain_graph=True)
        for actual, expected in [x, h] + ([c] if is_lstm else []):
            compare(actual.grad, expected.grad, kind)
        for p, q in zip(pair.ours.parameters(), pair.theirs.parameters(), strict=True):
            compare(p.grad, q.grad, kind)
        pair.ours.zero_grad()
        pair.theirs.zero_grad()
        alone = pair.ours(sg.from_numpy(numbers(*shape, I)))
        other = pair.theirs(torch.from_numpy(numbers(*shape, I)))
        compare(alone[0] if is_lstm else alone, other[0] if is_lstm else other, "no state")


def test_second_order_gradients_are_pytorchs() -> None:
    for kind, lengths in itertools.product(KINDS, [None, LENGTHS]):
        pair = Pair(kind, "float64", bidirectional=True)
        x = pair.leaf(numbers(T, B, I))
        state = pair.states(B)
        ours = flat(pair.ours(x[0], state[0], **({} if lengths is None else {"lengths": lengths})))
        theirs = flat(pair.run_torch(x[1], state[1], lengths))
        first = sg.grad((ours[0] ** 2).sum(), [x[0], *pair.ours.parameters()], create_graph=True)
        other = pair.torch.autograd.grad((theirs[0] ** 2).sum(), [x[1], *pair.theirs.parameters()], create_graph=True)
        for actual, expected in zip(first, other, strict=True):
            compare(actual, expected, f"{kind} first order", "float64")
        sum(((g * g).sum() for g in first), sg.asarray(0.0, dtype=sg.float64)).backward()
        sum((g * g).sum() for g in other).backward()
        for actual, expected in [x, *state[2]]:
            compare(actual.grad, expected.grad, f"{kind} second order", "float64")
        for p, q in zip(pair.ours.parameters(), pair.theirs.parameters(), strict=True):
            compare(p.grad, q.grad, f"{kind} second order", "float64")


class TestWithoutPyTorch:
    def test_a_layer_is_its_function(self) -> None:
        F = nn.functional
        x = sg.from_numpy(numbers(T, B, I))
        lengths = np.array(LENGTHS)
        for name in ("lstm", "gru"):
            layer = getattr(nn, name.upper())(I, H, 2, bidirectional=True)
            expected = getattr(F, name)(
                x, [], layer.parameters(), num_layers=2, bidirectional=True, lengths=sg.from_numpy(lengths)
            )
            for actual, other in zip(flat(layer(x, lengths=lengths)), expected, strict=True):
                np.testing.assert_array_equal(np.asarray(actual.detach()), np.asarray(other.detach()))

    def test_a_sequence_is_its_steps(self) -> None:
        layer, cell = nn.GRU(I, H), nn.GRUCell(I, H)
        cell.load_state_dict({name.removesuffix("_l0"): value for name, value in layer.state_dict().items()})
        x = sg.from_numpy(numbers(T, B, I))
        output, last = layer(x)
        state = None
        for step in range(T):
            state = cell(x[step], state)
            np.testing.assert_allclose(np.asarray(output[step].detach()), np.asarray(state.detach()), atol=1e-6)
        np.testing.assert_array_equal(np.asarray(last[0].detach()), np.asarray(output[-1].detach()))

    def test_names_of_parameters_and_their_order(self) -> None:
        names = list(nn.LSTM(I, H, 2, bidirectional=True, proj_size=3).state_dict())
        assert names[:5] == ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_hr_l0"]
        assert names[5] == "weight_ih_l0_reverse"
        assert names[10] == "weight_ih_l1"
        assert len(names) == 20
        assert list(nn.GRU(I, H, bias=False).state_dict()) == ["weight_ih_l0", "weight_hh_l0"]

    def test_parameters_start_within_the_root_of_the_hidden_size(self) -> None:
        for parameter in nn.LSTM(10, 25).parameters():
            values = np.abs(np.asarray(parameter.detach()))
            assert 0.18 < values.max() <= 0.2

    def test_what_printing_shows(self) -> None:
        layer = nn.LSTM(3, 4, 2, batch_first=True, dropout=0.5, bidirectional=True, proj_size=2)
        settings = "3, 4, proj_size=2, num_layers=2, batch_first=True, dropout=0.5, bidirectional=True"
        assert repr(layer) == f"LSTM({settings})"
        assert repr(nn.RNNCell(3, 4, bias=False, nonlinearity="relu")) == "RNNCell(3, 4, bias=False, nonlinearity=relu)"

    def test_dropout_lies_between_layers_and_is_off_in_evaluation(self) -> None:
        layer = nn.GRU(I, H, 2, dropout=1.0)
        x = sg.from_numpy(numbers(T, B, I))
        sg.manual_seed(0)
        dropped = layer(x)[0]
        second = nn.GRU(H, H)
        second.load_state_dict({k.replace("_l1", "_l0"): v for k, v in layer.state_dict().items() if "_l1" in k})
        alone = second(sg.zeros((T, B, H)))[0]
        np.testing.assert_array_equal(np.asarray(dropped.detach()), np.asarray(alone.detach()))
        once, again = layer.eval()(x)[0], layer(x)[0]
        np.testing.assert_array_equal(np.asarray(once.detach()), np.asarray(again.detach()))

    def test_arguments_by_name(self) -> None:
        layer = nn.LSTM(I, H)
        x = sg.from_numpy(numbers(T, B, I))
        states = tuple(sg.from_numpy(numbers(1, B, H, seed=s)) for s in (1, 2))
        expected = flat(layer(x, states))
        for result in (layer(x, hx=states), layer(input=x, hx=list(states)), layer(hx=states, input=x)):
            for actual, other in zip(flat(result), expected, strict=True):
                np.testing.assert_array_equal(np.asarray(actual.detach()), np.asarray(other.detach()))
        with pytest.raises(TypeError, match=r"unexpected keyword argument 'state'"):
            layer(x, state=states)
        with pytest.raises(TypeError, match="multiple values for argument 'hx'"):
            layer(x, states, hx=states)
        with pytest.raises(TypeError, match="at most 3 positional arguments but 4 were given"):
            layer(x, None, None, None)
        with pytest.raises(TypeError, match="missing required argument: 'input'"):
            layer(hx=states)
        logits = sg.from_numpy(numbers(2, 3))
        target = sg.asarray([0, 2])
        loss = nn.CrossEntropyLoss()
        assert loss(logits, target=target).item() == loss(logits, target).item()

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"x": (T, B, I + 1)}, r"expected input \(..., 6\), got \(7, 5, 7\)"),
            ({"x": (T,)}, r"expected \(time, batch, features\) or \(time, features\), got \(7,\)"),
            ({"hx": [(1, B, H)]}, "expected 2 initial states, got 1"),
            ({"hx": [(2, B, H), (1, B, H)]}, r"hidden state of shape \(1, batch, ...\), got \(2, 5, 9\)"),
            ({"hx": [(1, B, H), (1, B + 1, H)]}, r"cell state of shape \(1, 5, 9\), got \(1, 6, 9\)"),
            ({"lengths": [1] * (B + 1)}, r"lengths of shape \(5,\), got \(6,\)"),
            ({"lengths": [1, 2, 3, 4, T + 1]}, r"lengths must lie in 0\.\.\.7, .* got 8 at position 4"),
            ({"lengths": [1, 2, 3, -4, 1]}, "got -4 at position 3"),
            ({"x": (T, I), "lengths": [T]}, "lengths are for batches"),
        ],
    )
    def test_what_does_not_fit_is_said(self, arguments: dict[str, Any], message: str) -> None:
        layer = nn.LSTM(I, H)
        x = sg.from_numpy(numbers(*arguments.get("x", (T, B, I))))
        hx = [sg.from_numpy(numbers(*shape)) for shape in arguments["hx"]] if "hx" in arguments else None
        with pytest.raises(ValueError, match=f"^LSTM: .*{message}"):
            layer(x, hx, arguments.get("lengths"))

    def test_types_that_do_not_fit(self) -> None:
        layer = nn.GRU(I, H)
        with pytest.raises(TypeError, match="floating-point"):
            layer(sg.zeros((T, B, I), dtype=sg.int64))
        with pytest.raises(TypeError, match="lengths must be integers"):
            layer(sg.zeros((T, B, I)), lengths=sg.zeros((B,)))
        with pytest.raises(TypeError, match="lengths"):
            layer(sg.zeros((T, B, I)), lengths=[1.5] * B)

    def test_bad_settings(self) -> None:
        for options in (
            {"hidden_size": 0},
            {"input_size": -1},
            {"num_layers": 0},
            {"dropout": 1.5},
            {"proj_size": H},
            {"proj_size": -1},
            {"hidden_size": 1 << 62},
        ):
            with pytest.raises((ValueError, MemoryError)):
                nn.LSTM(**({"input_size": I, "hidden_size": H} | options))
        with pytest.raises(ValueError, match="nonlinearity"):
            nn.RNN(I, H, nonlinearity="gelu")
        with pytest.raises(TypeError, match="floating-point"):
            nn.GRU(I, H, dtype=sg.int32)

    def test_half_precision_computes_in_single(self) -> None:
        layer = nn.LSTM(I, H)
        x = numbers(T, B, I).astype("float16")
        expected = layer(sg.from_numpy(x.astype("float32")))[0]
        half = nn.LSTM(I, H)
        half.load_state_dict(layer.state_dict())
        result, (h, c) = half.to(dtype=sg.float16)(sg.from_numpy(x))
        assert result.dtype == h.dtype == c.dtype == sg.float16
        np.testing.assert_allclose(np.asarray(result.detach()), np.asarray(expected.detach()), atol=2e-3)
        result.sum().backward()
        assert all(p.grad.dtype == sg.float16 for p in half.parameters())

    def test_history_is_kept_only_where_a_gradient_may_follow(self) -> None:
        layer = nn.GRU(I, H)
        x = sg.from_numpy(numbers(T, B, I))
        with sg.no_grad():
            assert not layer(x)[0].requires_grad
        expected = layer(x)
        for p in layer.parameters():
            p.requires_grad = False
        frozen = layer(x)
        assert not frozen[0].requires_grad
        np.testing.assert_array_equal(np.asarray(frozen[0]), np.asarray(expected[0].detach()))
        inputs = sg.array(numbers(T, B, I), requires_grad=True)
        layer(inputs)[1].sum().backward()
        assert inputs.grad is not None
        assert all(p.grad is None for p in layer.parameters())
