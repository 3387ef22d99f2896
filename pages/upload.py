"""报表上传: files in, checked, accepted; and taken out again."""

import streamlit as st

from ui import blank_forms, pasting, receiving, review, uploads_history
from ui.steps import steps
from ui.words import t

st.title(t("报表上传"), anchor=False)
pending = review.pending()
steps(pending=bool(pending))
receiving.show()
pasting.show()
blank_forms.show()
review.show(pending)
uploads_history.show()
