"""The trainers of generative models: what they promise, their formulas, bad input, save and resume."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from generative_cases import KINDS, Denoiser, labels, loader, make, perceptron, points, weights
from swiftgrad import nn, train


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
