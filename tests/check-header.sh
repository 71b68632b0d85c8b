#!/bin/sh
# The public header compiles alone, without a warning, as C99, C11 and C++17, and says of each
# function what it does.
set -eu

source=${TRANSFER_TEST_SOURCE:-.}
build=${TRANSFER_TEST_BUILD:-build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# compiles FILE COMPILER...: with all that a program may ask for.
compiles()
{
    file=$1
    shift
    "$@" -pedantic -Wall -Wextra -Wshadow -Werror -fsyntax-only \
        -I"$build/include" -I"$source/include" "$file"
}

for header in transfer model version; do
    # The declaration behind it, because a file of macros alone is an empty one to -pedantic.
    printf '#include <transfer/%s.h>\nextern int after;\n' $header >"$scratch/$header.c"
    cp "$scratch/$header.c" "$scratch/$header.cpp"
    for standard in c99 c11; do
        compiles "$scratch/$header.c" "${CC:-cc}" -std=$standard -Wstrict-prototypes
    done
    if [ -n "${CXX:-}" ]; then
        compiles "$scratch/$header.cpp" "$CXX" -std=c++17
    fi
done

# undocumented HEADER: the functions without a comment right above them.
undocumented()
{
    awk '/^TRANSFER_API / && above !~ /\*\/$/ { print FILENAME ":" FNR ": " $0 } { above = $0 }' "$1"
}

header=$source/include/transfer/transfer.h
undocumented "$header" >"$scratch/out"
if [ -s "$scratch/out" ]; then
    cat "$scratch/out"
    echo "check-header: these functions have no comment of their own"
    exit 1
fi

# The check itself, seen to fail: a function without comment, what C99 does not have, and what C++
# does not take.
{
    cat "$header"
    echo 'TRANSFER_API int transfer_seeded_fault(void);'
} >"$scratch/seeded.h"
if [ "$(undocumented "$scratch/seeded.h" | wc -l)" -ne 1 ]; then
    echo "check-header: a function without a comment was not noticed"
    exit 1
fi
printf '#include <transfer/transfer.h>\nstruct seeded { union { int a; }; };\n' >"$scratch/seeded.c"
if compiles "$scratch/seeded.c" "${CC:-cc}" -std=c99 2>"$scratch/out"; then
    echo "check-header: an anonymous union was not noticed"
    exit 1
fi
printf '#include <transfer/transfer.h>\nint seeded(int class);\n' >"$scratch/seeded.cpp"
if [ -n "${CXX:-}" ] && compiles "$scratch/seeded.cpp" "$CXX" -std=c++17 2>"$scratch/out"; then
    echo "check-header: a word that C++ keeps was not noticed"
    exit 1
fi
