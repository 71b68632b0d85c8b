#!/bin/sh
# derive.sh BUILD SOURCE TREE: prints the files that are derived from the schema, the reference
# tables and the version, with the generators of BUILD and the tables of SOURCE, into TREE. What has
# not changed is left alone.
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

# python_version: bindings/python/transfer/_version.py, with the version that configure gave BUILD.
python_version()
{
    version=$(sed -n 's/^#define TRANSFER_VERSION "\(.*\)"$/\1/p' "$build/include/transfer/version.h")
    cat <<PYTHON
"""The version of this package: that of the library it belongs to.

Derived from configure.ac by "make update".
"""

VERSION = "$version"
PYTHON
}

derive include/transfer/model.h "$build/lib/model-gen"
derive lib/transfer.schema.json "$build/lib/docs-gen" schema
derive lib/schema-json.c "$build/lib/docs-gen" schema-c
derive man/transfer-rules.7 "$build/lib/rules-gen"
derive bindings/python/transfer/model.pyi "$build/lib/python-gen"
derive lib/reference/tables.c "${AWK:-awk}" -f "$source/lib/reference/tables.awk" \
    "$source"/lib/reference/*.csv
derive bindings/python/transfer/_version.py python_version
