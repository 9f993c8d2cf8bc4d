"""Finding quotes: the query's words, the index over the quotes, and where the words stand in the text."""
