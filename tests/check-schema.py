#!/usr/bin/python3
"""lib/transfer.schema.json, the JSON Schema, accepts every valid file of the tests and the examples, and refuses those
whose faults a JSON Schema can tell."""

import json
import os
import re
import sys

import jsonschema
import yaml

SOURCE = os.environ.get("TRANSFER_TEST_SOURCE", os.path.join(os.path.dirname(__file__), ".."))
DATA = os.environ.get("TRANSFER_TEST_DATA", os.path.join(SOURCE, "tests", "data"))

# Rules whose faults show in the shape of a file, and of each the files whose fault does not.
STRUCTURAL = {
    "amount-form": [],
    "choice": [],
    "date-form": [],
    "exactly-one": [],
    "format-version": ["format-version-fail-02-not-first.yaml", "format-version-fail-05-decimals.yaml"],
    "id-form": [],
    "range": ["range-fail-02-huge.yaml"],
    "required": [],
    "unknown-key": [],
    "wrong-kind": [],
}


class CoreLoader(yaml.SafeLoader):
    """YAML as the core schema of 1.2 has it: 005520135 is no octal, "no" no boolean, a day no date."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        # The keys of JSON are strings.
        return {key.value if isinstance(key, yaml.ScalarNode) else str(key): self.construct_object(value, deep=True)
                for key, value in node.value}

    def construct_integer(self, node):
        text = node.value
        return int(text, 0) if re.match("0[ox]", text) else int(text)


for tag, pattern, first in (
        ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
        ("float", r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$", list("-+.0123456789"))):
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", CoreLoader.construct_integer)
CoreLoader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        # PyYAML takes no tabs, which JSON may have.
        return json.load(file) if path.endswith(".json") else yaml.load(file.read(), Loader=CoreLoader)


def files():
    """Paths of portfolios below the folders of data, with the name that says what they test."""
    for folder in (os.path.join(DATA, "valid"), os.path.join(DATA, "rules"),
                   os.path.join(SOURCE, "examples", "data")):
        for below, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith((".yaml", ".json")):
                    path = os.path.join(below, name)
                    yield path, os.path.relpath(path, folder).split(os.sep)[0]


def check_reading():
    """The loader of this test reads scalars as YAML 1.2 does."""
    text = "[005520135, no, 2013-12-05, 12:30, 0x1F, 0o17, 1e3, .5, true, ~, '1', 1_000]"
    expected = [5520135, "no", "2013-12-05", "12:30", 31, 15, 1000.0, 0.5, True, None, "1", "1_000"]
    return [] if yaml.load(text, Loader=CoreLoader) == expected else ["the loader reads otherwise"]


def main():
    with open(os.path.join(SOURCE, "lib", "transfer.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    problems = check_reading()
    accepted, refused = 0, dict.fromkeys(STRUCTURAL, 0)
    for path, name in files():
        rule, _, what = re.match(r"(.*)-(fail)-(.*)|()()()", name).groups()[:3]
        if name == "broken.yaml" or name.startswith("too-many-diagnostics-"):
            continue  # many faults, on purpose
        if not rule:
            errors = sorted(error.message[:200] for error in validator.iter_errors(read(path)))
            problems += ["%s: %s" % (path, error) for error in errors]
            accepted += 1
        elif rule in STRUCTURAL:
            if validator.is_valid(read(path)) != (name in STRUCTURAL[rule]):
                problems.append("%s: is %s" % (path, "accepted" if validator.is_valid(read(path)) else "refused"))
            refused[rule] += 1
    problems += ["no file of the rule " + rule for rule, count in refused.items() if count < 2]
    if accepted < 40:
        problems.append("only %d valid files" % accepted)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
