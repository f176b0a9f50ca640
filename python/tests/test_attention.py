"""Attention and embeddings: beside PyTorch, gradients, bad input."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

F = nn.functional
rng = np.random.default_rng(0)


def normal(*shape: int, dtype: str = "float32") -> Any:
    return rng.standard_normal(shape).astype(dtype)


class TestScaledDotProductAttention:
    @pytest.mark.parametrize(
        ("query", "key", "value", "options"),
        [
            ((2, 4, 64, 32), (2, 4, 64, 32), (2, 4, 64, 32), {"is_causal": True}),
            ((3, 65, 64), (3, 65, 64), (3, 65, 64), {}),
            ((2, 4, 70, 24), (2, 4, 150, 24), (2, 4, 150, 40), {"is_causal": True}),
            ((2, 4, 1, 64), (2, 4, 130, 64), (2, 4, 130, 64), {"scale": 0.2}),
            ((2, 6, 33, 16), (2, 2, 40, 16), (2, 2, 40, 16), {"enable_gqa": True}),
            ((2, 4, 33, 16), (2, 4, 40, 16), (2, 4, 40, 16), {"attn_mask": (33, 40)}),
            ((2, 4, 33, 16), (2, 4, 40, 16), (2, 4, 40, 16), {"attn_mask": (2, 1, 1, 40)}),
        ],
    )
    @pytest.mark.parametrize("kind", ["bool", "float32"])
    def test_the_same_as_pytorch(self, query: Any, key: Any, value: Any, options: Any, kind: str) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        arrays = [normal(*shape) for shape in (query, key, value)]
        ours, theirs = dict(options), dict(options)
        if "attn_mask" in options:
            mask: Any = normal(*options["attn_mask"]) if kind == "float32" else rng.random(options["attn_mask"]) > 0.3
            if kind == "bool":
                mask[..., 0, :] = len(options["attn_mask"]) > 2
            ours["attn_mask"], theirs["attn_mask"] = sg.from_numpy(mask), torch.from_numpy(mask)
        x = [sg.array(a, requires_grad=True) for a in arrays]
        y = [torch.tensor(a, requires_grad=True) for a in arrays]
        found, expected = F.scaled_dot_product_attention(*x, **ours), _torch_attention(torch, y, theirs)
        seed = normal(*expected.shape)
        found.backward(sg.from_numpy(seed))
        expected.backward(torch.from_numpy(seed))
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=2e-6)
        for a, b in zip(x, y, strict=True):
            np.testing.assert_allclose(a.grad.numpy(), b.grad.numpy(), atol=4e-6 * max(1, b.grad.abs().max().item()))

    def test_a_query_that_sees_nothing_gives_zeros(self) -> None:
        x = sg.array(normal(1, 2, 20, 8), requires_grad=True)
        mask = np.ones((20, 20), bool)
        mask[[0, 7]] = False
        y = F.scaled_dot_product_attention(x, x, x, sg.from_numpy(mask))
        found = y.detach().numpy()
        assert np.all(found[:, :, [0, 7]] == 0)
        assert np.all(found[:, :, 1] != 0)
        y.sum().backward()
        assert np.isfinite(x.grad.numpy()).all()

    def test_reads_one_projection_in_place_and_writes_heads_side_by_side(self) -> None:
        packed = sg.array(normal(2, 10, 3 * 4 * 8))
        q, k, v = (packed[..., i * 32 : (i + 1) * 32].reshape(2, 10, 4, 8).transpose(1, 2) for i in range(3))
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        merged = y.transpose(1, 2).reshape(2, 10, 32)
        assert np.shares_memory(merged.numpy(), y.numpy())
        copies = [sg.array(np.ascontiguousarray(x.numpy())) for x in (q, k, v)]
        assert np.array_equal(F.scaled_dot_product_attention(*copies, is_causal=True).numpy(), y.numpy())

    def test_memory_is_linear_in_the_length(self) -> None:
        length = 6000
        x = sg.array(normal(1, 1, length, 16), requires_grad=True)
        sg.reset_peak_memory()
        F.scaled_dot_product_attention(x, x, x, is_causal=True).sum().backward()
        assert sg.memory_stats()["peak_bytes_in_use"] < 2**26 < 4 * length * length

    def test_dropout_keeps_the_mean(self) -> None:
        sg.manual_seed(0)
        q, v = sg.zeros((1, 1, 200, 4)), sg.ones((1, 1, 300, 4))
        k = sg.zeros((1, 1, 300, 4))
        y = F.scaled_dot_product_attention(q, k, v, dropout_p=0.25).numpy()
        assert abs(y.mean() - 1) < 0.01
        assert y.std() > 0.01

    def test_the_same_bits_on_any_number_of_threads(self) -> None:
        arrays = [normal(2, 3, 100, 24) for _ in range(3)]
        results = []
        threads = sg.get_num_threads()
        for count in (1, 2, 4):
            sg.set_num_threads(count)
            x = [sg.array(a, requires_grad=True) for a in arrays]
            y = F.scaled_dot_product_attention(*x, is_causal=True)
            y.sum().backward()
            results.append([y.detach().numpy().tobytes(), *(t.grad.numpy().tobytes() for t in x)])
        sg.set_num_threads(threads)
        assert results[0] == results[1] == results[2]

    @pytest.mark.parametrize(
        ("shapes", "options", "error", "message"),
        [
            (((2, 3, 4), (2, 5, 6), (2, 5, 4)), {}, ValueError, r"needs a key of shape \(2, S, 4\), got \(2, 5, 6\)"),
            (((2, 3, 4), (2, 5, 4), (2, 6, 4)), {}, ValueError, r"needs a value of shape \(2, 5, V\)"),
            (((4,), (4,), (4,)), {}, ValueError, "two at least"),
            (((1, 4, 3, 4), (1, 2, 5, 4), (1, 2, 5, 4)), {}, ValueError, "enable_gqa=True"),
            (((1, 4, 3, 4), (1, 3, 5, 4), (1, 3, 5, 4)), {"enable_gqa": True}, ValueError, "evenly"),
            (
                ((3, 4), (5, 4), (5, 4)),
                {"attn_mask": (5, 3)},
                ValueError,
                r"does not broadcast to the scores, \(3, 5\)",
            ),
            (((3, 4), (5, 4), (5, 4)), {"attn_mask": (3, 5), "is_causal": True}, ValueError, "not both"),
            (((3, 4), (5, 4), (5, 4)), {"dropout_p": 1.5}, ValueError, "probability"),
        ],
    )
    def test_bad_input(self, shapes: Any, options: Any, error: Any, message: str) -> None:
        options = {k: sg.zeros(v) if k == "attn_mask" else v for k, v in options.items()}
        with pytest.raises(error, match=message):
            F.scaled_dot_product_attention(*(sg.zeros(shape) for shape in shapes), **options)

    def test_types_must_be_one_floating_type(self) -> None:
        x = sg.zeros((3, 4))
        with pytest.raises(TypeError, match="query is float32 and key is float64"):
            F.scaled_dot_product_attention(x, x.astype(sg.float64), x)
        with pytest.raises(TypeError, match="a query of int64"):
            F.scaled_dot_product_attention(*[sg.zeros((3, 4), dtype="int64")] * 3)
        with pytest.raises(TypeError, match="attn_mask must be bool or floating-point, got int64"):
            F.scaled_dot_product_attention(x, x, x, sg.zeros((3, 3), dtype="int64"))


def _torch_attention(torch: Any, operands: Any, options: Any) -> Any:
    return torch.nn.functional.scaled_dot_product_attention(*operands, **options)


class TestEmbedding:
    def test_the_same_as_pytorch(self) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        indices = rng.integers(0, 10, (4, 7))
        layer = nn.Embedding(10, 6, padding_idx=3)
        assert repr(layer) == "Embedding(num_embeddings=10, embedding_dim=6, padding_idx=3)"
        assert np.all(layer.weight.detach().numpy()[3] == 0)
        theirs = torch.nn.Embedding(10, 6, padding_idx=3)
        theirs.load_state_dict({k: torch.from_numpy(v.numpy()) for k, v in layer.state_dict().items()})
        seed = normal(4, 7, 6)
        y, expected = layer(sg.from_numpy(indices)), theirs(torch.from_numpy(indices))
        assert np.array_equal(y.detach().numpy(), expected.detach().numpy())
        y.backward(sg.from_numpy(seed))
        expected.backward(torch.from_numpy(seed))
        np.testing.assert_allclose(layer.weight.grad.numpy(), theirs.weight.grad.numpy(), rtol=1e-6, atol=1e-6)
        assert np.all(layer.weight.grad.numpy()[3] == 0)

    def test_rows_are_scaled_down_to_the_largest_norm(self) -> None:
        table = normal(5, 4)
        layer = nn.Embedding.from_pretrained(table.copy(), max_norm=0.5)
        y = layer(sg.asarray([0, 3, 3])).numpy()
        np.testing.assert_allclose(np.linalg.norm(y, axis=1), 0.5, rtol=1e-5)
        assert np.array_equal(layer.weight.numpy()[[1, 2, 4]], table[[1, 2, 4]])

    def test_from_pretrained_shares_the_table(self) -> None:
        table = normal(5, 4)
        layer = nn.Embedding.from_pretrained(table)
        assert not layer.weight.requires_grad
        assert np.shares_memory(layer.weight.numpy(), table)
        assert nn.Embedding.from_pretrained(table, freeze=False).weight.requires_grad
        with pytest.raises(ValueError, match="expected a table"):
            nn.Embedding.from_pretrained(table[0])

    @pytest.mark.parametrize("index", [-1, 5, 2**40])
    def test_an_index_that_is_no_row(self, index: int) -> None:
        table = sg.zeros((5, 4))
        with pytest.raises(IndexError, match=rf"index {index} is out of range for a table of 5 rows"):
            F.embedding(sg.asarray([0, index]), table)

    def test_bad_input(self) -> None:
        with pytest.raises(TypeError, match="integers, got float32"):
            F.embedding(sg.zeros(3), sg.zeros((5, 4)))
        with pytest.raises(ValueError, match=r"expected \(rows, size\)"):
            F.embedding(sg.asarray([0]), sg.zeros(5))
        with pytest.raises(ValueError, match="padding_idx 5 is not"):
            F.embedding(sg.asarray([0]), sg.zeros((5, 4)), padding_idx=5)
        with pytest.raises(NotImplementedError, match="sparse"):
            nn.Embedding(5, 4, sparse=True)

    def test_second_gradient_passes_the_padding_by(self) -> None:
        table = sg.asarray(normal(4, 3, dtype="float64"), requires_grad=True)
        indices = sg.asarray([[0, 1], [3, 1]])

        def slope(w: sg.Tensor) -> sg.Tensor:
            with sg.enable_grad():
                leaf = w if w.requires_grad else w.detach().requires_grad_()
                y = F.embedding(indices, leaf * leaf, 1)
                return sg.grad((y * y).sum(), [leaf], create_graph=True)[0]

        assert sg.gradcheck(slope, [table])
        assert np.all(slope(table).detach().numpy()[[1, 2]] == 0)
