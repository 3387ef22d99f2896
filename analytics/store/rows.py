"""What the store hands out: frozen dataclasses, never rows of a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from analytics.model import Figure, Problem, ReturnKind
from analytics.text import Text

UploadStatus = Literal["pending", "accepted", "rejected", "undone", "superseded"]
"""pending 待核对 · accepted 已入库 · rejected 已退回 · undone 已撤销 · superseded: accepted, but newer returns have
replaced every one of its figures."""


class StoreError(Exception):
    """The store cannot do what was asked. ``text`` says why, in words for the user."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


class WrongStatusError(StoreError):
    """The upload is not (or no longer) in a state that allows this: someone else decided first."""


class DuplicateUploadError(StoreError):
    """The same bytes are already stored, in ``upload``."""

    def __init__(self, text: Text, upload: UploadRow) -> None:
        super().__init__(text)
        self.upload = upload


class Key(NamedTuple):
    """What a figure is a figure of."""

    township: str
    year: int
    indicator: str


@dataclass(frozen=True, slots=True)
class UploadRow:
    """One file that was taken in. Moments are UTC.

    ``closed_by`` rejected or undid it. ``townships`` and ``years`` are those of its figures,
    ``answers`` what a person added (``township``, ``year``), ``revision`` how often it was read.
    ``figures_read`` stand in the reading; ``figures_accepted`` were taken; ``figures_current`` still count.
    """

    id: int
    file_name: str
    sha256: str
    size: int
    kind: ReturnKind
    status: UploadStatus
    who: str
    received_at: datetime
    accepted_by: str | None
    accepted_at: datetime | None
    closed_by: str | None
    closed_at: datetime | None
    accept_order: int | None
    revision: int
    answers: Mapping[str, str | int]
    townships: tuple[str, ...]
    years: tuple[int, ...]
    figures_read: int
    figures_accepted: int
    figures_current: int
    errors: int
    questions: int


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One accepted figure with its upload. ``superseded_by`` is the upload whose figure took its place.

    It is known in a history only, and None for a figure that is current or undone.
    """

    id: int
    figure: Figure
    upload_id: int
    file: str
    upload_status: UploadStatus
    accepted_by: str | None
    accepted_at: datetime | None
    current: bool
    superseded_by: int | None = None

    @property
    def key(self) -> Key:
        """Township, year and indicator."""
        return Key(self.figure.township, self.figure.year, self.figure.indicator)


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """A problem of an upload that counts or waits: what is still to be asked or put right."""

    upload_id: int
    file: str
    upload_status: UploadStatus
    problem: Problem


@dataclass(frozen=True, slots=True)
class PendingHeading:
    """A heading in a pending upload that no indicator was found for."""

    upload_id: int
    heading: str
    group: str


@dataclass(frozen=True, slots=True)
class RememberedHeading:
    """What a person said a heading means. ``indicator`` None: not a figure, ignore."""

    id: int
    heading: str
    group: str
    indicator: str | None
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LayoutCorrection:
    """What a person said of a column or row of a form. ``role`` and ``unit`` None: as read. ``heading`` is its key."""

    id: int
    form: str
    kind: Literal["column", "row"]
    heading: str
    role: str | None
    unit: str | None
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ExplanationRow:
    """Why a figure is what it is. ``origin``: typed into the township's return, or by an official beside the figure.

    ``code`` is that of the problem it answers (empty for an official's: any). ``township``, ``year`` and
    ``indicator`` are None where no figure of the upload stands at the cell. ``upload_id`` is None for a figure that
    nobody has sent. ``figure_id`` is the accepted figure it was written about. ``current``: that figure counts, or
    the one that counts says the same. An answer to a question about the words of reports has no ``indicator``; its
    ``code`` is the rule, its upload the report, ``cell`` the uploads of the others.
    """

    id: int
    township: str | None
    year: int | None
    indicator: str | None
    text: str
    who: str
    at: datetime
    origin: Literal["return", "official"]
    code: str
    upload_id: int | None
    file: str | None
    sheet: str | None
    cell: str
    figure_id: int | None
    current: bool

    @property
    def reports(self) -> tuple[int, ...]:
        """The uploads of the reports whose words it is about, that of the asked one first; () where it is about a figure
        or a cell."""
        if self.upload_id is None or self.township is None or self.indicator is not None:
            return ()
        return (self.upload_id, *map(int, self.cell.split()))


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what, when."""

    id: int
    at: datetime
    who: str
    action: str
    upload_id: int | None
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A file that was handed out: what ``kind`` of export, what was ``chosen`` (name → words), of which data.

    ``size`` is in bytes; ``sha256`` tells whether a file at hand is this one.
    """

    id: int
    at: datetime
    who: str
    kind: str
    file_name: str
    chosen: Mapping[str, str]
    data_version: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A county's own Word template."""

    name: str
    file_name: str
    data: bytes
    who: str
    at: datetime
