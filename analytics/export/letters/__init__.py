"""Letters to townships: what the county read in their figures and asks of them, and reminders to the silent ones."""

from analytics.export.letters.package import Letter, kind_of, letter_blocks, letters, letters_zip

__all__ = ["Letter", "kind_of", "letter_blocks", "letters", "letters_zip"]
