#!/bin/sh
# derive.sh BUILD SOURCE TREE: prints the files that are derived from the schema and the reference
# tables, with the generators of BUILD and the tables of SOURCE, into TREE. What has not changed is
# left alone.
set -eu
export LC_ALL=C

build=$1 source=$2 tree=$3

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

derive include/transfer/model.h "$build/lib/model-gen"
derive lib/transfer.schema.json "$build/lib/docs-gen" schema
derive lib/schema-json.c "$build/lib/docs-gen" schema-c
derive man/transfer-rules.7 "$build/lib/rules-gen"
derive bindings/python/transfer/model.pyi "$build/lib/python-gen"
derive lib/reference/tables.c "${AWK:-awk}" -f "$source/lib/reference/tables.awk" \
    "$source"/lib/reference/*.csv
