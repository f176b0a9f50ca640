"""The trainers of generative models: what they promise, PyTorch's numbers, bad input, save and resume."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import data, nn, optim, train

LOSSES = ["minimax", "non_saturating", "least_squares", "hinge", "wgan", "wgan_gp"]


def perceptron(inputs: int, outputs: int, hidden: int = 16) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


def points(count: int = 64) -> np.ndarray:
    return np.random.default_rng(0).uniform(-0.9, 0.9, (count, 2)).astype(np.float32)


def labels(count: int = 64) -> np.ndarray:
    return np.arange(count) % 3


class Denoiser(nn.Module):
    """Times and labels as columns beside the points."""

    def __init__(self, classes: int = 0) -> None:
        super().__init__()
        self.classes = classes
        self.net = perceptron(3 + (classes > 0), 2)

    def forward(self, x: Any, t: Any, classes: Any = None) -> Any:
        columns = [x, t.reshape(-1, 1).astype(x.dtype) / 100]
        if self.classes:
            columns.append(classes.reshape(-1, 1).astype(x.dtype))
        return self.net(sg.concat(columns, axis=1))


def make(kind: str, **settings: Any) -> Any:
    sg.manual_seed(1)
    if kind == "gan":
        return train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, **settings)
    if kind == "conditional gan":
        return train.GANTrainer(perceptron(7, 2), perceptron(5, 1), 4, num_classes=3, **settings)
    if kind == "autoencoder":
        return train.AutoencoderTrainer(perceptron(2, 3), perceptron(3, 2), "noise", **settings)
    if kind == "vae":
        return train.VAETrainer(perceptron(2, 6), perceptron(3, 2), 3, reconstruction="mse", **settings)
    if kind == "conditional vae":
        return train.VAETrainer(perceptron(5, 6), perceptron(6, 2), 3, 1.0, "mse", num_classes=3, **settings)
    if kind == "diffusion":
        return train.DiffusionTrainer(Denoiser(), 20, **settings)
    return train.DiffusionTrainer(Denoiser(3), 20, num_classes=3, **settings)


KINDS = ["gan", "conditional gan", "autoencoder", "vae", "conditional vae", "diffusion", "conditional diffusion"]


def weights(trainer: Any) -> dict[str, list[Any]]:
    return {
        f"{name}.{key}": np.array(tensor).tolist()
        for name, network in trainer.networks.items()
        for key, tensor in network.state_dict().items()
    }


def loader(seed: int = 0) -> data.DataLoader:
    return data.DataLoader(data.ArrayDataset(points(), labels()), batch_size=16, shuffle=True, seed=seed)


class TestAllTrainers:
    @pytest.mark.parametrize("kind", KINDS)
    def test_it_fits_and_reports_by_name(self, kind: str) -> None:
        trainer = make(kind)
        before = weights(trainer)
        history = trainer.fit(loader(), epochs=2, validation=loader(), progress=False)
        name = "d_loss" if "gan" in kind else "loss"
        assert all(np.isfinite(history[name]))
        assert all(np.isfinite(history[f"val_{name}"]))
        assert weights(trainer) != before
        assert name in trainer.step((points(), labels()))
        assert name in trainer.evaluate(loader())

    @pytest.mark.parametrize("kind", KINDS)
    def test_the_bits_do_not_depend_on_threads(self, kind: str) -> None:
        def run(threads: int) -> dict[str, list[Any]]:
            sg.set_num_threads(threads)
            trainer = make(kind)
            trainer.fit(loader(), epochs=1, progress=False)
            return weights(trainer)

        before = sg.get_num_threads()
        try:
            assert run(1) == run(2)
        finally:
            sg.set_num_threads(before)

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("settings", [{}, {"ema": 0.9, "accumulate": 3, "clip_grad_norm": 0.1}])
    def test_a_resumed_run_is_the_uninterrupted_one(self, kind: str, settings: dict[str, Any], tmp_path: Path) -> None:
        whole = make(kind, **settings)
        whole.fit(loader(), epochs=3, progress=False)

        first = make(kind, **settings)
        first.fit(loader(), epochs=1, progress=False)
        first.save(tmp_path / "run")
        second = make(kind, **settings)
        second.resume(tmp_path / "run")
        second.fit(loader(seed=5), epochs=2, progress=False)
        assert weights(second) == weights(whole)
        if hasattr(whole, "sample"):
            for trainer in (whole, second):
                sg.manual_seed(3)
                trainer.drawn = np.array(trainer.sample(5))
            np.testing.assert_array_equal(whole.drawn, second.drawn)

    def test_the_state_of_another_trainer_is_refused(self, tmp_path: Path) -> None:
        make("gan").save(tmp_path / "run")
        vae = make("vae")
        before = weights(vae)
        with pytest.raises(ValueError, match="generator"):
            vae.resume(tmp_path / "run")
        assert weights(vae) == before

    @pytest.mark.parametrize("kind", ["gan", "vae", "diffusion", "autoencoder"])
    def test_nan_in_the_data_is_named(self, kind: str) -> None:
        x = points()
        x[5, 1] = np.nan
        trainer = make(kind, **({"clip": None} if kind == "diffusion" else {}))
        before = weights(trainer)
        with pytest.raises(RuntimeError, match=r"input 0 of the batch is nan in sample 5"):
            trainer.step((x,))
        assert weights(trainer) == before

    @pytest.mark.parametrize("kind", KINDS)
    def test_bad_batches(self, kind: str) -> None:
        trainer = make(kind)
        with pytest.raises(ValueError, match="empty"):
            trainer.step((points()[:0], labels()[:0]))
        with pytest.raises(TypeError, match="floating-point"):
            trainer.step((np.zeros((4, 2), np.int64), labels(4)))
        if "conditional" in kind:
            with pytest.raises(ValueError, match="samples and labels"):
                trainer.step((points(),))
            with pytest.raises(IndexError, match=r"labels must lie in 0\.\.\.2, got 7 at position 3"):
                trainer.step((points(), np.where(np.arange(64) == 3, 7, 0)))
            with pytest.raises(ValueError, match=r"shape \(64,\), got \(3,\)"):
                trainer.step((points(), labels(3)))

    @pytest.mark.parametrize("kind", [k for k in KINDS if k != "autoencoder"])
    def test_samples(self, kind: str) -> None:
        trainer = make(kind)
        trainer.step((points(), labels()))
        assert trainer.sample(300).shape == (300, 2)
        assert not trainer.sample(3).requires_grad
        for count in (0, -1, 2**62):
            with pytest.raises(ValueError, match="n must be"):
                trainer.sample(count)
        if "conditional" in kind:
            assert trainer.sample(4, labels=2).shape == (4, 2)
            assert trainer.sample(2, labels=[0, 1]).shape == (2, 2)
            with pytest.raises(IndexError, match="got 3"):
                trainer.sample(2, labels=3)
        else:
            with pytest.raises(ValueError, match="num_classes"):
                trainer.sample(2, labels=1)


class TestGAN:
    @pytest.mark.parametrize("loss", LOSSES)
    def test_a_step_is_pytorchs(self, loss: str) -> None:
        """One discriminator and one generator step, with the noise that the trainer draws given to PyTorch."""
        torch = pytest.importorskip("torch")
        generator, critic = perceptron(4, 2), perceptron(2, 1)
        nets = []
        for module in (generator, critic):
            twin = (
                torch.nn.Sequential(
                    *(
                        torch.nn.Linear(m.in_features, m.out_features) if isinstance(m, nn.Linear) else torch.nn.ReLU()
                        for m in [module[0], module[1], module[2]]
                    )
                )
                if False
                else _twin(torch, module)
            )
            nets.append(twin)
        trainer = train.GANTrainer(
            generator,
            critic,
            4,
            loss,
            generator_optimizer=optim.SGD(generator.parameters(), lr=0.1),
            discriminator_optimizer=optim.SGD(critic.parameters(), lr=0.1),
        )
        x = points(32)
        sg.manual_seed(7)
        report = trainer.step((x,))
        sg.manual_seed(7)
        z = torch.tensor(np.array(sg.random.normal((32, 4))))
        u = torch.tensor(np.array(sg.random.uniform((32, 1)))) if loss == "wgan_gp" else None
        expected = _torch_step(torch, loss, *nets, torch.tensor(x), z, u)
        for name, value in expected.items():
            assert report[name] == pytest.approx(value, rel=1e-4, abs=1e-6), name
        for ours, theirs in zip((generator, critic), nets, strict=True):
            for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
                np.testing.assert_allclose(np.array(p.detach()), q.detach().numpy(), rtol=1e-4, atol=1e-6)

    def test_the_discriminators_update_leaves_the_generator_alone(self) -> None:
        generator = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
        trainer = train.GANTrainer(generator, perceptron(2, 1), 4, critic_steps=3)
        before = {name: np.array(t) for name, t in generator.state_dict().items()}
        trainer.step((points(),))
        report = trainer.step((points(),))
        assert "g_loss" not in report
        for name, tensor in generator.state_dict().items():
            np.testing.assert_array_equal(np.array(tensor), before[name], err_msg=name)
        assert all(p.grad is None for p in generator.parameters())
        assert "g_loss" in trainer.step((points(),))
        assert int(generator.state_dict()["1.num_batches_tracked"].item()) == 1

    def test_the_generators_update_leaves_no_gradient_in_the_discriminator(self) -> None:
        critic = perceptron(2, 1)
        frozen = critic[0].weight
        frozen.requires_grad = False
        trainer = train.GANTrainer(perceptron(4, 2), critic, 4)
        kept = np.array(frozen)
        trainer.step((points(),))
        assert [p.requires_grad for p in critic.parameters()] == [False, True, True, True]
        np.testing.assert_array_equal(np.array(frozen), kept)

    def test_weights_of_a_wasserstein_critic_are_clipped(self) -> None:
        critic = perceptron(2, 1)
        train.GANTrainer(perceptron(4, 2), critic, 4, "wgan", clip=0.02).step((points(),))
        assert max(float(np.abs(np.array(p.detach())).max()) for p in critic.parameters()) <= np.float32(0.02)

    def test_bad_input(self) -> None:
        with pytest.raises(ValueError, match=r"the generator gives \(64, 3\), the data are \(64, 2\)"):
            train.GANTrainer(perceptron(4, 3), perceptron(2, 1), 4).step((points(),))
        with pytest.raises(ValueError, match="loss must be one of 'minimax'"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, "cross")
        with pytest.raises(ValueError, match="latent_dim"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 0)
        with pytest.raises(ValueError, match="critic_steps"):
            train.GANTrainer(perceptron(4, 2), perceptron(2, 1), 4, critic_steps=0)
        network = perceptron(2, 2)
        with pytest.raises(ValueError, match="two networks"):
            train.GANTrainer(network, network, 2)


def _twin(torch: Any, module: nn.Module) -> Any:
    layers = [module[0], module[2]]
    made = []
    for layer in layers:
        twin = torch.nn.Linear(layer.in_features, layer.out_features)
        with torch.no_grad():
            twin.weight.copy_(torch.tensor(np.array(layer.weight.detach())))
            twin.bias.copy_(torch.tensor(np.array(layer.bias.detach())))
        made.append(twin)
    return torch.nn.Sequential(made[0], torch.nn.ReLU(), made[1])


def _torch_step(torch: Any, loss: str, generator: Any, critic: Any, x: Any, z: Any, u: Any) -> dict[str, float]:
    softplus = torch.nn.functional.softplus
    discriminator_losses = {
        "minimax": lambda r, f: (softplus(-r) + softplus(f)).mean(),
        "non_saturating": lambda r, f: (softplus(-r) + softplus(f)).mean(),
        "least_squares": lambda r, f: ((r - 1) ** 2 + f**2).mean() / 2,
        "hinge": lambda r, f: ((1 - r).relu() + (1 + f).relu()).mean(),
        "wgan": lambda r, f: (f - r).mean(),
        "wgan_gp": lambda r, f: (f - r).mean(),
    }
    generator_losses = {
        "minimax": lambda f: -softplus(f).mean(),
        "non_saturating": lambda f: softplus(-f).mean(),
        "least_squares": lambda f: ((f - 1) ** 2).mean() / 2,
    }
    fake = generator(z)
    d_loss = discriminator_losses[loss](critic(x), critic(fake.detach()))
    if loss == "wgan_gp":
        between = (fake + (x - fake) * u).detach().requires_grad_()
        (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
        d_loss = d_loss + 10 * ((slope.square().sum(1) + 1e-12).sqrt() - 1).square().mean()
    optimizer = torch.optim.SGD(critic.parameters(), lr=0.1)
    optimizer.zero_grad()
    d_loss.backward()
    optimizer.step()
    if loss == "wgan":
        with torch.no_grad():
            for p in critic.parameters():
                p.clamp_(-0.01, 0.01)
    g_loss = generator_losses.get(loss, lambda f: -f.mean())(critic(fake))
    optimizer = torch.optim.SGD(generator.parameters(), lr=0.1)
    optimizer.zero_grad()
    g_loss.backward()
    optimizer.step()
    return {"d_loss": d_loss.item(), "g_loss": g_loss.item()}


class TestVAE:
    def test_the_parts_are_the_formulas(self) -> None:
        encoder, decoder = perceptron(2, 6), perceptron(3, 2)
        trainer = train.VAETrainer(encoder, decoder, 3)
        x = np.abs(points(8))
        sg.manual_seed(2)
        report = trainer.evaluate([(x,)])
        sg.manual_seed(2)
        noise = np.array(sg.random.normal((8, 3)), np.float64)
        codes = np.array(encoder(sg.from_numpy(x)).detach(), np.float64)
        mean, log_variance = codes[:, :3], codes[:, 3:]
        drawn = (mean + noise * np.exp(log_variance / 2)).astype(np.float32)
        y = np.array(decoder(sg.from_numpy(drawn)).detach(), np.float64)
        error = (np.logaddexp(0, y) - x * y).sum(axis=1).mean()
        kl = 0.5 * (mean**2 + np.exp(log_variance) - log_variance - 1).sum(axis=1).mean()
        assert report["reconstruction"] == pytest.approx(error, rel=1e-5)
        assert report["kl"] == pytest.approx(kl, rel=1e-5)
        assert report["loss"] == pytest.approx(error + kl, rel=1e-5)
        assert report["elbo"] == pytest.approx(-error - kl, rel=1e-5)

    def test_the_divergence_warms_up(self) -> None:
        trainer = make("vae", kl_warmup=4)
        trainer.optimizer.param_groups[0]["lr"] = 0.0
        for share in (0.25, 0.5, 0.75, 1.0, 1.0):
            report = trainer.step((points(),))
            assert report["loss"] == pytest.approx(report["reconstruction"] + share * report["kl"], rel=1e-5)

    def test_codes(self) -> None:
        trainer = make("vae")
        mean, log_variance = trainer.encode(points())
        assert mean.shape == log_variance.shape == (64, 3)
        walk = np.array(trainer.interpolate(points()[0], points()[1], steps=5))
        np.testing.assert_allclose(walk[[0, -1]], np.array(trainer.decode(mean[:2])), rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(np.array(trainer.predict(points())), np.array(trainer.decode(mean)), rtol=1e-5)
        conditional = make("conditional vae")
        assert conditional.encode(points(), labels=labels())[0].shape == (64, 3)
        with pytest.raises(ValueError, match="known labels"):
            conditional.encode(points())

    def test_bad_input(self) -> None:
        trainer = train.VAETrainer(perceptron(2, 6), perceptron(3, 2), 3)
        with pytest.raises(ValueError, match=r"needs data in 0\.\.\.1, got -0\.\d+ to"):
            trainer.step((points(),))
        with pytest.raises(ValueError, match=r"side by side, \(64, 4\).*got \(64, 6\)"):
            train.VAETrainer(perceptron(2, 6), perceptron(2, 2), 2).step((np.abs(points()),))
        with pytest.raises(ValueError, match=r"the decoder gives \(64, 1\), the data are \(64, 2\)"):
            train.VAETrainer(perceptron(2, 6), perceptron(3, 1), 3).step((np.abs(points()),))


class TestAutoencoder:
    @pytest.mark.parametrize(
        "settings",
        [{"corruption": None}, {"corruption": "mask"}, {"sparsity": 0.1}, {"sparsity": 0.1, "sparsity_target": 0.05}],
    )
    def test_it_learns(self, settings: dict[str, Any]) -> None:
        sg.manual_seed(0)
        optimizer_settings = {"corruption_level": 0.1, **settings}
        trainer = train.AutoencoderTrainer(perceptron(2, 3), perceptron(3, 2), **optimizer_settings)
        history = trainer.fit((points(),), epochs=60, progress=False)
        assert history[-1]["loss"] < 0.7 * history[0]["loss"]

    def test_the_score_is_the_error_of_each_sample(self) -> None:
        trainer = make("autoencoder")
        expected = ((np.array(trainer.predict(points(300))) - points(300)) ** 2).mean(axis=1)
        np.testing.assert_allclose(np.array(trainer.anomaly_score(points(300))), expected, rtol=1e-5)

    def test_bad_input(self) -> None:
        for settings in ({"corruption": "fog"}, {"sparsity": -1.0}, {"corruption": "mask", "corruption_level": 2.0}):
            with pytest.raises(ValueError, match="AutoencoderTrainer"):
                train.AutoencoderTrainer(perceptron(2, 3), perceptron(3, 2), **settings)


class TestDiffusion:
    @pytest.mark.parametrize("schedule", ["linear", "cosine"])
    @pytest.mark.parametrize("prediction", ["epsilon", "v"])
    def test_the_loss_is_the_formula(self, schedule: str, prediction: str) -> None:
        steps = 50
        trainer = train.DiffusionTrainer(Denoiser(), steps, schedule, prediction=prediction)
        sg.manual_seed(4)
        x = points(16)
        loss = trainer.evaluate([(x,)])["loss"]
        sg.manual_seed(4)
        times = np.array(sg.random.integers(1, steps + 1, (16,)))
        noise = np.array(sg.random.normal((16, 2)))
        if schedule == "linear":
            betas = np.linspace(1e-4, 0.02, steps) * 1000 / steps
        else:
            f = np.cos((np.arange(steps + 1) / steps + 0.008) / 1.008 * np.pi / 2) ** 2
            betas = 1 - f[1:] / f[:-1]
        signal = np.cumprod(1 - np.minimum(betas, 0.999))[times - 1][:, None]
        mixed = (np.sqrt(signal) * x + np.sqrt(1 - signal) * noise).astype(np.float32)
        said = np.array(trainer.denoiser(sg.from_numpy(mixed), sg.from_numpy(times - 1)).detach())
        target = noise if prediction == "epsilon" else np.sqrt(signal) * noise - np.sqrt(1 - signal) * x
        assert loss == pytest.approx(((said - target) ** 2).mean(), rel=1e-4)

    def test_a_perfect_denoiser_gives_the_data_back(self) -> None:
        """All data are one point c, so the noise in x is (x - sqrt(a) c) / sqrt(1 - a)."""
        steps = 40
        f = np.cos((np.arange(steps + 1) / steps + 0.008) / 1.008 * np.pi / 2) ** 2
        signal = np.cumprod(1 - np.minimum(1 - f[1:] / f[:-1], 0.999)).astype(np.float32)
        centre = np.array([0.3, -0.6], np.float32)

        class Oracle(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.unused = nn.Linear(1, 1)

            def forward(self, x: Any, t: Any) -> Any:
                a = sg.from_numpy(signal[np.array(t)][:, None])
                return (x - a.sqrt() * sg.from_numpy(centre)) / (1 - a).sqrt()

        trainer = train.DiffusionTrainer(Oracle(), steps)
        for settings in ({"steps": 10, "eta": 0.0}, {}, {"steps": 1}, {"steps": 7, "eta": 0.5}):
            drawn = np.array(trainer.sample(6, shape=(2,), **settings))
            np.testing.assert_allclose(drawn, np.broadcast_to(centre, (6, 2)), atol=2e-3)

    def test_ddim_depends_on_the_start_alone(self) -> None:
        trainer = make("diffusion")
        trainer.step((points(),))
        drawn = []
        for _ in range(2):
            sg.manual_seed(9)
            drawn.append(np.array(trainer.sample(4, steps=5, eta=0.0)))
        np.testing.assert_array_equal(*drawn)

    def test_bad_input(self) -> None:
        with pytest.raises(ValueError, match="go from"):
            make("diffusion").step((points() * 9,))
        with pytest.raises(ValueError, match="give shape"):
            make("diffusion").sample(2)
        trainer = make("diffusion")
        trainer.step((points(),))
        for settings in ({"steps": 21}, {"steps": 0}, {"eta": 2.0}, {"guidance": 3.0}):
            with pytest.raises(ValueError, match="sample"):
                trainer.sample(2, **settings)
        for settings in ({"steps": 1}, {"schedule": "square"}, {"prediction": "x"}, {"clip": (1, 0)}):
            with pytest.raises(ValueError, match="DiffusionTrainer"):
                train.DiffusionTrainer(Denoiser(), **settings)
