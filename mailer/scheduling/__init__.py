"""Hands `remind check` to the system's own scheduler: one module for each kind there is."""
