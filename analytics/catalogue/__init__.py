"""What is counted (indicators, headline measures, themes of gaps) and by whom (the roster of townships)."""

from analytics.catalogue.indicators import (
    Catalogue,
    CatalogueError,
    Group,
    Headline,
    Indicator,
    Theme,
    load_catalogue,
)
from analytics.catalogue.roster import (
    Roster,
    RosterError,
    Township,
    load_roster,
    roster_from_bytes,
    roster_table,
)
from analytics.catalogue.roster_changes import RosterChanges, roster_changes

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Group",
    "Headline",
    "Indicator",
    "Roster",
    "RosterChanges",
    "RosterError",
    "Theme",
    "Township",
    "load_catalogue",
    "load_roster",
    "roster_changes",
    "roster_from_bytes",
    "roster_table",
]
