"""A chart that is finished and will be shown again and again."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure whose dict is made once: Streamlit asks for it on every rerun, and plotly would copy all of it anew."""

    def __init__(self, figure: go.Figure) -> None:
        """``figure`` must not be changed afterwards, nor this one."""
        super().__init__(figure)
        self._as_dict: dict[str, Any] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """The figure as plotly sends it; only to be read."""
        return self._as_dict
