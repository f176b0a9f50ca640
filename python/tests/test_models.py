"""The models of `nn.models`: names and sizes of their papers, PyTorch's numbers, learning, and what they refuse."""

import copy
import importlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim

F = nn.functional
models = nn.models
rng = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def seed() -> None:
    """Models start the same in every run: some first weights learn too slowly for a test."""
    sg.manual_seed(0)


def normal(*shape: int) -> Any:
    return sg.array(rng.standard_normal(shape).astype("float32"))


def learns(model: Any, loss: Any, steps: int = 40, lr: float = 1e-2) -> None:
    """The loss falls to less than half."""
    optimizer = optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        losses.append(value.item())
    assert losses[-1] < 0.5 * losses[0], losses


@pytest.mark.parametrize(
    ("model", "shape", "parameters"),
    [
        (lambda: models.LeNet(), (2, 1, 28, 28), 61_706),
        (lambda: models.AlexNet(10), (1, 3, 63, 63), 57_044_810),
        (lambda: models.ResNet(18), (1, 3, 32, 32), 11_689_512),
        (lambda: models.ResNet(34), (1, 3, 32, 32), 21_797_672),
        (lambda: models.ResNet(50), (1, 3, 32, 32), 25_557_032),
        (lambda: models.ResNet(20, 10), (2, 3, 32, 32), 272_474),
        (lambda: models.ResNet(56, 10), (1, 3, 32, 32), 855_770),
        (lambda: models.ViT(layers=1), (1, 3, 224, 224), 8_601_064),
    ],
)
def test_sizes_are_those_of_the_papers(model: Any, shape: Any, parameters: int) -> None:
    made = model().eval()
    assert made.num_parameters() == parameters
    with sg.no_grad():
        result = made(sg.zeros(shape))
    assert result.shape[0] == shape[0] and result.ndim == 2


TORCHVISION: dict[str, Callable[[], Any]] = {
    "resnet18": lambda: models.ResNet(18),
    "resnet34": lambda: models.ResNet(34),
    "resnet50": lambda: models.ResNet(50),
    "alexnet": lambda: models.AlexNet(),
}


@pytest.mark.parametrize("name", TORCHVISION)
def test_torchvisions_own_models_give_the_same_logits(name: str) -> None:
    torch = pytest.importorskip("torch", reason="compares with torchvision")
    try:
        torchvision = importlib.import_module("torchvision")
    except (ImportError, RuntimeError) as error:  # its operators are compiled for one version of PyTorch
        pytest.skip(f"compares with torchvision, which does not load beside PyTorch {torch.__version__}: {error}")
    torch.manual_seed(0)
    theirs = getattr(torchvision.models, name)(weights=None).eval()
    ours = TORCHVISION[name]().eval()
    ours.load_state_dict({key: value.numpy() for key, value in theirs.state_dict().items()})
    x = normal(2, 3, 64, 64)
    with torch.no_grad():
        expected = theirs(torch.tensor(x.numpy())).numpy()
    np.testing.assert_allclose(ours(x).detach().numpy(), expected, atol=1e-4)


class TestResNet:
    def torch_resnet(self, torch: Any, layers: list[int], bottleneck: bool) -> Any:
        """torchvision's network, written out: names of modules and their order are what is compared."""
        tnn = torch.nn

        class Block(tnn.Module):  # type: ignore[misc, name-defined]
            def __init__(self, inputs: int, width: int, stride: int) -> None:
                super().__init__()
                outputs = 4 * width if bottleneck else width
                shape = [(width, 1, 1), (width, 3, stride), (outputs, 1, 1)]
                shape = shape if bottleneck else [(width, 3, stride), (width, 3, 1)]
                self.count, channels = len(shape), inputs
                for i, (out, k, s) in enumerate(shape, 1):
                    setattr(self, f"conv{i}", tnn.Conv2d(channels, out, k, s, k // 2, bias=False))
                    setattr(self, f"bn{i}", tnn.BatchNorm2d(out))
                    channels = out
                self.downsample = None
                if stride != 1 or inputs != outputs:
                    conv = tnn.Conv2d(inputs, outputs, 1, stride, bias=False)
                    self.downsample = tnn.Sequential(conv, tnn.BatchNorm2d(outputs))

            def forward(self, x: Any) -> Any:
                y = x
                for i in range(1, self.count + 1):
                    y = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y))
                    y = y.relu() if i < self.count else y
                return (y + (self.downsample(x) if self.downsample else x)).relu()

        class ResNet(tnn.Module):  # type: ignore[misc, name-defined]
            def __init__(self) -> None:
                super().__init__()
                self.conv1 = tnn.Conv2d(3, 64, 7, 2, 3, bias=False)
                self.bn1 = tnn.BatchNorm2d(64)
                self.maxpool = tnn.MaxPool2d(3, 2, 1)
                inputs = 64
                for stage, count in enumerate(layers):
                    blocks, width = [], 64 << stage
                    for i in range(count):
                        blocks.append(Block(inputs, width, 2 if stage and not i else 1))
                        inputs = 4 * width if bottleneck else width
                    setattr(self, f"layer{stage + 1}", tnn.Sequential(*blocks))
                self.fc = tnn.Linear(inputs, 1000)

            def forward(self, x: Any) -> Any:
                x = self.maxpool(self.bn1(self.conv1(x)).relu())
                for stage in range(1, 5):
                    x = getattr(self, f"layer{stage}")(x)
                return self.fc(x.mean((2, 3)))

        return ResNet()

    @pytest.mark.parametrize(("depth", "layers"), [(18, [2, 2, 2, 2]), (50, [3, 4, 6, 3])])
    def test_a_state_dict_of_torchvision_gives_its_logits(self, depth: int, layers: list[int]) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        torch.manual_seed(0)
        theirs = self.torch_resnet(torch, layers, depth == 50).eval()
        ours = models.ResNet(depth).eval()
        assert list(ours.state_dict()) == list(theirs.state_dict())
        ours.load_state_dict({name: value.numpy() for name, value in theirs.state_dict().items()})
        x = normal(2, 3, 64, 64)
        with torch.no_grad():
            expected = theirs(torch.tensor(x.numpy())).numpy()
        np.testing.assert_allclose(ours(x).detach().numpy(), expected, atol=1e-4 * abs(expected).max())

    def test_names_of_torchvision(self) -> None:
        names = list(models.ResNet(18).state_dict())
        assert names[:7] == [
            "conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var",
            "bn1.num_batches_tracked", "layer1.0.conv1.weight",
        ]  # fmt: skip
        assert "layer2.0.downsample.1.running_var" in names and names[-2:] == ["fc.weight", "fc.bias"]
        assert len(names) == 122

    def test_blocks_can_start_as_shortcuts(self) -> None:
        model = models.ResNet(8, 3, 1, zero_init_residual=True)
        block = getattr(model.layer1, "0").eval()
        x = sg.abs(normal(2, 16, 8, 8))
        np.testing.assert_allclose(block(x).detach().numpy(), x.numpy(), rtol=1e-6)

    def test_it_learns_and_its_head_can_be_replaced(self) -> None:
        x, y = normal(8, 1, 16, 16), sg.array(np.arange(8) % 3)
        model = models.ResNet(8, 5, 1)
        model.fc = nn.Linear(64, 3)
        assert model(x).shape == (8, 3)
        learns(model, lambda: F.cross_entropy(model(x), y))
        model.conv1 = nn.Conv2d(2, 16, 3, padding=1)
        with pytest.raises(ValueError, match=r"expected images \(N, 1, H, W\), got \(8, 2, 16, 16\)"):
            model(normal(8, 2, 16, 16))


class TestViT:
    def test_the_same_as_pytorchs_layers(self) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        ours = models.ViT(8, 4, 5, 2, layers=2, heads=2, width=12, mlp_width=20).eval()
        for parameter in ours.parameters():
            with sg.no_grad():
                parameter += 0.2 * sg.random.normal(parameter.shape)
        x = normal(3, 2, 8, 8)
        state = {k: torch.tensor(v.numpy()) for k, v in ours.state_dict().items()}
        tF = torch.nn.functional
        h = tF.conv2d(torch.tensor(x.numpy()), state["conv_proj.weight"], state["conv_proj.bias"], 4).flatten(2).mT
        h = torch.cat([state["class_token"].expand(3, 1, 12), h], 1) + state["encoder.pos_embedding"]
        for i in range(2):
            layer = torch.nn.TransformerEncoderLayer(12, 2, 20, 0.0, "gelu", 1e-6, True, True).eval()
            prefix = f"encoder.layers.encoder_layer_{i}."
            part = {"self_attn": "self_attention", "linear1": "mlp.0", "linear2": "mlp.3", "norm1": "ln_1"}
            part["norm2"] = "ln_2"
            own = {k: state[prefix + part[k.split(".")[0]] + k[k.index(".") :]] for k in layer.state_dict()}
            layer.load_state_dict(own)
            h = layer(h)
        h = tF.layer_norm(h[:, 0], (12,), state["encoder.ln.weight"], state["encoder.ln.bias"], 1e-6)
        expected = h @ state["heads.head.weight"].T + state["heads.head.bias"]
        np.testing.assert_allclose(ours(x).detach().numpy(), expected.detach().numpy(), atol=1e-5)

    @pytest.mark.parametrize("pool", ["class", "mean"])
    def test_it_learns(self, pool: str) -> None:
        model = models.ViT((8, 12), (4, 6), 3, 1, layers=1, heads=2, width=16, pool=pool, dropout=0.1)
        x, y = normal(6, 1, 8, 12), sg.array(np.arange(6) % 3)
        learns(model, lambda: F.cross_entropy(model(x), y), lr=5e-3)


class TestPerceptrons:
    def test_mlp(self) -> None:
        model = models.MLP(4, (8, 6), 3, activation="tanh", dropout=0.5).eval()
        x = normal(5, 2, 4)
        h = x.numpy()
        for i in (0, 3, 6):
            s = model.state_dict()
            h = h @ s[f"layers.{i}.weight"].numpy().T + s[f"layers.{i}.bias"].numpy()
            h = np.tanh(h) if i < 6 else h
        np.testing.assert_allclose(model(x).detach().numpy(), h, atol=1e-6)
        assert models.MLP(4, (), 3, bias=False).num_parameters() == 12

    def test_autoencoder(self) -> None:
        model = models.Autoencoder(6, (5,), 2, activation="gelu")
        x = normal(4, 6)
        assert model.encoder(x).shape == (4, 2)
        learns(model, lambda: F.mse_loss(model(x), x), steps=300)

    def test_vae(self) -> None:
        model = models.VAE(6, (8,), 2)
        x = F.sigmoid(normal(4, 6))
        logits, mean, log_variance = model(x)
        assert logits.shape == (4, 6) and mean.shape == log_variance.shape == (4, 2)
        assert not np.array_equal(logits.detach().numpy(), model(x)[0].detach().numpy())
        model.eval()
        code = model.encoder(x)
        np.testing.assert_array_equal(code[:, :2].detach().numpy(), model(x)[1].detach().numpy())
        np.testing.assert_array_equal(model.decoder(code[:, :2]).detach().numpy(), model(x)[0].detach().numpy())

    def test_a_conditional_vae_looks_at_its_labels(self) -> None:
        model = models.VAE(6, (8,), 2, num_classes=3).eval()
        x = F.sigmoid(normal(2, 6))
        first, other = (model(x, sg.array([label, 1]))[0].detach().numpy() for label in (0, 2))
        assert not np.allclose(first[0], other[0]) and np.array_equal(first[1], other[1])
        with pytest.raises(ValueError, match=r"expected labels \(2,\), got None"):
            model(x)
        with pytest.raises(IndexError):
            model(x, sg.array([3, 0]))


class TestDCGAN:
    @pytest.mark.parametrize("size", [8, 28, 32, 64])
    def test_shapes(self, size: int) -> None:
        generator = models.DCGANGenerator(5, 2, 4, size)
        images = generator(normal(3, 5))
        assert images.shape == (3, 2, size, size) and float(abs(images).max()) <= 1
        for spectral in (False, True):
            score = models.DCGANDiscriminator(2, 4, size, spectral_norm=spectral)(images)
            assert score.shape == (3, 1)

    def test_labels_count(self) -> None:
        generator = models.DCGANGenerator(4, 1, 4, 8, num_classes=3).eval()
        discriminator = models.DCGANDiscriminator(1, 4, 8, num_classes=3, spectral_norm=True).eval()
        z = normal(2, 4)
        a, b = (generator(z, sg.array([label, 1])) for label in (0, 2))
        assert not np.allclose(a.detach().numpy()[0], b.detach().numpy()[0])
        s, t = (discriminator(a, labels=sg.array([label, 1])).detach().numpy() for label in (0, 2))
        assert s[0] != t[0] and s[1] == t[1]
        with pytest.raises(ValueError, match=r"expected labels \(2,\)"):
            generator(z, sg.array([0]))
        with pytest.raises(ValueError, match="labels need a model with num_classes"):
            models.DCGANGenerator(4, 1, 4, 8)(z, sg.array([0, 1]))

    @pytest.mark.parametrize("size", [1, 9, 18, 0, -8, 1 << 62])
    def test_sizes_that_cannot_be(self, size: int) -> None:
        for make in (
            lambda: models.DCGANGenerator(image_size=size),
            lambda: models.DCGANDiscriminator(image_size=size),
        ):
            with pytest.raises(ValueError, match="image_size must be"):
                make()


class TestUNet:
    def small(self, **options: Any) -> Any:
        return models.UNet(1, 8, (1, 2), heads=2, groups=4, **options)

    def test_it_learns_to_tell_times_and_classes_apart(self) -> None:
        model = self.small(num_classes=2, blocks=2)
        x = normal(4, 1, 8, 8)
        t, labels = sg.array([1, 1, 500, 500]), sg.array([0, 1, 0, 1])
        goal = sg.array(np.arange(4, dtype="float32").reshape(4, 1, 1, 1) * np.ones((1, 1, 8, 8), "float32"))
        assert not model(x, t).detach().numpy().any()
        learns(model, lambda: F.mse_loss(model(x, t, labels), goal), steps=60)

    def test_no_label_is_the_last_one(self) -> None:
        model = self.small(num_classes=2).eval()
        for parameter in model.parameters():
            with sg.no_grad():
                parameter += 0.1 * sg.random.normal(parameter.shape)
        x, t = normal(2, 1, 4, 4), sg.array([3, 4])
        without = model(x, t).detach().numpy()
        assert np.array_equal(without, model(x, t, sg.array([2, 2])).detach().numpy())
        assert not np.allclose(without, model(x, t, labels=sg.array([0, 1])).detach().numpy())

    def test_bad_input(self) -> None:
        model = self.small()
        with pytest.raises(ValueError, match=r"divisible by 2, got \(1, 1, 7, 8\)"):
            model(normal(1, 1, 7, 8), sg.array([1]))
        with pytest.raises(ValueError, match=r"expected times \(1,\), got \(2,\)"):
            model(normal(1, 1, 8, 8), sg.array([1, 2]))
        with pytest.raises(ValueError, match="labels need a U-Net with num_classes"):
            model(normal(1, 1, 8, 8), sg.array([1]), sg.array([1]))
        with pytest.raises(ValueError, match=r"expected images \(N, 1, H, W\)"):
            model(normal(1, 3, 8, 8), sg.array([1]))


TOKENS = sg.array([[3, 1, 4, 1], [2, 6, 5, 0]])


class TestBERT:
    def small(self, kind: Any, **options: Any) -> Any:
        return kind(vocab_size=9, context=6, layers=1, heads=2, width=8, **options)

    def test_masked_tokens_do_not_count(self) -> None:
        model = self.small(models.BERT).eval()
        mask = sg.array([[1, 1, 1, 1], [1, 1, 1, 0]])
        hidden, pooled = model(TOKENS, mask)
        alone, _ = model(TOKENS[1:, :3])
        np.testing.assert_allclose(hidden[1, :3].detach().numpy(), alone[0].detach().numpy(), atol=1e-6)
        assert pooled.shape == (2, 8)

    def test_it_learns(self) -> None:
        model = self.small(models.BERTForMaskedLM, dropout=0.0)
        learns(model, lambda: F.cross_entropy(model(TOKENS).reshape(8, 9), TOKENS.reshape(8)), lr=2e-2)
        assert model.cls.predictions.decoder.weight is model.bert.embeddings.word_embeddings.weight
        classifier = self.small(models.BERTForSequenceClassification, num_classes=3, dropout=0.0)
        learns(classifier, lambda: F.cross_entropy(classifier(TOKENS), sg.array([2, 0])))

    def test_bad_input(self) -> None:
        model = self.small(models.BERTForMaskedLM)
        with pytest.raises(ValueError, match=r"bert \(BERT\): 7 tokens do not fit the context of 6"):
            model(sg.zeros((1, 7), dtype="int64"))
        with pytest.raises(ValueError, match=r"expected attention_mask \(2, 4\), got \(2, 3\)"):
            model(TOKENS, sg.zeros((2, 3)))
        with pytest.raises(IndexError, match="token_type_embeddings"):
            model(TOKENS, token_types=TOKENS)
        with pytest.raises(TypeError, match="tokens must be integers"):
            model(sg.zeros((1, 2)))


ENCODER_DECODERS = {
    "t5": lambda: models.T5(9, 1, 2, 8, buckets=8, max_distance=16),
    "bart": lambda: models.BART(9, 8, 1, 2, 8),
    "additive": lambda: models.Seq2Seq(9, 9, 8, 12),
    "multiplicative": lambda: models.Seq2Seq(9, 9, 8, 12, cell="gru", attention="multiplicative"),
    "none": lambda: models.Seq2Seq(9, 9, 8, 12, attention=None),
}


class TestEncoderDecoders:
    @pytest.mark.parametrize("name", ENCODER_DECODERS)
    def test_it_learns_to_reverse(self, name: str) -> None:
        sg.manual_seed(0)
        model = ENCODER_DECODERS[name]()
        rows = np.stack([rng.permutation(7)[:3] + 2 for _ in range(8)])
        target = np.concatenate([np.full((8, 1), model_start(name)), rows[:, ::-1]], 1)
        source, given, labels = sg.array(rows), sg.array(target[:, :-1].copy()), sg.array(target[:, 1:].reshape(-1))
        learns(model, lambda: F.cross_entropy(model(source, given).reshape(24, 9), labels), 150, 2e-2)
        assert model.generate(source, 3, temperature=0).tolist() == rows[:, ::-1].tolist()
        assert model.generate(source, 3, num_beams=2).tolist() == rows[:, ::-1].tolist()

    @pytest.mark.parametrize("name", ENCODER_DECODERS)
    def test_padding_does_not_count(self, name: str) -> None:
        model = ENCODER_DECODERS[name]().eval()
        target = sg.array([[0, 3], [0, 5]])
        both = model(TOKENS, target, lengths=sg.array([4, 2])).detach().numpy()
        alone = model(TOKENS[1:, :2], target[1:]).detach().numpy()
        np.testing.assert_allclose(both[1:], alone, atol=1e-5)

    @pytest.mark.parametrize("name", ENCODER_DECODERS)
    def test_bad_input(self, name: str) -> None:
        model = ENCODER_DECODERS[name]()
        with pytest.raises(ValueError, match="as many rows of source and target"):
            model(TOKENS, TOKENS[:1])
        with pytest.raises(ValueError, match=r"expected lengths \(2,\), got \(3,\)"):
            model(TOKENS, TOKENS, sg.array([1, 2, 3]))
        with pytest.raises(ValueError, match=r"expected source \(batch, length\), got \(2,\)"):
            model(TOKENS[:, 0], TOKENS)
        with pytest.raises(TypeError, match="target must be integers"):
            model(TOKENS, sg.zeros((2, 4)))
        with pytest.raises(IndexError):
            model(TOKENS + 9, TOKENS)


def model_start(name: str) -> int:
    """The token before the first one."""
    return 0 if name in ("t5", "bart") else 1


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: models.MLP(0, (), 3), "in_features must be positive, got 0"),
        (lambda: models.MLP(4, (-1,), 3), "hidden must be positive, got -1"),
        (lambda: models.MLP(4, (1 << 62,), 3), "hidden must be positive and sensible"),
        (lambda: models.MLP(4, (3,), 3, activation="step"), "activation must be one of 'relu'"),
        (lambda: models.LeNet(image_size=8), "image_size must lie between 12"),
        (lambda: models.LeNet(num_classes=0), "num_classes must be positive"),
        (lambda: models.ResNet(19), "depth must be 18, 34, 50"),
        (lambda: models.ResNet(18, in_channels=-3), "in_channels must be positive"),
        (lambda: models.ViT(8, 3), "patch_size must divide image_size, got 3 x 3 and 8 x 8"),
        (lambda: models.ViT(8, 4, heads=5, width=16), "heads must divide width, got 5 and 16"),
        (lambda: models.ViT(8, 0), "patch_size must be positive"),
        (lambda: models.ViT(8, 4, layers=-1), "layers must lie between 0"),
        (lambda: models.ViT(8, 4, pool="max"), "pool must be 'class' or 'mean'"),
        (lambda: models.GPT(10, 0, 1, 1, 8), "context must be positive"),
        (lambda: models.BERT(vocab_size=0), "vocab_size must be positive"),
        (lambda: models.T5(9, 1, 3, 8), "heads must divide width"),
        (lambda: models.T5(9, 1, 2, 8, buckets=6), "buckets must be divisible by 4"),
        (lambda: models.T5(9, 1, 2, 8, start=9), "start must be a token below 9"),
        (lambda: models.BART(9, 8, 1, 2, 8, decoder_layers=-1), "decoder_layers must lie between"),
        (lambda: models.Seq2Seq(9, 9, cell="elman"), "cell must be 'lstm' or 'gru'"),
        (lambda: models.Seq2Seq(9, 9, attention="dot"), "attention must be 'additive'"),
        (lambda: models.UNet(width=6), "groups, heads and 2 must divide width"),
        (lambda: models.UNet(multipliers=()), "multipliers must be"),
        (lambda: models.UNet(multipliers=(0,)), "multipliers must be"),
        (lambda: models.VAE(4, (3,), -2), "latent_dim must be positive"),
        (lambda: models.Autoencoder(4, (3,), 0), "code must be positive"),
        (lambda: models.BasicBlock(3, 4, 0), "stride must be positive"),
    ],
)
def test_settings_that_cannot_be(make: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("name", [n for n in dir(models) if n[0].isupper()])
def test_models_are_documented(name: str) -> None:
    assert len(getattr(models, name).__doc__ or "") > 30


class TestPatterns:
    def test_freezing_by_name(self) -> None:
        model = models.MLP(4, (5,), 3)
        assert model.freeze("layers.0.*") is model
        assert [p.requires_grad for p in model.parameters()] == [False, False, True, True]
        model.freeze().unfreeze("*.b?as")
        assert [p.requires_grad for p in model.parameters()] == [False, True, False, True]
        with pytest.raises(ValueError, match=r"MLP: no parameter's name matches 'layer\.0'"):
            model.freeze("layer.0")

    def test_groups_for_an_optimiser(self) -> None:
        model = models.MLP(4, (5, 5), 3)
        groups = model.parameter_groups({"layers.4.*": {"lr": 0.5}, "*.bias": {"lr": 0.25, "weight_decay": 0.0}})
        assert [[p.shape for p in group["params"]] for group in groups] == [
            [(3, 5), (3,)],
            [(5,)] * 2,
            [(5, 4), (5, 5)],
        ]
        optimizer = optim.AdamW(groups, lr=0.125)
        assert [group["lr"] for group in optimizer.param_groups] == [0.5, 0.25, 0.125]
        first = optimizer.param_groups[1]["params"][0]
        assert np.shares_memory(first.detach().numpy(), getattr(model.layers, "0").bias.detach().numpy())
        assert len(model.parameter_groups({"*": {}})) == 1
        with pytest.raises(ValueError, match="no parameter's name matches 'head'"):
            model.parameter_groups({"head": {}})
        with pytest.raises(TypeError, match="must be a dict"):
            model.parameter_groups({"*": 1e-3})


class TestSummary:
    def test_operations_are_two_for_each_multiply_add(self) -> None:
        linear, batch, length, width = 2 * 2 * 6 * 8 * 8, 2, 6, 8
        attention = nn.MultiheadAttention(width, 2, batch_first=True)
        expected = 4 * linear + 4 * batch * length * length * width
        assert attention.summary(*[(batch, length, width)] * 3).flops == expected
        assert nn.LSTM(3, 5).summary((7, 2, 3)).flops == 2 * 7 * 2 * 20 * (3 + 5)
        transposed = nn.ConvTranspose2d(3, 5, 4, 2, 1)
        assert transposed.summary((1, 3, 6, 6)).flops == 2 * 36 * 3 * 5 * 16

    def test_token_models_take_shapes(self) -> None:
        model = models.GPT(9, 8, 2, 2, 8)
        summary = model.summary((3, 6))
        assert summary.lines[0].output_shapes == ((3, 6, 9),)
        assert summary.parameters == model.num_parameters()
        model.freeze("transformer.h.*")
        frozen = sum(p.size for p in model.transformer.h.parameters())
        assert f"{frozen:,} not" in repr(model.summary((3, 6)))
        writer = models.T5(9, 1, 2, 8).summary((2, 5), (2, 4))
        assert writer.lines[0].output_shapes == ((2, 4, 9),)
        with pytest.raises(TypeError, match="integers"):
            model.summary(sg.zeros((3, 6)))

    def test_every_model_shows_itself(self) -> None:
        unet = models.UNet(1, 8, (1, 2), heads=2, groups=4)
        text = repr(unet.summary((2, 1, 8, 8), (2,)))
        assert re.search(r"0: UNetBlock +\(2, 8, 8, 8\)", text)
        for made in (unet, models.ViT(8, 4, layers=1, heads=1, width=8), models.BERT(9, 8, 1, 1, 8)):
            assert made._repr_html_().startswith("<details")
            assert type(made).__name__ in repr(made)


@pytest.mark.parametrize(
    "make",
    [
        lambda: models.GPT(9, 8, 1, 1, 8),
        lambda: models.T5(9, 1, 1, 8),
        lambda: models.ViT(8, 4, layers=1, heads=1, width=8),
        lambda: models.UNet(1, 8, (1,), groups=4),
        lambda: models.DCGANDiscriminator(1, 4, 8, spectral_norm=True),
    ],
)
def test_copies(make: Any) -> None:
    model = make()
    twin = copy.deepcopy(model)
    for (path, a), (other, b) in zip(model.state_dict().items(), twin.state_dict().items(), strict=True):
        assert path == other
        assert np.array_equal(a.numpy(), b.numpy())
        assert not np.shares_memory(a.numpy(), b.numpy())
    assert twin.num_parameters() == model.num_parameters()
