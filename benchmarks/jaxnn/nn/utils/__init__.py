from . import parametrizations as parametrizations
