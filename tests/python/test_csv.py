"""CSV: what is written is read again as it was, and what can be read in two ways is refused."""

import csv
import io
import os
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import transfer
from conftest import SOURCE
from transfer._library import lib
from transfer.csvfile import write
from transfer.records import classes

FILES = sorted(path for path in (SOURCE / "examples" / "data").glob("*.yaml")
               if path.name != "broken.yaml") + \
    sorted((SOURCE / "tests" / "data" / "valid").iterdir())
# How a table is written, and what is needed to read it.
DIALECTS = [({}, {}), ({"french": True}, {"decimal": ","}),
            ({"delimiter": "\t", "decimal": ","}, {"decimal": ","}),
            ({"delimiter": "|"}, {"decimal": "."}), ({"decimal": ","}, {"decimal": ","})]


def nested(path, record_class):
    """A path, and those of the lists below it."""
    yield path
    for name, field in record_class._fields.items():
        if field.is_list and field.list_class is transfer.RecordList:
            yield from nested(f"{path}.{name}", classes[lib.transfer_field_target(field.key)])
        elif field.is_list:
            yield f"{path}.{name}"


def all_paths():
    """The paths of all sections and lists, records before what is nested in them."""
    return [path for name, section in transfer.Portfolio().sections.items()
            for path in nested(name, section.record_class)]


PATHS = all_paths()


def read(path, text, **options):
    """An agreement or partner or so that is read into an otherwise empty portfolio."""
    portfolio = transfer.Portfolio()
    portfolio.read_csv(path, text if isinstance(text, bytes) else text.encode(), **options)
    return portfolio


def refused(path, text, portfolio=None, **options):
    """The places and the messages of what is wrong."""
    portfolio = portfolio or transfer.Portfolio()
    before = portfolio.dumps()
    with pytest.raises(transfer.CsvError) as caught:
        portfolio.read_csv(path, text if isinstance(text, bytes) else text.encode(), **options)
    assert portfolio.dumps() == before
    return caught.value


def place(error):
    """Row and column of the only thing that is wrong."""
    assert len(error.errors) == 1, error
    return error.errors[0].row, error.errors[0].column


# ---- there and back ----


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("written, needed", DIALECTS, ids=lambda one: "-".join(map(str, one)))
def test_round_trip(file, written, needed):
    """Each section and list of a file without errors, written and read, is the same table."""
    portfolio = transfer.load(file)
    again = transfer.Portfolio()
    for path in PATHS:
        table = portfolio.table(path)
        assert again.read_csv(path, table.to_csv(**written).encode(), **needed) == len(table)
        assert list(again.table(path)) == list(table), path


def test_french_needs_no_option():
    """The example's tables in the dialect of French spreadsheets are read without any option."""
    portfolio = transfer.load(SOURCE / "examples" / "data" / "pacte-lorraine.yaml")
    again = transfer.Portfolio()
    for path in PATHS:
        again.read_csv(path, portfolio.table(path).to_csv(french=True).encode())
        assert list(again.table(path)) == list(portfolio.table(path))


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1,
                max_size=30).filter(lambda text: "\ufeff" not in text) | st.text(
                    st.sampled_from(list("aé€\"';,\t\n0 \u00a0=|")), min_size=1, max_size=20)
AMOUNTS = st.builds("{}{}.{:02d} EUR".format, st.sampled_from(["", "more than ", "about "]),
                    st.integers(0, 10**15), st.integers(0, 99))
QUANTITIES = st.builds(lambda number, decimals: format(transfer.Quantity(
    f"{number}.{decimals}").value, "f"), st.integers(0, 10**9), st.sampled_from(
        ["0", "5", "123", "500", "0001", "123456"]))


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.tuples(TEXTS, st.integers(0, 999999999), AMOUNTS, QUANTITIES), max_size=4),
       st.sampled_from(DIALECTS))
def test_round_trip_of_anything(rows, dialect):
    """Texts, identifiers with leading zeros, amounts and numbers come back as they were."""
    written, needed = dialect
    portfolio = transfer.Portfolio()
    for number, (text, siren, amount, quantity) in enumerate(rows):
        try:
            partner = portfolio.partners.add(f"p{number}", name=text, siren=f"{siren:09}")
        except transfer.SpellingError:
            partner = portfolio.partners.add(f"p{number}", name="x", siren=f"{siren:09}")
        partner.accounts.add(year=2014, headcount=quantity, turnover=amount)
    again = transfer.Portfolio()
    for path in ("partners", "partners.accounts"):
        again.read_csv(path, portfolio.table(path).to_csv(**written).encode(), **needed)
    assert again.dumps() == portfolio.dumps()


def test_written_text(portfolio):
    """The text is CSV by RFC 4180 with values in the spelling of the file format."""
    portfolio.partners["cea"].siren = "005520135"
    portfolio.partners["cea"].name = 'Le "CEA", à\nParis'
    portfolio.agreements["a"].amount = "1250.50 EUR"
    text = portfolio.table("partners", ["id", "name", "siren", "closed"]).to_csv()
    assert text.startswith('id,name,siren,closed\r\ncea,"Le ""CEA"", à\nParis",005520135,\r\n')
    assert text.endswith("lorraine,Région Lorraine,,2015-12\r\n")
    table = portfolio.table("agreements", ["id", "amount", "kind", "signed"])
    assert table.to_csv() == "id,amount,kind,signed\r\na,1250.50 EUR,subsidy,2013-12-05\r\n"
    assert table.to_csv(decimal=",", delimiter=";") == \
        "id;amount;kind;signed\r\na;1250,50 EUR;subsidy;2013-12-05\r\n"
    assert portfolio.table("partners.ownership").to_csv() == \
        "partner,index,owner,share,from,note\r\n"


def test_written_unreadable():
    """What cannot be read is written as its text."""
    portfolio = transfer.loads("transfer: 1\nagreements:\n  a: {amount: 12.5 eur}\n", strict=False)
    text = portfolio.table("agreements", ["id", "amount"]).to_csv(french=True)
    assert text == "\ufeffid;amount\r\na;12.5 eur\r\n"


def test_written_file(portfolio, tmp_path):
    """A file is replaced whole, keeps its permissions, and stays as it was where it cannot be
    written."""
    path = tmp_path / "partners.csv"
    table = portfolio.table("partners", ["id", "name"])
    assert table.to_csv(path, french=True) is None
    wanted = "\ufeffid;name\r\ncea;CEA\r\netat;État français\r\nlorraine;Région Lorraine\r\n"
    assert path.read_bytes() == wanted.encode()
    os.chmod(str(path), 0o640)
    table.to_csv(path, encoding="cp1252")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "État".encode("cp1252") in path.read_bytes()
    before = path.read_bytes()
    portfolio.partners["etat"].name = "Ελλάδα"
    with pytest.raises(transfer.CsvError) as caught:
        portfolio.table("partners", ["id", "name"]).to_csv(path, encoding="cp1252")
    assert place(caught.value) == (3, "name")
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["partners.csv"]
    with pytest.raises(OSError):
        table.to_csv(tmp_path / "none" / "partners.csv")


def test_written_through_a_link(portfolio, tmp_path):
    """A symbolic link stays one; what it leads to is replaced."""
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    portfolio.table("partners", ["id"]).to_csv(tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"id\r\ncea\r\netat\r\nlorraine\r\n"


@pytest.mark.parametrize("options", [
    {"delimiter": "x"}, {"decimal": "'"}, {"encoding": "klingon"},
    {"bom": True, "encoding": "cp1252"}, {"french": True, "delimiter": "|"}], ids=str)
def test_options_of_writing(portfolio, options):
    """Options that make no sense are refused."""
    with pytest.raises(ValueError):
        write(portfolio.table("partners"), **options)


# ---- a French spreadsheet ----

FRENCH = ("\ufeffid ;title;kind;amount;signed;royalty_rate;note\r\n"
          "a;Été;subsidy;1\u202f250,50 €;12/03/2014;50 %;\"deux\r\nlignes; et \"\"plus\"\"\"\r\n"
          ";;;;;;\r\n"
          "b;Île;licence;30\u00a0000\u00a0000 EUR;2014-03-12;33,33\u00a0%;\r\n")


def check_french(portfolio):
    """The two agreements of the file of a French spreadsheet."""
    first, second = portfolio.agreements.values()
    assert (first.title, first.amount) == ("Été", transfer.Amount("1250.50 EUR"))
    assert (first.text_of("signed"), first.text_of("royalty_rate")) == ("2014-03-12", "50%")
    assert first.note == 'deux\nlignes; et "plus"'
    assert (second.text_of("amount"), second.text_of("royalty_rate")) == ("30000000 EUR", "33.33%")
    assert second.signed == first.signed


def test_french_spreadsheet(tmp_path):
    """Semicolons, decimal commas, a byte order mark, spaces between digits and € are read, and
    days and months by the option that says their order."""
    path = tmp_path / "accords.csv"
    path.write_bytes(FRENCH.encode())
    portfolio = transfer.Portfolio()
    assert portfolio.read_csv("agreements", path, dates="d/m/Y") == 2
    check_french(portfolio)
    check_french(read("agreements", "sep=;\r\n" + FRENCH.lstrip("\ufeff"), dates="d/m/Y"))
    with open(path, encoding="utf-8", newline="") as file:
        portfolio = transfer.Portfolio()
        portfolio.read_csv("agreements", file, dates="d/m/Y")
        check_french(portfolio)


def test_windows_1252():
    """Windows-1252 is read where an option says so, and refused with its place where not."""
    data = FRENCH.lstrip("\ufeff").replace("\u202f", "\u00a0").encode("cp1252")
    check_french(read("agreements", data, dates="d/m/Y", encoding="cp1252"))
    error = refused("agreements", data, dates="d/m/Y")
    assert place(error) == (2, "title")
    assert "'Été'" in str(error) and "encoding=\"cp1252\"" in str(error)


@pytest.mark.parametrize("data, encoding, where", [
    ("id;title\na;é\nb;".encode() + b"\xe9\n", None, (3, "title")),
    ("id;title\na;é\nb;".encode() + b"\xe9\n", "cp1252", (2, "title")),
    (b"id;title\na;x\nb;caf\x81\n", "cp1252", (3, "title")),
    ("\ufeffid;title\na;é\n".encode(), "cp1252", (1, "")),
    ("id;title\na;é\n".encode("utf-16"), None, (1, "")),
    ("id;title\na;é\n".encode("utf-16-le"), None, (1, "")),
    (b"id;title\na;x\0y\n", None, (2, "title"))], ids=str)
def test_encodings_that_are_refused(data, encoding, where):
    """Two encodings in one file, bytes that are none, and NUL are refused with row and column."""
    assert place(refused("agreements", data, encoding=encoding)) == where


def test_all_of_windows_1252_may_be_text():
    """Capitals before a closing quotation mark are no UTF-8."""
    portfolio = read("agreements", "id;title\na;« CAFÉ\u00a0»\n".encode("cp1252"),
                     encoding="cp1252")
    assert portfolio.agreements["a"].title == "« CAFÉ\u00a0»"


CELLS = [
    # path, column, cell, options, what is read; None: refused
    ("agreements", "amount", "1250,50 EUR", {}, "1250.50 EUR"),
    ("agreements", "amount", "1 250,5€", {}, "1250.50 EUR"),
    ("agreements", "amount", "more than 20 000 000 €", {}, "more than 20000000 EUR"),
    ("agreements", "amount", "-5,50 EUR", {}, "-5.50 EUR"),
    ("agreements", "amount", "1.250,50 EUR", {}, "1250.50 EUR"),
    ("agreements", "amount", "1.250.000 EUR", {}, "1250000 EUR"),
    ("agreements", "amount", "1.250 EUR", {}, None),
    ("agreements", "amount", "1,250 TND", {}, None),
    ("agreements", "amount", "1,250 TND", {"decimal": ","}, "1.250 TND"),
    ("agreements", "amount", "1.250 EUR", {"decimal": ","}, "1250 EUR"),
    ("agreements", "amount", "1.250 TND", {"decimal": "."}, "1.250 TND"),
    ("agreements", "amount", "1250.50 EUR", {"decimal": ","}, None),
    ("agreements", "amount", "12 50 EUR", {}, None),
    ("agreements", "amount", "1 250\u00a0000 EUR", {}, None),
    ("agreements", "amount", "1250,50", {}, None),
    ("agreements", "amount", "€ 1250,50", {}, None),
    ("agreements", "amount", "30 M€", {}, None),
    ("agreements", "amount", "1,25E+06 EUR", {}, None),
    ("agreements", "amount", "########", {}, None),
    ("agreements", "royalty_rate", "50 %", {}, "50%"),
    ("agreements", "royalty_rate", "1/3", {}, "1/3"),
    ("agreements", "royalty_rate", "0,5", {}, None),
    ("agreements", "royalty_rate", "01/03/2014", {}, None),
    ("agreements", "signed", "12/03/2014", {}, None),
    ("agreements", "signed", "25/12/2014", {}, None),
    ("agreements", "signed", "12/03/2014", {"dates": "m/d/Y"}, "2014-12-03"),
    ("agreements", "signed", "12.3.2014", {"dates": "d.m.Y"}, "2014-03-12"),
    ("agreements", "signed", "31/02/2014", {"dates": "d/m/Y"}, None),
    ("agreements", "signed", "12/03/14", {"dates": "d/m/Y"}, None),
    ("agreements", "signed", "41710", {}, None),
    ("agreements", "signed", "before 2014-03", {}, "before 2014-03"),
    ("agreements", "kind", "subsidie", {}, None),
    ("agreements", "project", "Projet 1", {}, None),
    ("agreements", "url", "www.example.org", {}, None),
    ("partners", "country", "France", {}, None),
    ("partners", "country", " FR ", {}, "FR"),
    ("partners", "siren", "005520135", {}, "005520135"),
    ("partners", "siren", "7,75685E+08", {}, None),
    ("partners", "siret", "7.75685E+13", {}, None),
    ("partners", "name", "7,75685E+08", {}, "7,75685E+08"),
    ("partners", "name", "\u00a0x ", {}, "\u00a0x "),
    ("partners", "name", "#N/A", {}, None),
    ("partners", "name", "x\x07", {}, None),
    ("platforms", "latitude", "49,1193", {}, "49.1193"),
    ("platforms", "latitude", "49,119", {}, None),
    ("platforms", "latitude", "0,119", {}, "0.119"),
    ("platforms", "latitude", "49,119", {"decimal": ","}, "49.119"),
    ("projects", "trl_start", "12", {}, None),
    ("projects", "trl_start", "4,5", {}, None),
    ("projects", "trl_start", "4", {}, "4"),
]


@pytest.mark.parametrize("path, column, cell, options, wanted", CELLS, ids=str)
def test_cell(path, column, cell, options, wanted):
    """A cell of a file with semicolons is read exactly, or refused with row and column."""
    text = f"id;{column}\nx;{cell}\n"
    if wanted is None:
        error = refused(path, text, **options)
        assert place(error) == (2, column)
        assert error.errors[0].text == cell
    else:
        record = read(path, text, **options).sections[path]["x"]
        assert record.text_of(column) == wanted


@pytest.mark.parametrize("cell, wanted", [("49.119", "49.119"), ("49.1", "49.1"), ('"49,1"', None),
                                          ('"49,119"', None), ('"1,249.5"', "1249.5")])
def test_decimal_point_with_commas(cell, wanted):
    """In a file separated by commas the decimal mark is the point, and a decimal comma refused."""
    text = f"id,latitude\nx,{cell}\n"
    if wanted is None:
        assert place(refused("platforms", text)) == (2, "latitude")
    else:
        assert read("platforms", text).platforms["x"].text_of("latitude") == wanted


def test_decimal_mark_of_other_cells():
    """A figure that needs a decimal comma tells how the others are meant; two marks are refused."""
    text = "id;latitude;longitude\nx;49,119;6,1757\ny;49,5;6\n"
    assert read("platforms", text).platforms["x"].text_of("latitude") == "49.119"
    text = "id;latitude;longitude\nx;49.119;6,1757\n"
    assert place(refused("platforms", text)) == (2, "latitude")
    error = refused("platforms", "id;latitude\nx;49,1\ny;49.1\n")
    assert place(error) == (3, "latitude") and "row 2" in str(error)


def test_booleans():
    """VRAI, FAUX, TRUE and FALSE are booleans, and oui is refused."""
    text = "agreement;unspecified\n" + "".join(f"a;{word}\n" for word in
                                               ("VRAI", "faux", "TRUE", "false"))
    portfolio = read("agreements", "id\na\n")
    portfolio.read_csv("agreements.funders", text.encode())
    assert [one.unspecified for one in portfolio.agreements["a"].funders] == \
        [True, False, True, False]
    error = refused("agreements.funders", "agreement;unspecified\na;oui\n", portfolio)
    assert place(error) == (2, "unspecified")


# ---- rows and columns ----


@pytest.mark.parametrize("text, where, said", [
    ("", (1, ""), "empty"),
    ("\nid;title\n", (1, ""), "names of the columns"),
    ("id;titel\na;x\n", (1, "titel"), "did you mean 'title'?"),
    ("id;funders\na;x\n", (1, "funders"), "agreements.funders"),
    ("id;title;title\na;x;y\n", (1, "title"), "twice"),
    ("id;title;\na;x;y\n", (1, ""), "column 3 has no name"),
    ("title;kind\nx;grant\n", (1, "id"), "missing"),
    ("id,title;kind\nx,y;z\n", (1, ""), "delimiter=\";\""),
    ("id\na;b\n", (1, ""), "delimiter=\";\""),
    ("id;title\na;x;y\n", (2, ""), "3 cells"),
    ("id;title\n\na\n", (3, ""), "1 cells"),
    ("id;title\n;x\n", (2, "id"), "missing"),
    ("id;title\na;x\nb;y\na;z\n", (4, "id"), "row 2"),
    ("id;title\nA b;x\n", (2, "id"), "not an id"),
    ("id;title\na;\"x\n", (2, ""), "quote"),
    ("id;title\na;\"x\"y\n", (2, ""), "quote"),
    ("id;title\na;" + "x" * 70000 + "\n", (2, "title"), "64 KiB"),
], ids=lambda one: str(one)[:30])
def test_rows_that_are_refused(text, where, said):
    """What is no table of known columns is refused, with what to do."""
    error = refused("agreements", text)
    assert place(error) == where
    assert said in str(error)


def test_delimiter_of_first_line_and_option():
    """A first line sep= that says something else than the option is refused."""
    error = refused("agreements", "sep=;\nid;title\na;x\n", delimiter=",")
    assert place(error) == (1, "")
    assert read("agreements", "sep=|\nid|title\na|x\n").agreements["a"].title == "x"


def test_rows_as_the_spreadsheet_counts():
    """Empty rows and lines within cells do not make rows that the spreadsheet does not have."""
    text = "sep=;\r\nid;title;kind\r\n;;\r\na;\"x\ny\";grant\r\nb;z;grunt\r\n"
    error = refused("agreements", text)
    assert place(error) == (4, "kind") and "did you mean 'grant'?" in str(error)


def test_all_errors_at_once():
    """All that is wrong is told, also in rows without an id; the message has the first and the
    count."""
    rows = "".join(f"a{number};nothing;x\n" for number in range(10))
    error = refused("agreements", "id;kind;signed\n" + rows + ";nothing;x\n")
    assert len(error.errors) == 23
    assert [one.row for one in error.errors] == sorted(one.row for one in error.errors)
    assert "23 errors" in str(error) and "… and 18 more" in str(error)
    assert isinstance(error, transfer.TransferError) and isinstance(error, ValueError)


def test_all_or_nothing(portfolio):
    """An id that the portfolio has is refused, and the rows before it are not there."""
    error = refused("partners", "id,name\nnew,N\ncea,C\n", portfolio)
    assert place(error) == (3, "id")
    assert "new" not in portfolio.partners


# ---- lists ----


def test_rows_of_lists(portfolio):
    """Rows are appended to the lists of their records, in their order."""
    text = "agreement,index,partner,amount\na,0,cea,5 EUR\na,,lorraine,\n"
    assert portfolio.read_csv("agreements.funders", text.encode()) == 2
    assert [one.reference_of("partner") for one in portfolio.agreements["a"].funders] == \
        ["etat", "lorraine", "cea", "lorraine"]
    portfolio.read_csv("platforms.fields", b"platform,fields\nmetz,x\nmetz,\"y, z\"\n")
    assert list(portfolio.platforms["metz"].fields) == ["capteurs", "énergie", "x", "y, z"]
    text = b"agreement,funders_index,rule,reason\na,2,shares-sum,because\n"
    portfolio.read_csv("agreements.funders.exceptions", text)
    assert portfolio.agreements["a"].funders[2].exceptions[0].reason == "because"


@pytest.mark.parametrize("path, text, where", [
    ("agreements.funders", "agreement,partner\nb,cea\n", (2, "agreement")),
    ("agreements.funders", "agreement,partner\n,cea\n", (2, "agreement")),
    ("agreements.funders", "agreement,index,partner\na,1,cea\na,0,cea\n", (3, "index")),
    ("agreements.funders", "agreement,index,partner\na,x,cea\n", (2, "index")),
    ("agreements.funders", "agreement,partner\na,cea\na,C E A\n", (3, "partner")),
    ("agreements.funders", "partner\ncea\n", (1, "agreement")),
    ("platforms.fields", "platform\nmetz\n", (1, "fields")),
    ("platforms.programmes", "platform,programmes\nmetz,x\nmetz,A B\n", (3, "programmes")),
    ("agreements.funders.exceptions", "agreement,funders_index,rule\na,0,x\na,7,x\n",
     (3, "funders_index"))], ids=str)
def test_rows_of_lists_that_are_refused(portfolio, path, text, where):
    """A row whose record is not there, or whose index contradicts its place, is refused."""
    assert place(refused(path, text, portfolio)) == where


@pytest.mark.parametrize("options", [{"delimiter": "x"}, {"decimal": "'"}, {"encoding": "klingon"},
                                     {"dates": "Y-d-m"}, {"dates": "d/m.Y"}, {"dates": "d/d/Y"}],
                         ids=str)
def test_options_of_reading(options):
    """Options that make no sense are refused."""
    with pytest.raises(ValueError) as caught:
        read("agreements", "id,title\na,x\n", **options)
    assert not isinstance(caught.value, transfer.CsvError)


def test_unknown_path():
    """A section that does not exist is named, with the nearest one."""
    with pytest.raises(KeyError, match="agreements"):
        read("agreement", "id\n")


@settings(max_examples=150, deadline=None, database=None)
@given(st.binary(max_size=60) | st.text(st.sampled_from(list("id;,\t\"\n\r title0ax\ufeff=sep")),
                                        max_size=60).map(str.encode))
def test_any_bytes(data):
    """Whatever the bytes are, they are read, or refused with a row; then nothing is added."""
    portfolio = transfer.Portfolio()
    try:
        count = portfolio.read_csv("agreements", data)
    except transfer.CsvError as error:
        assert all(one.row >= 1 and one.message for one in error.errors)
        count = 0
    assert len(portfolio.agreements) == count


def test_csv_of_another_reader(portfolio):
    """Python's own csv module reads what is written."""
    text = portfolio.table("partners").to_csv()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["name"] for row in rows] == ["CEA", "État français", "Région Lorraine"]
