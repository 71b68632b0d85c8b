"""Tables for people: aligned columns, and figures as they are read aloud."""

from __future__ import annotations

from typing import List, Optional, Sequence

from .values import Amount, Qualifier

NARROW_SPACE = "\u202f"
_GAP = "  "
_FRENCH = {
    Qualifier.EXACTLY: "", Qualifier.ABOUT: "environ ", Qualifier.AT_LEAST: "au moins ",
    Qualifier.MORE_THAN: "plus de ", Qualifier.AT_MOST: "au plus ",
    Qualifier.LESS_THAN: "moins de ",
}


def aligned(columns: str, rows: Sequence[Sequence[Optional[str]]]) -> str:
    """Rows below the first, which is the heading; "" where there is none but that.

    `columns` has a letter for each: l, or r for what is aligned to the right.  None is "–".
    """
    if len(rows) < 2:
        return ""
    cells = [["–" if cell is None else cell for cell in row] for row in rows]
    for row in cells[1:]:
        row[0] = _GAP + row[0]
    widths = [max(len(row[at]) for row in cells) for at in range(len(columns))]
    lines = []
    for row in cells:
        line = _GAP.join(cell.rjust(width) if letter == "r" else cell.ljust(width)
                         for letter, cell, width in zip(columns, row, widths))
        lines.append(line.rstrip(" ") + "\n")
    return "".join(lines)


def figure(amount: Optional[Amount], language: str) -> Optional[str]:
    """"30,000,000.00 EUR", in French "30 000 000,00 €", with its qualifier in front."""
    if amount is None:
        return None
    decimals = amount._c.decimals
    digits = str(abs(amount.minor)).rjust(decimals + 1, "0")
    whole = f"{int(digits[:len(digits) - decimals]):,}"
    part = digits[len(digits) - decimals:]
    sign = "-" if amount.minor < 0 else ""
    if language != "fr":
        word = amount.qualifier.value + " " if amount.qualifier.value else ""
        return f"{word}{sign}{whole}{'.' + part if part else ''} {amount.currency}"
    whole = whole.replace(",", NARROW_SPACE)
    currency = "€" if amount.currency == "EUR" else amount.currency
    return (f"{_FRENCH[amount.qualifier]}{sign}{whole}{',' + part if part else ''}{NARROW_SPACE}"
            f"{currency}")


def counted(count: int, one: str, many: str, language: str) -> str:
    """A number with its noun, which French has in the singular for none too."""
    return f"{count} {one if count == 1 or (count == 0 and language == 'fr') else many}"


def texts(values: Sequence[str]) -> List[Optional[str]]:
    """Cells in one line each; what is not known is "–"."""
    return [" ".join(value.split()) or None for value in values]
