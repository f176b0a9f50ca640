"""Modules: how they show themselves, summaries, and `nn.utils`."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from module_cases import Net, Net2, X, values
from swiftgrad import nn


class TestDisplay:
    def test_text(self) -> None:
        model = nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.ReLU()))
        assert repr(model) == (
            "Sequential(\n"
            "  (0): Linear(in_features=2, out_features=3, bias=True)\n"
            "  (1): Sequential(\n"
            "    (0): ReLU()\n"
            "  )\n"
            ")"
        )

    def test_own_settings(self) -> None:
        class Scaled(Net):
            def extra_repr(self) -> str:
                return f"width={self.width}"

        assert repr(Scaled()).startswith("Scaled(\n  width=5\n  (fc1): Linear(")

    def test_html_folds_and_counts(self) -> None:
        page = Net()._repr_html_()
        assert page.count("<details") == 1
        assert "Linear(in_features=4" in page
        assert "43 parameters" in page


class TestSummary:
    def test_layers_shapes_and_costs(self) -> None:
        model = nn.Sequential(nn.Flatten(), nn.Linear(8, 3), nn.ReLU(), Net2(), nn.Dropout(0.5))
        model[1].bias.requires_grad = False
        model[4].eval()
        summary = model.summary((5, 2, 4))
        assert [line.path for line in summary.lines] == ["", "0", "1", "2", "3", "3.fc", "4"]
        assert [line.output_shapes for line in summary.lines[1:4]] == [((5, 8),), ((5, 3),), ((5, 3),)]
        assert summary.lines[5].output_shapes == ((5, 2),)
        assert summary.lines[3].output_bytes == 5 * 3 * 4
        assert (summary.parameters, summary.trainable) == (35, 32)
        assert summary.flops == 2 * 5 * (8 * 3 + 3 * 2)
        assert [m.training for m in model] == [True, True, True, True, False]
        assert not model[1]._forward_hooks
        text = repr(summary)
        assert "1: Linear" in text
        assert "35 parameters (32 trainable, 3 not)" in text
        assert summary._repr_html_().count("<tr>") == 8

    def test_tensors_as_inputs_and_errors(self) -> None:
        assert Net().summary(sg.from_numpy(X)).lines[0].output_shapes == ((2, 3),)
        model = Net()
        with pytest.raises(ValueError, match="fc1"):
            model.summary((2, 5))
        assert model.training
        assert not model.fc1._forward_hooks


class TestUtils:
    def gradients(self, *sizes: int) -> list[Any]:
        parameters = []
        for size in sizes:
            parameter = nn.Parameter(sg.ones(size))
            parameter.grad = sg.full((size,), 3.0)
            parameters.append(parameter)
        return [*parameters, nn.Parameter(sg.ones(2))]

    def test_clipping_by_norm(self) -> None:
        parameters = self.gradients(4, 12)
        norm = nn.utils.clip_grad_norm_((p for p in parameters), 1.0)
        assert float(norm) == pytest.approx(12.0)
        total = sum(float((p.grad**2).sum()) for p in parameters if p.grad is not None)
        assert total == pytest.approx(1.0, rel=1e-5)
        assert float(nn.utils.clip_grad_norm_(parameters, 5.0)) == pytest.approx(1.0, rel=1e-5)
        assert sum(float((p.grad**2).sum()) for p in parameters[:2]) == pytest.approx(1.0, rel=1e-5)

    @pytest.mark.parametrize("norm_type", [1.0, 2.0, 3.0, float("inf")])
    def test_norms_are_numpys(self, norm_type: float) -> None:
        parameters = self.gradients(3, 2)
        flat = np.concatenate([values(p.grad) for p in parameters[:2]])
        norm = nn.utils.clip_grad_norm_(parameters, 0.5, norm_type)
        assert float(norm) == pytest.approx(np.linalg.norm(flat, norm_type), rel=1e-5)

    def test_a_norm_that_is_not_finite(self) -> None:
        parameters = self.gradients(2)
        parameters[0].grad = sg.asarray([float("inf"), 1.0])
        with pytest.raises(RuntimeError, match="inf"):
            nn.utils.clip_grad_norm_(parameters, 1.0, error_if_nonfinite=True)
        assert values(parameters[0].grad)[1] == 1

    def test_clipping_by_value(self) -> None:
        parameters = self.gradients(3)
        nn.utils.clip_grad_value_(parameters, 0.5)
        assert values(parameters[0].grad).tolist() == [0.5] * 3

    @pytest.mark.parametrize("dtype", ["float32", "float64", "float16"])
    @pytest.mark.parametrize("norm_type", [2.0, float("inf")])
    def test_clipping_of_gradients_of_any_layout(self, dtype: str, norm_type: float) -> None:
        given = np.random.default_rng(0).normal(size=(3, 40, 70)).astype(dtype)
        parameters = []
        for array in given:
            parameter = nn.Parameter(sg.ones((70, 40), dtype=dtype))
            parameter.grad = sg.array(array).T
            parameters.append(parameter)
        flat = given.astype("float64").ravel()
        norm = nn.utils.clip_grad_norm_(parameters, 0.25, norm_type)
        assert float(norm) == pytest.approx(np.linalg.norm(flat, norm_type), rel=1e-6)
        for parameter, array in zip(parameters, given, strict=True):
            expected = array.T.astype("float64") * (0.25 / float(norm))
            np.testing.assert_allclose(values(parameter.grad).astype("float64"), expected, rtol=2e-3, atol=1e-6)
        nn.utils.clip_grad_value_(parameters, 0.002)
        assert max(np.abs(values(p.grad).astype("float64")).max() for p in parameters) <= np.dtype(dtype).type(0.002)

    def test_clipping_has_the_same_bits_on_any_number_of_threads(self) -> None:
        given = np.random.default_rng(0).normal(size=100_003).astype("float32")
        seen = []
        for threads in (1, 2, 4):
            sg.set_num_threads(threads)
            parameter = nn.Parameter(sg.ones(given.size))
            parameter.grad = sg.array(given)
            seen.append((float(nn.utils.clip_grad_norm_(parameter, 1.0)), values(parameter.grad).tobytes()))
        assert seen[0] == seen[1] == seen[2]

    def test_clipping_without_gradients_or_with_nan(self) -> None:
        assert float(nn.utils.clip_grad_norm_([], 1.0)) == 0
        assert float(nn.utils.clip_grad_norm_(nn.Parameter(sg.ones(2)), 1.0)) == 0
        parameters = self.gradients(3)
        parameters[0].grad = sg.asarray([1.0, float("nan"), -7.0])
        assert np.isnan(float(nn.utils.clip_grad_norm_(self.gradients(2) + parameters, 1.0, float("inf"))))
        parameters[0].grad = sg.asarray([1.0, float("nan"), -7.0])
        nn.utils.clip_grad_value_(parameters, 2.0)
        np.testing.assert_array_equal(values(parameters[0].grad), [1.0, np.nan, -2.0])

    def test_parameters_as_a_vector(self) -> None:
        model = Net()
        vector = nn.utils.parameters_to_vector(model.parameters())
        assert vector.shape == (43,)
        nn.utils.vector_to_parameters(sg.arange(43, dtype=sg.float32), model.parameters())
        assert values(model.scale).tolist() == [0, 1, 2]
        assert values(model.fc2.weight)[-1, -1] == 42
        with pytest.raises(ValueError, match=r"\(43,\)"):
            nn.utils.vector_to_parameters(sg.ones(3), model.parameters())

    def test_initialisers_fill_in_place(self) -> None:
        layer = nn.Linear(4, 3)
        assert nn.init.constant_(layer.weight, 0.5) is layer.weight
        assert (values(layer.weight) == 0.5).all()
        nn.init.zeros_(layer.bias)
        assert not values(layer.bias).any()
        bound = np.sqrt(6 / 7)
        nn.init.xavier_uniform_(layer.weight)
        assert (abs(values(layer.weight)) <= bound).all()
        assert values(layer.weight).std() > 0.1
