"""A sample mailbox: the mail of a believable job search, written for it, dated around today."""
