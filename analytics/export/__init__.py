"""What is taken away: the comparison workbook and the data files."""

from analytics.export.comparison import comparison_workbook
from analytics.export.tables import tidy_csv

__all__ = ["comparison_workbook", "tidy_csv"]
