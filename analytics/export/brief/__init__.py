"""The Word brief: a draft of the county's yearly analysis in the official document format."""

from analytics.export.brief.content import Drawn, Wording, brief_blocks, brief_file, usual_wording

__all__ = ["Drawn", "Wording", "brief_blocks", "brief_file", "usual_wording"]
