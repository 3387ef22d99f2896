"""A file's way in: receive, compare with what is stored, accept or reject, undo, answer.

Joins the store with intake, and with the rules the county sets for its checks.
"""

from analytics.submission.answering import answer, forget_heading, match_heading
from analytics.submission.changes import Change, changes
from analytics.submission.correcting import Corrected, correct_layout, forget_correction
from analytics.submission.deciding import Decided, accept, reject, undo
from analytics.submission.explanations import explained_problems, figure_explanations, marked_upload, still_open
from analytics.submission.judging import reasons_of, rules_of, said_of, save_rules
from analytics.submission.receiving import Incoming, Received, receive, receive_each
from analytics.submission.rereading import Difference, difference
from analytics.submission.source import GridCell, GridRow, SourceView, source_view
from analytics.submission.wordings import SeenWording, seen_wordings

__all__ = [
    "Change",
    "Corrected",
    "Decided",
    "Difference",
    "GridCell",
    "GridRow",
    "Incoming",
    "Received",
    "SeenWording",
    "SourceView",
    "accept",
    "answer",
    "changes",
    "correct_layout",
    "difference",
    "explained_problems",
    "figure_explanations",
    "forget_correction",
    "forget_heading",
    "marked_upload",
    "match_heading",
    "reasons_of",
    "receive",
    "receive_each",
    "reject",
    "rules_of",
    "said_of",
    "save_rules",
    "seen_wordings",
    "source_view",
    "still_open",
    "undo",
]
