#!/bin/sh
# run.sh BUILD: measures load, validate, find, get and set on generated portfolios, against
# libyaml's bare event loop on the same file, and prints a table in Markdown.  Needs valgrind.
# Instructions are those of callgrind; seconds depend on the machine and its load.
set -eu
export LC_ALL=C

build=$1
generate=$build/tests/bench/generate
measure=$build/tests/bench/measure
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
file=$scratch/portfolio.yaml

# instructions WHAT: those that "measure WHAT" takes on $file.
instructions()
{
    "$build/libtool" --silent --mode=execute valgrind --tool=callgrind \
        --callgrind-out-file="$scratch/callgrind" "$measure" "$1" "$file" >"$scratch/log" 2>&1
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$scratch/log"
}

# ratio A B [DIGITS]
ratio()
{
    awk -v a="$1" -v b="$2" -v d="${3:-3}" 'BEGIN { printf "%." d "f", a / b }'
}

# value NAME: of the last run of measure.
value()
{
    awk -v name="$1" '$1 == name { print $2 }' "$scratch/out"
}

echo "## Instructions (callgrind)"
echo
echo "| records | bytes | bare event loop | load | load / bare | validate | validate / load |"
echo "|---|---|---|---|---|---|---|"
for records in 25000 250000; do
    "$generate" $records >"$file"
    bare=$(instructions bare)
    load=$(instructions load)
    both=$(instructions validate)
    validate=$((both - load))
    echo "| $records | $(wc -c <"$file") | $bare | $load | $(ratio "$load" "$bare")" \
        "| $validate | $(ratio $validate "$load") |"
done
echo
echo "## Memory (peak of the process) and seconds"
echo
echo "| records | bytes | peak / file | peak / file, source kept | bare | load | validate" \
    "| million finds | million gets | million sets |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for records in 10000 100000 1000000; do
    "$generate" $records >"$file"
    size=$(wc -c <"$file")
    "$measure" bare "$file" >"$scratch/out"
    bare=$(value bare)
    "$measure" keep "$file" >"$scratch/out"
    keep=$(ratio "$(value peak)" "$size" 2)
    "$measure" find "$file" >"$scratch/out"
    find="$(value find) | $(value get) | $(value set)"
    "$measure" validate "$file" >"$scratch/out"
    echo "| $records | $size | $(ratio "$(value peak)" "$size" 2) | $keep | $bare" \
        "| $(value load) | $(value validate) | $find |"
done
