#!/usr/bin/python3
"""SARIF output satisfies its published schema, and the schema refuses output that is damaged."""

import glob
import json
import os
import sys

import jsonschema

DATA = os.environ.get("TRANSFER_TEST_DATA",
                      os.path.join(os.path.dirname(os.path.abspath(__file__)), "data"))


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def check_references(log):
    """What a schema cannot say: each result points to its own rule."""
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                return "ruleIndex %d is not %s" % (result["ruleIndex"], result["ruleId"])
    return None


def main():
    schema = read(os.path.join(DATA, "sarif-2.1.0.json"))
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker())
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(DATA, "render", "*.sarif")))
    if not paths:
        print("no SARIF files below " + DATA)
        return 1
    failed = 0
    for path in paths:
        log = read(path)
        problems = ["%s: %s" % ("/".join(map(str, error.absolute_path)), error.message)
                    for error in validator.iter_errors(log)]
        problem = check_references(log)
        if problem:
            problems.append(problem)
        for problem in problems:
            print("%s: %s" % (path, problem))
            failed = 1
        for damage in ("level", "message"):
            damaged = read(path)
            damaged["runs"][0]["results"][0][damage] = 7
            if validator.is_valid(damaged):
                print("%s: a result with %s 7 is valid" % (path, damage))
                failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
