"""What is wrong in the files, and how to mend it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from widgets.here import here
from widgets.takeaway import about, download
from widgets.text import count

SHOWN = 200

dataset = here().dataset
st.header("Problems in the files", anchor=False)
if not dataset.problems:
    st.success("None: every record of every file was read.")
else:
    files = {problem.path for problem in dataset.problems}
    lost, wrong = count(dataset.left_out, "record"), count(len(dataset.problems), "problem")
    st.markdown(f"{lost} left out; {wrong} in {count(len(files), 'file')}. All else is shown.")
    table = pd.DataFrame(
        [(p.path, p.line, p.field, p.what, p.mend, p.lost) for p in dataset.problems],
        columns=["file", "line", "field", "what is wrong", "how to mend it", "records left out"],
    )
    st.table(table.head(SHOWN), hide_index=True, border="horizontal", alt="Problems in the files, one a row")
    if len(table) > SHOWN:
        st.caption(f"The first {SHOWN} of {len(table):,}; the download holds them all.")
    st.caption("The same list: `python -m loaders check`")
    download("problems", table, about(here().view, "problems", "Problems in the files", n=dataset.left_out))
