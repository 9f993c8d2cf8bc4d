"""Frames → bytes: tables, pictures and citations to take away, each with what it takes to trust them."""
