"""Signing in at Google: the client file, the browser, the token, and taking it back."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from servers.google_sign_in import ALEX, OTHER, GoogleEmulator, InBrowser, missing
from servers.imap_account import memory_keyring

from mailer.errors import ProviderUnavailableError, SecretStoreError, SignInError, UsageError
from mailer.provider import Account, Context
from providers._google import read_client
from providers._google_token import GoogleToken
from providers._secrets import Secrets
from providers.gmail import GmailProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("google")]


@pytest.fixture(scope="module")
def google() -> Iterator[GoogleEmulator]:
    if missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing())
    with GoogleEmulator() as running:
        yield running


@pytest.fixture(autouse=True)
def _keyring() -> Iterator[None]:
    with memory_keyring():
        yield


@pytest.fixture
def account(google: GoogleEmulator, tmp_path: Path) -> Account:
    options = {"client-secrets": str(google.client_file(tmp_path)), "endpoint": google.root}
    return Account("work", "gmail", "", options=options)


def open_as(account: Account, folder: Path, person: InBrowser | None) -> GmailProvider:
    context = Context(folder, lambda: datetime.now(UTC), terminal=person)
    return GmailProvider(account, context)


def kept(account: Account, folder: Path) -> dict[str, Any]:
    context = Context(folder, lambda: datetime.now(UTC))
    return dict(json.loads(Secrets(account, context).read() or "{}"))


def keep(account: Account, folder: Path, **changes: Any) -> None:
    secrets = Secrets(account, Context(folder, lambda: datetime.now(UTC)))
    secrets.write(json.dumps({**json.loads(secrets.read() or "{}"), **changes}))


@pytest.fixture
def signed_in(account: Account, tmp_path: Path) -> Account:
    return open_as(account, tmp_path, InBrowser()).sign_in()


# --- the way in ---------------------------------------------------------------------------------


def test_signing_in_learns_the_address_and_keeps_the_token_encrypted(
    account: Account, tmp_path: Path
) -> None:
    person = InBrowser()

    signed_in = open_as(account, tmp_path, person).sign_in()

    assert signed_in.address == ALEX
    token = kept(signed_in, tmp_path)
    assert token["refresh_token"]
    assert token["refresh_token"].encode() not in (tmp_path / "secret").read_bytes()
    assert token["refresh_token"] not in str(signed_in)
    assert person.said == []


def test_it_asks_for_two_scopes_with_pkce_and_a_loopback_address(
    account: Account, tmp_path: Path
) -> None:
    person = InBrowser()

    open_as(account, tmp_path, person).sign_in()

    assert {s.rpartition("/")[2] for s in person.asked["scope"].split()} == {
        "gmail.readonly",
        "gmail.compose",
    }
    assert person.asked["code_challenge_method"] == "S256"
    assert len(person.asked["code_challenge"]) >= 43
    assert person.asked["redirect_uri"].startswith("http://localhost:")
    assert person.asked["access_type"] == "offline"


def test_two_sign_ins_never_use_the_same_challenge_or_state(
    account: Account, tmp_path: Path
) -> None:
    one, two = InBrowser(), InBrowser()

    open_as(account, tmp_path, one).sign_in()
    open_as(account, tmp_path, two).sign_in()

    assert one.asked["code_challenge"] != two.asked["code_challenge"]
    assert one.asked["state"] != two.asked["state"]


def test_without_a_browser_the_address_is_shown_once_and_works_as_well(
    account: Account, tmp_path: Path
) -> None:
    person = InBrowser(has_browser=False)

    assert open_as(account, tmp_path, person).sign_in().address == ALEX
    assert not any("http" in text for text in person.said)  # the terminal has printed it


def test_an_answer_to_another_question_is_not_taken(account: Account, tmp_path: Path) -> None:
    assert open_as(account, tmp_path, InBrowser(wrong_state=True)).sign_in().address == ALEX


def test_nobody_at_the_terminal_is_said(account: Account, tmp_path: Path) -> None:
    with pytest.raises(SignInError, match="Nobody is there"):
        open_as(account, tmp_path, None).sign_in()


def test_the_account_hints_at_itself_on_google_s_page(account: Account, tmp_path: Path) -> None:
    person = InBrowser()

    open_as(replace(account, address=ALEX), tmp_path, person).sign_in()

    assert person.asked["login_hint"] == ALEX


def test_an_app_in_testing_is_told_of_before_its_seven_days_are_over(
    google: GoogleEmulator, tmp_path: Path
) -> None:
    path = google.client_file(tmp_path, token_uri=f"{google.root}oauth2/token")
    options = {"client-secrets": str(path), "endpoint": google.root}
    person = InBrowser()

    account = Account("work", "gmail", "", options=options)
    signed_in = open_as(account, tmp_path, person).sign_in()

    ends = datetime.now(UTC) + timedelta(days=7)
    assert "step 8" in person.said[0]
    lines = open_as(signed_in, tmp_path, None).check()
    (line,) = [line for line in lines if line.what == "sign-in"]
    assert line.is_ok
    assert "step 8" in line.detail
    assert {f"{ends:%Y-%m-%d}", f"{ends - timedelta(minutes=5):%Y-%m-%d}"} & set(
        line.detail.replace(":", " ").split()
    )


# --- refused ------------------------------------------------------------------------------------


def test_denied_consent_is_said_and_nothing_kept(account: Account, tmp_path: Path) -> None:
    with pytest.raises(SignInError, match="refused") as caught:
        open_as(account, tmp_path, InBrowser(cancels=True)).sign_in()

    assert "test user" in caught.value.hint
    assert kept(account, tmp_path) == {}


@pytest.mark.parametrize("scope", ["gmail.compose", "gmail.readonly"])
def test_an_empty_box_is_named(account: Account, tmp_path: Path, scope: str) -> None:
    with pytest.raises(SignInError, match=scope) as caught:
        open_as(account, tmp_path, InBrowser(left_out=scope)).sign_in()

    assert "tick every box" in caught.value.hint
    assert kept(account, tmp_path) == {}


def test_another_account_than_the_one_named_is_refused(account: Account, tmp_path: Path) -> None:
    named = replace(account, address=ALEX)

    with pytest.raises(SignInError, match="another Google account") as caught:
        open_as(named, tmp_path, InBrowser(email=OTHER)).sign_in()

    assert "Nothing was stored" in caught.value.message
    assert kept(named, tmp_path) == {}


def test_an_older_sign_in_survives_a_refused_one(signed_in: Account, tmp_path: Path) -> None:
    before = kept(signed_in, tmp_path)

    with pytest.raises(SignInError):
        open_as(signed_in, tmp_path, InBrowser(email=OTHER)).sign_in()

    assert kept(signed_in, tmp_path) == before


def test_no_keyring_is_found_before_the_browser_opens(account: Account, tmp_path: Path) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    person = InBrowser()

    with pytest.raises(SecretStoreError) as caught:
        open_as(account, tmp_path, person).sign_in()

    assert person.opened == []
    assert "--secrets file" in caught.value.hint


# --- client files -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "no JSON"),
        ("[]", "no OAuth client file"),
        ('"text"', "no OAuth client file"),
        ('{"installed": {}}', "no OAuth client file"),
        ('{"installed": []}', "no OAuth client file"),
        ('{"web": {"client_id": "x"}}', "Web application"),
        ('{"type": "service_account", "client_email": "x"}', "service account"),
        ('{"refresh_token": "x", "token": "y", "client_id": "z"}', "no OAuth client file"),
    ],
)
def test_a_wrong_client_file_is_named(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "client.json"
    path.write_text(content)
    account = Account("work", "gmail", "", options={"client-secrets": str(path)})

    with pytest.raises(UsageError, match=says) as caught:
        read_client(account)

    assert "docs/gmail.md" in caught.value.hint
    assert "Nothing was stored" in caught.value.message


def test_a_client_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    binary = tmp_path / "client.json"
    binary.write_bytes(b"\xff\xfe\x00\x80")

    for path in (tmp_path / "none.json", tmp_path, binary):
        account = Account("work", "gmail", "", options={"client-secrets": str(path)})
        with pytest.raises(UsageError):
            read_client(account)


def test_no_client_file_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_client(Account("work", "gmail", ""))

    assert "--client-secrets" in caught.value.hint


@pytest.mark.parametrize("field", ["auth_uri", "token_uri"])
def test_a_client_file_that_sends_the_sign_in_elsewhere_unprotected_is_refused(
    google: GoogleEmulator, tmp_path: Path, field: str
) -> None:
    path = google.client_file(tmp_path, **{field: "http://login.example/token"})
    account = Account("work", "gmail", "", options={"client-secrets": str(path)})

    with pytest.raises(UsageError, match="https"):
        read_client(account)


# --- later --------------------------------------------------------------------------------------


def test_a_token_that_ran_out_is_refreshed_and_kept(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    first = kept(signed_in, tmp_path)
    keep(signed_in, tmp_path, expiry=(datetime.now(UTC) - timedelta(hours=1)).isoformat())

    provider = open_as(signed_in, tmp_path, None)
    assert provider.identities()[0].address.address == ALEX

    fresh = kept(signed_in, tmp_path)
    assert fresh["token"] != first["token"]
    assert fresh["refresh_token"] == first["refresh_token"]
    assert google.owner(fresh["token"]) == ALEX


def test_a_clock_that_is_behind_finds_out_by_the_refusal(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    first = kept(signed_in, tmp_path)
    google.revoke(first["token"])

    identities = open_as(signed_in, tmp_path, None).identities()

    assert identities[0].address.address == ALEX
    assert kept(signed_in, tmp_path)["token"] != first["token"]


def test_a_sign_in_that_was_taken_back_names_the_seven_days_first(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    google.revoke(kept(signed_in, tmp_path)["refresh_token"])
    keep(signed_in, tmp_path, expiry=(datetime.now(UTC) - timedelta(hours=1)).isoformat())

    with pytest.raises(SignInError) as caught:
        open_as(signed_in, tmp_path, None).identities()

    assert caught.value.message.index("seven days") < caught.value.message.index("password")
    assert "bowout login" in caught.value.hint
    assert "Nothing was stored or sent" in caught.value.message


def test_eight_runs_at_once_refresh_once_and_lose_nothing(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    keep(signed_in, tmp_path, expiry=(datetime.now(UTC) - timedelta(hours=1)).isoformat())
    context = Context(tmp_path, lambda: datetime.now(UTC))

    with ThreadPoolExecutor(8) as pool:
        tokens = set(pool.map(lambda _: GoogleToken(signed_in, context).fetch(), range(8)))

    assert len(tokens) == 1
    assert kept(signed_in, tmp_path)["token"] in tokens


@pytest.mark.parametrize("is_login", [True, False])
def test_who_signs_in_or_out_meanwhile_is_not_undone_by_a_refresh(
    answer: Callable[..., str], tmp_path: Path, is_login: bool
) -> None:
    account = Account("work", "gmail", ALEX)
    context = Context(tmp_path, lambda: datetime.now(UTC))
    other = threading.Thread(
        target=lambda: (
            Secrets(account, context).keep("of the new sign-in")
            if is_login
            else GoogleToken(account, context).sign_out(lambda text: None)
        )
    )

    def meanwhile() -> None:
        if not other.ident:
            other.start()
            other.join(1)  # it waits for the refresh: in the end it has the last word

    body = {"access_token": "fresh", "expires_in": 3600}
    refresh_at(answer(200, json.dumps(body), meanwhile), tmp_path)
    other.join(30)

    assert Secrets(account, context).read() == ("of the new sign-in" if is_login else None)


def test_doctor_has_a_line_for_each_step(signed_in: Account, tmp_path: Path) -> None:
    lines = open_as(signed_in, tmp_path, None).check()

    assert [line.what for line in lines if not line.is_ok] == []
    assert [line.what for line in lines] == [
        "secret store",
        "sign-in",
        "mailbox",
        "search",
        "drafts",
        "identities",
        "clock",
    ]


def test_doctor_asks_google_to_renew_a_token_that_is_still_good(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    google.revoke(kept(signed_in, tmp_path)["refresh_token"])

    (broken,) = [line for line in open_as(signed_in, tmp_path, None).check() if not line.is_ok]

    assert broken.what == "sign-in"


def test_doctor_names_a_right_that_google_no_longer_gives(
    answer: Callable[..., str], signed_in: Account, tmp_path: Path
) -> None:
    body = {"access_token": "t", "scope": "https://www.googleapis.com/auth/gmail.readonly"}
    keep(signed_in, tmp_path, token_uri=answer(200, json.dumps(body)))

    (broken,) = [line for line in open_as(signed_in, tmp_path, None).check() if not line.is_ok]

    assert "gmail.compose" in broken.detail
    assert "bowout login" in broken.mend


def test_doctor_says_what_mends_a_sign_in_that_is_gone(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    google.revoke(kept(signed_in, tmp_path)["refresh_token"])
    keep(signed_in, tmp_path, expiry=(datetime.now(UTC) - timedelta(hours=1)).isoformat())

    (broken,) = [line for line in open_as(signed_in, tmp_path, None).check() if not line.is_ok]

    assert broken.what == "sign-in"
    assert "bowout login" in broken.mend


# --- the way out --------------------------------------------------------------------------------


def test_logout_takes_the_token_back_and_deletes_it(
    google: GoogleEmulator, signed_in: Account, tmp_path: Path
) -> None:
    token = kept(signed_in, tmp_path)
    person = InBrowser()

    open_as(signed_in, tmp_path, person).sign_out()

    assert person.said == []
    assert kept(signed_in, tmp_path) == {}
    refused = {**token, "expiry": (datetime.now(UTC) - timedelta(hours=1)).isoformat()}
    keep(signed_in, tmp_path, **refused)
    with pytest.raises(SignInError):
        open_as(signed_in, tmp_path, None).identities()


def test_logout_without_a_network_deletes_and_says_where_to_finish(
    signed_in: Account, tmp_path: Path
) -> None:
    keep(signed_in, tmp_path, token_uri="http://127.0.0.1:9/token")
    person = InBrowser()

    open_as(signed_in, tmp_path, person).sign_out()

    assert kept(signed_in, tmp_path) == {}
    assert "could not be told" in person.said[0]


def test_logout_twice_is_no_error(signed_in: Account, tmp_path: Path) -> None:
    open_as(signed_in, tmp_path, None).sign_out()
    person = InBrowser()

    open_as(signed_in, tmp_path, person).sign_out()

    assert person.said == []


# --- a token server with other answers ----------------------------------------------------------


@pytest.fixture
def heard() -> list[str]:
    """What the token servers heard: the header fields of each request."""
    return []


@pytest.fixture
def answer(heard: list[str]) -> Iterator[Callable[..., str]]:
    """Return a function that starts a token server with one answer for everything."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: str, meanwhile: Callable[[], None] = lambda: None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                heard.append(str(self.headers))
                meanwhile()
                content = body.encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/token"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("providers._google_token._PAUSE", 0.0)


def refresh_at(address: str, folder: Path) -> None:
    account = Account("work", "gmail", ALEX)
    keep(
        account,
        folder,
        token="",
        refresh_token="kept",
        token_uri=address,
        client_id="c",
        client_secret="s",
    )
    GoogleToken(account, Context(folder, lambda: datetime.now(UTC))).fetch()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ({"error": "invalid_grant"}, "seven days"),
        ({"error": "invalid_client"}, "no longer knows the OAuth client"),
        ({"error": "deleted_client"}, "no longer knows the OAuth client"),
        ({"error": "invalid_grant", "error_subtype": "invalid_rapt"}, "fresh sign-in"),
        ({"error": "admin_policy_enforced"}, "organisation"),
    ],
)
def test_why_google_refuses_is_said(
    answer: Callable[..., str], tmp_path: Path, error: dict[str, str], says: str
) -> None:
    with pytest.raises(SignInError, match=says):
        refresh_at(answer(400, json.dumps(error)), tmp_path)


@pytest.mark.parametrize("body", ["", "<html>", "{}", '{"access_token": '])
def test_a_token_server_out_of_order_is_not_a_refusal(
    answer: Callable[..., str], tmp_path: Path, body: str
) -> None:
    with pytest.raises(ProviderUnavailableError):
        refresh_at(answer(503, body), tmp_path)


@pytest.mark.parametrize("body", ["", "<html>", "{}"])
def test_a_token_server_out_of_order_while_signing_in_is_not_a_refusal(
    answer: Callable[..., str], google: GoogleEmulator, tmp_path: Path, body: str
) -> None:
    path = google.client_file(tmp_path, token_uri=answer(503, body))
    options = {"client-secrets": str(path), "endpoint": google.root}

    with pytest.raises(ProviderUnavailableError, match="Nothing was stored"):
        open_as(Account("work", "gmail", "", options=options), tmp_path, InBrowser()).sign_in()


@pytest.mark.parametrize("lifetime", ["soon", -1, 10**400, None, []])
def test_a_lifetime_that_makes_no_sense_breaks_nothing(
    answer: Callable[..., str], tmp_path: Path, lifetime: Any
) -> None:
    refresh_at(answer(200, json.dumps({"access_token": "t", "expires_in": lifetime})), tmp_path)

    assert kept(Account("work", "gmail", ALEX), tmp_path)["token"] == "t"


def test_a_password_for_everybody_in_netrc_never_goes_to_the_token_server(
    answer: Callable[..., str], heard: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("default login sam password hunter2\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    context = Context(tmp_path, lambda: datetime.now(UTC))

    refresh_at(answer(200, json.dumps({"access_token": "t"})), tmp_path)
    GoogleToken(Account("work", "gmail", ALEX), context).sign_out(lambda text: None)

    assert len(heard) == 2
    assert "Authorization" not in "".join(heard)


@pytest.mark.parametrize(
    ("token_uri", "address"),
    [
        ("https://oauth2.googleapis.com/token", "https://oauth2.googleapis.com/revoke"),
        ("https://accounts.google.com/o/oauth2/token", "https://oauth2.googleapis.com/revoke"),
        ("https://www.googleapis.com/oauth2/v3/token", "https://oauth2.googleapis.com/revoke"),
        ("http://localhost:4000/oauth2/token", "http://localhost:4000/oauth2/revoke"),
    ],
)
def test_client_files_of_all_years_know_where_to_revoke(token_uri: str, address: str) -> None:
    from providers._google_token import _revoke_address

    assert _revoke_address({"token_uri": token_uri}) == address


def test_debug_names_the_requests_for_tokens_and_no_token(
    answer: Callable[..., str], tmp_path: Path
) -> None:
    lines: list[str] = []
    account = Account("work", "gmail", ALEX)
    context = Context(tmp_path, lambda: datetime.now(UTC), debug=lines.append)
    refresh_at(answer(200, json.dumps({"access_token": "fresh-token"})), tmp_path)

    token = GoogleToken(account, context)
    token.renew()
    token.sign_out(lines.append)

    assert lines == ["POST token", "POST revoke"]


def test_a_wrong_client_file_is_said_before_the_keyring_is_looked_at(tmp_path: Path) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    account = Account("work", "gmail", "", options={"client-secrets": str(tmp_path / "none.json")})

    with pytest.raises(UsageError, match="can't be read"):
        open_as(account, tmp_path, InBrowser()).sign_in()


def test_no_network_is_not_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(ProviderUnavailableError, match="can't be reached"):
        refresh_at("http://127.0.0.1:9/token", tmp_path)
    assert kept(Account("work", "gmail", ALEX), tmp_path)["refresh_token"] == "kept"


# --- the commands -------------------------------------------------------------------------------


def test_login_doctor_and_logout_by_hand(
    google: GoogleEmulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from mailer.cli.main import run

    person = InBrowser()
    monkeypatch.setattr("webbrowser.open", person.open_browser)
    client = str(google.client_file(tmp_path))
    endpoint = ["--endpoint", google.root]

    assert run(["login", "gmail", "--client-secrets", client, *endpoint]) == 0
    assert ALEX in capsys.readouterr().out
    settings = (Path(os.environ["BOWOUT_HOME"]) / "config.toml").read_text()
    assert client in settings
    assert "google_refresh" not in settings

    assert run(["doctor", "--json"]) == 0
    assert run(["logout", "gmail"]) == 0
    capsys.readouterr()
    assert run(["threads", "northwind"]) != 0


def test_login_without_a_browser_prints_the_address_once(
    google: GoogleEmulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from mailer.cli import terminal
    from mailer.cli.main import run

    person, print_ = InBrowser(), terminal.PersonAtTerminal.open_browser

    def printed(self: terminal.PersonAtTerminal, url: str) -> bool:
        person.open_browser(url)  # the user copies it into a browser
        return print_(self, url)

    monkeypatch.setattr(terminal.PersonAtTerminal, "open_browser", printed)
    options = ["--client-secrets", str(google.client_file(tmp_path)), "--endpoint", google.root]

    assert run(["login", "gmail", "--no-browser", *options]) == 0

    assert capsys.readouterr().err.count("/o/oauth2/v2/auth?") == 1
