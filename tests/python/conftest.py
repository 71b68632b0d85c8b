"""What the tests of the Python package share."""

import os
import pathlib

import pytest
from hypothesis import settings

import transfer

# The same examples on every machine, however slow it is, and nothing is kept.
settings.register_profile("transfer", deadline=None, database=None, derandomize=True)
settings.load_profile("transfer")

SOURCE = pathlib.Path(os.environ.get("TRANSFER_TEST_SOURCE", pathlib.Path(__file__).parents[2]))
EXAMPLES = sorted((SOURCE / "examples" / "data").glob("*.yaml"))
PORTFOLIO = """transfer: 1
portfolio: {title: Three partners}
partners:
  cea: {name: CEA, kind: research_organisation, country: FR, siren: 775685019}
  etat: {name: État français, kind: state, country: FR}
  lorraine: {name: Région Lorraine, kind: regional_authority, country: FR, closed: 2015-12}
platforms:
  metz: {name: Plateforme de Metz, operator: cea, fields: [capteurs, énergie], latitude: 49.12, longitude: 6.18}
agreements:
  a:
    title: Installation
    kind: subsidy
    signed: 2013-12-05
    period: 2014/2016
    amount: 30000000 EUR
    funders: [{partner: etat, share: 1/2}, {partner: lorraine, share: 50%}]
"""


@pytest.fixture
def portfolio():
    """A small portfolio without errors."""
    return transfer.loads(PORTFOLIO)
