"""What can be wrong with a document: rules, each with its manual page, and what they find."""
