"""The documents a county hands in or sends out, made from the store: the brief, the letters."""

from analytics.documents.gathering import gather
from analytics.documents.making import brief, letters_package, wording_of

__all__ = ["brief", "gather", "letters_package", "wording_of"]
