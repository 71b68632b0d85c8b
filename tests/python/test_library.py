"""Finding the library: where it is looked for, what is said where it is not, and the doctor."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List, Optional

import pytest

SOURCE = Path(os.environ["TRANSFER_TEST_SOURCE"])
LIBRARY = Path(os.environ["TRANSFER_LIBRARY"])
SONAME = "libtransfer.so.1"
SHOW = "import transfer._library as l; print(l.path, l.reason, l.version, sep='|')"

# A library that says only which version it is.
OTHER = 'const char *transfer_version(void); const char *transfer_version(void) { return "%s"; }'


class Place:
    """A copy of the package in a folder, and programs that import it and know no other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "transfer"
        shutil.copytree(str(SOURCE / "bindings" / "python" / "transfer"), str(self.package),
                        ignore=shutil.ignore_patterns("__pycache__"))

    def run(self, *arguments: str, variables: Optional[Dict[str, str]] = None
            ) -> "subprocess.CompletedProcess[str]":
        """Runs Python with no variables but these."""
        environment = {"PATH": os.defpath, "PYTHONPATH": str(self.folder), "LC_ALL": "C.UTF-8",
                       "PYTHONDONTWRITEBYTECODE": "1", **(variables or {})}
        return subprocess.run([sys.executable, *arguments], env=environment, cwd=str(self.folder),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                              check=False)

    def used(self, **variables: str) -> List[str]:
        """The path of the library that is imported, why it was looked for there, its version."""
        done = self.run("-c", SHOW, variables=variables)
        assert done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n").split("|")

    def refused(self, **variables: str) -> str:
        """What "import transfer" raises."""
        done = self.run("-c", "import transfer", variables=variables)
        assert done.returncode == 1 and "ImportError: " in done.stderr, done.stderr
        return done.stderr.partition("ImportError: ")[2]

    def doctor(self, status: int, **variables: str) -> List[List[str]]:
        """The lines that the doctor prints, each its name and its text."""
        done = self.run("-m", "transfer", "doctor", variables=variables)
        assert (done.returncode, done.stderr) == (status, ""), done.stdout + done.stderr
        return [line.split(None, 1) for line in done.stdout.splitlines()]

    def put(self, where: Path, library: Path = LIBRARY) -> Path:
        """Puts a link to a library into a folder, under its SONAME."""
        where.mkdir(parents=True, exist_ok=True)
        (where / SONAME).symlink_to(library.resolve())
        return where / SONAME

    def install(self, where: Path) -> None:
        """Writes what make install writes."""
        (self.package / "_installed.py").write_text(f'LIBDIR = "{where}"\n', encoding="utf-8")


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Place:
    return Place(tmp_path / "place")


@pytest.fixture(name="compiled", scope="module")
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    made: Dict[str, Path] = {}

    def compiled(name: str, text: str) -> Path:
        """A library made of a text in C."""
        if name not in made:
            folder = tmp_path_factory.mktemp("compiled")
            made[name] = folder / (name + ".so")
            (folder / "library.c").write_text(text, encoding="utf-8")
            subprocess.run([*shlex.split(os.environ.get("CC") or "cc"), "-shared", "-fPIC", "-o",
                            str(made[name]), "-Wl,-soname," + SONAME, str(folder / "library.c")],
                           check=True)
        return made[name]

    return compiled


@pytest.fixture(name="older")
def _older(compiled: Callable[[str, str], Path]) -> Path:
    return compiled("older", OTHER % "0.9.7")


def test_search_order(place: Place, tmp_path: Path) -> None:
    """Each place is taken before those that follow: the variable, the package, the installed
    folder, the system's; and the path and the reason say which it was."""
    system, named = place.put(tmp_path / "system"), place.put(tmp_path / "named")
    path = {"LD_LIBRARY_PATH": str(system.parent)}
    assert place.used(**path)[:2] == [SONAME, "where the system looks for libraries"]
    installed = place.put(tmp_path / "lib")
    place.install(installed.parent)
    assert place.used(**path)[:2] == [str(installed), "where it was installed with this package"]
    inside = place.put(place.package)
    assert place.used(**path)[:2] == [str(inside), "inside the package"]
    assert place.used(TRANSFER_LIBRARY=str(named), **path)[:2] == [
        str(named), "the environment variable TRANSFER_LIBRARY"]


def test_named_library_alone(place: Place, tmp_path: Path) -> None:
    """A library that TRANSFER_LIBRARY names is not replaced by another where it cannot be used;
    the error names it alone.  An empty variable names none."""
    inside = place.put(place.package)
    missing = str(tmp_path / "missing.so")
    text = place.refused(TRANSFER_LIBRARY=missing)
    assert f"  {missing} (the environment variable TRANSFER_LIBRARY): no such file\n" in text
    assert str(inside) not in text and text.count("\n  ") == 1
    assert place.used(TRANSFER_LIBRARY="")[0] == str(inside)


@pytest.mark.parametrize("content", [b"", b"no library\n" * 1000])
def test_no_library(place: Place, tmp_path: Path, content: bytes) -> None:
    """A file that is no library is passed over, with the loader's own words for it."""
    broken = place.package / SONAME
    broken.write_bytes(content)
    place.install(place.put(tmp_path / "lib").parent)
    assert place.used()[1] == "where it was installed with this package"
    tried = [text for name, text in place.doctor(0) if name == "tried"]
    assert len(tried) == 1 and tried[0].startswith(f"{broken} (inside the package): {broken}: ")


def test_nothing_found(place: Place, tmp_path: Path) -> None:
    """Where there is no library, the error lists every place with what is wrong there, in the
    order in which they were tried, and ways out."""
    place.install(tmp_path / "lib")
    lines = place.refused().splitlines()
    assert lines[0] == "no shared library of libtransfer could be loaded; tried:"
    assert lines[1] == f"  {place.package / SONAME} (inside the package): no such file"
    assert lines[2] == (f"  {tmp_path / 'lib' / SONAME} (where it was installed with this "
                        "package): no such file")
    assert lines[3].startswith(f"  {SONAME} (where the system looks for libraries): {SONAME}: ")
    assert "TRANSFER_LIBRARY" in lines[4] and "doctor" in lines[4] and len(lines) == 5


def test_import_fails_again(place: Place) -> None:
    """An import that failed leaves nothing half-made: it fails again, with the same error."""
    program = ("for turn in range(2):\n"
               "    try:\n"
               "        import transfer\n"
               "    except ImportError as error:\n"
               "        print(str(error))\n")
    done = place.run("-c", program)
    first, second = done.stdout[:len(done.stdout) // 2], done.stdout[len(done.stdout) // 2:]
    assert "tried:" in first and first == second, done.stdout + done.stderr


def test_imported_by_another_command(place: Place) -> None:
    """python -m OTHER, whose package imports this one, gets ImportError from whatever it uses."""
    other = place.folder / "other"
    other.mkdir()
    (other / "__init__.py").write_text("import transfer\n", encoding="utf-8")
    for number, use in enumerate(("transfer.load", "from transfer import model",
                                  "from transfer import Amount", "import transfer.tables")):
        (other / f"use{number}.py").write_text(f"import transfer\n{use}\n", encoding="utf-8")
        done = place.run("-m", f"other.use{number}")
        assert done.returncode == 1 and "ImportError: no shared library" in done.stderr, use


@pytest.mark.parametrize("version", ["0.9.7", "2.0.0", "1", "", "one.two"])
def test_other_versions(place: Place, compiled: Callable[[str, str], Path], version: str) -> None:
    """A library of another major version, an older one, and one whose version cannot be read are
    refused for that, not for a function that they may lack."""
    library = compiled("version" + version, OTHER % version)
    text = place.refused(TRANSFER_LIBRARY=str(library))
    assert f": its version is {version}; this package, " in text
    assert "has no function" not in text


def test_agreement_of_versions() -> None:
    """A library agrees that has the major version of the package and is not older in the minor
    one; the patch does not count, and numbers are compared as numbers."""
    from transfer._search import agrees
    for library, package, answer in (
            ("1.0.0", "1.0.0", True), ("1.0.0", "1.0.9", True), ("1.1.0", "1.0.0", True),
            ("1.10.0", "1.9.0", True), ("1.9.0", "1.10.0", False), ("1.0.9", "1.1.0", False),
            ("2.0.0", "1.9.0", False), ("1.9.0", "2.0.0", False), ("1.1.0-rc1", "1.1.0", True)):
        assert agrees(library, package) is answer, (library, package)


def test_lacking_function(place: Place, compiled: Callable[[str, str], Path]) -> None:
    """A library whose version is right, but that lacks a function, is refused with its name."""
    version = place.used(TRANSFER_LIBRARY=str(LIBRARY))[2]
    library = compiled("lacking", OTHER % version)
    text = place.refused(TRANSFER_LIBRARY=str(library))
    assert re.search(r": its version is [0-9.]+, but it has no function transfer_\w+\(\)\n", text)


def test_another_library(place: Place, compiled: Callable[[str, str], Path]) -> None:
    """A library that is another altogether is refused as such."""
    library = compiled("another", "int another(void); int another(void) { return 0; }")
    assert ": this is another library" in place.refused(TRANSFER_LIBRARY=str(library))


def test_unfit_library_is_unloaded(place: Place, tmp_path: Path, older: Path) -> None:
    """An older library inside the package does not stand in the way of the system's, which has the
    same SONAME: the loader would take what is loaded already."""
    place.put(place.package, older)
    system = place.put(tmp_path / "system")
    path, _, version = place.used(LD_LIBRARY_PATH=str(system.parent))
    assert path == SONAME and version != "0.9.7"
    lines = dict(place.doctor(0, LD_LIBRARY_PATH=str(system.parent)))
    assert "its version is 0.9.7" in lines["tried"]
    assert lines["library"] == (f"{version}, {SONAME} -> {system.resolve()} (where the system "
                                "looks for libraries)")


def test_version_is_the_builds(place: Place) -> None:
    """The version of the package is the one that configure gives the library."""
    done = place.run("-c", "import transfer; print(transfer.__version__)",
                     variables={"TRANSFER_LIBRARY": str(LIBRARY)})
    header = Path(os.environ["TRANSFER_TEST_BUILD"]) / "include" / "transfer" / "version.h"
    assert f'#define TRANSFER_VERSION "{done.stdout.strip()}"\n' in header.read_text("utf-8")
    assert done.stdout.strip() == place.used(TRANSFER_LIBRARY=str(LIBRARY))[2]


def test_doctor_finds(place: Place, tmp_path: Path) -> None:
    """The doctor names the interpreter, the package, the library with the file that a link leads
    to, why it was looked for there, and that the versions agree; exit status 0."""
    link = tmp_path / "link.so"
    link.symlink_to(LIBRARY.resolve())
    lines = dict(place.doctor(0, TRANSFER_LIBRARY=str(link)))
    version = place.used(TRANSFER_LIBRARY=str(link))[2]
    assert list(lines) == ["Python", "package", "library", "versions"]
    assert lines["Python"] == "%d.%d.%d, %s" % (*sys.version_info[:3], sys.executable)
    assert lines["package"] == f"{version}, {place.package}"
    assert lines["library"] == (f"{version}, {link} -> {LIBRARY.resolve()} (the environment "
                                "variable TRANSFER_LIBRARY)")
    assert lines["versions"].startswith("agree")


def test_doctor_finds_nothing(place: Place, tmp_path: Path, older: Path) -> None:
    """Where the import fails, the doctor works, tells everything that was tried and a way out, and
    ends with exit status 1."""
    place.put(place.package, older)
    place.install(tmp_path / "lib")
    lines = place.doctor(1)
    assert [name for name, _ in lines] == ["Python", "package", "tried", "tried", "tried",
                                           "library", "help"]
    assert "0.9.7" in lines[2][1] and "no such file" in lines[3][1]
    assert lines[-2][1] == "none that this package can use"
    assert "set TRANSFER_LIBRARY" in lines[-1][1]
    named = place.doctor(1, TRANSFER_LIBRARY=str(tmp_path / "missing.so"))
    assert [name for name, _ in named] == ["Python", "package", "tried", "library", "help"]
    assert "unset" in named[-1][1]


def test_other_commands_without_library(place: Place) -> None:
    """Without a library the other commands print what was tried, and end with exit status 2, which
    is not that of a file with errors; --help and --version work."""
    done = place.run("-m", "transfer", "validate", "portfolio.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("python -m transfer: no shared library"), done.stderr
    for option in "--help", "--version":
        assert place.run("-m", "transfer", option).returncode == 0


def test_full_disk(place: Place) -> None:
    """What cannot be written is an error, not a traceback and not success."""
    done = subprocess.run([sys.executable, "-m", "transfer", "doctor"], cwd=str(place.folder),
                          env={"TRANSFER_LIBRARY": str(LIBRARY), "PYTHONDONTWRITEBYTECODE": "1"},
                          stdout=open("/dev/full", "w"), stderr=subprocess.PIPE, encoding="utf-8",
                          check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("python -m transfer: [Errno 28]")
