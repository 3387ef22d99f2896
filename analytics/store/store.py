"""The store as the rest of the program sees it: plain verbs in, dataclasses and frames out.

Every verb is one transaction. What a verb does stands in the module named for its subject; how a transaction is made
stands in ``transactions``, the verbs for what the county sets in ``county_settings``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analytics.model import Figure, Reading, Report
from analytics.store import (
    accepted,
    audit_trail,
    changes,
    document_templates,
    explanations,
    export_history,
    reports,
    uploads,
)
from analytics.store.county_settings import CountySettings
from analytics.store.rows import (
    AuditRow,
    ExplanationRow,
    ExportRow,
    FigureRow,
    Key,
    OpenProblem,
    PendingHeading,
    TemplateRow,
    UploadRow,
    UploadStatus,
)

if TYPE_CHECKING:
    import pandas as pd


class Store(CountySettings):
    """The county's data: uploads, figures, roster, settings, remembered headings, corrections of layouts, audit trail.

    One object serves all threads of a program; any number of programs may use one store at once. Writers queue.
    """

    # --- uploads

    def add_upload(
        self,
        file_name: str,
        data: bytes,
        who: str,
        reading: Reading,
        *,
        answers: Mapping[str, str | int] | None = None,
    ) -> int:
        """Keeps a file's bytes and what was read from them, pending; the upload's id.

        Raises DuplicateUploadError (with that upload) when the same bytes are stored and neither rejected nor undone.
        """
        with self._write(new_version=False) as connection:
            return uploads.add(connection, file_name, data, who, reading, answers)

    def replace_reading(
        self,
        upload_id: int,
        reading: Reading,
        who: str,
        *,
        answers: Mapping[str, str | int] | None = None,
        revision: int | None = None,
    ) -> None:
        """Puts a new reading of a pending upload in the place of the old one; ``answers`` None keeps those given.

        Raises WrongStatusError when the upload is no longer pending, or was read again since ``revision``.
        """
        with self._write(new_version=False) as connection:
            uploads.replace_reading(connection, upload_id, reading, who, answers, revision)

    def find_upload_by_sha(self, sha256: str) -> UploadRow | None:
        """The upload of these bytes that stands, that is, is neither rejected nor undone."""
        with self._read() as connection:
            return uploads.find_by_sha(connection, sha256)

    def upload(self, upload_id: int) -> UploadRow:
        """One upload. Raises StoreError where there is none of that id."""
        with self._read() as connection:
            return uploads.one(connection, upload_id)

    def uploads(
        self, status: UploadStatus | Sequence[UploadStatus] | None = None, *, limit: int | None = None, offset: int = 0
    ) -> tuple[UploadRow, ...]:
        """Uploads, newest first, of one status or several."""
        statuses = (status,) if isinstance(status, str) else status
        with self._read() as connection:
            return uploads.several(connection, statuses, limit, offset)

    def upload_counts(self) -> Mapping[str, int]:
        """How many uploads there are of each status."""
        with self._read() as connection:
            return uploads.counts(connection)

    def upload_bytes(self, upload_id: int) -> bytes:
        """The file as it came."""
        with self._read() as connection:
            return uploads.bytes_of(connection, upload_id)

    def reading(self, upload_id: int) -> Reading:
        """What was read from an upload, as it was last read."""
        with self._read() as connection:
            return uploads.reading_of(connection, upload_id)

    def open_problems(self, upload_id: int | None = None) -> tuple[OpenProblem, ...]:
        """Errors and questions of uploads that wait or count, errors first; of one upload or of all."""
        with self._read() as connection:
            return uploads.open_problems(connection, upload_id)

    def pending_headings(self) -> tuple[PendingHeading, ...]:
        """The headings of pending uploads that no indicator was found for."""
        with self._read() as connection:
            return uploads.pending_headings(connection)

    # --- decisions about uploads

    def accept(self, upload_id: int, figures: Iterable[Figure], who: str, *, revision: int | None = None) -> int:
        """Takes figures of a pending upload as the newest; how many are current now (blank cells may not be).

        Older figures of the same township, year and indicator stay as history. Raises WrongStatusError when the upload
        is no longer pending or was read again since ``revision``, ValueError when two of the figures are of one key.
        """
        with self._write(new_version=True) as connection:
            return accepted.accept(connection, upload_id, list(figures), who, revision)

    def reject(self, upload_id: int, who: str) -> None:
        """Turns a pending upload away. Raises WrongStatusError when it is no longer pending."""
        with self._write(new_version=False) as connection:
            uploads.reject(connection, upload_id, who)

    def undo(self, upload_id: int, who: str) -> None:
        """Takes an accepted upload out again, at any time: what stands then is what would stand without it."""
        with self._write(new_version=True) as connection:
            accepted.undo(connection, upload_id, who)

    def settle(
        self,
        upload_id: int,
        key: Key,
        figure: Figure | None,
        reading: Reading,
        who: str,
        *,
        answers: Mapping[str, str | int],
        revision: int,
    ) -> None:
        """Keeps an answer to what an accepted report left open: its figure for a key (None: none any more), the reading
        and the answers that go with it, all of it or nothing.

        The figure counts as if the report had been accepted with it. Raises WrongStatusError when the report does not
        stand any more or was answered since ``revision``.
        """
        with self._write(new_version=True) as connection:
            accepted.settle(connection, upload_id, key, figure, reading, who, answers, revision)

    # --- figures

    def figures_frame(self, years: Iterable[int] | None = None, townships: Iterable[str] | None = None) -> pd.DataFrame:
        """The current figures, one row each; see ``analytics.store.frame.figures_frame`` for the columns.

        Years before townships merged, split or were renamed are in the newest order: ``analytics.store.joining``.
        """
        from analytics.store.frame import figures_frame
        from analytics.store.joining import joined

        with self._read() as connection:
            listed = changes.changes(connection)
            if all(change.kind == "definition" for change in listed):
                return joined(figures_frame(connection, years, townships), listed)
            # The parts of a township bear other names, and what one year lacks another year's figures tell.
            frame = joined(figures_frame(connection), listed)
        if years is not None:
            frame = frame[frame["year"].isin(set(years))]
        if townships is not None:
            frame = frame[frame["township"].isin(set(townships))]
        return frame.reset_index(drop=True)

    def figure(self, figure_id: int) -> FigureRow | None:
        """One accepted figure, current or not; None where there is none of that id."""
        with self._read() as connection:
            return accepted.figure(connection, figure_id)

    def figure_history(self, township: str, year: int, indicator: str) -> tuple[FigureRow, ...]:
        """Every figure ever accepted here, newest first, undone ones included."""
        with self._read() as connection:
            return accepted.history(connection, Key(township, year, indicator))

    def standing_figures(
        self, townships: Iterable[str], years: Iterable[int], *, before: UploadRow | None = None
    ) -> Mapping[Key, FigureRow]:
        """The figures that count for these townships and years; with ``before``, those an accepted upload met."""
        order = None if before is None else before.accept_order
        with self._read() as connection:
            return accepted.standing(connection, townships, years, order)

    # --- reports in prose

    def reports(self) -> Mapping[tuple[str, int], Report]:
        """The reports that were accepted, by township and year; of several the one accepted last."""
        with self._read() as connection:
            return reports.standing(connection)

    # --- explanations

    def explanations(
        self,
        townships: Iterable[str] | None = None,
        years: Iterable[int] | None = None,
        *,
        outdated: bool = False,
        as_sent: bool = False,
    ) -> list[ExplanationRow]:
        """Why figures are what they are, oldest first; with ``outdated`` also for figures that were replaced since.

        As the figures do, they stand under the newest names of townships; ``as_sent``: under those of the time.
        """
        with self._read() as connection:
            if as_sent:
                return list(explanations.several(connection, townships, years, outdated=outdated))
            rows = explanations.several(connection, None, years, outdated=outdated)
            named = explanations.under_newest_names(rows, changes.changes(connection))
        wanted = None if townships is None else set(townships)
        return [row for row in named if wanted is None or row.township in wanted]

    def upload_explanations(self, upload_id: int) -> list[ExplanationRow]:
        """The explanations kept with an upload, those included whose figure was left out."""
        with self._read() as connection:
            return list(explanations.of_upload(connection, upload_id))

    def explanations_frame(
        self, townships: Iterable[str] | None = None, years: Iterable[int] | None = None
    ) -> pd.DataFrame:
        """The explanations that count, for exports: township, year, indicator, text, who, when (UTC)."""
        from analytics.store.frame import explanations_frame

        return explanations_frame(self.explanations(townships, years))

    def add_explanation(self, figure: int | Key, text: str, who: str) -> int:
        """Keeps what an official wrote about a figure id, or about what stands for a key (also: nothing); its id.

        Raises StoreError for an empty text or an unknown figure.
        """
        with self._write(new_version=True) as connection:
            return explanations.add(connection, figure, text, who)

    def explain_all(
        self, figures: Iterable[Key], cells: Iterable[tuple[int, str | None, str, str]], text: str, who: str
    ) -> list[int]:
        """Keeps one official's words about several figures, and about cells that are no figure's (upload id, sheet,
        cell, the problem's code), all of it or nothing; the new ids.

        Raises StoreError for an empty text.
        """
        with self._write(new_version=True) as connection:
            of_figures = [explanations.add(connection, key, text, who) for key in figures]
            return of_figures + [explanations.add_to_cell(connection, *cell, text, who) for cell in cells]

    def answer_about_reports(
        self, township: str, year: int, rule: str, uploads: Sequence[int], text: str, who: str
    ) -> int:
        """Keeps an official's answer to a rule's question about the words of reports (their uploads, the asked
        township's first); its id.

        Raises StoreError for an empty text, and where one of the reports no longer counts.
        """
        with self._write(new_version=True) as connection:
            return explanations.add_to_reports(connection, township, year, rule, uploads, text, who)

    def withdraw_explanation(self, explanation_id: int, who: str) -> bool:
        """Takes an explanation out of sight; False where it is gone already. It stays in the record."""
        with self._write(new_version=True) as connection:
            return explanations.withdraw(connection, explanation_id, who)

    def audit(self, *, upload_id: int | None = None, limit: int | None = 200) -> tuple[AuditRow, ...]:
        """Who did what, when; newest first."""
        with self._read() as connection:
            return audit_trail.lines(connection, upload_id, limit)

    # --- what was taken out

    def record_export(
        self, kind: str, file_name: str, data: bytes, who: str, *, data_version: int, chosen: Mapping[str, str]
    ) -> int:
        """Notes that a file was handed out, and what it held (name → words); the note's id. The bytes are not kept."""
        with self._write(new_version=False) as connection:
            return export_history.add(connection, kind, file_name, data, who, data_version, chosen)

    def exports(self, kinds: Sequence[str] | None = None, *, limit: int | None = 50) -> tuple[ExportRow, ...]:
        """The files that were handed out, newest first; of some kinds or of all."""
        with self._read() as connection:
            return export_history.lines(connection, None if kinds is None else tuple(kinds), limit)

    # --- the county's own Word templates

    def template(self, name: str) -> TemplateRow | None:
        """The template of that name; None where there is none."""
        with self._read() as connection:
            return document_templates.one(connection, name)

    def place_template(self, name: str, file_name: str, data: bytes, who: str) -> None:
        """Sets or replaces a template."""
        with self._write(new_version=False) as connection:
            document_templates.place(connection, name, file_name, data, who)

    def remove_template(self, name: str, who: str) -> bool:
        """Takes a template away; False where there was none."""
        with self._write(new_version=False) as connection:
            return document_templates.remove(connection, name, who)
