"""The user's own templates: they win, and a faulty one is named with its line."""

from pathlib import Path

import pytest

from mailer.errors import UsageError
from mailer.writing.render import TemplateFolder
from mailer.writing.template_check import check_templates

NAME = "en/withdraw.txt.j2"


def own(folder: Path, text: str) -> TemplateFolder:
    path = folder / NAME
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return TemplateFolder(folder)


def test_the_users_own_file_wins_and_the_others_stay(tmp_path: Path) -> None:
    folder = own(tmp_path, "Hello, {{ name }}.")

    assert folder.render(NAME, {"name": "Dana"}) == "Hello, Dana."
    assert folder.is_own(NAME)
    assert not folder.is_own("en/cancel.txt.j2")
    assert folder.read("en/cancel.txt.j2") == TemplateFolder().read("en/cancel.txt.j2")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("one\n{{ compnay }}", "line 2: 'compnay' is undefined"),
        ("one\n\n{% if %}", "line 3"),
        ("{% import 'en/bas.txt.j2' as b %}x", "line 1: there is no template 'en/bas.txt.j2'"),
        ("{% for i in range(10 ** 12) %}x{% endfor %}", "line 1"),
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
            "never ends",
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
        ('{% include "en/withdraw.txt.j2" %}', "calls itself without end"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ 'x' * 10 ** 10 }}", "not for letters"),
        (" \n{# nothing #}\n", "empty"),
    ],
)
def test_a_faulty_template_is_named_with_its_line_and_stores_nothing(
    tmp_path: Path, text: str, what: str
) -> None:
    folder = own(tmp_path, text)

    with pytest.raises(UsageError) as caught:
        folder.render(NAME, {})

    assert str(tmp_path / NAME) in caught.value.message
    assert what in caught.value.message
    assert caught.value.message.endswith("Nothing was stored.")


def test_what_was_compiled_before_has_its_bounds_and_a_changed_text_is_another(
    tmp_path: Path,
) -> None:
    endless = "{% for i in range(n) %}x{% endfor %}"
    for _ in range(2):
        folder = own(tmp_path, endless)
        assert folder.render(NAME, {"n": 3}) == "xxx"
        with pytest.raises(UsageError, match="never ends"):
            folder.render(NAME, {"n": 9999})

    assert own(tmp_path, "Hello.").render(NAME, {}) == "Hello."
    assert own(tmp_path, endless).render(NAME, {"n": 2}) == "xx"


@pytest.mark.parametrize("text", [b"\xff\xfe\x00", b"x" * 300_000])
def test_what_is_no_letter_is_refused_before_it_is_rendered(tmp_path: Path, text: bytes) -> None:
    folder = own(tmp_path, "")
    (tmp_path / NAME).write_bytes(text)

    with pytest.raises(UsageError, match=r"Nothing was stored\."):
        folder.read(NAME)


@pytest.mark.parametrize("name", ["../config.toml", "en/../../config.toml", "/etc/passwd", "en/x"])
def test_no_name_leads_out_of_the_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / "config.toml").write_text("secret = 1")

    with pytest.raises(UsageError, match="no template"):
        TemplateFolder(tmp_path / "templates").read(name)


def test_checking_tries_the_users_own_and_names_each_fault_once(tmp_path: Path) -> None:
    assert list(check_templates(TemplateFolder(tmp_path))) == []
    assert list(check_templates(own(tmp_path, TemplateFolder().read(NAME)))) == []

    (tmp_path / "en" / "withdrawl.txt.j2").write_text("x")
    (tmp_path / "tlh").mkdir()
    (tmp_path / "tlh" / "withdraw.txt.j2").write_text("x")
    found = list(check_templates(own(tmp_path, "{% if reason == 'visa' %}{{ vsia }}{% endif %}x")))

    assert any("no letter is called 'withdrawl'" in one for one in found)
    assert any("no language 'tlh'" in one for one in found)
    assert not [one for one in found if found.count(one) > 1]
