"""The commands: each parses, calls one workflow and hands the result to `mailer.output`."""
