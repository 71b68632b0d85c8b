"""Loads a portfolio, says what is wrong with it, and what each funder commits."""
import sys

import transfer

path = sys.argv[1] if len(sys.argv) > 1 else "first.yaml"
try:
    portfolio = transfer.load(path)
    portfolio.validate().raise_for_errors()
except transfer.ReportError as error:
    print(error.report, end="")
    sys.exit(1)
except OSError as error:
    sys.exit(str(error))
for row in portfolio.sum("funder"):
    print(f"{row.funder.name if row.funder else 'not named'}: {row.committed}")
