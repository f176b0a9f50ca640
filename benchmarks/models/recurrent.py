"""Models around the LSTM and the GRU layer, which have the same interface; `kind` is "LSTM" or "GRU"."""

import flops

GATES = {"LSTM": 4, "GRU": 3}


def sequence_classifier(lib, kind, inputs=28, hidden=128, classes=10):
    """Reads an image row by row and classifies it by its last state."""
    nn = lib.nn

    class SequenceClassifier(nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = getattr(nn, kind)(inputs, hidden, batch_first=True)
            self.head = nn.Linear(hidden, classes)

        def forward(self, x):
            states, _ = self.rnn(x)
            return self.head(states[:, -1])

    return SequenceClassifier()


def sequence_classifier_flops(kind, batch, length=28, inputs=28, hidden=128, classes=10):
    first = flops.matmul(batch * length, inputs, GATES[kind] * hidden)
    forward = flops.recurrent(GATES[kind], batch, length, inputs, hidden) + flops.matmul(batch, hidden, classes)
    return flops.training(forward, first)


def character_model(lib, kind, vocabulary=65, width=512, layers=2):
    """Predicts each next character."""
    nn = lib.nn

    class CharacterModel(nn.Module):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(vocabulary, width)
            self.rnn = getattr(nn, kind)(width, width, num_layers=layers, batch_first=True)
            self.head = nn.Linear(width, vocabulary)

        def forward(self, tokens):
            states, _ = self.rnn(self.embedding(tokens))
            return self.head(states)

    return CharacterModel()


def character_model_flops(kind, batch, length, vocabulary=65, width=512, layers=2):
    layer = flops.recurrent(GATES[kind], batch, length, width, width)
    return flops.training(layers * layer + flops.matmul(batch * length, width, vocabulary))
