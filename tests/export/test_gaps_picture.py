"""The brief's chart of gaps says what it leaves out: the same title on the screens counts townships' own words too."""

import pytest
from dossiers import dossier
from small_county import finding

from analytics.documents import charts
from analytics.export.dossier import OwnWords

LEFT_OUT = "不含只在工作报告中自述的"


def subtitle_of(monkeypatch, one):
    drawn = []
    monkeypatch.setattr(charts, "png", lambda figure, **_: drawn.append(figure) or b"")
    assert charts.brief_pictures(one)
    return str(drawn[-1].layout.title.text)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ([OwnWords("甲镇", "resources", "经费不足", "甲镇.docx", "¶3:1-5")], True),
        ([OwnWords("丙镇", "publicity_reach", "普法覆盖面窄", "丙镇.docx", "¶3:1-9")], False),
        ([OwnWords("甲镇", "other", "办法不多", "甲镇.docx", "¶3:1-5")], False),
        ([], False),
    ],
)
def test_what_townships_say_of_themselves_only_is_named_as_left_out(monkeypatch, own, said):
    one = dossier(gaps=[finding("gap", "丙镇", theme="publicity_reach")], own_words=own)
    assert (LEFT_OUT in subtitle_of(monkeypatch, one)) == said
