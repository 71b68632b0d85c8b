"""python -m transfer: the commands for those without the programs of the library.

SPDX-License-Identifier: MIT
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import List, Optional

from . import _doctor
from ._version import VERSION


def _add_doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "doctor", help="says which library is used, and why",
        description="Says which Python, package and library there are, why the library was looked "
                    "for there, what else was tried, and whether the versions agree.",
        epilog="exit status: 0 all is well, 1 there is no library that this package can use")
    parser.set_defaults(run=lambda options: _doctor.doctor())


def _run(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m transfer",
                                     description="Portfolios of technology transfer.")
    parser.add_argument("--version", action="version", version=f"libtransfer {VERSION}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)
    _add_doctor(commands)
    try:
        from . import _library  # pylint: disable=import-outside-toplevel,unused-import
        from ._command import add_commands  # pylint: disable=import-outside-toplevel
        add_commands(commands)
    except ImportError as error:
        if arguments[:1] not in (["doctor"], ["--version"], ["--help"], ["-h"]):
            print(f"python -m transfer: {error}", file=sys.stderr)
            return 2
    options = parser.parse_args(arguments)
    return int(options.run(options))


def main(arguments: Optional[List[str]] = None) -> int:
    """Runs a command. Returns its exit status; 2: it was not called as it should be, or could not
    do its work. argparse itself exits for --help and what it does not understand."""
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        return status
    except OSError as error:
        # What could not be written is not written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"python -m transfer: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
