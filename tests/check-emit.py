"""Readers of YAML 1.1 (PyYAML) and of YAML 1.2's core schema find each text that the writer wrote,
as a text: what tests/emit-cases prints is read by both."""

import os
import re
import subprocess
import sys

import yaml

BUILD = os.environ.get("TRANSFER_TEST_BUILD", ".")

# Texts that are plain although readers take them for integers: the writer does so on purpose.
INTEGER = re.compile(r"(0|-?[1-9][0-9]{0,14})\Z")


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema instead of PyYAML's own resolver."""

    yaml_implicit_resolvers = {}


for tag, pattern in (
    ("null", r"(?:null|Null|NULL|~|)\Z"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z"),
    ("float", r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
              r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"),
):
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), None)


def check(name, text, found):
    if found == text and isinstance(found, str):
        return True
    if INTEGER.match(text) and isinstance(found, int) and str(found) == text:
        return True
    print(f"{name}: {text!r} was read as {found!r}", file=sys.stderr)
    return False


def main():
    output = subprocess.run(
        [os.path.join(BUILD, "tests", "emit-cases")], check=True, stdout=subprocess.PIPE
    ).stdout.decode("utf-8")
    failed = 0
    for name, loader in (("YAML 1.1", yaml.SafeLoader), ("YAML 1.2", Core)):
        cases = yaml.load(output, Loader=loader)
        if len(cases) < 10000:
            print(f"{name}: only {len(cases)} cases", file=sys.stderr)
            failed += 1
        for digits, item, mapping in cases:
            text = bytes.fromhex(digits).decode("utf-8")
            failed += not check(name, text, item)
            ((key, value),) = mapping.items()
            # Keys and ids are never taken for integers.
            if not (isinstance(key, str) and key == text and isinstance(value, str)
                    and value == text):
                print(f"{name}: {text!r} was read as {key!r}: {value!r}", file=sys.stderr)
                failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
