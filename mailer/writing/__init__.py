"""From a candidacy to a finished reply: the plan, the letter, who gets it, the message."""
