"""Folders of Hugging Face: transformers' logits, what is written loads there, and what is wrong is named."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

FOLDER = Path(__file__).parent / "reference" / "pretrained"
MODELS: dict[str, Any] = {
    "gpt2": nn.models.GPT,
    "bert": nn.models.BERTForMaskedLM,
    "bert-classifier": nn.models.BERTForSequenceClassification,
    "vit": nn.models.ViT,
    "t5": nn.models.T5,
    "t5-gated": nn.models.T5,
    "bart": nn.models.BART,
}


def logits_of(model: Any, given: dict[str, Any]) -> Any:
    """The model's logits for the inputs of transformers."""
    if "pixel_values" in given:
        return model(given["pixel_values"])
    if "decoder_input_ids" in given:
        return model(given["input_ids"], given["decoder_input_ids"], given["attention_mask"].sum(axis=1))
    if "token_type_ids" in given:
        return model(given["input_ids"], given["attention_mask"], token_types=given["token_type_ids"])
    return model(given["input_ids"])


@pytest.mark.parametrize("name", MODELS)
def test_stored_logits_of_transformers(name: str) -> None:
    given = sg.load_file(FOLDER / name / "expected.safetensors")
    model = MODELS[name].from_pretrained(FOLDER / name).eval()
    np.testing.assert_allclose(logits_of(model, given).detach().numpy(), given["logits"].numpy(), atol=1e-4)


@pytest.mark.parametrize("name", MODELS)
def test_what_is_saved_loads_again(name: str, tmp_path: Path) -> None:
    model = MODELS[name].from_pretrained(FOLDER / name)
    model.save_pretrained(tmp_path / "copy")
    copy = MODELS[name].from_pretrained(tmp_path / "copy")
    for path, tensor in model.state_dict().items():
        assert np.array_equal(tensor.numpy(), copy.state_dict()[path].numpy()), path
    ours, theirs = (sg.load_file(folder / "model.safetensors") for folder in (tmp_path / "copy", FOLDER / name))
    assert {key: value.shape for key, value in ours.items()} == {key: value.shape for key, value in theirs.items()}


@pytest.mark.parametrize("name", MODELS)
def test_transformers_reads_what_is_saved(name: str, tmp_path: Path) -> None:
    transformers = pytest.importorskip("transformers", reason="compares with transformers")
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    given = sg.load_file(FOLDER / name / "expected.safetensors")
    model = MODELS[name].from_pretrained(FOLDER / name).eval()
    for parameter in model.parameters():
        with sg.no_grad():
            parameter += 0.1 * sg.random.normal(parameter.shape)
    model.save_pretrained(tmp_path)
    architecture = json.loads((tmp_path / "config.json").read_text())["architectures"][0]
    theirs = getattr(transformers, architecture).from_pretrained(tmp_path).eval()
    inputs = {key: torch.tensor(value.numpy()) for key, value in given.items() if key != "logits"}
    with torch.no_grad():
        expected = theirs(**inputs).logits.numpy()
    np.testing.assert_allclose(logits_of(model, given).detach().numpy(), expected, atol=1e-4)


def copied(name: str, folder: Path, **changes: Any) -> Path:
    """A copy of a folder, its configuration changed."""
    shutil.copytree(FOLDER / name, folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **changes}))
    return folder


def test_shards(tmp_path: Path) -> None:
    folder = copied("gpt2", tmp_path / "gpt2")
    tensors = list(sg.load_file(folder / "model.safetensors").items())
    (folder / "model.safetensors").unlink()
    halves = {"a.safetensors": dict(tensors[:9]), "b.safetensors": dict(tensors[9:])}
    for file, part in halves.items():
        sg.save_file(part, folder / file)
    names = {key: file for file, part in halves.items() for key in part}
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": names}))
    whole = nn.models.GPT.from_pretrained(FOLDER / "gpt2").state_dict()
    for path, tensor in nn.models.GPT.from_pretrained(folder).state_dict().items():
        assert np.array_equal(tensor.numpy(), whole[path].numpy())
    index.write_text(json.dumps({"weight_map": {**names, "x": "../a.safetensors"}}))
    with pytest.raises(ValueError, match="'x' is in no file of the folder"):
        nn.models.GPT.from_pretrained(folder)


def test_half_precision_is_widened(tmp_path: Path) -> None:
    folder = copied("gpt2", tmp_path / "gpt2")
    tensors = sg.load_file(folder / "model.safetensors")
    sg.save_file({k: v.astype(sg.bfloat16) for k, v in tensors.items()}, folder / "model.safetensors")
    model = nn.models.GPT.from_pretrained(folder)
    assert {p.dtype for p in model.parameters()} == {sg.float32}


def test_a_body_loads_from_a_checkpoint_with_a_head() -> None:
    with pytest.raises(RuntimeError, match=r"unexpected: .*cls\.predictions"):
        nn.models.BERT.from_pretrained(FOLDER / "bert")
    with pytest.raises(RuntimeError, match="missing: pooler"):
        nn.models.BERT.from_pretrained(FOLDER / "bert")
    body = nn.models.BERT.from_pretrained(FOLDER / "bert", strict=False, pooler=False).eval()
    whole = nn.models.BERTForMaskedLM.from_pretrained(FOLDER / "bert").eval()
    tokens = sg.asarray([[1, 2, 3]])
    assert np.array_equal(body(tokens)[0].detach().numpy(), whole.bert(tokens)[0].detach().numpy())


def test_settings_replace_those_of_the_folder() -> None:
    model = nn.models.GPT.from_pretrained(FOLDER / "gpt2", dropout=0.25)
    assert "p=0.25" in repr(model)


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("gpt2", {"model_type": "llama"}, 'config.json\': model_type must be "gpt2", got "llama"'),
        ("gpt2", {"activation_function": "cubic"}, 'activation_function must be one of .*got "cubic"'),
        ("gpt2", {"n_layer": "two"}, 'n_layer must be an integer, got "two"'),
        ("gpt2", {"n_layer": -1}, "layers must lie between 0"),
        ("gpt2", {"n_head": 3}, "heads must divide width, got 3 and 8"),
        ("gpt2", {"n_embd": 1 << 62}, "width must be positive and sensible"),
        ("gpt2", {"attn_pdrop": 0.3}, "attn_pdrop must be equal to resid_pdrop"),
        ("gpt2", {"scale_attn_by_inverse_layer_idx": True}, "inverse_layer_idx must be false, got true"),
        ("bert", {"position_embedding_type": "relative_key"}, 'must be "absolute"'),
        ("gpt2", {"layer_norm_epsilon": -1e-5}, "layer_norm_epsilon must be a number from 0, got -1e-05"),
        ("bert", {"layer_norm_eps": -1}, "layer_norm_eps must be a number from 0, got -1"),
        ("vit", {"layer_norm_eps": -1}, "layer_norm_eps must be a number from 0"),
        ("t5", {"layer_norm_epsilon": -1}, "layer_norm_epsilon must be a number from 0"),
        ("vit", {"patch_size": 4}, "patch_size must divide image_size"),
        ("vit", {"patch_size": [1, 2, 3]}, "patch_size must be one integer or two"),
        ("t5", {"feed_forward_proj": "gated-relu"}, "feed_forward_proj must be one of"),
        ("bart", {"scale_embedding": True}, "scale_embedding must be false"),
        ("bart", {"decoder_start_token_id": 11}, "start must be a token below 11"),
    ],
)
def test_configurations_that_cannot_be(name: str, changes: Any, message: str, tmp_path: Path) -> None:
    folder = copied(name, tmp_path / name, **changes)
    with pytest.raises(ValueError, match=message):
        MODELS[name].from_pretrained(folder)


def test_weights_that_do_not_fit(tmp_path: Path) -> None:
    folder = copied("gpt2", tmp_path / "gpt2")
    tensors = sg.load_file(folder / "model.safetensors")
    key = "transformer.h.0.mlp.c_fc.weight"
    sg.save_file({**tensors, key: sg.zeros((8, 31))}, folder / "model.safetensors")
    for strict in (True, False):
        with pytest.raises(RuntimeError, match=r"h\.0\.mlp\.c_fc\.weight: expected \(32, 8\), got \(31, 8\)"):
            nn.models.GPT.from_pretrained(folder, strict=strict)
    sg.save_file({**tensors, key: sg.zeros((8,)), "extra": sg.zeros((1,))}, folder / "model.safetensors")
    with pytest.raises(RuntimeError, match="unexpected: extra"):
        nn.models.GPT.from_pretrained(folder)
    with pytest.raises(RuntimeError, match=r"expected \(32, 8\), got \(8,\)"):
        nn.models.GPT.from_pretrained(folder, strict=False)
    del tensors[key]
    sg.save_file(tensors, folder / "model.safetensors")
    with pytest.raises(RuntimeError, match=r"missing: transformer\.h\.0\.mlp\.c_fc\.weight"):
        nn.models.GPT.from_pretrained(folder)
    (folder / "model.safetensors").write_bytes(b"pickle")
    with pytest.raises(ValueError, match="not a valid safetensors file"):
        nn.models.GPT.from_pretrained(folder)
    (folder / "model.safetensors").unlink()
    with pytest.raises(OSError, match=r"model\.safetensors"):
        nn.models.GPT.from_pretrained(folder)
    (folder / "config.json").write_text("[]")
    with pytest.raises(ValueError, match="is not an object"):
        nn.models.GPT.from_pretrained(folder)
    with pytest.raises(OSError, match=r"config\.json"):
        nn.models.GPT.from_pretrained(tmp_path / "nowhere")


def test_two_parameters_are_not_one(tmp_path: Path) -> None:
    folder = copied("t5", tmp_path / "t5")
    tensors = sg.load_file(folder / "model.safetensors")
    sg.save_file({**tensors, "lm_head.weight": sg.zeros((11, 8))}, folder / "model.safetensors")
    with pytest.raises(ValueError, match=r"lm_head\.weight and .* are one parameter of T5, but two in"):
        nn.models.T5.from_pretrained(folder)
    model = nn.models.T5.from_pretrained(folder, tied=False).eval()
    assert not model(sg.asarray([[1]]), sg.asarray([[0]])).detach().numpy().any()


def test_what_has_no_form_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="bias=False"):
        nn.models.GPT(7, 8, 1, 1, 8, bias=False).save_pretrained(tmp_path)
    with pytest.raises(ValueError, match="pool='mean'"):
        nn.models.ViT(8, 4, layers=1, heads=1, width=8, pool="mean").save_pretrained(tmp_path)
    with pytest.raises(ValueError, match="T5 has 'relu'"):
        nn.models.T5(7, 1, 1, 8, activation="silu").save_pretrained(tmp_path)
    with pytest.raises(TypeError, match="is the base of"):
        nn.models.PretrainedModel()
