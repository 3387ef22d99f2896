"""A text to be copied into another program: shown in full, with a button that copies it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ui.words import t

HTML = '<div class="copy"><button type="button"></button><pre></pre></div>'

CSS = """
.copy { border: 1px solid var(--st-border-color); border-radius: 4px; background: var(--st-secondary-background-color);
  font-family: var(--st-font); font-size: .875rem; position: relative; }
.copy pre { margin: 0; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit;
  color: var(--st-text-color); max-height: 24rem; overflow: auto; }
.copy button { position: absolute; top: .4rem; right: .6rem; font: inherit; padding: .1rem .7rem; cursor: pointer;
  color: var(--st-primary-color); background: var(--st-background-color); border: 1px solid var(--st-primary-color);
  border-radius: 4px; }
@media print { .copy button { display: none; } .copy pre { max-height: none; } }
"""

# Browsers give a page the clipboard only over https or on the machine itself; an office's intranet is neither, so the
# older way of copying a selection is the one that is used when the newer is not there.
JS = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button"), text = parentElement.querySelector("pre");
  text.textContent = data.text;
  button.textContent = data.copy;
  const select = () => {
    const range = document.createRange(), chosen = window.getSelection();
    range.selectNodeContents(text);
    chosen.removeAllRanges();
    chosen.addRange(range);
  };
  const bySelection = () => {
    const box = document.createElement("textarea");
    box.value = data.text;
    box.style.position = "fixed";
    box.style.opacity = "0";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  button.onclick = async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(data.text);
      done = true;
    } catch (_) {
      done = bySelection();
    }
    if (!done) select();
    button.textContent = done ? data.copied : data.selected;
    setTimeout(() => { button.textContent = data.copy; }, 2500);
  };
  return () => { button.onclick = null; };
}
"""

_copyable: Any = st.components.v2.component("copyable_text", html=HTML, css=CSS, js=JS)


def copyable(text: str, key: str) -> None:
    """``text`` as it is, with a button 复制; where a browser forbids copying, the text is selected instead."""
    _copyable(
        key=key,
        data={"text": text, "copy": t("复制"), "copied": t("已复制"), "selected": t("已选中，请按 Ctrl+C")},
    )
