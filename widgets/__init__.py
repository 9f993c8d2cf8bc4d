"""What pages share: the current view, the address, the sidebar, the header, charts, tables and downloads."""
