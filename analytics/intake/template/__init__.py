"""Blank forms for townships: written with a hidden identity, and read back by it without any guess."""

from analytics.intake.template.archive import all_templates, file_name
from analytics.intake.template.last_year import LastYear, last_year_by_township
from analytics.intake.template.taking import Taken, take_templates
from analytics.intake.template.writing import write_template

__all__ = [
    "LastYear",
    "Taken",
    "all_templates",
    "file_name",
    "last_year_by_township",
    "take_templates",
    "write_template",
]
