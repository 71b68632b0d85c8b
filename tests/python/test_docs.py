"""Everything public says what it is, and the examples of docstrings are so."""

import doctest
import enum
import importlib
import inspect
import pkgutil
from fractions import Fraction

import pytest

import transfer
from conftest import SOURCE

MODULES = sorted(module.name for module in pkgutil.iter_modules(transfer.__path__)
                 if not module.name.startswith("_"))
EXAMPLES_OF = ["Amount", "Amount.split", "Share", "Date", "Period", "Portfolio", "Portfolio.sum",
               "Portfolio.table", "Ruleset.rule", "load", "check"]


def public_names():
    """Everything public: what the package has, with the methods and attributes of its classes.
    What named tuples and slots hold is said by the docstring of their class."""
    for name in transfer.__all__:
        found = getattr(transfer, name)
        yield name, found
        for cls in found.__mro__ if inspect.isclass(found) else ():
            if not cls.__module__.startswith("transfer") or issubclass(cls, tuple):
                continue
            for part, value in vars(cls).items():
                if not part.startswith("_") and not inspect.ismemberdescriptor(value) and \
                        (callable(value) or hasattr(value, "__get__")):
                    yield f"{name}.{part}", value


def test_everything_public_has_a_docstring():
    """All that the package exports, each public method, property and field, and each choice says
    what it is, in a sentence."""
    names = dict(public_names())
    assert {"Amount.divide", "Agreement.amount", "Portfolio.partners",
            "Agreement.to_dict"} <= set(names)
    wrong = [name for name, value in names.items()
             if not (inspect.getdoc(value) or "").split("\n\n")[0].rstrip().endswith((".", ":"))]
    assert wrong == []
    choices = [choice for name, value in names.items() if name in transfer.model.__all__
               and issubclass(value, enum.Enum) for choice in value]
    assert choices and [one for one in choices if not vars(one).get("__doc__")] == []


@pytest.mark.parametrize("name", ["", *MODULES])
def test_examples_of_docstrings(name, monkeypatch):
    """What docstrings show is what happens, of the example portfolios."""
    monkeypatch.chdir(SOURCE / "examples" / "data")
    module = importlib.import_module("transfer." + name if name else "transfer")
    globs = {"transfer": transfer, "Fraction": Fraction}
    assert inspect.getdoc(module)
    said = []
    runner = doctest.DocTestRunner(verbose=False)
    for test in doctest.DocTestFinder().find(module, globs=globs):
        runner.run(test, out=said.append)
    assert runner.failures == 0, "".join(said)


@pytest.mark.parametrize("name", EXAMPLES_OF)
def test_what_is_used_first_has_an_example(name):
    """What people use first shows how, in its docstring."""
    found = transfer
    for part in name.split("."):
        found = getattr(found, part)
    assert doctest.DocTestParser().get_examples(inspect.getdoc(found))
