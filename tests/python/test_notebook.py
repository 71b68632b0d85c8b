"""The notebook of the examples runs, shows what it promises, and is kept without outputs."""

import base64
import json
import os
import shutil
import subprocess
import sys

import pytest

from conftest import SOURCE

NOTEBOOK = SOURCE / "examples" / "funding.ipynb"


def canonical(notebook):
    """The one form in which a notebook is kept."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_notebook_is_kept_without_outputs():
    """The file is in its canonical form: without outputs and counts, with ids that tell each cell
    from the others, and with cells that fit on a screen."""
    text = NOTEBOOK.read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert text == canonical(notebook)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}}
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and all(name.replace("-", "").isalpha() for name in ids)
    for cell in notebook["cells"]:
        lines = "".join(cell["source"]).splitlines()
        assert 0 < len(lines) <= 20 and max(map(len, lines)) <= 105, cell["id"]
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None, cell["id"]


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """The cells of the notebook as they are after it ran: where all is the test's own but the
    package, and the first python3 of PATH is none."""
    folder = tmp_path_factory.mktemp("notebook")
    examples = folder / "examples"
    examples.mkdir()
    shutil.copy(NOTEBOOK, examples)
    shutil.copytree(SOURCE / "examples" / "data", examples / "data")
    other = folder / "bin" / "python3"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\nexit 97\n")
    other.chmod(0o755)
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("JUPYTER", "IPYTHON", "MPL", "PYDEVD"))}
    environment.update(
        HOME=str(folder), XDG_CACHE_HOME=str(folder), MPLCONFIGDIR=str(folder),
        JUPYTER_CONFIG_DIR=str(folder / "config"), JUPYTER_DATA_DIR=str(folder / "share"),
        JUPYTER_RUNTIME_DIR=str(folder / "runtime"), IPYTHONDIR=str(folder / "ipython"),
        PATH=f"{other.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        PYDEVD_DISABLE_FILE_VALIDATION="1", PYTHONDONTWRITEBYTECODE="1", LC_ALL="C.UTF-8")
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--stdout",
         "--ExecutePreprocessor.kernel_name=python3", "--ExecutePreprocessor.timeout=120",
         str(examples / NOTEBOOK.name)],
        env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    cells = json.loads(done.stdout.decode("utf-8"))["cells"]
    return {cell["id"]: cell for cell in cells if cell["cell_type"] == "code"}


def data_of(cell, kind):
    """What a cell shows of one kind, such as "text/html"."""
    return ["".join(output["data"][kind]) for output in cell["outputs"]
            if kind in output.get("data", {})]


def printed(cell):
    """What a cell prints."""
    return "".join("".join(output["text"]) for output in cell["outputs"]
                   if output["output_type"] == "stream" and output["name"] == "stdout")


def test_no_cell_fails(executed):
    """Every cell runs, in order, without an error and without a warning; that matplotlib looks for
    fonts for a while, the first time, is none."""
    outputs = [output for cell in executed.values() for output in cell["outputs"]]
    assert outputs
    wrong = [output for output in outputs
             if output["output_type"] == "error" or output.get("name") == "stderr"]
    assert [output for output in wrong
            if "building the font cache" not in "".join(output.get("text", []))] == []
    assert [cell["execution_count"] for cell in executed.values()] == \
        list(range(1, len(executed) + 1))


def test_reports_and_tables(executed):
    """Reports are HTML with as many diagnostics as there are; tables and sums have the figures of
    the portfolios, to the cent."""
    assert "0 errors, 0 warnings, 0 notes" in data_of(executed["validate-lorraine"], "text/html")[0]
    assert "0 errors, 0 warnings, 4 notes" in data_of(executed["validate-erdf"], "text/html")[0]
    broken = data_of(executed["check-broken"], "text/html")[0]
    assert "18 errors" in broken and broken.count("<tr>") == 19
    assert "regional_authority" in data_of(executed["corrections"], "text/html")[0]
    assert "90 rows" in data_of(executed["table"], "text/html")[0]
    assert "30000000.00" in data_of(executed["frames"], "text/html")[0]
    assert printed(executed["exact"]) == "Decimal 43,636,902.65 EUR in 46 agreements\n"
    for figure in ("5000000.00", "2127222.61", "8981.21"):
        assert figure in data_of(executed["sums"], "text/html")[0]
    for figure in ("15000000.00", "5479619.52", "8157283.13"):
        assert figure in data_of(executed["totals"], "text/html")[0]
    assert "15,000,000.00 EUR from Région Lorraine" in printed(executed["flows"])
    assert "feder-175;union-europeenne;6141,50 EUR\n" in printed(executed["csv"])


def test_one_picture(executed):
    """There is one picture, a PNG that is large enough to be read."""
    pictures = [picture for cell in executed.values() for picture in data_of(cell, "image/png")]
    assert len(pictures) == 1
    picture = base64.b64decode(pictures[0])
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and picture[12:16] == b"IHDR"
    width, height = (int.from_bytes(picture[at:at + 4], "big") for at in (16, 20))
    assert width >= 1000 and height >= 1000
