#!/bin/sh
# derive.sh early|late BUILD SOURCE TREE: prints the files that are derived from the schema, the
# rules and the reference tables, with the generators of BUILD and the tables of SOURCE, into TREE.
# What has not changed is left alone. "early" are those that the library is compiled from, "late"
# those that the compiled library prints.
set -eu
export LC_ALL=C

step=$1 build=$2 source=$3 tree=$4

# derive FILE COMMAND...
derive()
{
    file=$tree/$1
    shift
    mkdir -p "$(dirname "$file")"
    "$@" >"$file.new"
    if cmp -s "$file.new" "$file"; then
        rm "$file.new"
    else
        mv "$file.new" "$file"
    fi
}

case $step in
early)
    derive include/transfer/model.h "$build/lib/model-gen"
    derive lib/reference/tables.c "${AWK:-awk}" -f "$source/lib/reference/tables.awk" \
        "$source"/lib/reference/*.csv
    derive lib/transfer.schema.json "$build/lib/docs-gen" schema
    derive lib/schema-json.c "$build/lib/docs-gen" schema-c
    ;;
late)
    ;;
esac
