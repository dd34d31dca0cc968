"""Withdraws a candidate from an interview process, in the right thread, to the right people."""
