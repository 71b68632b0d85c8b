#!/bin/sh
# The library exports what the public header declares, each function in a version node of the map:
# symbols = map = header.
# It calls them itself, whatever a program defines by the same name.
set -eu
export LC_ALL=C

source=${TRANSFER_TEST_SOURCE:-.}
build=${TRANSFER_TEST_BUILD:-build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# functions_of HEADER: the names of the functions that it declares with TRANSFER_API.
functions_of()
{
    "${CC:-cc}" -E -P -I"$build/include" -I"$source/include" "$1" |
        awk 'BEGIN { RS = ";" }
             sub(/.*visibility\("default"\)/, "") && match($0, /transfer_[a-z0-9_]+ *\(/) {
                 name = substr($0, RSTART, RLENGTH)
                 sub(/ *\(/, "", name)
                 print name
             }' | sort
}

# symbols_of LIBRARY: "name node" of all that it exports, functions and data alike.
symbols_of()
{
    nm -D --defined-only --with-symbol-versions "$1" |
        awk '$2 != "A" { sub(/@+/, " ", $3); print $3 }' | sort
}

# map_of MAP: "name node" of all that it names.
map_of()
{
    awk '/^TRANSFER_[0-9_.]+ [{]$/ { node = $1 }
         /^ +transfer_[a-z0-9_]+;$/ { sub(/;/, "", $1); print $1, node }' "$1" | sort
}

# same WHAT EXPECTED FOUND
same()
{
    diff -u "$2" "$3" || { echo "check-symbols: $1"; return 1; }
}

functions_of "$source/include/transfer/transfer.h" >"$scratch/header"
map_of "$source/lib/libtransfer.map" >"$scratch/map"
cut -d ' ' -f 1 "$scratch/map" >"$scratch/names"
symbols_of "$build/.libs/libtransfer.so" >"$scratch/symbols"

test -s "$scratch/header" || { echo "check-symbols: the header declares nothing"; exit 1; }
same "the map differs from the header" "$scratch/header" "$scratch/names"
same "the library's symbols differ from the map" "$scratch/map" "$scratch/symbols"

readelf -rW "$build/.libs/libtransfer.so" | grep ' transfer_' >"$scratch/preemptible" && {
    cat "$scratch/preemptible"
    echo "check-symbols: the library calls these through the dynamic linker"
    exit 1
}

# The check itself, seen to fail: a function more in the header, a symbol less in the library.
{
    cat "$source/include/transfer/transfer.h"
    echo 'TRANSFER_API int transfer_seeded_fault(void);'
} >"$scratch/seeded.h"
functions_of "$scratch/seeded.h" >"$scratch/seeded"
if same "seeded" "$scratch/seeded" "$scratch/names" >"$scratch/out"; then
    echo "check-symbols: a function that the map does not name was not noticed"
    exit 1
fi
sed 1d "$scratch/symbols" >"$scratch/seeded"
if same "seeded" "$scratch/map" "$scratch/seeded" >"$scratch/out"; then
    echo "check-symbols: a symbol that the library lacks was not noticed"
    exit 1
fi
echo "check-symbols: $(wc -l <"$scratch/header") functions"
