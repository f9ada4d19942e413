"""The checks of the pre-flight, by what they look at; each module ends in the table of its own."""
