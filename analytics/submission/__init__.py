"""A file's way in: receive, compare with what is stored, accept or reject, undo, answer.

Joins the store with intake, and with the rules the county sets for its checks.
"""

from analytics.submission.answering import answer, forget_heading, match_heading, remembered_elsewhere
from analytics.submission.changes import Change, changes
from analytics.submission.choices import Chosen, How, chosen_of, figure_of, open_choices
from analytics.submission.choosing import choose, take_back
from analytics.submission.correcting import Corrected, correct_layout, forget_correction
from analytics.submission.crosschecking import CrossCheck, cross_checks
from analytics.submission.deciding import Decided, accept, reject, undo
from analytics.submission.explanations import explained_problems, figure_explanations, marked_upload, still_open
from analytics.submission.judging import county_of, reasons_of, rules_of, said_of, save_rules
from analytics.submission.noted import noted_of
from analytics.submission.passages import KINDS, Mark, Passage, Piece, marks_of, passages, sentence_at
from analytics.submission.pasting import paste
from analytics.submission.questions import answer_question, answers_among, cell_answers, earlier_answers
from analytics.submission.receiving import Incoming, Received, receive, receive_each
from analytics.submission.rereading import Difference, difference
from analytics.submission.source import GridCell, GridRow, SourceView, source_view
from analytics.submission.weighing import Outcome, Overlap, Weighed, added, outcome, overlaps, weigh
from analytics.submission.wordings import SeenWording, seen_wordings

__all__ = [
    "KINDS",
    "Change",
    "Chosen",
    "Corrected",
    "CrossCheck",
    "Decided",
    "Difference",
    "GridCell",
    "GridRow",
    "How",
    "Incoming",
    "Mark",
    "Outcome",
    "Overlap",
    "Passage",
    "Piece",
    "Received",
    "SeenWording",
    "SourceView",
    "Weighed",
    "accept",
    "added",
    "answer",
    "answer_question",
    "answers_among",
    "cell_answers",
    "changes",
    "choose",
    "chosen_of",
    "correct_layout",
    "county_of",
    "cross_checks",
    "difference",
    "earlier_answers",
    "explained_problems",
    "figure_explanations",
    "figure_of",
    "forget_correction",
    "forget_heading",
    "marked_upload",
    "marks_of",
    "match_heading",
    "noted_of",
    "open_choices",
    "outcome",
    "overlaps",
    "passages",
    "paste",
    "reasons_of",
    "receive",
    "receive_each",
    "reject",
    "remembered_elsewhere",
    "rules_of",
    "said_of",
    "save_rules",
    "seen_wordings",
    "sentence_at",
    "source_view",
    "still_open",
    "take_back",
    "undo",
    "weigh",
]
