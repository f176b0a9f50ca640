"""One row for each public function of the registry: how to call it, what it should give, and on which inputs.

`test_functions.py` and `test_function_gradients.py` derive their tests from this table; `rows.py` says what a row is.
"""

from typing import Any

import pytest
from cases_activations import MORE_ACTIVATIONS
from cases_arrays import CREATION, LINEAR_ALGEBRA, REDUCTIONS, SHAPES
from cases_attention import ATTENTION
from cases_compositions import COMPOSED
from cases_convolution import CONVOLUTIONS
from cases_images import IMAGES
from cases_linalg import FACTORISATIONS, MATRICES
from cases_losses import MORE_LOSSES
from cases_networks import ACTIVATIONS, LOSSES
from cases_normalisation import NORMALISATIONS
from cases_pointwise import ARITHMETIC, ELEMENTARY, LOGIC, SELECTION
from cases_pooling import POOLINGS
from cases_promises import SYSTEM
from cases_rearrangement import REARRANGEMENT
from cases_recurrent import RECURRENT
from cases_standard import STANDARD, aliases
from rows import Row

ROWS = [
    *ARITHMETIC,
    *LOGIC,
    *ELEMENTARY,
    *SELECTION,
    *REDUCTIONS,
    *SHAPES,
    *CREATION,
    *LINEAR_ALGEBRA,
    *FACTORISATIONS,
    *MATRICES,
    *ACTIVATIONS,
    *MORE_ACTIVATIONS,
    *CONVOLUTIONS,
    *LOSSES,
    *MORE_LOSSES,
    *IMAGES,
    *NORMALISATIONS,
    *POOLINGS,
    *REARRANGEMENT,
    *RECURRENT,
    *ATTENTION,
    *SYSTEM,
    *STANDARD,
    *COMPOSED,
]
ROWS = [*ROWS, *aliases(ROWS)]
COMPARED = [row for row in ROWS if row.reference is not None]
DIFFERENTIABLE = [row for row in COMPARED if row.gradient and row.dtypes]


def rows(selected: list[Row]) -> Any:
    return pytest.mark.parametrize("row", selected, ids=lambda row: row.name)
