"""The record types and enumerations of the model, made from what the library says of itself.

A field that a newer library has appears here without a change.  Type checkers read model.pyi, which
is derived from the schema of this release.
"""

from __future__ import annotations

from . import _model

_made = _model.make_all()
globals().update(_made)
PortfolioFields = _model.make_portfolio_fields()

__all__ = tuple(sorted(_made))
