"""For those who test bowout or a provider of their own; ships in the wheel."""

try:
    import pytest
except ImportError:  # the builders and the memory provider serve without pytest too
    pass
else:
    pytest.register_assert_rewrite("mailer.testing.contract")
