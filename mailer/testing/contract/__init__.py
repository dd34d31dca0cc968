"""The parts of the contract suite; `mailer.testing.provider_contract` joins them."""
