"""From a file to figures: gate, worker, readers, layout, headings, quantities."""

from analytics.intake.entry import open_workbook, read_bytes, read_file, read_files, reading_as_json
from analytics.intake.headings import heading_key
from analytics.intake.reading import Decisions

__all__ = ["Decisions", "heading_key", "open_workbook", "read_bytes", "read_file", "read_files", "reading_as_json"]
