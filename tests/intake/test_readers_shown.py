"""A number format shows what the office program shows."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from analytics.intake.readers.shown import general, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12000, '0!.0,"万"', "1.2万"),
        (12000, '0"."0,"万"', "1.2万"),
        (126500, '0!.0,"万"', "12.7万"),
        (12345, '0!.0000"万"', "1.2345万"),
        (0.255, "0%", "26%"),
        (0.255, "0.0%", "25.5%"),
        (-0.001, "0%", "0%"),
        (1234567, "#,##0", "1,234,567"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (1234567, "#,##0,", "1,235"),
        (12_000_000, '0.0,,"百万"', "12.0百万"),
        (12, '0"份"', "12份"),
        (12, "0!份", "12份"),
        (12, "0\\份", "12份"),
        (12, "0.##", "12"),
        (12.345, "0.##", "12.35"),
        (2.5, "0", "3"),
        (5, "000", "005"),
        (0, "#", ""),
        (-5, "0_);(0)", "(5)"),
        (-5, "0.0", "-5.0"),
        (0, '0;-0;"无"', "无"),
        (0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
        (85000, '[>=10000]0!.0,"万";0', "8.5万"),
        (850, '[>=10000]0!.0,"万";0', "850"),
        (1200, '[红色]"约"#,##0"余份"', "约1,200余份"),
        (1234, "[$¥-804]#,##0.00", "¥1,234.00"),
        (8, 'G/通用格式"万"', "8万"),
        ("岘山", '@"镇"', "岘山镇"),
        ("岘山", "0.00", "岘山"),
        (True, "General", "TRUE"),
        (None, "0", ""),
    ],
)
def test_numbers_and_texts(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy-m-d", "2023-5-1"),
        ("yyyy-mm-dd", "2023-05-01"),
        ('yyyy"年"m"月"', "2023年5月"),
        ("mm-dd-yy", "2023/5/1"),
        ("yyyy-m-d h:mm", "2023-5-1 9:05"),
        ('上午/下午h"时"mm"分"', "上午9时05分"),
        ("General", "2023-05-01 09:05:00"),
    ],
)
def test_dates(code: str, text: str) -> None:
    moment = datetime(2023, 5, 1, 9, 5)
    assert shown(moment, code) == text


def test_a_time_of_day() -> None:
    assert shown(time(9, 5), "h:mm") == "9:05"


@pytest.mark.parametrize("code", ["0.00E+00", "# ?/?", '"', "[", "\\", ";;;", "0;;;", "_", "?", "...", ",,,", "%%%"])
def test_no_format_code_is_too_odd(code: str) -> None:
    assert isinstance(shown(1234.5, code), str)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (12.0, "12"), (1e15, "1000000000000000"), (13800138000, "13800138000"), (-0.0, "0")],
)
def test_general_writes_no_needless_digits(value: float, text: str) -> None:
    assert general(value) == text
