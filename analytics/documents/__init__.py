"""The documents a county hands in or sends out, made from the store: the brief, the letters."""

from analytics.documents.gathering import gather
from analytics.documents.making import (
    BRIEF_TEMPLATE,
    TemplateFaultError,
    brief,
    held_template,
    letters_package,
    starter_template,
    template_fault,
    tried,
    wording_of,
)

__all__ = [
    "BRIEF_TEMPLATE",
    "TemplateFaultError",
    "brief",
    "gather",
    "held_template",
    "letters_package",
    "starter_template",
    "template_fault",
    "tried",
    "wording_of",
]
