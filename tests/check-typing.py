#!/usr/bin/python3
"""The Python package is typed: mypy --strict finds nothing wrong with it, stubtest finds that it is
at run time what it says to be, right uses of it pass and wrong ones are errors, each in its line.
Each of these is then seen to fail. The uses are in tests/data/typing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Dict, List, Set, Tuple

SOURCE = os.path.abspath(os.environ.get("TRANSFER_TEST_SOURCE",
                                        os.path.join(os.path.dirname(__file__), "..")))
BUILD = os.path.abspath(os.environ.get("TRANSFER_TEST_BUILD", "build"))
PYTHON = os.path.join(SOURCE, "bindings", "python")
USES = os.path.join(SOURCE, "tests", "data", "typing")
LIBRARY = os.environ.get("TRANSFER_LIBRARY") or os.path.join(BUILD, ".libs", "libtransfer.so")
# The oldest Python that the package is for, and the one that there is.
VERSIONS = ("3.8", "%d.%d" % sys.version_info[:2])
# Names that a module only imports are not what it exports: stubtest takes that from here.
CONFIGURATION = "[mypy]\nstrict = True\nimplicit_reexport = False\ncache_dir = %s\n"

# A line of mypy's: file, line, severity, text and, of an error, its code.
FOUND = re.compile(r"(.+?):(\d+): (\w+): (.*?)(?:  \[([\w-]+)\])?$")
REVEALED = re.compile(r'Revealed type is "(.*)"$')
# Right uses made wrong: each of a type that is revealed, and an error.
RIGHT_SEEDS = {
    "partner.name = None\n": "partner.nam = None\n",
    "reveals: builtins.str\n": "reveals: builtins.int\n",
}
# A wrong use made right.
WRONG_SEEDS = {"agreement.amount = 1250.5 ": "agreement.amount = \"1250.50 EUR\" "}
# A stub that says what is not so.
STUB_SEEDS = {"    acronym: TextField\n": "    acronym: DateField\n"}


def run(scratch: str, path: str, tool: str, *arguments: str) -> Tuple[int, str]:
    """The status of mypy or stubtest, and what it says, with the package of a folder."""
    environment = dict(os.environ, MYPYPATH=path, PYTHONPATH=path, TRANSFER_LIBRARY=LIBRARY,
                       PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run([sys.executable, "-m", tool, *arguments], cwd=scratch, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def mypy(scratch: str, version: str, *arguments: str) -> Tuple[int, str]:
    return run(scratch, PYTHON, "mypy", "--config-file", os.path.join(scratch, "mypy.ini"),
               "--python-version", version, "--no-error-summary", *arguments)


def stubtest(scratch: str, path: str) -> Tuple[int, str]:
    return run(scratch, path, "mypy.stubtest", "--concise", "--mypy-config-file",
               os.path.join(scratch, "mypy.ini"), "transfer")


def check_package(scratch: str) -> List[str]:
    """What is wrong with the package itself."""
    problems = []
    for version in VERSIONS:
        status, output = mypy(scratch, version, "-p", "transfer")
        if status != 0:
            problems.append("mypy --strict for Python %s:\n%s" % (version, output))
    return problems


def check_stub(scratch: str) -> List[str]:
    """Where the package is not what it says to be."""
    status, output = stubtest(scratch, PYTHON)
    if status != 0:
        return ["stubtest:\n%s" % output]
    seeded = os.path.join(scratch, "seeded")
    shutil.copytree(os.path.join(PYTHON, "transfer"), os.path.join(seeded, "transfer"))
    seed(os.path.join(PYTHON, "transfer", "model.pyi"),
         os.path.join(seeded, "transfer", "model.pyi"), STUB_SEEDS)
    status, output = stubtest(scratch, seeded)
    if status == 0 or "Project.acronym" not in output:
        return ["stubtest does not notice a field of another type:\n%s" % output]
    return []


def seed(source: str, target: str, seeds: Dict[str, str]) -> List[int]:
    """Copies a file with these texts replaced where they first are; returns in which lines."""
    with open(source, encoding="utf-8") as file:
        text = file.read()
    lines = []
    for before, after in seeds.items():
        at = text.index(before)
        lines.append(text.count("\n", 0, at) + 1)
        text = text[:at] + after + text[at + len(before):]
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    return lines


def expected(path: str) -> Dict[int, str]:
    """What the comments of a file expect in its lines: types revealed and codes of errors."""
    lines: Dict[int, str] = {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            found = re.search(r"  # (reveals|error): (.*)$", line)
            if found:
                lines[number] = "%s: %s" % found.groups()
    return lines


def unexpected(path: str, output: str) -> List[int]:
    """The lines of a file in which mypy said something else than its comments expect."""
    said: Dict[int, Set[str]] = {}
    for file, line, severity, text, code in re.findall(FOUND.pattern, output, re.MULTILINE):
        if file != os.path.basename(path):
            continue
        revealed = REVEALED.match(text)
        if severity == "error":
            said.setdefault(int(line), set()).add("error: " + code)
        elif revealed:
            said.setdefault(int(line), set()).add("reveals: " + revealed.group(1))
    wanted = expected(path)
    return sorted(line for line in set(said) | set(wanted)
                  if said.get(line) != {wanted.get(line)})


def check_uses(scratch: str) -> List[str]:
    """Where mypy sees other errors or types in the uses than they say, and whether that shows."""
    names = ("right.py", "wrong.py", "seeded_right.py", "seeded_wrong.py")
    for name in names[:2]:
        shutil.copy(os.path.join(USES, name), scratch)
    seeds = {"seeded_right.py": seed(os.path.join(USES, names[0]),
                                     os.path.join(scratch, names[2]), RIGHT_SEEDS),
             "seeded_wrong.py": seed(os.path.join(USES, names[1]),
                                     os.path.join(scratch, names[3]), WRONG_SEEDS)}
    problems = []
    _, output = mypy(scratch, VERSIONS[1], *names)
    for name in names:
        lines = unexpected(os.path.join(scratch, name), output)
        if lines != sorted(seeds.get(name, [])):
            said = "".join(line + "\n" for line in output.splitlines()
                           if any(line.startswith("%s:%d:" % (name, one)) for one in lines))
            problems.append("%s, lines %s:\n%s" % (
                name, ", ".join(map(str, lines)) or "none", said or output))
    return problems


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(scratch, "mypy.ini"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION % os.path.join(scratch, "cache"))
        problems = check_package(scratch)
        if not problems:
            problems = check_uses(scratch)
        # What Python loads cannot have sanitizers of its own.
        if not os.environ.get("SANITIZERS"):
            problems += check_stub(scratch)
    if not os.path.exists(os.path.join(PYTHON, "transfer", "py.typed")):
        problems.append("there is no py.typed")
    for problem in problems:
        print("check-typing: " + problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
