"""Rerunning a screen, over rerunning an app that holds one plotly chart and nothing else.

Both run under Streamlit's AppTest in this process, in turn. The store holds the sample county; its first reads are done
before anything is timed, as they are for every user but the first after an upload.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from timing import alternating, line

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import demo  # noqa: E402  (found beside the tools)

SCREENS = ("overview", "years", "townships", "gaps", "upload", "export")
ONE_CHART = """
import plotly.graph_objects as go
import streamlit as st

names = [f"乡镇{n}" for n in range(25)]
st.title("Floor")
st.plotly_chart(go.Figure(go.Bar(x=list(range(25)), y=names, orientation="h")), width="stretch")
"""


def main() -> None:
    """Prints one line a screen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    os.chdir(ROOT)  # Streamlit finds its settings from here
    with demo.throwaway_store() as url:
        demo.fill(url)
        os.environ["FAZHI_STORE"] = url
        from streamlit import config
        from streamlit.testing.v1 import AppTest

        config.set_option("client.showErrorDetails", "full")
        floor = AppTest.from_string(ONE_CHART, default_timeout=60).run()
        ours = AppTest.from_file(str(ROOT / "ui" / "session.py"), default_timeout=60).run()
        for screen in SCREENS:
            if screen != SCREENS[0]:
                ours.switch_page(f"../pages/{screen}.py").run()  # as seen from ui/session.py
            faults = [*ours.exception, *floor.exception]
            if faults:
                sys.exit(f"{screen}: {faults[0].message}")
            gc.collect()
            gc.freeze()  # as the server does after its imports; here for both
            print(line(f"rerun {screen}", *alternating(ours.run, floor.run, rounds)), flush=True)


if __name__ == "__main__":
    main()
