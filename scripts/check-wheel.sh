#!/usr/bin/env bash
# Checks that a wheel is small and stands alone: under 2.5 MB for what all share and 3 MB for each instruction set
# that it has, no installed Swift runtime and no BLAS among its libraries' dependencies, no path of this machine in their
# RUNPATH, and only swiftgrad_* and PyInit__core exported, but for the runtime that several instruction sets share.
set -euo pipefail
wheel=$1
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

fail() {
    echo "$(basename "$wheel"): $*" >&2
    exit 1
}

size=$(stat -c %s "$wheel")
echo "$(basename "$wheel"): $((size / 1024)) KB"
python3 -m zipfile -e "$wheel" "$directory"
levels=$(find "$directory" -name libswiftgrad.so | wc -l)
limit=$(((10 + levels * 12) * 256 * 1024))
[ "$size" -lt "$limit" ] || fail "larger than $((limit / 1024)) KB"
while read -r library; do
    name=${library#"$directory"/}
    dynamic=$(readelf --dynamic --wide "$library")
    exported=$(nm --dynamic --defined-only --extern-only "$library" | awk '{ print $3 }')
    echo "  $name: $(($(stat -c %s "$library") / 1024)) KB, $(wc -w <<<"$exported") exported symbols"
    needed=$(grep NEEDED <<<"$dynamic" | sed 's/.*\[\(.*\)\]/\1/')
    if grep -E '^lib(swift[A-Z_]|Foundation|dispatch|BlocksRuntime|.*blas|lapack)' <<<"$needed"; then
        fail "$name needs the libraries above"
    fi
    if grep -E 'R(UN)?PATH' <<<"$dynamic" | grep -vE '\[\$ORIGIN(/lib|:\$ORIGIN/\.\./\.\.)\]'; then
        fail "$name looks for libraries outside the wheel"
    fi
    [ "${name##*/}" != libswiftgrad_runtime.so ] || continue
    if grep -vE '^(swiftgrad_[a-z0-9_]+|PyInit__core)$' <<<"$exported"; then
        fail "$name exports the symbols above"
    fi
done < <(find "$directory" -name '*.so')
