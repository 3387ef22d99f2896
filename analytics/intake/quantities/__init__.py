"""The number grammar: what a clerk writes into one cell, read as a quantity, a state or a doubt.

The whole cell has to be consumed (number, measure word, harmless words). Whatever is left over makes it a ``Doubt``,
so that a value the reader is not sure of never leaves here as if it were sure.
"""

from analytics.intake.quantities.formats import read_number
from analytics.intake.quantities.grammar import read_quantity
from analytics.intake.quantities.kinds import Doubt, Quantity, fold

__all__ = ["Doubt", "Quantity", "fold", "read_number", "read_quantity"]
