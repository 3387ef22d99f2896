"""The store: uploads with their original bytes, figures with their history, roster, settings, audit trail.

The only part that knows SQL. Everything goes through ``Store``.
"""

from analytics.store.accepted import is_blank
from analytics.store.gap_work import GapCase, GapChange, GapConflictError, GapEdit, GapKey
from analytics.store.reports import report_of
from analytics.store.rows import (
    AuditRow,
    DuplicateUploadError,
    ExplanationRow,
    ExportRow,
    FigureRow,
    Key,
    LayoutCorrection,
    OpenProblem,
    PendingHeading,
    RememberedHeading,
    StoreError,
    TemplateRow,
    UploadRow,
    UploadStatus,
    WrongStatusError,
)
from analytics.store.rules import RulesVersion
from analytics.store.store import Store
from analytics.store.uploads import already_stored

__all__ = [
    "AuditRow",
    "DuplicateUploadError",
    "ExplanationRow",
    "ExportRow",
    "FigureRow",
    "GapCase",
    "GapChange",
    "GapConflictError",
    "GapEdit",
    "GapKey",
    "Key",
    "LayoutCorrection",
    "OpenProblem",
    "PendingHeading",
    "RememberedHeading",
    "RulesVersion",
    "Store",
    "StoreError",
    "TemplateRow",
    "UploadRow",
    "UploadStatus",
    "WrongStatusError",
    "already_stored",
    "is_blank",
    "report_of",
]
