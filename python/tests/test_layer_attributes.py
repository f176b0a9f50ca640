"""Settings, hooks, signatures and groups of parameters: what a layer lets its user see and change."""

import copy
import gc
import inspect
import pickle
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim


def values(tensor: Any) -> Any:
    return np.asarray(tensor.detach())


class TestDistances:
    """What the triplet loss measures with: its own distance, a function, or a module with parameters."""

    def test_a_function_outlives_the_call_that_gave_it(self) -> None:
        loss = nn.TripletMarginWithDistanceLoss(distance_function=lambda x, y: (x - y).abs().sum(-1), margin=2.0)
        gc.collect()
        x, y, z = sg.zeros(3, 2), sg.ones(3, 2), sg.full((3, 2), 2.0)
        assert loss(x, y, z).item() == 0
        loss.distance_function = lambda x, y: (x - y).square().sum(-1)
        gc.collect()
        assert loss(x, z, y).item() == 8 - 2 + 2
        assert callable(loss.distance_function)

    def test_a_module_is_a_child_and_learns(self) -> None:
        measure = nn.Bilinear(2, 2, 1)
        loss = nn.TripletMarginWithDistanceLoss(distance_function=measure, margin=100.0)
        assert {name for name, _ in loss.named_parameters()} == {"distance_function.weight", "distance_function.bias"}
        loss(sg.ones(3, 2), sg.ones(3, 2), sg.zeros(3, 2)).backward()
        assert measure.weight.grad is not None
        np.testing.assert_allclose(measure.weight.grad, np.ones((1, 2, 2)), rtol=1e-6)
        loss.distance_function = nn.PairwiseDistance()
        assert not list(loss.parameters())
        assert abs(loss(sg.ones(2), sg.ones(2), sg.zeros(2)).item() - (100 - 2**0.5)) < 1e-4


class TestSettings:
    def test_a_new_momentum_reaches_the_layer(self) -> None:
        norm = nn.BatchNorm1d(2)
        norm.momentum = 0.5
        norm(sg.asarray([[2.0, 4.0], [2.0, 8.0]]))
        np.testing.assert_allclose(norm.running_mean, [1, 3])
        norm.momentum = None
        assert "momentum=None" in repr(norm)
        assert norm.eps == 1e-5

    @pytest.mark.parametrize(
        ("layer", "name", "value", "bad"),
        [
            (lambda: nn.BatchNorm2d(2), "momentum", 0.05, 1.5),
            (lambda: nn.BatchNorm2d(2), "eps", 1e-3, -1.0),
            (lambda: nn.InstanceNorm1d(2), "momentum", 0.05, float("nan")),
            (lambda: nn.LayerNorm(2), "eps", 1e-3, float("nan")),
            (lambda: nn.GroupNorm(1, 2), "eps", 1e-3, -1),
            (lambda: nn.RMSNorm(2), "eps", 1e-3, -1),
            (lambda: nn.Dropout(), "p", 0.1, 1.5),
            (lambda: nn.Dropout2d(), "p", 0.1, -0.1),
            (lambda: nn.LeakyReLU(), "negative_slope", 0.3, "steep"),
            (lambda: nn.CrossEntropyLoss(), "label_smoothing", 0.1, "much"),
            (lambda: nn.Softmax(-1), "axis", 0, "last"),
        ],
    )
    def test_settings_are_read_changed_checked_and_copied(self, layer: Any, name: str, value: Any, bad: Any) -> None:
        made = layer()
        setattr(made, name, value)
        assert getattr(made, name) == value
        assert f"{name}={value}" in repr(made)
        with pytest.raises((ValueError, TypeError)):
            setattr(made, name, bad)
        assert getattr(made, name) == value
        for again in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
            assert getattr(again, name) == value

    @pytest.mark.parametrize("eps", [float("nan"), -1e-5])
    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("LayerNorm", lambda eps: nn.LayerNorm(2, eps=eps)),
            ("RMSNorm", lambda eps: nn.RMSNorm(2, eps=eps)),
            ("GroupNorm", lambda eps: nn.GroupNorm(1, 2, eps=eps)),
            ("BatchNorm2d", lambda eps: nn.BatchNorm2d(2, eps=eps)),
            ("InstanceNorm1d", lambda eps: nn.InstanceNorm1d(2, eps=eps)),
            ("GPT", lambda eps: nn.models.GPT(9, 4, 1, 1, 4, eps=eps)),
            ("BERT", lambda eps: nn.models.BERT(9, 4, 1, 1, 4, eps=eps)),
            ("T5", lambda eps: nn.models.T5(9, 1, 1, 4, eps=eps)),
            ("ViT", lambda eps: nn.models.ViT(4, 2, layers=1, heads=1, width=4, eps=eps)),
        ],
    )
    def test_no_layer_is_made_with_an_eps_that_cannot_be(self, name: str, make: Any, eps: float) -> None:
        with pytest.raises(ValueError, match=f"{name}: eps must be a number from 0, got {eps}"):
            make(eps)

    def test_nor_a_transformer(self) -> None:
        with pytest.raises(ValueError, match="EncoderLayer: layer_norm_eps must be a number from 0, got nan"):
            nn.TransformerEncoderLayer(4, 1, layer_norm_eps=float("nan"))
        with pytest.raises(ValueError, match="Transformer: layer_norm_eps must be a number from 0, got -1"):
            nn.Transformer(4, 1, 1, 1, layer_norm_eps=-1)

    def test_a_changed_setting_counts(self) -> None:
        layer = nn.LeakyReLU()
        layer.negative_slope = 0.5
        np.testing.assert_array_equal(layer(sg.asarray([-2.0, 2.0])), [-1, 2])
        drop = nn.Dropout(0.0)
        drop.p = 1.0
        assert not drop(sg.ones(9)).any()

    def test_what_is_fixed_says_so(self) -> None:
        with pytest.raises(AttributeError, match="'in_features' of a Linear is fixed"):
            nn.Linear(2, 3).in_features = 4
        with pytest.raises(AttributeError):
            nn.Conv2d(1, 1, 3).stride = (2, 2)
        layer = nn.Linear(2, 3)
        layer.note = "mine"
        assert layer.note == "mine"

    def test_in_place_as_pytorch_writes_it(self) -> None:
        assert repr(nn.ReLU()) == "ReLU()"
        assert repr(nn.ReLU(inplace=True)) == "ReLU(inplace=True)"
        x = sg.asarray([-1.0, 2.0])
        assert nn.functional.relu(x, inplace=True) is x
        np.testing.assert_array_equal(x, [0, 2])
        w = sg.asarray([-1.0, 2.0], requires_grad=True)
        nn.Sequential(nn.Hardtanh(inplace=True), nn.ReLU(inplace=True))(w * 1).sum().backward()
        np.testing.assert_array_equal(w.grad, [0, 0])
        np.testing.assert_array_equal(w.detach(), [-1, 2])


class TestSignatures:
    def test_forward_has_the_layers_own(self) -> None:
        assert str(inspect.signature(nn.Linear(1, 1).forward)) == "(input)"
        assert list(inspect.signature(nn.MultiheadAttention(2, 1).forward).parameters)[:3] == ["query", "key", "value"]
        assert list(inspect.signature(nn.TripletMarginLoss().forward).parameters) == ["input", "positive", "negative"]
        assert "hooks" in (nn.ReLU().forward.__doc__ or "")

    def test_arguments_by_name(self) -> None:
        up = nn.ConvTranspose2d(1, 1, 3, stride=2)
        assert up(sg.ones(1, 1, 4, 4), output_size=(10, 10)).shape == (1, 1, 10, 10)
        with pytest.raises(TypeError, match="forward"):
            nn.Linear(1, 1)(sg.ones(1), no_such=1)
        with pytest.raises(TypeError, match="forward"):
            nn.Linear(1, 1)()

    def test_a_subclass_of_a_layer_can_use_its_forward(self) -> None:
        class Doubled(nn.Linear):
            def forward(self, x: Any) -> Any:
                return super().forward(x) * 2

        layer = Doubled(2, 2)
        x = sg.ones(1, 2)
        expected = values(x @ layer.weight.T + layer.bias) * 2
        np.testing.assert_allclose(values(nn.Sequential(layer)(x)), expected, rtol=1e-6)


class TestTensorHooks:
    def test_a_hook_sees_and_replaces_the_gradient(self) -> None:
        x = sg.asarray([1.0, 2.0], requires_grad=True)
        y = x * 3
        seen: list[Any] = []
        y.register_hook(lambda g: seen.append(values(g).tolist()))
        handle = y.register_hook(lambda g: g * 10)
        (y * y).sum().backward()
        assert seen == [[6, 12]]
        np.testing.assert_array_equal(x.grad, [180, 360])
        handle.remove()
        handle.remove()

    def test_a_leaf_sees_the_sum_of_its_gradients_once(self) -> None:
        x = sg.asarray([1.0], requires_grad=True)
        seen: list[float] = []
        with x.register_hook(lambda g: seen.append(g.item())):
            (x * 2 + x * 3).sum().backward()
            sg.grad((x * 4).sum(), [x])
        (x * 2).sum().backward()
        assert seen == [5, 4]
        np.testing.assert_array_equal(x.grad, [7])

    def test_wrong_hooks(self) -> None:
        with pytest.raises(RuntimeError, match="does not require gradients"):
            sg.ones(1).register_hook(print)
        x = sg.ones(2, requires_grad=True)
        x.register_hook(lambda g: g.sum())
        with pytest.raises(RuntimeError, match="register_hook"):
            (x * 2).sum().backward()
        assert x.grad is None
        y = sg.ones(2, requires_grad=True)
        y.register_hook(lambda g: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            (y * 2).sum().backward()
        assert y.grad is None


class TestBackwardHooks:
    def test_a_module_reports_its_gradients(self) -> None:
        model = nn.Sequential(nn.Linear(2, 3), nn.Tanh())
        seen: list[Any] = []
        model[0].register_full_backward_hook(
            lambda module, inputs, outputs: seen.append((module, inputs[0].shape, outputs[0].shape))
        )
        x = sg.ones((4, 2), requires_grad=True)
        plain = sg.grad(model(x).sum(), [x])[0]
        assert seen == [(model[0], (4, 2), (4, 3))]
        handle = model[0].register_full_backward_hook(lambda module, inputs, outputs: (inputs[0] * 2,))
        np.testing.assert_allclose(sg.grad(model(x).sum(), [x])[0], values(plain) * 2)
        handle.remove()
        np.testing.assert_allclose(sg.grad(model(x).sum(), [x])[0], plain)

    def test_arguments_without_gradients_are_none(self) -> None:
        layer = nn.Linear(2, 2)
        seen: list[Any] = []
        layer.register_full_backward_hook(lambda module, inputs, outputs: seen.append(inputs))
        layer(sg.ones(1, 2)).sum().backward()
        assert seen == [(None,)]
        assert layer.weight.grad is not None


class TestGroups:
    def test_freezing_by_pattern(self) -> None:
        model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
        model.freeze("0.*")
        assert [p.requires_grad for p in model.parameters()] == [False, False, True, True]
        model.unfreeze("*.bias")
        assert [p.requires_grad for p in model.parameters()] == [False, True, True, True]
        model.freeze()
        assert not any(p.requires_grad for p in model.parameters())
        model.unfreeze()
        assert all(p.requires_grad for p in model.parameters())
        with pytest.raises(ValueError, match="tail"):
            model.freeze("tail.*")

    def test_groups_for_an_optimiser(self) -> None:
        model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
        groups = model.parameter_groups({"*.bias": {"weight_decay": 0.0}, "1.*": {"lr": 0.5}})
        assert [len(group["params"]) for group in groups] == [2, 1, 1]
        optimizer = optim.AdamW(groups, lr=0.1, weight_decay=0.2)
        assert [group["lr"] for group in optimizer.param_groups] == [0.1, 0.5, 0.1]
        assert [group["weight_decay"] for group in optimizer.param_groups] == [0.0, 0.2, 0.2]
        with pytest.raises(ValueError, match="nothing"):
            model.parameter_groups({"nothing": {}})

    def test_lists_and_dicts_of_parameters(self) -> None:
        class Model(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.rows = nn.ParameterList([sg.ones(2), np.zeros(3, np.float32)])
                self.named = nn.ParameterDict({"scale": sg.ones(1)})

        model = Model()
        assert list(model.state_dict()) == ["rows.0", "rows.1", "named.scale"]
        assert all(isinstance(p, nn.Parameter) for p in model.rows)
        assert model.rows[-1].shape == (3,) and len(model.rows[:1]) == 1
        model.rows.append(sg.ones(4))
        model.rows[0] = sg.zeros(5)
        assert [p.shape for p in model.rows] == [(5,), (3,), (4,)]
        model.named["shift"] = sg.zeros(1)
        assert model.named.keys() == ["scale", "shift"] and "shift" in model.named
        del model.named["scale"]
        assert [name for name, _ in model.named.items()] == ["shift"]
        assert [p.shape for p in copy.deepcopy(model).rows] == [(5,), (3,), (4,)]
        with pytest.raises(IndexError):
            model.rows[3]
        with pytest.raises(KeyError):
            model.named["scale"]


class TestLayersOfTheirOwn:
    def test_positions(self) -> None:
        x = sg.zeros((6, 2, 4))
        table = values(nn.SinusoidalPositionalEncoding(4)(x))[:, 0]
        m = np.arange(6)
        expected = np.stack([np.sin(m), np.cos(m), np.sin(m / 100), np.cos(m / 100)], 1)
        np.testing.assert_allclose(table, expected, atol=1e-6)
        first = nn.LearnedPositionalEncoding(4, 8, batch_first=True)
        np.testing.assert_array_equal(values(first(sg.zeros((2, 6, 4))))[1], values(first.weight)[:6])
        assert list(nn.SinusoidalPositionalEncoding(4).state_dict()) == []
        with pytest.raises(ValueError, match="up to 8"):
            first(sg.zeros((2, 9, 4)))
        assert nn.RotaryEmbedding(interleaved=True)(sg.ones((1, 2, 4))).shape == (1, 2, 4)

    def test_rotary_products_depend_on_the_distance_alone(self) -> None:
        rng = np.random.default_rng(0)
        q, k = (sg.asarray(rng.normal(size=(1, 8))) for _ in range(2))
        for interleaved in (False, True):
            turn = nn.functional.rotary_embedding
            dots = [
                float((turn(q, m + 3, interleaved=interleaved) * turn(k, m, interleaved=interleaved)).sum())
                for m in (0, 5, 100)
            ]
            np.testing.assert_allclose(dots, dots[0], rtol=1e-9)

    def test_fixed_patterns_of_weights(self) -> None:
        weight = sg.empty((3, 4))
        np.testing.assert_array_equal(nn.init.eye_(weight), np.eye(3, 4))
        conv = nn.Conv2d(4, 4, 3, padding=1, groups=2, bias=False)
        nn.init.dirac_(conv.weight, groups=2)
        x = sg.random.normal((1, 4, 5, 5))
        np.testing.assert_allclose(conv(x).detach(), x, rtol=1e-6)
        sparse = values(nn.init.sparse_(sg.empty((10, 7)), 0.35))
        assert ((sparse == 0).sum(0) == 4).all()
        assert nn.init.calculate_gain("conv_transpose2d") == 1
        for wrong in (lambda: nn.init.eye_(sg.empty(3)), lambda: nn.init.dirac_(sg.empty((3, 3)))):
            with pytest.raises(ValueError):
                wrong()
        with pytest.raises(ValueError):
            nn.init.sparse_(sg.empty((3, 3)), 1.5)


CTC_CONFIGURATIONS = 15


def test_ctc_is_pytorchs_through_log_softmax() -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    for number in range(CTC_CONFIGURATIONS):
        rng = np.random.default_rng(number)
        steps, batch, classes, longest = (int(v) for v in rng.integers([2, 1, 2, 1], [90, 5, 30, 40]))
        logits = rng.normal(0, 3, (steps, batch, classes))
        blank = int(rng.integers(classes))
        labels = rng.integers(0, classes - 1, (batch, longest))
        labels += labels >= blank
        lengths = rng.integers(0, longest + 1, batch)
        if number % 2:
            labels = np.concatenate([row[:n] for row, n in zip(labels, lengths, strict=True)])
        counts = rng.integers(max(1, steps // 2), steps + 1, batch)
        reduction = ("none", "mean", "sum")[number % 3]
        x = sg.asarray(logits, requires_grad=True)
        loss = nn.CTCLoss(blank, reduction, zero_infinity=True)(
            nn.functional.log_softmax(x, -1), sg.asarray(labels), sg.asarray(counts), sg.asarray(lengths)
        )
        loss.sum().backward()
        t = torch.tensor(logits, requires_grad=True)
        expected = torch.nn.CTCLoss(blank, reduction, zero_infinity=True)(
            t.log_softmax(-1), torch.tensor(labels), torch.tensor(counts), torch.tensor(lengths)
        )
        expected.sum().backward()
        np.testing.assert_allclose(loss.detach(), expected.detach().numpy(), rtol=1e-9, err_msg=str(number))
        np.testing.assert_allclose(x.grad, t.grad.numpy(), rtol=1e-7, atol=1e-10, err_msg=str(number))


def test_ctc_of_long_sequences_keeps_its_digits() -> None:
    """In float32 as in float64, over more steps than a product of probabilities survives."""
    rng = np.random.default_rng(1)
    logits = rng.normal(0, 4, (2000, 1, 20))
    labels = sg.asarray(rng.integers(1, 20, (1, 300)))
    found = []
    for dtype in (sg.float32, sg.float64):
        x = sg.asarray(logits, dtype=dtype, requires_grad=True)
        loss = nn.functional.ctc_loss(nn.functional.log_softmax(x, -1), labels, (2000,), (300,))
        loss.backward()
        found.append((loss.item(), values(x.grad)))
    assert abs(found[0][0] / found[1][0] - 1) < 1e-6
    np.testing.assert_allclose(found[0][1], found[1][1], atol=1e-5)
    np.testing.assert_allclose(found[1][1].sum(-1), 0, atol=1e-12)


BAD_CALLS = [
    (ValueError, lambda F: F.mse_loss(sg.ones(3), sg.ones(3, 1))),
    (ValueError, lambda F: F.huber_loss(sg.ones(3), sg.ones(3), delta=0.0)),
    (ValueError, lambda F: F.huber_loss(sg.ones(3), sg.ones(3), delta=float("nan"))),
    (ValueError, lambda F: F.binary_cross_entropy(sg.full((2,), 1.5), sg.ones(2))),
    (ValueError, lambda F: F.binary_cross_entropy(sg.ones(2), sg.ones(2), sg.ones(3))),
    (TypeError, lambda F: F.l1_loss(sg.arange(3), sg.arange(3))),
    (ValueError, lambda F: F.kl_div(sg.ones(3), sg.ones(3), "average")),
    (IndexError, lambda F: F.nll_loss(sg.ones(2, 3), sg.asarray([0, 3]))),
    (ValueError, lambda F: F.nll_loss(sg.ones(2, 3), sg.asarray([[0, 1]]))),
    (ValueError, lambda F: F.multi_margin_loss(sg.ones(2, 3), sg.asarray([0, 1]), p=3)),
    (IndexError, lambda F: F.multilabel_margin_loss(sg.ones(3), sg.asarray([0, 5, -1]))),
    (ValueError, lambda F: F.margin_ranking_loss(sg.ones(3), sg.ones(3), sg.ones(1))),
    (ValueError, lambda F: F.gaussian_nll_loss(sg.ones(3), sg.ones(3), sg.full((3,), -1.0))),
    (ValueError, lambda F: F.triplet_margin_loss(sg.ones(2, 3), sg.ones(2, 3), sg.ones(2, 4))),
    (ValueError, lambda F: F.ctc_loss(sg.ones(4, 1, 3), sg.ones(1, 2, dtype=sg.int64), (5,), (2,))),
    (ValueError, lambda F: F.ctc_loss(sg.ones(4, 1, 3), sg.ones(1, 2, dtype=sg.int64), (4,), (3,))),
    (ValueError, lambda F: F.ctc_loss(sg.ones(4, 1, 3), sg.ones(1, 2, dtype=sg.int64), (4,), (-1,))),
    (ValueError, lambda F: F.ctc_loss(sg.ones(4, 1, 3), sg.ones(1, 2, dtype=sg.int64), (4,), (2,), blank=3)),
    (IndexError, lambda F: F.ctc_loss(sg.ones(4, 1, 3), sg.full((1, 2), 9, dtype=sg.int64), (4,), (2,))),
    (ValueError, lambda F: F.pad(sg.ones(3), (1, 1), "reflect")),
    (ValueError, lambda F: F.pad(sg.ones(1, 3), (3, 0), "reflect")),
    (ValueError, lambda F: F.pad(sg.ones(3), (-2, -2))),
    (ValueError, lambda F: F.pad(sg.ones(3), (2**62, 2**62))),
    (ValueError, lambda F: F.pad(sg.ones(3), (1, 1, 1, 1))),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), 0)),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), 2**62)),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), scale_factor=float("nan"))),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), scale_factor=-1.0)),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), 3, 2.0)),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 3), 3, mode="bilinear")),
    (ValueError, lambda F: F.interpolate(sg.ones(1, 1, 0), 3)),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 3, 3), sg.ones(2, 2, 2, 2))),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 3, 3), sg.ones(1, 2, 2, 3))),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 3, 3), sg.ones(1, 2, 1))),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 0, 3), sg.ones(1, 2, 2, 2))),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 2, 3, 3), sg.ones(1, 2, 2, 2, 3), "bicubic")),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 3, 3), sg.ones(1, 2, 2, 2), "linear")),
    (ValueError, lambda F: F.grid_sample(sg.ones(1, 1, 3, 3), sg.ones(1, 2, 2, 2), padding_mode="edge")),
    (TypeError, lambda F: F.grid_sample(sg.ones(1, 1, 3, 3), sg.zeros(1, 2, 2, 2, dtype=sg.int64))),
    (ValueError, lambda F: F.affine_grid(sg.ones(2, 2, 3), (1, 1, 3, 3))),
    (ValueError, lambda F: F.affine_grid(sg.ones(1, 2, 3), (1, 1, 0, 3))),
    (ValueError, lambda F: F.affine_grid(sg.ones(1, 2, 3), ())),
    (ValueError, lambda F: F.affine_grid(sg.ones(1, 2, 3), (1, 1, 2**62, 2**62))),
    (TypeError, lambda F: F.affine_grid(sg.ones(1, 2, 3, dtype=sg.int64), (1, 1, 3, 3))),
    (TypeError, lambda F: F.triplet_margin_with_distance_loss(sg.ones(3), sg.ones(3), sg.ones(3), 2)),
    (TypeError, lambda F: F.triplet_margin_with_distance_loss(sg.ones(3), sg.ones(3), sg.ones(3), lambda x, y: 1)),
    (ValueError, lambda F: F.pixel_shuffle(sg.ones(3, 2, 2), 2)),
    (ValueError, lambda F: F.pixel_shuffle(sg.ones(3, 2, 2), 2**62)),
    (ValueError, lambda F: F.channel_shuffle(sg.ones(1, 3, 2), 0)),
    (ValueError, lambda F: F.unfold(sg.ones(1, 1, 3, 3), 4)),
    (ValueError, lambda F: F.unfold(sg.ones(1, 1, 3, 3), 2, stride=0)),
    (ValueError, lambda F: F.fold(sg.ones(1, 4, 5), (3, 3), 2)),
    (ValueError, lambda F: F.local_response_norm(sg.ones(1, 2, 3), 0)),
    (ValueError, lambda F: F.bilinear(sg.ones(2, 3), sg.ones(2, 3), sg.ones(4, 3, 2))),
    (IndexError, lambda F: F.one_hot(sg.asarray([3]), 3)),
    (IndexError, lambda F: F.one_hot(sg.asarray([-1]))),
    (IndexError, lambda F: F.embedding_bag(sg.asarray([[3]]), sg.ones(3, 2))),
    (ValueError, lambda F: F.embedding_bag(sg.asarray([1]), sg.ones(3, 2), sg.asarray([1]))),
    (ValueError, lambda F: F.embedding_bag(sg.asarray([1]), sg.ones(3, 2), sg.asarray([0, 2**40]))),
    (ValueError, lambda F: F.embedding_bag(sg.asarray([[1]]), sg.ones(3, 2), per_sample_weights=sg.ones(1, 1))),
    (ValueError, lambda F: F.rotary_embedding(sg.ones(2, 3))),
    (ValueError, lambda F: F.rotary_embedding(sg.ones(2, 4), rotary_dim=6)),
    (ValueError, lambda F: F.rotary_embedding(sg.ones(2, 4), base=0.0)),
    (ValueError, lambda F: F.prelu(sg.ones(2, 3), sg.ones(2))),
    (ValueError, lambda F: F.glu(sg.ones(3))),
    (ValueError, lambda F: F.dropout2d(sg.ones(2, 3, 4), 1.5)),
    (ValueError, lambda F: F.dropout2d(sg.ones(2, 3))),
    (ValueError, lambda F: F.softshrink(sg.ones(3), -1.0)),
    (ValueError, lambda F: F.celu(sg.ones(3), 0.0)),
    (ValueError, lambda F: F.adaptive_avg_pool2d(sg.ones(1, 1, 3, 3), (1, 1, 1))),
    (TypeError, lambda F: F.adaptive_avg_pool2d(sg.ones(1, 1, 3, 3), (1, "2"))),
    (ValueError, lambda F: nn.Unflatten(1, (2, 2))(sg.ones(1, 5))),
    (ValueError, lambda F: nn.PReLU(0)),
    (ValueError, lambda F: nn.ZeroPad2d((1, 2, 3))),
    (ValueError, lambda F: nn.Bilinear(0, 1, 1)),
    (ValueError, lambda F: nn.EmbeddingBag(3, 2, mode="median")),
]


@pytest.mark.parametrize("number", range(len(BAD_CALLS)))
def test_bad_input_is_an_error(number: int) -> None:
    error, wrong = BAD_CALLS[number]
    with pytest.raises(error):
        wrong(nn.functional)


def test_gradients_scaled_by_frequency() -> None:
    """Each row's gradient is divided by how often the batch names it, in bags as in single look-ups."""
    table = sg.zeros((4, 1), requires_grad=True)
    numbers = sg.asarray([[1, 1, 1], [0, 2, 1]])
    for look_up in (nn.functional.embedding, lambda *a, **k: nn.functional.embedding_bag(*a, mode="sum", **k)):
        gradient = sg.grad(look_up(numbers, table, scale_grad_by_freq=True).sum(), [table])[0]
        np.testing.assert_allclose(values(gradient)[:, 0], [1, 1, 1, 0], rtol=1e-6)
