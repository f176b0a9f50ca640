"""Multi-head attention, Transformer layers and GPT: beside PyTorch with the same weights, and what they promise."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim

F = nn.functional
rng = np.random.default_rng(0)


def normal(*shape: int) -> Any:
    return rng.standard_normal(shape).astype("float32")


def twin(torch: Any, ours: Any, theirs: Any) -> Any:
    """PyTorch's module with our weights, after checking that both have the same names in the same order."""
    assert list(ours.state_dict()) == list(theirs.state_dict())
    theirs.load_state_dict({name: torch.from_numpy(x.numpy()) for name, x in ours.state_dict().items()})
    return theirs.eval()


def check_gradients(ours: Any, theirs: Any, tolerance: float = 2e-5) -> None:
    expected = dict(theirs.named_parameters())
    for name, parameter in ours.named_parameters():
        found, exact = parameter.grad.numpy(), expected[name].grad.numpy()
        np.testing.assert_allclose(found, exact, atol=tolerance * max(1.0, float(np.abs(exact).max())), err_msg=name)


class TestMultiheadAttention:
    @pytest.mark.parametrize("batch_first", [False, True])
    @pytest.mark.parametrize("need_weights", [False, True])
    @pytest.mark.parametrize("masks", ["", "attn", "padding", "both", "float", "causal", "heads"])
    def test_the_same_as_pytorch(self, batch_first: bool, need_weights: bool, masks: str) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        ours = nn.MultiheadAttention(24, 3, batch_first=batch_first).eval()
        theirs = twin(torch, ours, torch.nn.MultiheadAttention(24, 3, batch_first=batch_first))
        batch, length = 2, 9
        x = normal(batch, length, 24) if batch_first else normal(length, batch, 24)
        options: dict[str, Any] = {}
        future = np.triu(np.ones((length, length), bool), 1)
        if masks in ("attn", "both", "causal"):
            options["attn_mask"] = future
        if masks == "float":
            options["attn_mask"] = normal(length, length)
        if masks == "heads":
            options["attn_mask"] = np.repeat(future[None], batch * 3, 0)
        if masks in ("padding", "both"):
            options["key_padding_mask"] = np.arange(length) >= np.array([[length], [5]])
        causal = masks == "causal"
        a, b = sg.array(x, requires_grad=True), torch.tensor(x, requires_grad=True)
        found, weights = ours(
            a, a, a, need_weights=need_weights, is_causal=causal, **{k: sg.array(v) for k, v in options.items()}
        )
        expected, exact = theirs(
            b, b, b, need_weights=need_weights, is_causal=causal, **{k: torch.tensor(v) for k, v in options.items()}
        )
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=2e-6)
        assert (weights is None) == (exact is None) == (not need_weights)
        if need_weights:
            np.testing.assert_allclose(weights.detach().numpy(), exact.detach().numpy(), atol=1e-6)
        seed = normal(*expected.shape)
        found.backward(sg.array(seed))
        expected.backward(torch.tensor(seed))
        np.testing.assert_allclose(a.grad.numpy(), b.grad.numpy(), atol=1e-5)
        check_gradients(ours, theirs)

    @pytest.mark.parametrize("sizes", [{}, {"kdim": 10, "vdim": 14}])
    @pytest.mark.parametrize("bias", [True, False])
    def test_attention_to_another_sequence(self, sizes: Any, bias: bool) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        ours = nn.MultiheadAttention(12, 2, bias=bias, batch_first=True, **sizes).eval()
        theirs = twin(torch, ours, torch.nn.MultiheadAttention(12, 2, bias=bias, batch_first=True, **sizes))
        q, k, v = normal(2, 5, 12), normal(2, 7, sizes.get("kdim", 12)), normal(2, 7, sizes.get("vdim", 12))
        found, weights = ours(*map(sg.array, (q, k, v)), average_attn_weights=False)
        expected, exact = theirs(*map(torch.tensor, (q, k, v)), average_attn_weights=False)
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=2e-6)
        np.testing.assert_allclose(weights.detach().numpy(), exact.detach().numpy(), atol=1e-6)
        found, _ = ours(sg.array(q[0]), sg.array(k[0]), sg.array(v[0]), need_weights=False)
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy()[0], atol=2e-6)

    def test_bad_input(self) -> None:
        layer = nn.MultiheadAttention(8, 2)
        x = sg.zeros((3, 1, 8))
        with pytest.raises(ValueError, match="num_heads must divide embed_dim, got 3 and 8"):
            nn.MultiheadAttention(8, 3)
        with pytest.raises(NotImplementedError, match="add_bias_kv"):
            nn.MultiheadAttention(8, 2, add_bias_kv=True)
        with pytest.raises(ValueError, match=r"attn_mask: expected \(3, 3\)"):
            layer(x, x, x, attn_mask=sg.zeros((2, 3)))
        with pytest.raises(ValueError, match=r"key_padding_mask: expected \(1, 3\)"):
            layer(x, x, x, key_padding_mask=sg.zeros((3, 1), dtype="bool"))
        with pytest.raises(TypeError, match="unexpected keyword argument 'mask'"):
            layer(x, x, x, mask=x)


OPTIONS = [
    {},
    {"batch_first": True, "norm_first": True, "activation": "gelu"},
    {"bias": False, "layer_norm_eps": 1e-3, "batch_first": True},
]


class TestTransformer:
    @pytest.mark.parametrize("options", OPTIONS)
    def test_layers_are_those_of_pytorch(self, options: Any) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        source, target = normal(4, 4, 16), normal(4, 4, 16)
        future = np.triu(np.full((4, 4), -np.inf, "float32"), 1)
        encoder = nn.TransformerEncoderLayer(16, 2, 20, **options).eval()
        torch_encoder = twin(torch, encoder, torch.nn.TransformerEncoderLayer(16, 2, 20, **options)).train()
        for dropout in torch_encoder.modules():
            if isinstance(dropout, torch.nn.Dropout):
                dropout.p = 0.0
        torch_encoder.self_attn.dropout = 0.0
        found = encoder(sg.array(source), src_mask=sg.array(future))
        expected = torch_encoder(torch.tensor(source), src_mask=torch.tensor(future))
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=5e-6)
        seed = normal(4, 4, 16)
        found.backward(sg.array(seed))
        expected.backward(torch.tensor(seed))
        check_gradients(encoder, torch_encoder)

        decoder = nn.TransformerDecoderLayer(16, 2, 20, **options).eval()
        torch_decoder = twin(torch, decoder, torch.nn.TransformerDecoderLayer(16, 2, 20, **options))
        found = decoder(sg.array(target), found.detach(), tgt_mask=sg.array(future), tgt_is_causal=True)
        expected = torch_decoder(
            torch.tensor(target), expected.detach(), tgt_mask=torch.tensor(future), tgt_is_causal=True
        )
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=5e-6)

    @pytest.mark.parametrize("options", OPTIONS)
    def test_the_whole_is_that_of_pytorch(self, options: Any) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        ours = nn.Transformer(16, 2, 2, 2, 20, **options).eval()
        theirs = twin(torch, ours, torch.nn.Transformer(16, 2, 2, 2, 20, **options))
        source, target = normal(4, 4, 16), normal(4, 4, 16)
        future = torch.nn.Transformer.generate_square_subsequent_mask(4)
        found = ours(sg.array(source), sg.array(target), tgt_mask=sg.array(future.numpy()))
        expected = theirs(torch.tensor(source), torch.tensor(target), tgt_mask=future)
        np.testing.assert_allclose(found.detach().numpy(), expected.detach().numpy(), atol=5e-6)

    def test_an_encoder_copies_its_layer(self) -> None:
        layer = nn.TransformerEncoderLayer(8, 2, 12)
        encoder = nn.TransformerEncoder(layer, 3, nn.LayerNorm(8))
        state = encoder.state_dict()
        assert np.array_equal(state["layers.2.linear1.weight"].numpy(), layer.linear1.weight.detach().numpy())
        assert len({p.detach().numpy().ctypes.data for p in encoder.parameters()}) == len(list(encoder.parameters()))
        x = sg.array(normal(5, 2, 8))
        encoder.eval()
        y = encoder(x, is_causal=True)
        future = np.triu(np.ones((5, 5), bool), 1)
        np.testing.assert_allclose(y.detach().numpy(), encoder(x, mask=sg.array(future)).detach().numpy(), atol=2e-6)

    def test_a_function_of_ones_own_between_the_linear_layers(self) -> None:
        layer = nn.TransformerEncoderLayer(8, 2, 12, activation=F.gelu).eval()
        other = nn.TransformerEncoderLayer(8, 2, 12, activation="gelu").eval()
        other.load_state_dict(layer.state_dict())
        x = sg.array(normal(5, 2, 8))
        assert np.array_equal(layer(x).detach().numpy(), other(x).detach().numpy())
        with pytest.raises(ValueError, match="activation must be 'relu', 'gelu' or a function, got 'tanh'"):
            nn.TransformerEncoderLayer(8, 2, activation="tanh")

    def test_hooks_on_inner_layers_run(self) -> None:
        layer = nn.TransformerEncoderLayer(8, 2, 12)
        seen: list[str] = []
        layer.self_attn.register_forward_hook(lambda module, args, result: seen.append(type(module).__name__))
        layer(sg.array(normal(5, 2, 8)))
        assert seen == ["MultiheadAttention"]


def small_gpt(**options: Any) -> Any:
    sg.manual_seed(1)
    return nn.models.GPT(vocab_size=17, context=12, layers=2, heads=2, width=16, **options)


class TestGPT:
    def test_names_and_sizes_are_those_of_gpt2(self) -> None:
        state = small_gpt().state_dict()
        assert state["transformer.h.1.attn.c_attn.weight"].shape == (48, 16)
        assert state["transformer.h.0.mlp.c_fc.bias"].shape == (64,)
        assert list(state)[:3] == [
            "transformer.wte.weight",
            "transformer.wpe.weight",
            "transformer.h.0.ln_1.weight",
        ]
        assert np.shares_memory(state["lm_head.weight"].numpy(), state["transformer.wte.weight"].numpy())
        names = [name for name, _ in small_gpt(bias=False).named_parameters()]
        assert not [name for name in names if "bias" in name]

    def test_the_formula(self) -> None:
        model = small_gpt().eval()
        s = {name: x.numpy().astype("float64") for name, x in model.state_dict().items()}
        tokens = rng.integers(0, 17, (2, 7))

        def norm(x: Any, name: str) -> Any:
            x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5)
            return x * s[name + ".weight"] + s[name + ".bias"]

        def linear(x: Any, name: str) -> Any:
            return x @ s[name + ".weight"].T + s[name + ".bias"]

        x = s["transformer.wte.weight"][tokens] + s["transformer.wpe.weight"][:7]
        for i in range(2):
            block = f"transformer.h.{i}."
            all_heads = linear(norm(x, block + "ln_1"), block + "attn.c_attn").reshape(2, 7, 3, 2, 8)
            q, k, v = all_heads.transpose(2, 0, 3, 1, 4)
            scores = np.where(np.tril(np.ones((7, 7))), q @ k.swapaxes(-1, -2) / np.sqrt(8), -np.inf)
            weights = np.exp(scores - scores.max(-1, keepdims=True))
            y = weights / weights.sum(-1, keepdims=True) @ v
            x = x + linear(y.transpose(0, 2, 1, 3).reshape(2, 7, 16), block + "attn.c_proj")
            wide = linear(norm(x, block + "ln_2"), block + "mlp.c_fc")
            wide = F.gelu(sg.array(wide)).numpy()
            x = x + linear(wide, block + "mlp.c_proj")
        logits = norm(x, "transformer.ln_f") @ s["lm_head.weight"].T
        np.testing.assert_allclose(model(sg.array(tokens)).detach().numpy(), logits, atol=1e-5)

    def test_it_learns(self) -> None:
        model = small_gpt(dropout=0.1)
        optimizer = optim.AdamW(model.parameters(), lr=1e-2)
        tokens = sg.array(np.arange(13)[None] % 5)
        losses = []
        for _ in range(60):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(tokens[:, :-1]).reshape(12, 17), tokens[0, 1:])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        assert losses[-1] < 0.2 < losses[0]
        result = model.generate(sg.asarray([0, 1, 2]), 8, temperature=0)
        assert result.tolist() == [i % 5 for i in range(11)]
        assert model.training

    @pytest.mark.parametrize("options", [{"temperature": 0}, {"top_k": 3}, {"top_p": 0.7, "temperature": 2.0}, {}])
    def test_the_cache_changes_no_token(self, options: Any) -> None:
        model = small_gpt().eval()
        for parameter in model.parameters():
            with sg.no_grad():
                parameter *= 8
        prompt = rng.integers(0, 17, (3, 4))
        sg.manual_seed(5)
        found = model.generate(sg.array(prompt), 14, **options).numpy()
        sg.manual_seed(5)
        expected = prompt
        for _ in range(14):
            expected = np.concatenate([expected, model.generate(sg.array(expected), 1, **options).numpy()[:, -1:]], 1)
        assert found.shape == (3, 18)
        assert np.array_equal(found, expected)

    def test_top_k_and_top_p_leave_out_unlikely_tokens(self) -> None:
        model = small_gpt().eval()
        prompt = sg.array(np.tile([[3, 1]], (300, 1)))
        order = np.argsort(-model(prompt[:1]).detach().numpy()[0, -1])
        drawn = model.generate(prompt, 1, top_k=2).numpy()[:, -1]
        assert set(drawn) == set(order[:2])
        assert set(model.generate(prompt, 1, top_p=1e-9).numpy()[:, -1]) == {order[0]}
        assert len(set(model.generate(prompt, 1).numpy()[:, -1])) > 10

    def test_bad_input(self) -> None:
        model = small_gpt()
        with pytest.raises(ValueError, match="13 tokens do not fit the context of 12"):
            model(sg.zeros((1, 13), dtype="int64"))
        with pytest.raises(IndexError, match=r"wte \(Embedding\): index 17 is out of range for a table of 17 rows"):
            model(sg.asarray([[17]]))
        with pytest.raises(ValueError, match="heads must divide width"):
            nn.models.GPT(10, 10, 1, 3, 16)
        for options, message in (({"top_k": 0}, "top_k"), ({"top_p": 0.0}, "top_p"), ({"temperature": -1.0}, "temper")):
            with pytest.raises(ValueError, match=message):
                model.generate(sg.asarray([1]), 1, **options)
        with pytest.raises(ValueError, match="prompt"):
            model.generate(sg.zeros((0,), dtype="int64"), 1)
        with pytest.raises(TypeError, match="integers"):
            model.generate(sg.zeros((2,)), 1)
