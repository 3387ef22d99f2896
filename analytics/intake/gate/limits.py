"""What a return may weigh. Far above any township's file (about 1 MB, a few thousand cells), far below harm.

The numbers were tried on 3,000 public spreadsheets: of those they keep out, seven could have been opened.
"""

MEGABYTE = 1_000_000

FILE = 20 * MEGABYTE
MEMBERS = 3_000
INFLATED = 150 * MEGABYTE
PART = 80 * MEGABYTE
RATIO = 150
"""Inflated to packed, judged on parts above ``RATIO_FROM`` only: small texts pack well."""
RATIO_FROM = 10 * MEGABYTE
UNBROKEN = 1_000_000
"""Bytes of XML without a ``>``: a parser takes an endless attribute badly."""

SHEETS = 256
ROWS = 1_048_576
COLUMNS = 16_384
CELLS = 400_000
MERGES = 20_000
MERGED_AREA = 500_000
AREA = 20_000_000
"""Rows × columns up to the last filled cell: some readers fill the whole rectangle."""
STRINGS = 2_000_000
SPACES = 100_000
"""Blanks an OpenDocument text may ask for with a repeat count."""
PARAGRAPHS = 200_000
TABLE_SPAN = 1_000
DEPTH = 256
"""Nesting of a text document."""

ARCHIVE_MEMBERS = 500
