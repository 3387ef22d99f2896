"""Growth and chance are never claimed of the same number: the county's sum and each township are judged alone."""

import io
import math
import re

import openpyxl
import pytest
from dossiers import dossier
from hypothesis import given
from hypothesis import strategies as st
from small_county import MADE

from analytics.catalogue import load_catalogue
from analytics.export import comparison_workbook
from analytics.export.amounts import Amount, comparing, direction
from analytics.export.brief import brief_blocks, usual_wording
from analytics.export.brief.tables import measures_table, townships_tables
from analytics.export.numbers import change_format
from analytics.export.prose import situation
from analytics.export.prose.change import change_between
from analytics.export.word.blocks import Table
from analytics.measures import changes, headline_table
from analytics.measures.comparable import comparable_totals

NAMES = tuple(f"{k}镇" for k in "一二三四五六七八九十")


def county(*pairs, names=NAMES, indicator="publicity_events"):
    """One pair (last year, this year) a township, None where it was not reported."""
    rows = []
    for name, (last, this) in zip(names, pairs, strict=False):
        rows += [(name, year, indicator, value) for year, value in ((2024, last), (2025, this)) if value is not None]
    return dossier(rows, names, gaps=[], questions=[], resolved=[], own_words=[], explanations=[], doubts=[])


def said(one, key="publicity_sessions"):
    return situation.measure_sentence(one, key), situation.townships_sentence(one, key)


SMALL = [(3, 4), (4, 5), (3, 4), (4, 5), (3, 4), (4, 4), (3, 4), (4, 5), (3, 4), (3, 3)]


def test_a_county_sum_within_chance_is_not_said_to_have_grown():
    sum_said, towns_said = said(county(*SMALL))
    assert "全县开展普法活动42场次，比上年多8场次，属正常波动。" in sum_said
    assert not re.search("增长|增幅|增加", sum_said)
    assert towns_said == "分乡镇看，增加的8个，持平的2个（各乡镇的增减均属正常波动）。"


def test_sums_that_lack_the_same_part_in_both_years_are_judged_like_any_other():
    rows = [(name, year, "publicity_events", v) for name in NAMES for year, v in ((2024, 3), (2025, 4))]
    # Somebody was asked for school events in both years, the others did not report them in either.
    rows += [(NAMES[0], year, "school_events", 1) for year in (2024, 2025)]
    one = dossier(rows, NAMES, gaps=[], questions=[], resolved=[], own_words=[], explanations=[], doubts=[])
    assert one.amount(NAMES[1], 2025, "publicity_sessions").short
    assert "属正常波动" in said(one)[0]
    assert "增长" not in said(one)[0]


@pytest.mark.parametrize(("sign", "word"), [(1, "增加"), (-1, "减少")])
def test_a_sum_that_moved_although_no_township_did_is_told_apart_from_them(sign, word):
    pairs = [(20, 28) for _ in NAMES]
    sum_said, towns_said = said(county(*(p[::sign] for p in pairs)))
    assert re.search("增长40%" if sign > 0 else "下降28.6%", sum_said)
    assert "正常波动" not in sum_said
    assert "各乡镇的增减均属正常波动" in towns_said
    assert f"合计的{word}则超出正常波动" in towns_said


def test_where_one_township_moved_beyond_chance_they_are_counted():
    _, towns_said = said(county((10, 60), *SMALL[1:]))
    assert "（增减的乡镇中有7个属正常波动）" in towns_said
    assert "均属正常波动" not in towns_said


def test_flat_is_flat():
    sum_said, towns_said = said(county(*[(5, 5)] * 10))
    assert re.search("与上年(持平|相同)。", sum_said)
    assert "正常波动" not in sum_said + towns_said


def test_leaflets_come_in_bundles_and_nothing_is_said_of_chance():
    both = "".join(said(county(*[(100, 104)] * 10, indicator="leaflets"), "leaflets"))
    assert "增长4%" in both
    assert "正常波动" not in both


@pytest.mark.parametrize("pairs", [SMALL, [(20, 28)] * 10, [(28, 20)] * 10, [(5, 5)] * 10, [(10, 60), *SMALL[1:]]])
def test_the_county_is_judged_as_on_the_overview(pairs):
    one = county(*pairs)
    table = headline_table(one.figures, load_catalogue(), NAMES, [2024, 2025])
    rows = comparable_totals(changes(table, 2025, 2024))
    shown = rows[rows["measure"].eq("publicity_sessions")].iloc[0]
    both = one.together("publicity_sessions")
    assert bool(shown["within_chance"]) == both.chance
    assert ("属正常波动" in said(one)[0]) == both.chance


def test_a_sum_that_lacks_a_township_is_at_least_in_text_and_table_alike():
    one = county(*[(40, 60)] * 9, (5, None))
    sum_said, _ = said(one)
    assert sum_said.startswith("全县开展普法活动不少于540场次（已报的9个乡镇合计）")
    table = next(b for b in measures_table(one) if isinstance(b, Table))
    assert next(row for row in table.rows if row[0].startswith("普法场次"))[1] == "≥540"
    reported = situation.reporting(one)[0]
    assert "全县合计因此写作“不少于”" in reported
    assert "只在两年都报送且口径一致的乡镇之间计算" in reported
    assert "按两年口径一致的9个乡镇计算" in sum_said


def test_who_is_silent_in_both_years_leaves_the_same_townships_to_be_compared():
    sum_said, _ = said(county(*[(40, 60)] * 9, (None, None)))
    assert re.search("（已报的9个乡镇合计），这些乡镇比上年(增加|多|增长)", sum_said)


def test_text_and_table_bear_a_bound_for_the_same_measures():
    for one in (dossier(), county(*SMALL), county(*[(40, 60)] * 9, (5, None))):
        blocks = brief_blocks(one, (), usual_wording("示例县", 2025))
        table = next(b for b in blocks if isinstance(b, Table))
        for h, row in zip(one.catalogue.headlines, table.rows, strict=True):
            sentence = situation.measure_sentence(one, h.id)
            bound = re.search("不少于|超过|余|至少", re.split("[，；]", sentence)[0])
            assert bool(bound) == row[1].startswith("≥"), (sentence, row)


def county_row(*pairs, indicator="publicity_events", name="普法场次", row="全县合计"):
    """The cells 本年, 上年, 增减, 同比 of the county in the workbook."""
    one = county(*pairs, indicator=indicator)
    made = comparison_workbook(one.figures, load_catalogue(), one.roster, (2025, 2024), made_at=MADE)
    sheet = openpyxl.load_workbook(io.BytesIO(made), data_only=True)["总表"]
    at = next(c.column for c in sheet[3] if c.value and str(c.value).startswith(name))
    place = next(r for r in range(1, 40) if sheet.cell(r, 1).value == row)
    return [sheet.cell(place, at + n) for n in range(4)]


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
@pytest.mark.parametrize(("pairs", "chance"), [(SMALL, True), ([(20, 28)] * 10, False)])
def test_the_workbooks_county_row_is_italic_where_the_brief_says_chance(pairs, chance):
    cells = county_row(*pairs)
    assert county(*pairs).together("publicity_sessions").chance == chance
    assert bool(cells[2].font.italic) == chance


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_sum_that_two_bounds_leave_open_is_open_in_workbook_and_brief_alike():
    # Both sums are about so much by their own sign; the ≥ among the townships lets neither be called larger.
    pairs = [("≥80000", "≥90000"), ("≈1200", "≈900"), *[(100, 120)] * 8]
    assert county(*pairs, indicator="leaflets").together("leaflets").change.relation == "open"
    change, percent = county_row(*pairs, indicator="leaflets", name="宣传资料")[2:]
    assert change.number_format == percent.number_format == '"不确定";"不确定";"不确定"'


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_one_small_about_does_not_make_a_whole_county_about_flat():
    # 5 % of the county's sum is more than it grew by; 5 % of the one figure that is about so much is not.
    pairs = [("100", "≈100"), ("10000", "10400")]
    both = county(*pairs, indicator="leaflets").together("leaflets").change
    assert (both.relation, both.sure, both.difference) == ("up", "about", 400)
    change, percent = county_row(*pairs, indicator="leaflets", name="宣传资料")[2:]
    assert (change.value, change.number_format) == (400, '"▲ ≈"#,##0;"▼ ≈"#,##0;"约持平"')
    assert percent.number_format.startswith('"≈+"')


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
@pytest.mark.parametrize("pairs", [[("50", "≈100"), ("500", "≥1000")], [("≈500", "≥1000")]])
def test_at_least_beside_about_is_a_direction_and_no_number(pairs):
    both = county(*pairs, indicator="leaflets").together("leaflets").change
    assert (both.relation, both.sure) == ("up", "unknown")
    change, percent = county_row(*pairs, indicator="leaflets", name="宣传资料")[2:]
    assert change.number_format == '"▲";"▼";"▲"'
    # One township of several carries no percentage of the county's; of two its direction alone is sure.
    assert percent.value == "—" if len(pairs) == 1 else percent.number_format == '"—";"—";"—"'


def test_a_change_that_is_no_more_than_about_may_be_off_is_about_flat_in_all_of_them():
    about, exact = Amount(8_400.0, "≈", "reported"), Amount(8_621.0, "", "reported")
    assert comparing(exact, about) == "alike"
    assert direction(exact, about) == "flat"
    assert change_between(exact, about).relation == "alike"
    assert change_format("alike", 0, "zh") == '"约持平";"约持平";"约持平"'
    assert comparing(exact._replace(value=9_500.0), about) == "about"


@given(st.integers(0, 3_000), st.integers(0, 3_000), st.sampled_from(["", "≥", "≈"]), st.sampled_from(["", "≥", "≈"]))
def test_workbook_and_prose_never_disagree_about_the_direction(this, last, sign, other):
    pair = Amount(float(this), sign, "reported"), Amount(float(last), other, "reported")
    said = {"up": "up", "down": "down", "flat": "flat", "alike": "flat", "open": "open"}
    change = change_between(*pair)
    assert direction(*pair) == said[change.relation]
    assert (comparing(*pair) == "unsized") == (change.moved and change.sure == "unknown")


def test_a_county_change_that_rests_on_one_township_has_no_percent():
    """23 → 0 of one township of five is no −100 % of the county; table, sentence and workbook say how many it is."""
    one = county(("23", "0"))
    assert math.isnan(one.together("publicity_sessions").change.percent)
    assert math.isnan(one.together("publicity_sessions", exact=True).change.percent)
    cells = county_row(("230", "100"))
    assert [c.value for c in cells[2:]] == [-130, "—"]
    two = county(("230", "100"), ("230", "100"))
    assert two.together("publicity_sessions").change.percent == pytest.approx(130 / 2.3)
    assert county_row(("230", "100"), ("230", "100"))[3].value == pytest.approx(-130 / 230)


@pytest.mark.parametrize("pairs", [[("230", "100")], [("230", "100"), ("90", "40")]])
def test_the_tables_of_all_townships_say_on_how_many_the_countys_change_rests(pairs):
    table = townships_tables(county(*pairs))[0]
    assert table.rows[1][0] == "可比乡镇"
    assert f"{len(pairs)}个" in table.rows[1]
    assert county_row(*pairs, row="可比乡镇（个）")[2].value == len(pairs)
