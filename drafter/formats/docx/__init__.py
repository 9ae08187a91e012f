"""Word files (.docx): written as XML straight from the model, read as lines."""
