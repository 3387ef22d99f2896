"""What is counted (indicators, headline measures, themes of gaps) and by whom (the roster of townships)."""

from analytics.catalogue.county_changes import (
    ChangeKind,
    CountyChange,
    fault_of,
    in_order,
    later_name,
    roster_known,
    roster_now,
)
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
    HEADINGS,
    Roster,
    RosterError,
    Township,
    load_roster,
    roster_from_bytes,
    roster_table,
)
from analytics.catalogue.roster_changes import RosterChanges, roster_changes

__all__ = [
    "HEADINGS",
    "Catalogue",
    "CatalogueError",
    "ChangeKind",
    "CountyChange",
    "Group",
    "Headline",
    "Indicator",
    "Roster",
    "RosterChanges",
    "RosterError",
    "Theme",
    "Township",
    "fault_of",
    "in_order",
    "later_name",
    "load_catalogue",
    "load_roster",
    "roster_changes",
    "roster_from_bytes",
    "roster_known",
    "roster_now",
    "roster_table",
]
