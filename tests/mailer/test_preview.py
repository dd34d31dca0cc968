import re
from pathlib import Path
from typing import Any

import pytest
from servers.marker_server import MarkerServer

from mailer.markup import text_to_html
from mailer.model import Address, Draft, Kind
from mailer.preview import preview_page, split_html
from mailer.testing.builders import make_message, make_reply
from mailer.testing.memory import MemoryProvider
from mailer.writing.render import TemplateFolder
from mailer.writing.situations import NOW, make_situation, write_situation

LONG = "https://northwind.example/" + "a" * 400


def _letter(language: str = "en") -> str:
    return write_situation(make_situation(language, Kind.WITHDRAW), TemplateFolder()).text


def _draft(quoted_html: str = "", language: str = "en", **fields: Any) -> Draft:
    """File a letter as `bowout draft` does and read it back."""
    provider = MemoryProvider.for_user("sam@rivera.example", name="Sam", now=lambda: NOW)
    parent = make_message(f"Shall we meet?\n{LONG}", html=quoted_html)
    provider.deliver(parent)
    text = _letter(language)
    reply = make_reply(to=parent, text=text, html=text_to_html(text), language=language, **fields)
    return provider.fetch_draft(provider.save_reply(reply).ref)


def _open(browser: Any, page: str, path: Path, *, width: int = 390, scheme: str = "light") -> None:
    path.write_text(page, encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    browser.get(path.as_uri())


def _brightness(color: str) -> float:
    red, green, blue = (int(n) / 255 for n in re.findall(r"\d+", color)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_quote_is_cut_off_where_mail_programs_fold_it() -> None:
    own, quote = split_html(_draft().html)

    assert "decided to withdraw" in own
    assert "Shall we meet?" not in own
    assert "Shall we meet?" in quote


def test_a_draft_without_html_is_shown_as_its_text() -> None:
    plain = Draft(
        key="k",
        version="1",
        thread_key="t",
        message_id="<d@rivera.example>",
        sender=Address("Sam", "sam@rivera.example"),
        to=(Address("<b>Dana</b>", "dana@northwind.example"),),
        subject="Re: <script>",
        text="One.\n\nTwo <b>.",
    )

    page = preview_page(plain)

    assert "<p>One.</p><p>Two &lt;b&gt;.</p>" in page
    assert "<b>" not in page
    assert "<script>" not in page


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_is_readable_on_a_phone_and_on_a_desk_and_the_quote_folds(
    browser: Any, tmp_path: Path, width: int, language: str
) -> None:
    wide = f"<table><tr>{'<td>Senior Engineer</td>' * 20}</tr></table><pre>{'x' * 300}</pre>"
    draft = _draft(f"<p>Shall we meet?</p><p>{LONG}</p>{wide}", language)
    page = preview_page(draft, language=language)

    _open(browser, page, tmp_path / "preview.html", width=width)

    assert browser.execute_script("return document.documentElement.lang") == language
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    shown = browser.find_element("tag name", "main").text
    assert _letter(language).splitlines()[0] in shown
    assert "Shall we meet?" not in shown
    browser.find_element("tag name", "summary").click()
    assert "Shall we meet?" in browser.find_element("tag name", "main").text
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.get_log("browser") == []


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(
    browser: Any, tmp_path: Path, scheme: str
) -> None:  # fmt: skip
    quoted = "<p style='color:#000'>Plain</p><font color='#000000'>Black</font><a href='x'>Link</a>"
    _open(browser, preview_page(_draft(quoted)), tmp_path / "preview.html", scheme=scheme)
    browser.find_element("tag name", "summary").click()

    ground = browser.execute_script(
        "return getComputedStyle(document.querySelector('main')).backgroundColor"
    )
    inks = browser.execute_script(
        "return [...document.querySelectorAll('main *')].filter(e => e.innerText)"
        ".map(e => getComputedStyle(e).color)"
    )

    assert (_brightness(ground) < 0.5) == (scheme == "dark")
    assert min(abs(_brightness(ink) - _brightness(ground)) for ink in inks) > 0.3


@pytest.mark.server
@pytest.mark.xdist_group("chromium")
def test_what_is_quoted_runs_and_fetches_nothing(browser: Any, tmp_path: Path) -> None:
    with MarkerServer().running() as server:
        hostile = (
            f"<p>Shall we meet?</p><img src='{server.url}/img' onerror=\"document.title='x'\">"
            f"<script>document.title='x'</script><link rel=stylesheet href='{server.url}/css'>"
            f"<iframe src='{server.url}/frame'></iframe><style>@import '{server.url}/i'</style>"
            f"<div style=\"background:url('{server.url}/bg')\">x</div>"
        )
        draft = _draft(hostile)

        _open(browser, preview_page(draft), tmp_path / "preview.html")
        browser.find_element("tag name", "summary").click()
        browser.execute_script(
            "const i = new Image(); i.src = arguments[0]; document.body.append(i);"
            "fetch(arguments[0]).catch(() => 0)",
            f"{server.url}/late",
        )
        browser.execute_async_script("setTimeout(arguments[0], 300)")

        assert server.paths == []
        assert browser.title == draft.subject
        assert browser.execute_script("return frames.length") == 0
    browser.get_log("browser")
