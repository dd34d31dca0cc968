from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from servers.graph.rig import CLIENT_ID, NOW, AtTerminal, make_keyring, options_for
from servers.graph.server import GraphServer
from servers.outlook_account import ME, checked_server, deliver_process

from mailer.errors import (
    MailerError,
    ProviderUnavailableError,
    SecretStoreError,
    SignInError,
    UsageError,
)
from mailer.model import Search
from mailer.provider import Account, Context
from providers.outlook import OutlookProvider
from providers.outlook.aadsts import FAMILIES, sign_in_error
from providers.outlook.clouds import CLOUDS, addresses_of

DRAFTING = {"Mail.ReadWrite", "User.Read"}


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with checked_server() as running:
        yield running


@pytest.fixture(autouse=True)
def _own_keyring() -> Iterator[None]:
    kept = keyring.get_keyring()
    keyring.set_keyring(make_keyring())
    yield
    keyring.set_keyring(kept)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(tmp_path, lambda: NOW, terminal=AtTerminal())


def account(server: GraphServer, *, address: str = "", **options: str) -> Account:
    return Account("work", "outlook", address, options=options_for(server.base, **options))


def test_signing_in_takes_a_browser_and_asks_for_drafting_alone(
    server: GraphServer, context: Context
) -> None:
    signed_in = OutlookProvider(account(server), context).sign_in()

    assert signed_in.address == ME
    assert signed_in.display_name == "Alex Candidate"
    assert server.entra.asked == [DRAFTING]
    assert isinstance(context.terminal, AtTerminal)
    (url,) = context.terminal.opened
    assert "code_challenge_method=S256" in url
    assert "redirect_uri=http%3A%2F%2Flocalhost%3A" in url
    assert "offline_access" in url
    assert ".default" not in url


def test_a_later_run_needs_nobody_and_asks_the_sign_in_service_nothing(
    server: GraphServer, context: Context
) -> None:
    deliver_process(server)
    signed_in = OutlookProvider(account(server), context).sign_in()
    server.entra.refused = ("server_error", "must not be asked")

    later = OutlookProvider(signed_in, replace(context, terminal=None))

    assert len(later.search(Search(phrases=("northwind",)))) == 1


def test_a_rotated_refresh_token_is_kept_for_the_next_run(
    server: GraphServer, context: Context
) -> None:
    signed_in = OutlookProvider(account(server), context).sign_in()

    for _ in range(3):
        server.entra.expire()
        assert OutlookProvider(signed_in, replace(context, terminal=None)).identities()

    assert len(server.entra.asked) == 1


def test_a_device_code_needs_no_browser_here(server: GraphServer, context: Context) -> None:
    terminal = AtTerminal(has_browser=False, device_page=server.entra.approve)
    asking = account(server, **{"device-code": "true"})

    signed_in = OutlookProvider(asking, replace(context, terminal=terminal)).sign_in()

    assert signed_in.address == ME
    assert terminal.opened == []
    assert f"{server.base}/devicelogin" in terminal.said[0]
    assert OutlookProvider(signed_in, replace(context, terminal=None)).identities()


def test_signing_out_forgets_every_token_and_says_where_to_withdraw(
    server: GraphServer, context: Context
) -> None:
    signed_in = OutlookProvider(account(server), context).sign_in()
    provider = OutlookProvider(signed_in, context)

    provider.sign_out()
    provider.sign_out()

    assert isinstance(context.terminal, AtTerminal)
    assert "account.live.com/consent" in context.terminal.said[-1]
    assert not list(context.folder.glob("outlook.json"))
    with pytest.raises(SignInError, match="is not signed in"):
        OutlookProvider(signed_in, context).identities()


def test_without_an_application_id_the_way_to_one_is_named(
    server: GraphServer, context: Context
) -> None:
    asking = Account("work", "outlook", "", options={"authority": server.base})

    with pytest.raises(SignInError) as caught:
        OutlookProvider(asking, context).sign_in()

    assert "docs/outlook.md" in caught.value.hint
    assert "--client-id" in caught.value.hint


def test_nobody_at_the_terminal_can_not_sign_in(server: GraphServer, context: Context) -> None:
    with pytest.raises(SignInError, match="nobody is there"):
        OutlookProvider(account(server), replace(context, terminal=None)).sign_in()

    assert server.entra.asked == []


def test_without_a_place_for_secrets_no_browser_opens(
    server: GraphServer, context: Context
) -> None:
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())

    with pytest.raises(SecretStoreError, match="keyring can't be used"):
        OutlookProvider(account(server), context).sign_in()

    assert server.entra.asked == []


def test_a_passphrase_is_asked_for_once_a_run(
    server: GraphServer, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    terminal = AtTerminal()
    monkeypatch.setattr(terminal, "ask", lambda q, *, secret: asked.append(q) or "open sesame")
    there = replace(context, terminal=terminal)
    signed_in = OutlookProvider(account(server, secrets="file"), there).sign_in()
    asked.clear()

    provider = OutlookProvider(signed_in, there)
    server.entra.expire()
    provider.identities()
    server.entra.expire()
    provider.identities()

    assert len(asked) == 1


def test_another_mailbox_than_the_one_named_is_refused_and_nothing_is_kept(
    server: GraphServer, context: Context
) -> None:
    asking = account(server, address="team@northwind.example")

    with pytest.raises(SignInError, match="another account than the one named") as caught:
        OutlookProvider(asking, context).sign_in()

    assert "shared mailbox" in caught.value.hint
    with pytest.raises(SignInError, match="is not signed in"):
        OutlookProvider(asking, context).identities()


def test_an_alias_of_the_mailbox_may_be_named(server: GraphServer, context: Context) -> None:
    server.box.aliases.append("alex@alias.example")

    signed_in = OutlookProvider(account(server, address="alex@alias.example"), context).sign_in()

    assert signed_in.address == "alex@alias.example"


def test_a_mailbox_on_premises_is_refused_and_nothing_is_kept(
    server: GraphServer, context: Context
) -> None:
    server.arm("mailFolders/inbox$", status=404, code="MailboxNotEnabledForRESTAPI", times=9)

    with pytest.raises(SignInError, match="server of the company's own") as caught:
        OutlookProvider(account(server), context).sign_in()

    assert "bowout login imap" in caught.value.hint
    with pytest.raises(SignInError, match="is not signed in"):
        OutlookProvider(account(server), context).identities()


def test_a_tenant_that_does_not_exist_is_named(server: GraphServer, context: Context) -> None:
    with pytest.raises(SignInError, match="no such tenant") as caught:
        OutlookProvider(account(server, tenant="nobody.example"), context).sign_in()

    assert "--tenant" in caught.value.hint


DEVICE = {"device-code": "true"}


def test_an_unknown_application_is_named(server: GraphServer, context: Context) -> None:
    server.entra.clients = ()

    with pytest.raises(SignInError, match="application id is not known") as caught:
        OutlookProvider(account(server, **DEVICE), context).sign_in()

    assert CLIENT_ID in caught.value.hint


@pytest.mark.parametrize(
    ("audience", "tenant"),
    [
        ("consumers", "common"), ("consumers", "organizations"), ("organizations", "consumers"),
        ("contoso.example", "common"), ("contoso.example", "consumers"),
    ],
)  # fmt: skip
def test_an_application_for_another_kind_of_account_is_named(
    server: GraphServer, context: Context, audience: str, tenant: str
) -> None:
    server.entra.audience = audience

    with pytest.raises(SignInError, match="another kind of account") as caught:
        OutlookProvider(account(server, tenant=tenant, **DEVICE), context).sign_in()

    assert "Supported account types" in caught.value.hint
    assert server.entra.asked == []


@pytest.mark.parametrize("wrong", [{"audience": "contoso.example"}, {"clients": ()}], ids=str)
def test_a_page_that_shows_an_error_and_never_comes_back_is_explained_before_and_after(
    server: GraphServer, context: Context, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object]
) -> None:
    monkeypatch.setattr("providers.outlook.entra._PATIENCE", 0.2)
    for name, value in wrong.items():
        setattr(server.entra, name, value)

    with pytest.raises(SignInError, match="Nobody signed in") as caught:
        OutlookProvider(account(server), context).sign_in()

    assert isinstance(context.terminal, AtTerminal)
    assert "Ctrl-C" in context.terminal.said[-1]
    assert "kind of account" in caught.value.hint
    assert CLIENT_ID in caught.value.hint


def test_something_else_than_microsoft_at_the_sign_in_address_is_no_missing_tenant(
    server: GraphServer, context: Context
) -> None:
    elsewhere = account(server, authority=f"{server.base}/some/where")

    with pytest.raises(ProviderUnavailableError, match="not Microsoft's service"):
        OutlookProvider(elsewhere, context).sign_in()


@pytest.mark.parametrize("option", ["authority", "endpoint"])
@pytest.mark.parametrize(
    "address", ["http://login.example", "login.example", "", "ftp://x.example"]
)
def test_a_token_never_travels_in_the_clear(
    server: GraphServer, context: Context, option: str, address: str
) -> None:
    asking = account(server, **{option: address})

    with pytest.raises(UsageError, match=f"--{option} takes an address"):
        OutlookProvider(asking, context).sign_in()


def test_doctor_tells_whether_this_sign_in_could_send(
    server: GraphServer, context: Context
) -> None:
    signed_in = OutlookProvider(account(server), context).sign_in()
    before = OutlookProvider(signed_in, context).check()[1].detail
    server.entra.consented.add("Mail.Send")  # an administrator allowed it for everybody
    server.entra.expire()
    after = OutlookProvider(signed_in, context).check()

    assert "can draft, not send" in before
    assert "can send too" in after[1].detail


def test_a_company_that_wants_an_administrator_gets_what_to_send_there(
    server: GraphServer, context: Context
) -> None:
    server.entra.may_consent = False

    with pytest.raises(SignInError, match="only an administrator") as caught:
        OutlookProvider(account(server), context).sign_in()

    assert "Mail.ReadWrite" in caught.value.hint
    assert options_for("")["client-id"] in caught.value.hint


@pytest.mark.parametrize(
    ("error", "told", "words"),
    [
        ("access_denied", "the user has denied access", "declined"),
        ("invalid_grant", "AADSTS50020: from another provider", "another kind of account"),
        ("unauthorized_client", "AADSTS50194: not multi-tenant", "another kind of account"),
        ("invalid_client", "AADSTS7000218: client_secret needed", "does not allow public clients"),
        ("invalid_request", "AADSTS50011: redirect mismatch", "lacks the redirect address"),
        ("invalid_grant", "AADSTS53003: blocked", "rules for access"),
        ("invalid_resource", "AADSTS900382: cross cloud", "different clouds"),
        ("invalid_scope", "AADSTS70011: scope", "lacks a permission"),
        ("temporarily_unavailable", "AADSTS90033: transient", "out of order"),
        ("strange", "hanna@northwind.example did this", r"refused the sign-in \(strange\)"),
    ],
)
def test_each_refusal_has_its_sentence_and_its_mend(
    server: GraphServer, context: Context, error: str, told: str, words: str
) -> None:
    server.entra.refused = (error, told)

    with pytest.raises(MailerError, match=words) as caught:
        OutlookProvider(account(server), context).sign_in()

    assert caught.value.hint
    assert "Nothing was stored or sent" in caught.value.message
    assert "hanna@" not in caught.value.message


@pytest.mark.parametrize(
    "code",
    [
        700082, 50076, 50079, 54005, 65001, 70000, 70008, 70011, 500011, 50158, 7000215,
        90094, 90095, 90023, 900382,
    ],
)  # fmt: skip
def test_every_code_that_was_met_in_the_field_has_a_sentence_of_its_own(code: int) -> None:
    error = sign_in_error({"error": "x", "error_description": f"AADSTS{code}: told"})  # G77, G80

    assert f"(AADSTS{code})" in error.message
    assert "Microsoft refused the sign-in" not in error.message


def test_no_code_belongs_to_two_families() -> None:
    codes = [code for family in FAMILIES for code in family.codes]

    assert len(codes) == len(set(codes))
    for code in codes:
        assert isinstance(sign_in_error({"error_codes": [code]}), SignInError)


def test_a_browser_that_never_comes_back_is_not_waited_for_forever(
    server: GraphServer, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("providers.outlook.entra._PATIENCE", 0.2)
    terminal = AtTerminal(has_browser=False)

    with pytest.raises(SignInError, match="Nobody signed in") as caught:
        OutlookProvider(account(server), replace(context, terminal=terminal)).sign_in()

    assert "--device-code" in caught.value.hint
    assert any("--device-code" in said for said in terminal.said)


def test_a_sign_in_service_out_of_reach_is_said(server: GraphServer, context: Context) -> None:
    nowhere = account(server, authority="http://127.0.0.1:9")

    with pytest.raises(ProviderUnavailableError, match="could not be reached"):
        OutlookProvider(nowhere, context).sign_in()


def test_a_browser_that_keeps_the_terminal_until_it_is_done_works_too(
    server: GraphServer, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    import requests

    terminal = AtTerminal()
    monkeypatch.setattr(terminal, "open_browser", lambda url: requests.get(url, timeout=5).ok)

    signed_in = OutlookProvider(account(server), replace(context, terminal=terminal)).sign_in()

    assert signed_in.address == ME


def test_a_stray_request_to_the_loopback_port_changes_nothing() -> None:
    import threading

    import requests

    from providers._loopback import Loopback

    with Loopback() as loopback:
        loopback.expect("ours")
        port = loopback.address.rpartition(":")[2]
        stray: list[int] = []

        def browse() -> None:
            base = f"http://127.0.0.1:{port}/"
            stray.append(requests.get(f"{base}favicon.ico", timeout=5).status_code)
            stray.append(requests.get(f"{base}?code=evil&state=other", timeout=5).status_code)
            requests.post(base, data={"code": "good", "state": "ours"}, timeout=5)

        thread = threading.Thread(target=browse)
        thread.start()
        answer = loopback.wait(10)
        thread.join()

    assert stray == [404, 404]
    assert answer == {"code": "good", "state": "ours"}


# --- clouds ---


@pytest.mark.parametrize("cloud", sorted(CLOUDS))
def test_a_cloud_sets_sign_in_and_graph_together(cloud: str) -> None:
    addresses = addresses_of({"cloud": cloud, "tenant": "organizations"})
    authority, endpoint = CLOUDS[cloud]

    assert addresses.authority == f"{authority}/organizations"
    assert addresses.endpoint == f"{endpoint}/v1.0"
    assert addresses.scopes("Mail.ReadWrite") == [f"{endpoint}/Mail.ReadWrite"]


def test_addresses_may_be_given_with_or_without_tenant_and_version() -> None:
    bare = addresses_of(
        {"authority": "https://login.example/", "endpoint": "https://graph.example"}
    )
    full = addresses_of(
        {"authority": "https://login.example/contoso", "endpoint": "https://graph.example/beta/"}
    )

    assert (bare.authority, bare.endpoint) == (
        "https://login.example/common",
        "https://graph.example/v1.0",
    )
    assert (full.authority, full.endpoint) == (
        "https://login.example/contoso",
        "https://graph.example/beta",
    )
