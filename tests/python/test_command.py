"""The commands of python -m transfer, which do what the programs of the library do."""

import argparse
import io
import os
import shutil
import subprocess
import sys

import pytest

import transfer
from conftest import SOURCE
from transfer._command import add_commands

BUILD = os.environ.get("TRANSFER_TEST_BUILD")
DATA = SOURCE / "tests" / "data" / "programs"
PACTE = SOURCE / "examples" / "data" / "pacte-lorraine.yaml"
ENVIRONMENT = {name: value for name, value in os.environ.items()
               if name not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "PYTHONUNBUFFERED")}
# What python -m transfer does with the commands.
MAIN = """
import argparse, sys
from transfer._command import add_commands
parser = argparse.ArgumentParser(prog="transfer")
add_commands(parser.add_subparsers(required=True, dest="command"))
options = parser.parse_args()
sys.exit(options.run(options))
"""
COMMAND = [sys.executable, "-c", MAIN]


def run(*arguments, **options):
    """Runs a command in a process of its own."""
    return subprocess.run([*COMMAND, *arguments], cwd=str(DATA), env=ENVIRONMENT,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False,
                          **options)


class Result:
    """What a command that was called in this process wrote and returned."""

    def __init__(self, arguments):
        parser = argparse.ArgumentParser(prog="transfer")
        add_commands(parser.add_subparsers(dest="command"))
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        try:
            options = parser.parse_args([str(argument) for argument in arguments])
            self.returncode = options.run(options)
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            self.stdout, self.stderr = sys.stdout.buffer.getvalue(), sys.stderr.buffer.getvalue()
        finally:
            sys.stdout, sys.stderr = before


@pytest.fixture
def call(monkeypatch):
    """Calls a command in this process, in the directory of the data of the programs' tests."""
    monkeypatch.chdir(DATA)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments: Result(arguments)


def expected(name, kind):
    """What the program of the library writes."""
    path = DATA / f"{name}.{kind}"
    return path.read_text(encoding="utf-8").replace("transfer-", "transfer ") \
        if path.exists() else ""


# The name of the output, the exit status, and the arguments, as tests of the programs have them.
CASES = """
validate-valid 0 validate valid.yaml
validate-wrong 1 validate wrong.yaml
validate-wrong-fr 1 validate --language fr wrong.yaml
validate-several 1 validate valid.yaml wrong.yaml truncated.yaml
validate-unread 2 validate missing.yaml wrong.yaml
validate-truncated 1 validate truncated.yaml
validate-json 1 validate --format json wrong.yaml
validate-github 1 validate --format github wrong.yaml
validate-disable 0 validate --disable reference-dangling wrong.yaml
validate-severity 0 validate --severity reference-dangling=warning wrong.yaml
validate-partial 0 validate --partial wrong.yaml
validate-summary 0 validate --summary --as-of 2013-12-05 ../../../examples/exception.yaml
validate-summary-fr 0 validate --summary --language fr ../../../examples/exception.yaml
validate-summary-json 2 validate --summary --format json wrong.yaml
validate-fail-on-note 1 validate --partial --fail-on note wrong.yaml
validate-as-of 0 validate --as-of 2014-06-01 valid.yaml
validate-bad-as-of 2 validate --as-of 5.12.2013 valid.yaml
validate-bad-format 2 validate --format xml valid.yaml
validate-bad-language 2 validate --language de valid.yaml
validate-bad-level 2 validate --severity reference-dangling=fatal valid.yaml
validate-no-level 2 validate --severity reference-dangling valid.yaml
validate-bad-rule 2 validate --disable reference-dangeling valid.yaml
validate-bad-rule-fr 2 validate --language fr --severity reference-dangeling=off .
validate-bad-fail-on 2 validate --fail-on off valid.yaml
validate-rules 0 validate --rules rules.yaml wrong.yaml
validate-rules-wrong-fr 2 validate --language fr --rules rules-wrong.yaml valid.yaml
validate-rules-missing 2 validate --rules missing.yaml valid.yaml
format-messy 0 format messy.yaml
format-valid 0 format valid.yaml
format-comments 1 format comments.yaml
format-drop-comments 0 format --drop-comments comments.yaml
format-missing 2 format missing.yaml
format-truncated 1 format truncated.yaml
format-two 2 format valid.yaml messy.yaml
format-check 1 format --check messy.yaml valid.yaml
format-check-comments 1 format --check comments.yaml
format-check-in-place 2 format --check --in-place messy.yaml
format-check-stdin 2 format --check -
report-bad-as-of 2 report --as-of yesterday valid.yaml
report-missing 2 report missing.yaml
report-rules-wrong 2 report --rules rules-wrong.yaml valid.yaml
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=[case.split()[0] for case in CASES])
def test_same_as_program(call, case):
    """Output, messages and exit status are those that the program of the library is known for."""
    name, status, *arguments = case.split()
    result = call(*arguments)
    assert result.stdout.decode() == expected(name, "out")
    assert result.stderr.decode() == expected(name, "err")
    assert result.returncode == int(status)


@pytest.mark.skipif(BUILD is None, reason="TRANSFER_TEST_BUILD names no build")
@pytest.mark.parametrize("arguments", [
    [], ["--language", "fr"], ["--format", "json"], ["--format", "sarif"], ["--format", "github"],
    ["--as-of", "2014-06-01", "--summary"], ["--partial", "--fail-on", "note"]], ids=" ".join)
def test_validate_byte_for_byte(call, arguments):
    """With the same options and files, validate writes what transfer-validate writes."""
    files = sorted((SOURCE / "examples" / "data").glob("*.yaml")) + \
        sorted((SOURCE / "tests" / "data" / "valid").glob("*.yaml"))
    program = [os.path.join(BUILD, "examples", "transfer-validate"), *arguments, *map(str, files)]
    made = subprocess.run(program, env=ENVIRONMENT, stdout=subprocess.PIPE, timeout=60, check=False)
    result = call("validate", *arguments, *files)
    assert made.stdout
    assert result.stdout == made.stdout
    assert result.returncode == made.returncode


@pytest.mark.skipif(BUILD is None, reason="TRANSFER_TEST_BUILD names no build")
@pytest.mark.parametrize("arguments", [[], ["--language", "fr"], ["--as-of", "2014-06-01"]],
                         ids=" ".join)
def test_report_is_part_of_the_program(call, arguments):
    """What report says of funders and years is what transfer-report says of them."""
    for file in (PACTE, SOURCE / "examples" / "data" / "erdf-technology-transfer-2016.yaml"):
        program = [os.path.join(BUILD, "examples", "transfer-report"), *arguments, str(file)]
        made = subprocess.run(program, env=ENVIRONMENT, stdout=subprocess.PIPE, timeout=60,
                              check=False)
        result = call("report", *arguments, file)
        assert result.returncode == made.returncode
        assert result.stdout or file != PACTE
        for word in (b"Funders ", b"Financeurs ", b"Years ", "Années ".encode()):
            assert result.stdout.count(word) == made.stdout.count(word)
        assert result.stdout in made.stdout


@pytest.mark.parametrize("variables, is_french", [
    ({"LANG": "fr_FR.UTF-8"}, True), ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, False),
    ({"LC_MESSAGES": "fr"}, True), ({}, False)])
def test_language_of_environment(call, monkeypatch, variables, is_french):
    """Without --language, the language is that of LC_ALL, LC_MESSAGES or LANG."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    text = call("validate", "wrong.yaml").stdout.decode()
    assert ("erreur" in text) == is_french


def test_standard_input():
    """"-" is standard input, named <stdin>."""
    text = (DATA / "wrong.yaml").read_bytes()
    result = run("validate", "-", input=text)
    assert result.stdout.decode() == expected("validate-wrong", "out").replace("wrong.yaml",
                                                                               "<stdin>")
    assert run("format", "-", input=(DATA / "messy.yaml").read_bytes()).stdout.decode() == \
        expected("format-messy", "out")


def test_rules_in_their_order(call, tmp_path):
    """Of --rules, --disable and --severity the later wins."""
    (tmp_path / "error.yaml").write_text("rules: {reference-dangling: error}\n")
    error, off = ["--rules", str(tmp_path / "error.yaml")], ["--rules", "rules.yaml"]
    assert call("validate", *error, *off, "wrong.yaml").returncode == 0
    assert call("validate", *off, *error, "wrong.yaml").returncode == 1
    assert call("validate", *error, "--disable", "reference-dangling", "wrong.yaml").returncode == 0


def test_file_that_is_not_read_whole(call):
    """A file that cannot be read to its end fails, whatever rules are off."""
    result = call("validate", "--disable", "syntax", "--disable", "wrong-kind", "truncated.yaml")
    assert b"syntax" not in result.stdout and result.returncode == 1


def test_format_in_place(call, tmp_path):
    """--in-place puts files into the form that format prints, below directories too, and leaves
    those with comments."""
    for name in ("messy.yaml", "valid.yaml", "comments.yaml"):
        shutil.copy(str(DATA / name), str(tmp_path / name))
    result = call("format", "--in-place", tmp_path / "messy.yaml", tmp_path / "valid.yaml")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert (tmp_path / "messy.yaml").read_text(encoding="utf-8") == expected("format-messy", "out")
    before = (tmp_path / "comments.yaml").read_bytes()
    assert call("format", "--in-place", tmp_path / "comments.yaml").returncode == 1
    assert (tmp_path / "comments.yaml").read_bytes() == before
    assert call("format", "--in-place", "--drop-comments",
               tmp_path / "comments.yaml").returncode == 0
    assert (tmp_path / "comments.yaml").read_text(encoding="utf-8") == \
        expected("format-drop-comments", "out")
    assert call("format", "--check", tmp_path / "comments.yaml").returncode == 0


def test_table(call):
    """A table is aligned for people, or CSV, with the columns that are asked for."""
    columns = "agreement,partner,share"
    text = call("table", "--columns", columns, "agreements.funders", PACTE).stdout.decode()
    assert text.splitlines()[0].split() == ["agreement", "partner", "share"]
    assert len({line.index(" equal") for line in text.splitlines()[1:]}) == 1
    loaded = transfer.load(PACTE)
    for option, wanted in (("--csv", {}), ("--french-csv", {"french": True})):
        result = call("table", option, "agreements.funders", PACTE)
        assert result.stdout.decode() == loaded.table("agreements.funders").to_csv(**wanted)
        assert result.returncode == 0


def test_table_of_nothing(call):
    """An unknown table or column is named, with the nearest one, and fails with 2."""
    result = call("table", "agreement", PACTE)
    assert result.returncode == 2 and b"did you mean 'agreements'?" in result.stderr
    result = call("table", "agreements", PACTE, "--columns", "id,titel")
    assert result.returncode == 2 and b"did you mean 'title'?" in result.stderr
    result = call("table", "partners", "missing.yaml")
    assert result.returncode == 2
    assert result.stderr == b"transfer table: missing.yaml: No such file or directory\n"


COMMANDS = [["validate", "wrong.yaml"], ["format", "valid.yaml"], ["report", "valid.yaml"],
            ["table", "partners", "valid.yaml"]]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: one[0])
def test_output_that_cannot_be_written(arguments):
    """A full disk is said once, on standard error alone, and fails with 2."""
    with open("/dev/full", "wb") as full:
        result = subprocess.run([*COMMAND, *arguments], cwd=str(DATA), env=ENVIRONMENT, stdout=full,
                                stderr=subprocess.PIPE, timeout=60, check=False)
    lines = result.stderr.decode().splitlines()
    assert lines[-1] == f"transfer {arguments[0]}: standard output: No space left on device"
    assert result.stderr.count(b"No space left on device") == 1
    assert b"Traceback" not in result.stderr and b"Exception" not in result.stderr
    assert result.returncode == 2


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: one[0])
def test_broken_pipe(arguments):
    """A reader that has gone away is said, and fails with 2."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    result = subprocess.run([*COMMAND, *arguments], cwd=str(DATA), env=ENVIRONMENT,
                            stdout=write_end, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(write_end)
    assert result.stderr.decode().splitlines()[-1] == \
        f"transfer {arguments[0]}: standard output: Broken pipe"
    assert b"Traceback" not in result.stderr and b"Exception" not in result.stderr
    assert result.returncode == 2


def test_interrupt():
    """Ctrl-C while it reads standard input ends it quietly with 130."""
    interrupted = """
import os, signal, sys, time
class Input:
    def read(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(10)
sys.stdin.detach()
sys.stdin = type("Stdin", (), {"buffer": Input()})()
"""
    result = subprocess.run([sys.executable, "-c", interrupted + MAIN, "validate", "-"],
                            env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=60, check=False)
    assert (result.stdout, result.stderr, result.returncode) == (b"", b"", 130)


def test_names_that_are_not_utf8(tmp_path):
    """A file whose name is not UTF-8 is named in the message, and fails with 2."""
    result = subprocess.run([*COMMAND, "validate", os.fsencode(tmp_path) + b"/\xff.yaml"],
                            env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            timeout=60, check=False)
    assert result.returncode == 2
    assert result.stderr.endswith(b".yaml: No such file or directory\n")
