"""What was handed out is on record: the file, who took it, of which data; and in the audit trail."""

from __future__ import annotations

import hashlib

from analytics.store import Store


def test_a_file_that_was_handed_out_can_be_recognised_later(store: Store) -> None:
    version, writes = store.version(), store.writes()
    chosen = {"年度": "2025年与2024年", "乡镇": "=甲镇、乙镇"}
    store.record_export("workbook", "=对比.xlsx", b"bytes", "王芳", data_version=version, chosen=chosen)
    store.record_export("data", "数据.zip", b"", "", data_version=version, chosen={})
    newest, first = store.exports()
    assert (newest.kind, newest.who, newest.size) == ("data", "", 0)
    assert first.file_name == "=对比.xlsx"
    assert first.chosen == chosen
    assert first.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert first.data_version == version
    assert [e.kind for e in store.exports(["workbook"])] == ["workbook"]
    assert len(store.exports(limit=1)) == 1
    assert store.version() == version, "the data did not change"
    assert store.writes() == writes + 2


def test_the_audit_trail_tells_of_it(store: Store) -> None:
    store.record_export("data", "数据.zip", b"x", "王芳", data_version=1, chosen={})
    line = store.audit()[0]
    assert (line.action, line.who, line.detail["file"]) == ("exported", "王芳", "数据.zip")
