"""Template + brief → document."""
