"""The mail services: one module or folder each, and what they share (`_*.py`)."""
