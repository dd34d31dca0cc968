"""The contract that every provider fulfils, as tests through its public verbs alone.

    class TestExample(ProviderContract):
        @pytest.fixture
        def provider(self):
            return ExampleProvider(account, context)     # signed in, a clean account

        @pytest.fixture
        def deliver(self, provider):
            return lambda raw: ...                       # puts an RFC 5322 message into the inbox

A service that gives messages ids of its own overrides the fixture `thread` too, with the messages
of `mailer.testing.contract.grounds`. Optional fixtures:

- `edit_elsewhere` returns a function that changes the text of a `Draft` as another mail program
  would, keeping its Message-ID; without it, the tests of edits use a version that never was.
- `discard_elsewhere` returns a function that moves the thread's newest received message to the
  trash, as another program would; without it, the test of trash is left out.
- `settle` returns a function that waits until the service shows what was just done.

A declared capability switches tests on; an undeclared one switches on the test that it is refused.
"""

from __future__ import annotations

from mailer.testing.contract.filing import FilingContract
from mailer.testing.contract.finding import FindingContract
from mailer.testing.contract.sending import SendingContract


class ProviderContract(FindingContract, FilingContract, SendingContract):
    """At least this much holds for every provider."""
