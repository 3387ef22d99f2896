from tests.checks.counties import at, changed, found, quiet

T = "第5镇"


def test_too_many_round_figures_are_traces_of_estimating():
    names_ = ["publicity_events", "village_talks", "leaflets", "people_served", "people_reached", "new_media_posts"]
    values = dict(zip(names_, (30, 50, 9000, 700, 8000, 40), strict=True))
    finding = found("round_numbers", changed(at(values)))[T]
    assert "有估算痕迹" in finding.sentence.zh
    assert finding.severity == "low"
    # said to be approximate, they are no secret
    assert found("round_numbers", changed(at({i: f"≈{v}" for i, v in values.items()}))) == {}


def test_one_round_figure_alone_is_no_trace():
    alone = {key: None for key in quiet() if key[:2] == (T, 2025)}
    assert found("round_numbers", changed(alone | at({"leaflets": 80000}))) == {}


def test_small_counts_that_just_reach_ten_do_not_make_tens_common():
    tens = dict.fromkeys(
        ("short_videos", "mock_courts", "law_performances", "case_talks", "seminars", "issues_resolved"), 10
    )
    assert found("round_numbers", changed(at(tens))) == {}


def test_money_is_round_by_nature():
    kept = {key: None for key in quiet() if key[:2] == (T, 2025)}
    assert found("round_numbers", changed(kept | at({"funds_invested": 60000}))) == {}


def test_without_figures_nothing_is_round():
    assert found("round_numbers", changed(dict.fromkeys(quiet()))) == {}
