"""The address: the whole state of a view, in ids.

Streamlit's own binding of widgets puts labels into the address and replaces history; writing all parameters in one go
instead gives each change one step of Back and Forward.
"""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from loaders.selection import PARAMETERS, Selection

# Kept on every page; all others belong to the page that set them.
_SHARED = ("pair",)


def read() -> dict[str, list[str]]:
    """Every parameter of the address, each with all its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def whole() -> str:
    """The address of this very view, its parameters included."""
    query = urlencode(read(), doseq=True)
    return str(st.context.url or "").split("?")[0] + (f"?{query}" if query else "")


def query_for(selection: Selection) -> dict[str, list[str]]:
    """The parameters that a link to another page carries."""
    current = read()
    return {name: current[name] for name in _SHARED if name in current} | selection.to_query()


def go(selection: Selection) -> None:
    """Show another selection on this page. The page's own parameters stay."""
    own = {name: values for name, values in read().items() if name not in PARAMETERS.values()}
    st.query_params.from_dict(own | selection.to_query())


def get(name: str, default: str, allowed: tuple[str, ...] | None = None) -> str:
    """A page's own parameter; the default where it is absent or not allowed."""
    value = st.query_params.get(name, default)
    return value if allowed is None or value in allowed else default


def put(name: str, value: str, default: str = "") -> None:
    """Set a page's own parameter; a default is left out of the address."""
    rest = {key: values for key, values in read().items() if key != name}
    st.query_params.from_dict(rest | ({name: [value]} if value != default else {}))


def put_from(name: str, widget: str, default: str = "") -> None:
    """The callback of a widget that holds a page's own parameter."""
    put(name, str(st.session_state[widget] or default), default)
