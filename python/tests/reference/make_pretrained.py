"""Makes reference/pretrained: tiny models of transformers with random weights, and what they compute.

`python python/tests/reference/make_pretrained.py`, where transformers and PyTorch are installed.
"""

import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "pretrained"
TOKENS = {"input_ids": [[3, 1, 4, 1, 5, 9], [2, 6, 5, 3, 0, 0]]}
MASK = {"attention_mask": [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0]]}
TYPES = {"token_type_ids": [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 0, 0]]}
TARGET = {"decoder_input_ids": [[0, 7, 2, 9], [0, 4, 4, 1]]}


def models() -> dict[str, tuple[Any, dict[str, Any]]]:
    """Each model by its folder, with its inputs."""
    from transformers import (
        BartConfig,
        BartForConditionalGeneration,
        BertConfig,
        BertForMaskedLM,
        BertForSequenceClassification,
        GPT2Config,
        GPT2LMHeadModel,
        T5Config,
        T5ForConditionalGeneration,
        ViTConfig,
        ViTForImageClassification,
    )

    gpt = GPT2Config(vocab_size=11, n_positions=12, n_embd=8, n_layer=2, n_head=2, bos_token_id=0, eos_token_id=0)
    sizes = {"hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 12}
    bert = BertConfig(vocab_size=11, max_position_embeddings=12, **sizes)
    classifier = BertConfig(vocab_size=11, max_position_embeddings=12, num_labels=3, **sizes)
    vit = ViTConfig(image_size=6, patch_size=3, num_channels=2, num_labels=3, **sizes)
    t5 = T5Config(
        vocab_size=11,
        d_model=8,
        d_kv=6,
        d_ff=12,
        num_layers=2,
        num_heads=2,
        relative_attention_num_buckets=8,
        relative_attention_max_distance=10,
    )
    gated = T5Config(
        vocab_size=11,
        d_model=8,
        d_kv=4,
        d_ff=12,
        num_layers=1,
        num_decoder_layers=2,
        num_heads=2,
        feed_forward_proj="gated-gelu",
        tie_word_embeddings=False,
    )
    bart = BartConfig(
        vocab_size=11,
        d_model=8,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=12,
        decoder_ffn_dim=12,
        max_position_embeddings=12,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
        forced_eos_token_id=None,
    )
    pixels = [
        [[[((7 * i * j + 3 * c + n) % 11) / 5 - 1 for j in range(6)] for i in range(6)] for c in range(2)]
        for n in range(2)
    ]
    return {
        "gpt2": (GPT2LMHeadModel(gpt), TOKENS),
        "bert": (BertForMaskedLM(bert), {**TOKENS, **MASK, **TYPES}),
        "bert-classifier": (BertForSequenceClassification(classifier), {**TOKENS, **MASK, **TYPES}),
        "vit": (ViTForImageClassification(vit), {"pixel_values": pixels}),
        "t5": (T5ForConditionalGeneration(t5), {**TOKENS, **MASK, **TARGET}),
        "t5-gated": (T5ForConditionalGeneration(gated), {**TOKENS, **MASK, **TARGET}),
        "bart": (BartForConditionalGeneration(bart), {**TOKENS, **MASK, **TARGET}),
    }


def randomise(model: Any) -> Any:
    """Weights large enough for every part to show in the result."""
    import torch

    for name, parameter in model.named_parameters():
        is_scale = name.endswith("weight") and ("norm" in name.lower() or ".ln_" in name)
        with torch.no_grad():
            parameter.copy_(is_scale + 0.3 * torch.randn_like(parameter))
    return model.eval()


def main() -> None:
    """Writes the folders."""
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(0)
    for name, (model, inputs) in models().items():
        given = {key: torch.tensor(value) for key, value in inputs.items()}
        with torch.no_grad():
            logits = randomise(model)(**given).logits
        model.save_pretrained(FOLDER / name)
        (FOLDER / name / "generation_config.json").unlink(missing_ok=True)
        save_file({**given, "logits": logits}, FOLDER / name / "expected.safetensors")
        print(name, tuple(logits.shape), file=sys.stderr)


if __name__ == "__main__":
    main()
