"""Every count, share and ratio that a page shows: pure functions from a View to a small frame.

The law of this room: under any selection, the parts of a measure and what it could not place sum to the view's n.
"""
