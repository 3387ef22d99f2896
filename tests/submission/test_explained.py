import io

import openpyxl
import pytest

from analytics.catalogue import Roster, Township
from analytics.model import Explanation, Figure, Problem, Qualifier, Reading, Severity, Source, State
from analytics.submission import (
    Incoming,
    accept,
    explained_problems,
    marked_upload,
    receive,
    source_view,
    still_open,
    undo,
)
from analytics.text import Text

TOWN = "荻砚镇"
NAME = "荻砚镇2024年.xlsx"


def figure(cell="D4", indicator="leaflets", value=7.0):
    return Figure(TOWN, 2024, indicator, value, Qualifier.EXACT, State.REPORTED, "份", Source("统计表", cell, "7"))


def question(cell="D4", code="total_differs", sheet="统计表"):
    return Problem(Severity.QUESTION, code, Text("请核实", "check"), sheet, cell)


def kept(store, figures, problems=(), explanations=(), data=b"x"):
    """An accepted upload of such a reading."""
    import hashlib

    sha256 = hashlib.sha256(data).hexdigest()
    reading = Reading("a.xlsx", sha256, "return", tuple(figures), tuple(problems), explanations=tuple(explanations))
    upload_id = store.add_upload("a.xlsx", data, "镇上", reading)
    store.accept(upload_id, figures, "县里")
    return upload_id


def opener(data, name):
    return Problem(Severity.ERROR, "damaged", Text("打不开", "cannot open"))


def texts(store, upload_id):
    return [None if row is None else row.text for _, row in explained_problems(store, upload_id)]


def test_a_question_stays_listed_with_what_explains_it(store):
    problems = [question(), question("D5"), question(code="odd"), question(None), question(None, sheet=None)]
    explanations = [
        Explanation("统计表", "D4", "total_differs", "含下属单位"),
        Explanation("统计表", "", "total_differs", "整张表"),
    ]
    upload_id = kept(store, [figure()], problems, explanations)
    assert [problem for problem, _ in explained_problems(store, upload_id)] == problems
    assert texts(store, upload_id) == ["含下属单位", None, None, "整张表", None]
    assert still_open(explained_problems(store, upload_id)) == [problems[1], problems[2], problems[4]]


def test_a_question_about_several_cells_is_explained_by_one_of_them(store):
    upload_id = kept(store, [figure()], [question("D4:D9")], [Explanation("统计表", "D5", "total_differs", "补报")])
    assert texts(store, upload_id) == ["补报"]


def test_what_an_official_wrote_explains_every_question_at_the_cell(store):
    upload_id = kept(store, [figure()], [question(), question(code="odd"), question("D5")])
    new = store.add_explanation(int(store.figures_frame()["figure_id"].iloc[0]), "已电话核实", "县里")
    assert texts(store, upload_id) == ["已电话核实", "已电话核实", None]
    store.withdraw_explanation(new, "县里")
    assert texts(store, upload_id) == [None, None, None]


def test_explanations_stand_where_the_source_of_a_figure_is_shown(store):
    kept(store, [figure(), figure("D5", "posters")], explanations=[Explanation("统计表", "D4", "odd", "补报")])
    ids = dict(store.figures_frame()[["indicator", "figure_id"]].itertuples(index=False))
    store.add_explanation(int(ids["leaflets"]), "已核实", "县里")
    view = source_view(store, int(ids["leaflets"]), opener=opener)
    assert [(row.text, row.origin) for row in view.explanations] == [("补报", "return"), ("已核实", "official")]
    assert source_view(store, int(ids["posters"]), opener=opener).explanations == ()


def test_a_figure_that_was_replaced_keeps_its_own_explanation_and_no_other(store):
    kept(store, [figure()], explanations=[Explanation("统计表", "D4", "odd", "旧的")])
    old = int(store.figures_frame()["figure_id"].iloc[0])
    kept(store, [figure(value=9.0)], explanations=[Explanation("统计表", "D4", "odd", "新的")], data=b"y")
    new = int(store.figures_frame()["figure_id"].iloc[0])
    assert [row.text for row in source_view(store, old, opener=opener).explanations] == ["旧的"]
    assert [row.text for row in source_view(store, new, opener=opener).explanations] == ["新的"]


# The whole way: a return comes, goes back marked, and comes again explained.


def a_return() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "统计表"
    for row in (
        ("荻砚镇2024年法治建设统计表",),
        ("序号", "指标", "单位", "数量"),
        (1, "发放普法资料", "份", 8000),
        (2, "法律明白人", "次", 50),
        (3, "受教育群众", "人次", "4、5百"),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def county(store):
    store.replace_roster(Roster((Township("1", TOWN),)), "县里")
    return store


def test_a_return_comes_back_explained(county):
    [first] = receive(county, [Incoming(NAME, a_return())], "镇上")
    asked = {p.cell: p for p in first.reading.problems}
    assert asked, first.reading
    made = marked_upload(county, first.upload_id)
    assert isinstance(made, tuple)
    data, name = made
    book = openpyxl.load_workbook(io.BytesIO(data))
    listing = book["问题清单"]
    for row in listing.iter_rows(5):
        if row[2].value in asked:
            listing.cell(row[0].row, 6, f"关于{row[2].value}")
    out = io.BytesIO()
    book.save(out)
    [again] = receive(county, [Incoming(name, out.getvalue())], "镇上")
    assert again.message is None
    assert again.duplicate_of is None
    assert [(f.indicator, f.value, f.source.cell) for f in again.reading.figures] == [
        (f.indicator, f.value, f.source.cell) for f in first.reading.figures
    ]
    assert still_open(explained_problems(county, again.upload_id)) == []
    assert county.explanations() == []
    accept(county, again.upload_id, "县里")
    attached = {(row.indicator, row.cell): row.text for row in county.explanations([TOWN], [2024])}
    on_figures = {f.source.cell: f.indicator for f in again.reading.figures if f.source.cell in asked}
    assert on_figures
    assert attached == {(indicator, cell): f"关于{cell}" for cell, indicator in on_figures.items()}
    filled = marked_upload(county, again.upload_id)
    listing = openpyxl.load_workbook(io.BytesIO(filled[0]))["问题清单"]
    typed = {row[2].value: row[5].value for row in listing.iter_rows(5) if row[2].value in asked}
    assert typed == {cell: f"关于{cell}" for cell in asked}
    undo(county, again.upload_id, "县里")
    assert county.explanations() == []
