#!/usr/bin/python3
"""Of a hundred thousand numbers of each kind the library says what independent computations say:
those of python-stdnum and, where it has none, of this file.  A quarter of the numbers are right, a
quarter have one character changed, a quarter two swapped, a quarter are random."""

import os
import random
import re
import subprocess
import sys

from stdnum import lei, luhn
from stdnum.eu import vat
from stdnum.fr import siren, siret, tva
from stdnum.iso7064 import mod_97_10

BUILD = os.environ.get("TRANSFER_TEST_BUILD", ".")
COUNT = 100000
DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
VAT_DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RNSR_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
SENTINELS = ("999999999", "999999997", "000000000")

chance = random.Random(1794)


def some(alphabet, count):
    return "".join(chance.choices(alphabet, k=count))


def judge(cases):
    """What the library says of (kind, text) pairs: (verdict, suggestion) pairs."""
    output = subprocess.run(
        [os.path.join(BUILD, "tests", "identifier-cases")], check=True, stdout=subprocess.PIPE,
        input="".join("%s %s\n" % case for case in cases).encode()
    ).stdout.decode().splitlines()
    assert len(output) == len(cases)
    return [tuple(line.split(" ")) for line in output]


# ---- the independent side: what is right ----

def is_siren(text):
    return bool(re.fullmatch("[0-9]{9}", text)) and siren.is_valid(text) \
        and text not in SENTINELS


def is_siret(text):
    """What ends in 00000 is looked at apart from its key."""
    return bool(re.fullmatch("[0-9]{14}", text)) and siret.is_valid(text) \
        and not text.endswith("00000") and is_siren(text[:9])


def is_french_vat(text):
    return bool(re.fullmatch("FR[0-9A-Z]{11}", text)) and tva.is_valid(text)


def is_lei(text):
    return bool(re.fullmatch("[0-9A-Z]{18}[0-9]{2}", text)) and lei.is_valid(text)


def is_ror(text):
    """Of the number in base 32 with two digits behind, the rest by 97 is 1."""
    if not re.fullmatch("0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}", text):
        return False
    number = sum(CROCKFORD.index(c) << 5 * i for i, c in enumerate(reversed(text[:7])))
    return 2 <= int(text[7:]) <= 98 and mod_97_10.is_valid("%d%s" % (number, text[7:]))


def is_rnsr(text):
    return bool(re.fullmatch("[0-9]{9}[A-Z]", text)) and \
        RNSR_LETTERS.find(text[9]) == int(text[:9]) - int(text[:9]) // 23 * 23


# ---- numbers ----

def right_siren():
    digits = some(DIGITS, 8)
    return digits + luhn.calc_check_digit(digits)


def right_siret():
    digits = right_siren() + some(DIGITS, 4)
    return digits + luhn.calc_check_digit(digits)


def right_la_poste():
    digits = "356000000" + some(DIGITS, 4)
    return digits + str(-sum(map(int, digits)) % 5 + 5 * chance.randrange(2))


def right_vat():
    return "FR" + siren.to_tva(right_siren())


def keys_by_rest():
    """The keys with letters, by the rest by 11 of the SIREN numbers that they go with."""
    keys = [[] for rest in range(11)]
    for first, a in enumerate(VAT_DIGITS):
        for second, b in enumerate(VAT_DIGITS):
            number = 24 * first + second - 10 if first < 10 else 34 * first + second - 100
            if first > 9 or second > 9:
                keys[(number - 1 - number // 11) % 11].append(a + b)
    return keys


NEW_KEYS = keys_by_rest()


def right_new_vat():
    digits = right_siren()
    return "FR" + chance.choice(NEW_KEYS[int(digits) % 11]) + digits


def right_lei():
    text = some(DIGITS + LETTERS, 18)
    return text + mod_97_10.calc_check_digits(text)


def right_ror():
    number = chance.randrange(32 ** 6)
    return "".join(CROCKFORD[number >> 5 * i & 31] for i in range(6, -1, -1)) \
        + mod_97_10.calc_check_digits(str(number))


def right_rnsr():
    digits = some(DIGITS, 9)
    return digits + RNSR_LETTERS[int(digits) % 23]


def changed(text, alphabet):
    place = chance.randrange(len(text))
    return text[:place] + chance.choice(alphabet) + text[place + 1:]


def swapped(text):
    place = chance.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2:]


#        name: kind, right number, random number, alphabet, what is right
NUMBERS = {
    "siren": ("siren", right_siren, lambda: some(DIGITS, 9), DIGITS, is_siren),
    "siret": ("siret", right_siret, lambda: some(DIGITS, 14), DIGITS, is_siret),
    "La Poste": ("siret", right_la_poste, lambda: "356000000" + some(DIGITS, 5), DIGITS, is_siret),
    "French vat": ("vat", right_vat, lambda: "FR" + some(DIGITS, 11), DIGITS, is_french_vat),
    "French vat with letters": ("vat", right_new_vat,
                                lambda: "FR" + some(VAT_DIGITS, 2) + right_siren(), VAT_DIGITS,
                                is_french_vat),
    "lei": ("lei", right_lei, lambda: some(DIGITS + LETTERS, 18) + some(DIGITS, 2),
            DIGITS + LETTERS, is_lei),
    "ror": ("ror", right_ror, lambda: "0" + some(CROCKFORD, 6) + some(DIGITS, 2),
            CROCKFORD + "ilouA", is_ror),
    "rnsr": ("rnsr", right_rnsr, lambda: some(DIGITS, 9) + some(LETTERS, 1), DIGITS + LETTERS,
             is_rnsr),
}


def numbers_of(right, anything, alphabet):
    numbers = []
    while len(numbers) < COUNT:
        numbers += [right(), changed(right(), alphabet), swapped(right()), anything()]
    return numbers


def differences(kind, numbers, due):
    """Numbers of which the library says something else; of a French VAT number whose prefix was
    changed nothing is compared."""
    verdicts = judge([(kind, number) for number in numbers])
    return [(number, verdict) for number, is_right, (verdict, _) in zip(numbers, due, verdicts)
            if (kind != "vat" or number[:2] == "FR") and (verdict == "right") != is_right]


def check_random(name):
    kind, right, anything, alphabet, is_right = NUMBERS[name]
    numbers = numbers_of(right, anything, alphabet)
    due = list(map(is_right, numbers))
    wrong = differences(kind, numbers, due)
    print("%s: %d numbers, %d of them right, %d differences" % (name, len(numbers), sum(due),
                                                                 len(wrong)))
    for number, verdict in wrong[:10]:
        print("  %s: %s" % (number, verdict))
    faults = len(wrong)
    # Too many of one sort, and the comparison would show nothing.
    faults += not len(numbers) // 4 <= sum(due) <= len(numbers) * 2 // 3
    # One number judged otherwise is seen.
    odd = due.index(True)
    due[odd] = False
    seen = differences(kind, numbers[:100], due[:100])
    if seen != [(numbers[odd], "right")]:
        print("%s: a fault that was made on purpose was not seen" % name)
        faults += 1
    return faults


# ---- certain texts ----

#   kind, text, verdict, suggestion
CASES = """
siret 73282932000074 right
siret 35600000000048 right
siret 35600000009075 right
siret 35600000049837 right
siret 81223113200026 right
siret 73282932000079 key
siret 67895644300011 key
siret 11122233344455 no-siren
siret 77568501900000 nic-zero
siret 35600000000000 nic-zero
siren 775685019 right
siren 005520135 right
siren 999999999 sentinel
siren 999999997 sentinel
vat FR43775685019 right
vat FRK7399859412 right
vat FR4Z123456782 right
vat FR83404833048 right
vat FR84323140391 key
vat FRIO334175221 form
ror 00jjx8s55 right
ror 05k1smh27 right
ror 02vnf0c38 right
ror 02feahw73 right
ror 00JJX8S55 form
lei 213800KUD8LAJWSQ9D15 right
lei 213800KUD8LXJWSQ9D15 key
rna W751000001 right
rna W9G2001932 right
rna W2A1000123 right
rna W75100000 form
rna 751000001 form
vat EL094259216 right
vat XI123456789 right
vat XIGD123 right
vat ESB58378431 right
vat IE8D79739I right
vat IE3628739UA right
vat NL004495445B01 right
vat BE0403170701 right
vat BE2403170701 form
vat CHE-123.456.789MWST unknown
vat GB980780684 unknown
vat 43775685019 unknown
vat exonerated form
"""

SUGGESTIONS = [
    ("siren", "775 685 019", "775685019"),
    ("siren", "775.685.019", "775685019"),
    ("siren", "775\u202f685\u00a0019", "775685019"),
    ("siren", "RCS Paris B 775 685 019", "775685019"),
    ("siren", "73282932000074", "732829320"),
    ("siren", "5520135", "005520135"),
    ("siren", "775 685 010", ""),
    ("siren", "999 999 999", ""),
    ("siren", "77568501O", ""),
    ("siren", "FR43775685019", ""),
    ("siret", "732 829 320 00074", "73282932000074"),
    ("siret", "732829320", ""),
    ("siret", "7.3282932E+13", ""),
    ("vat", "fr 43 775 685 019", "FR43775685019"),
    ("vat", "N\u00b0 TVA : FR-43.775.685.019", "FR43775685019"),
    ("vat", "GR 094259216", "EL094259216"),
    ("vat", "GR09425921", ""),
    ("vat", "FR 44 775 685 019", ""),
    ("ror", "https://ror.org/00jjx8s55", "00jjx8s55"),
    ("ror", "ror.org/OOJJX8S55", "00jjx8s55"),
    ("ror", "https://ror.org/00jjx8s56", ""),
    ("lei", "2138 00KU D8LA JWSQ 9D15", "213800KUD8LAJWSQ9D15"),
    ("lei", "LEI:213800kud8lajwsq9d15", "213800KUD8LAJWSQ9D15"),
    ("lei", "213800KUD8LAJWSQ9D15213800KUD8LAJWSQ9D15", ""),
    ("rna", "w751000001", "W751000001"),
    ("rnsr", "199812851 b", "199812851B" if RNSR_LETTERS[199812851 % 23] == "B" else ""),
]


def check_cases():
    faults = 0
    cases = [line.rsplit(" ", 1) for line in CASES.strip().splitlines()]
    for (case, due), (verdict, _) in zip(
            cases, judge([tuple(case.split(" ", 1)) for case, _ in cases])):
        if verdict != due:
            print("%s: %s, not %s" % (case, verdict, due))
            faults += 1
    for (kind, text, due), (_, found) in zip(
            SUGGESTIONS, judge([(kind, text) for kind, text, _ in SUGGESTIONS])):
        if found != due:
            print("%s %s: suggests %r, not %r" % (kind, text, found, due))
            faults += 1
    print("%d verdicts, %d suggestions, %d faults" % (len(cases), len(SUGGESTIONS), faults))
    return faults


def check_suggestions():
    """Whatever is suggested is right, and of a right number between spaces it is that number."""
    texts, faults = [], 0
    for kind, right, anything, _, is_right in NUMBERS.values():
        for i in range(2000):
            number = right()
            spaced = " ".join(re.findall(".{1,3}", number)).lower()
            texts += [(kind, spaced, number, is_right), (kind, anything()[1:], None, is_right),
                      (kind, some(DIGITS + " .-/", 16), None, is_right)]
    found = judge([(kind, text) for kind, text, _, _ in texts])
    for (kind, text, due, is_right), (_, suggestion) in zip(texts, found):
        if (due and is_right(due) and suggestion != due) or \
                (suggestion and kind != "vat" and not is_right(suggestion)):
            print("%s %s: suggests %r, not %r" % (kind, text, suggestion, due))
            faults += 1
    print("%d texts with suggestions, %d faults" % (sum(1 for _, text in found if text), faults))
    return faults


def european_numbers():
    """VAT numbers of every member state, and of Northern Ireland, that stdnum finds right: its
    examples, and random ones."""
    for state in vat.MEMBER_STATES:
        module = vat._get_cc_module(state)
        prefix = "EL" if state in ("el", "gr") else state.upper()
        texts = re.findall(r"validate\('([^']+)'\)", module.__doc__)
        texts += [some(DIGITS, length) for length in range(2, 13) for i in range(500)]
        texts += [some(DIGITS, length) + chance.choice(LETTERS) for length in (7, 8)
                  for i in range(2000)]
        texts += [chance.choice(LETTERS) + some(DIGITS, 8) for i in range(2000)]
        for text in filter(module.is_valid, texts):
            number = module.compact(text)
            # Belgium has given numbers with 0 and 1 in front alone; stdnum takes others too.
            if state != "be" or number[0] in "01":
                yield number if number.startswith(prefix) else prefix + number


def check_european():
    """No number that stdnum finds right is refused."""
    numbers = list(european_numbers())
    faults = [(number, verdict) for number, (verdict, _) in
              zip(numbers, judge([("vat", number) for number in numbers])) if verdict != "right"]
    states = {number[:2] for number in numbers}
    print("VAT of %d states: %d numbers, %d refused" % (len(states), len(numbers), len(faults)))
    for number, verdict in faults[:10]:
        print("  %s: %s" % (number, verdict))
    return len(faults) + (len(states) != len(vat.MEMBER_STATES))


def main():
    faults = check_cases() + check_suggestions() + check_european()
    for name in NUMBERS:
        faults += check_random(name)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
