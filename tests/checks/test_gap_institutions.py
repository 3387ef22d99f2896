import pytest

from tests.checks.counties import at, changed, found

RULE, T = "institutions", "第5镇"


def test_contracts_without_a_single_review():
    finding = found(RULE, changed(at({"legal_reviews": 0, "contract_reviews": 12})))[T]
    assert finding.sentence.zh == "第5镇2025年合同审查 12 份，而重大决策合法性审查为 0。"
    assert (finding.strength, finding.n) == (1, 1)


def test_documents_without_a_review_count_too_and_both_are_named():
    values = {"legal_reviews": 0, "contract_reviews": 0, "normative_documents": 2}
    assert (
        found(RULE, changed(at(values)))[T].sentence.zh == "第5镇2025年制定规范性文件 2 件，而重大决策合法性审查为 0。"
    )
    both = found(RULE, changed(at(values | {"contract_reviews": 12})))[T]
    assert both.indicators == ("legal_reviews", "contract_reviews", "normative_documents")


@pytest.mark.parametrize(
    "values",
    [
        {"legal_reviews": 0, "contract_reviews": 0},
        {"legal_reviews": 0, "contract_reviews": None},
        {"legal_reviews": None, "contract_reviews": 12},
        {"legal_reviews": "n/a", "contract_reviews": 12},
        {"legal_reviews": 1, "contract_reviews": 12},
        {"legal_reviews": "≥0", "contract_reviews": 12},
        {},
    ],
)
def test_nothing_to_review_or_reviews_not_reported_or_one_review_is_no_gap(values):
    assert found(RULE, changed(at(values))) == {}
