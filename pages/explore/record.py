"""One record: everything known, what it belongs to, who took part, and where each fact comes from."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders.dates import in_words
from loaders.frames import institutions_of, people_of, sources_of
from loaders.model import Initiative, Meeting, Statement
from loaders.problems import nearest
from loaders.vocabulary import vocabulary
from measures.related import related
from widgets import address
from widgets.card import basis_in_words, citation, language_name, occasion, source_line
from widgets.header import RECORDS
from widgets.here import here
from widgets.listing import list_row
from widgets.table import record_link, records_frame
from widgets.takeaway import about, download
from widgets.text import plain

view = here().view
frames = view.frames
words = vocabulary()
ident = address.get("id", "")


def facts(record: Any) -> dict[str, str]:
    """The short facts, in words."""
    row = frames.records.loc[frames.records["id"] == record.id].iloc[0]
    if isinstance(record, Initiative):
        found = {"Recorded steps": str(row["when"])}  # each says below how its own date is known
    else:
        found = {"When": f"{row['when']} ({words.terms['date_basis'][str(row['date_basis'])].lower()})"}
    if getattr(record, "date_note", None):
        found["How the date is known"] = plain(record.date_note)
    if isinstance(record, Meeting):
        found |= {"Form": words.name(record.form), "Level": words.name(record.level)}
        if record.format:
            found["Standing format"] = plain(frames.label("institution", record.format)) + (
                f", session {record.session}" if record.session else ""
            )
        if record.host:
            found["Host"] = frames.side_name(record.host)
        if record.multilateral:
            found["Multilateral"] = "others took part as well"
    if isinstance(record, Statement):
        found["Side"] = frames.side_name(record.side)
        found["Wording"] = (
            words.name(record.wording)
            + ", "
            + language_name(record.language)
            + (", the page is a translation" if record.translation else "")
        )
        if record.level:
            found["Level"] = words.name(record.level)
        if said := occasion(frames, record):
            found["Occasion"] = said
    if isinstance(record, Initiative):
        found |= {"Type": words.name(record.type), "Status": words.name(record.steps[-1].status)}
        if record.due:
            found["Due"] = in_words(record.due)
    if getattr(record, "place", None):
        found["Place"] = plain(frames.label("place", record.place))
    if record.sectors:
        found["Sectors"] = ", ".join(words.name(sector) for sector in record.sectors)
    if record.restates:
        found["Counted"] = "no: it restates another record"
    return found


def heading(record: Any) -> None:
    st.caption(words.terms["kind"][type(record).__name__.lower()])
    if isinstance(record, Statement):
        st.header(plain(frames.speaker(record)), anchor=False)
        opening, closing = ("“", "”") if record.wording == "verbatim" else ("", "")
        st.markdown(f"#### {opening}{plain(record.quote)}{closing}")
    else:
        st.header(plain(record.title), anchor=False)
    if record.summary:
        st.markdown(plain(record.summary))


def steps(record: Initiative) -> None:
    st.subheader("Its life so far", anchor=False)
    for step in record.steps:
        note = f": {plain(step.note)}" if step.note else ""
        known = basis_in_words(step.date_basis)
        st.markdown(f"**{in_words(step.date)}{known} · {words.name(step.status)}**{note}")
        if step.date_note:
            st.caption(plain(step.date_note))
        if step.meeting and step.meeting in frames.documents:
            record_link(step.meeting, f"At: {plain(frames.documents[step.meeting].title)}", view)
        for source in step.sources:
            st.caption(source_line(frames, source))
    if record.money:
        st.subheader("Money", anchor=False)
    for money in record.money:
        note = f" ({plain(money.note)})" if money.note else ""
        st.markdown(f"**{money.amount:,.15g} {money.currency}**, {words.terms['money'][money.what].lower()}{note}")
        for source in money.sources:
            st.caption(source_line(frames, source))


def promises(record: Meeting | Statement) -> None:
    if not record.commitments:
        return
    st.subheader("What was promised", anchor=False)
    for promise in record.commitments:
        due = f", by {in_words(promise.due)}" if promise.due else ""
        st.markdown(f"**{plain(promise.what)}** · {frames.side_name(promise.side)}{due}")
        if promise.note:
            st.caption(plain(promise.note))
        kept = [ident for ident in promise.kept_by if ident in frames.documents]
        for ident in kept:
            record_link(ident, f"Kept by: {plain(frames.documents[ident].title)}", view)
        if not kept:
            st.caption("No record shows it kept so far.")


def conflicts(record: Any) -> None:
    if not record.conflicts:
        return
    st.subheader("Where accounts differ", anchor=False)
    for conflict in record.conflicts:
        st.markdown(f"**{plain(conflict.about)}**")
        for account in conflict.accounts:
            st.markdown(f"{plain(account.says)} · {plain(account.reporter)}")
            for source in account.sources:
                st.caption(source_line(frames, source))


def people(record: Any) -> None:
    named = people_of(record)
    bodies = institutions_of(record)
    if not named and not bodies:
        return
    st.subheader("People and institutions", anchor=False)
    base = address.query_for(type(view.selection)())
    for person, role, side in named:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(RECORDS, label=plain(frames.label("person", person)), query_params=base | {"person": [person]})
            st.caption(f"{plain(role)}{' · ' if role else ''}{frames.side_name(side)}")
    for body in bodies:
        st.page_link(
            RECORDS, label=plain(frames.label("institution", body)), query_params=base | {"institution": [body]}
        )


def relations(record: Any) -> None:
    table = related(frames, record.id)
    if table.empty:
        return
    st.subheader("Related records", anchor=False)
    with st.container(key="related"):
        for relation, group in table.groupby("relation", sort=False):
            st.caption(str(relation))
            for row in group.itertuples():
                list_row(view, row)


def sources(record: Any) -> None:
    st.subheader("Sources", anchor=False)
    for number, source in enumerate(sources_of(record)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"source-{number}"):
            st.markdown(source_line(frames, source), width="stretch")
            citation(frames, source, f"source-{number}")


def file_and_download(record: Any) -> None:
    row = frames.records[frames.records["id"] == record.id]
    st.caption(f"Id {record.id} · in the file {plain(row['path'].iloc[0])} · data version {frames.version}")
    frame = records_frame(view, row).T.reset_index().set_axis(["field", "value"], axis=1)
    frame["value"] = frame["value"].astype(str)
    used = pd.DataFrame(
        [("Source", frames.documents[s].url) for s in sources_of(record) if s in frames.documents],
        columns=["field", "value"],
    )
    download("record", pd.concat([frame, used]), about(view, "record", record.id, filters=record.id, n=1))


record = frames.documents.get(ident)
if not isinstance(record, (Meeting, Statement, Initiative)):
    mend = nearest(ident, list(frames.records["id"]))
    hint = f": {mend}" if mend.startswith("did you mean") else "."
    st.warning(
        plain(
            f"No record has the id “{ident}”{hint}"
            if ident
            else "This page shows one record. Choose one from the list."
        )
    )
    st.page_link(RECORDS, label="All records", query_params=address.query_for(view.selection))
else:
    heading(record)
    left, right = st.columns([3, 2], gap="large")
    with left:
        if isinstance(record, Initiative):
            steps(record)
        else:
            promises(record)
        conflicts(record)
        people(record)
        relations(record)
    with right:
        st.table(pd.Series(facts(record), name="").rename_axis("").to_frame(), border="horizontal", hide_header=True)
    sources(record)
    file_and_download(record)
