"""The README's portfolio is valid, its programs in C and Python run and print what the README says, and
what it shows of the demonstration is what the programs print."""
import os
import re
import shlex
import subprocess
import sys
import tempfile

source = os.environ.get("TRANSFER_TEST_SOURCE", ".")
build = os.environ.get("TRANSFER_TEST_BUILD", "build")
environment = dict(os.environ, LD_LIBRARY_PATH=os.path.join(build, ".libs"), LC_ALL="C.UTF-8",
                   TRANSFER_LIBRARY=os.path.abspath(os.path.join(build, ".libs", "libtransfer.so.1")),
                   PYTHONPATH=os.path.abspath(os.path.join(source, "bindings", "python")),
                   PYTHONDONTWRITEBYTECODE="1")
# Python does not run with sanitizers as it is.
has_python = not os.environ.get("SANITIZERS")


def run(*command, status=0, cwd=None):
    done = subprocess.run(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != status:
        sys.exit(f"{' '.join(command)}: exit status {done.returncode}, not {status}")
    return done.stdout


def block(text, language):
    return re.search(rf"^```{language}\n(.*?)^```$", text, re.S | re.M).group(1)


def check(text):
    """Returns what is wrong with a README."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "lorraine.yaml"), "w", encoding="utf-8") as file:
            file.write(block(text, "yaml"))
        with open(os.path.join(folder, "first.c"), "w", encoding="utf-8") as file:
            file.write(block(text, "c"))
        program = lambda name: os.path.join(build, "examples", name)
        run(program("transfer-validate"), os.path.join(folder, "lorraine.yaml"))
        run(*shlex.split(os.environ.get("CC", "cc")), *os.environ.get("SANITIZERS", "").split(),
            "-Wall", "-Wextra", "-Werror", "first.c", f"-I{source}/include", f"-I{build}/include",
            f"-L{build}/.libs", "-ltransfer", "-o", "first", cwd=folder)
        printed = run("./first", cwd=folder)
        python = block(text, "python")
        if has_python:
            printed += run(sys.executable, "-c", python, cwd=folder)
        printed += run(os.path.abspath(program("transfer-report")),
                       "examples/data/pacte-lorraine.yaml", cwd=source)
        printed += run(os.path.abspath(program("transfer-validate")), "examples/data/broken.yaml",
                       status=1, cwd=source)
        if not has_python:
            text = re.sub(r"^## Python$.*?(?=^## )", "", text, flags=re.S | re.M)
    lines = set(printed.split("\n"))
    shown = re.findall(r"^    (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M), re.M)
    commands = ("$ ", "./bootstrap", "bootstrap:", "...", "cd ", "ldconfig")
    return [line for line in shown if not line.startswith(commands) and line not in lines]


readme = open(os.path.join(source, "README.md"), encoding="utf-8").read()
wrong = check(readme)
if wrong:
    sys.exit("README.md shows what no program prints:\n" + "\n".join(wrong))
# The check itself, seen to fail.
if not check(readme.replace("15,000,000.00", "16,000,000.00")):
    sys.exit("check-readme: a wrong figure was not noticed")
if has_python and not check(readme.replace("français: 5000000 EUR", "français: 5000001 EUR")):
    sys.exit("check-readme: a wrong figure of Python was not noticed")
