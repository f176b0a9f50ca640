#!/usr/bin/env bash
# Builds a wheel with every instruction-set level, and runs the Swift and the Python tests on each level that this
# machine can run. The dynamic loader is kept from better levels by masking a feature that they need (glibc.cpu.hwcaps;
# before glibc 2.33 the features have the suffix _Usable). Takes about 20 minutes on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$PWD/.venv/bin/python
wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT

SWIFTGRAD_ISA=baseline,x86-64-v3,x86-64-v4 \
    "$python" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$wheels" .
scripts/check-wheel.sh "$wheels"/swiftgrad-*.whl
"$python" -m zipfile -e "$wheels"/swiftgrad-*.whl "$wheels/package"

loader=$(readelf --wide --program-headers "$(readlink -f "$python")" | sed -n 's/.*interpreter: \(.*\)]/\1/p')
supported=$("$loader" --help | sed -n 's/^ *\(x86-64-v[34]\) (supported.*/\1/p')

test_level() {
    local level=$1 march=$2 mask=$3 name=$4
    printf '\n== %s\n' "$level"
    make test-swift MARCH="$march"
    export GLIBC_TUNABLES=glibc.cpu.hwcaps=$mask PYTHONPATH=$wheels/package
    "$python" - "$name" "$wheels/package" <<'EOF'
import sys
import swiftgrad as sg

name, package = sys.argv[1:]
assert sg.__file__.startswith(package), sg.__file__
assert sg.info()["instruction_set"].split()[0] == name, sg.info()
EOF
    "$python" -m pytest -q -p no:cacheprovider python/tests
    unset GLIBC_TUNABLES PYTHONPATH
}

test_level baseline x86-64 -AVX2,-AVX2_Usable x86-64
for level in $supported; do
    test_level "$level" "$level" "$([ "$level" = x86-64-v4 ] || echo -AVX512F,-AVX512F_Usable)" "$level"
done
