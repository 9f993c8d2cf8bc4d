"""A choice between ways to show the same records, kept in the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from widgets import address


def switch(name: str, label: str, options: dict[str, str], explained: str | None = None) -> str:
    """Draw the few options side by side; answer the one in force. The first is the default."""
    return _kept(st.segmented_control, name, label, options, help=explained)


def pick(name: str, label: str, options: dict[str, str]) -> str:
    """The same for more options than fit in a row: a list to open."""
    return _kept(st.selectbox, name, label, options)


def _kept(widget: Callable[..., Any], name: str, label: str, options: dict[str, str], **more: Any) -> str:
    """The widget holds what the address says, which leaves the default out."""
    default = next(iter(options))
    chosen = address.get(name, default, tuple(options))
    st.session_state[name] = chosen
    widget(
        label,
        list(options),
        key=name,
        format_func=options.__getitem__,
        on_change=address.put_from,
        args=(name, name, default),
        **more,
    )
    return chosen
