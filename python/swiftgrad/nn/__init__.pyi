# Written by `python -m swiftgrad._stubs` from the registry of the engine.

from . import functional as functional
