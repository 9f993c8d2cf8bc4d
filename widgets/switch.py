"""A choice between ways to show the same records, kept in the address."""

from __future__ import annotations

import streamlit as st

from widgets import address


def switch(name: str, label: str, options: dict[str, str], explained: str | None = None) -> str:
    """Draw the choice; answer the option in force. The first is the default, which the address leaves out."""
    default = next(iter(options))
    chosen = address.get(name, default, tuple(options))
    st.session_state[name] = chosen
    st.segmented_control(
        label,
        list(options),
        key=name,
        format_func=options.__getitem__,
        on_change=address.put_from,
        args=(name, name, default),
        help=explained,
    )
    return chosen


def pick(name: str, label: str, options: dict[str, str]) -> str:
    """The same for more options than fit in a row: a list to open."""
    default = next(iter(options))
    chosen = address.get(name, default, tuple(options))
    st.session_state[name] = chosen
    st.selectbox(
        label,
        list(options),
        key=name,
        format_func=options.__getitem__,
        on_change=address.put_from,
        args=(name, name, default),
    )
    return chosen
