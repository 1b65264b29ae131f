"""The report of an evaluation: a model of the page, and how it is drawn."""
