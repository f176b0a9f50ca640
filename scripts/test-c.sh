#!/usr/bin/env bash
# Compiles every program in Tests/CABITests against the public header and the installed library, and runs it.
set -euo pipefail
cd "$(dirname "$0")/.."
library=$PWD/python/swiftgrad/lib
compiler=${CC:-$(command -v cc || command -v clang)}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

count=0
for source in Tests/CABITests/*.c; do
    program=$directory/$(basename "$source" .c)
    "$compiler" -std=c11 -O1 -Wall -Wextra -Werror -ISources/CABI/include "$source" -o "$program" \
        -L"$library" -Wl,-rpath,"$library" -lswiftgrad -lm -lpthread
    "$program" || { echo "$source failed with status $?" >&2; exit 1; }
    count=$((count + 1))
done
echo "$count C programs passed"
