"""Small frames → plotly figures, one file a chart. A chart draws what a measure counted and computes nothing."""
