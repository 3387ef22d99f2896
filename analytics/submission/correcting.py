"""People put right what a column or row of a form was taken for; every waiting file on that form is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from analytics.store import Store
from analytics.submission.reading import Reader
from analytics.submission.receiving import Progress, Received
from analytics.submission.rereading import read_all_again
from analytics.text import Text, say


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of a correction: the uploads read again; ``message`` says why where nothing was remembered."""

    again: tuple[Received, ...] = ()
    message: Text | None = None


def correct_layout(
    store: Store,
    upload_id: int,
    form: str,
    kind: Literal["column", "row"],
    heading: str,
    *,
    role: str | None = None,
    unit: str | None = None,
    who: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> Corrected:
    """Remembers what a column or row of a form is (``heading`` is its key) and reads the pending uploads on it again.

    The upload it was said at comes first. Nothing is remembered for an unknown role, a unit that is none, or a form
    that the upload does not hold. Accepted uploads stay as they are.
    """
    from analytics.intake.corrections import COLUMN_ROLES, ROW_ROLES, correction_key
    from analytics.intake.units import read_unit

    if role is None and unit is None:
        return Corrected(message=say("没有选择要更正什么。"))
    if role is not None and role not in (COLUMN_ROLES if kind == "column" else ROW_ROLES):
        return Corrected(message=say("“{role}”不是可选的类别。", role=role))
    if unit is not None and ((counted := read_unit(unit)) is None or not counted.word):
        return Corrected(
            message=say("“{unit}”不是认得的计量单位，请写成 份、万份、人次、场次、元、% 这样的单位。", unit=unit)
        )
    if form not in {table.form for table in store.reading(upload_id).tables}:
        return Corrected(message=say("文件已重新读取过，请再打开一次后更正。"))
    store.remember_correction(form, kind, correction_key(heading), role=role, unit=unit, who=who)
    again = _again(store, form, who, upload_id, progress, cancelled, reader)
    return Corrected(again)


def forget_correction(
    store: Store,
    correction_id: int,
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> Corrected:
    """Forgets a correction and reads the pending uploads on its form again as if it had never been made."""
    forgotten = store.forget_correction(correction_id, who)
    if forgotten is None:
        return Corrected(message=say("这条更正已经删除了。"))
    return Corrected(_again(store, forgotten.form, who, None, progress, cancelled, reader))


def _again(
    store: Store,
    form: str,
    who: str,
    first: int | None,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
    reader: Reader | None,
) -> tuple[Received, ...]:
    pending = sorted(store.pending_on(form), key=lambda upload_id: upload_id != first)
    return tuple(read_all_again(store, pending, who, progress=progress, cancelled=cancelled, reader=reader))
