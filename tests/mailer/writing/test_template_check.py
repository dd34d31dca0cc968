from pathlib import Path

import pytest

from mailer.writing.render import TemplateFolder
from mailer.writing.template_check import check_templates


def _faults(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return list(check_templates(TemplateFolder(folder)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hi {{ reciever }}", "line 1: 'reciever' is undefined"),
        ("{{ company }}{% if stage == 'offer' %}{{ oops }}{% endif %}", "'oops' is undefined"),
    ],
)
def test_a_fault_is_named_once_with_file_line_and_where_it_shows(
    tmp_path: Path, text: str, says: str
) -> None:
    (fault,) = _faults(tmp_path, "en/referrer-thanks.txt.j2", text)

    assert says in fault
    assert "referrer-thanks.txt.j2" in fault
    assert "more)" in fault


def test_a_letter_of_an_unknown_name_or_language_is_said(tmp_path: Path) -> None:
    assert "no letter is called 'goodbye'" in _faults(tmp_path, "en/goodbye.txt.j2", "x")[0]
    assert "no language 'xx'" in " ".join(_faults(tmp_path, "xx/withdraw.txt.j2", "x"))
