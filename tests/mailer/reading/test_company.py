import pytest

from mailer.model import Me
from mailer.reading.company import company_names
from mailer.testing.builders import SAM, make_message

ME = Me(name="Sam Rivera", addresses=(SAM.address,))


@pytest.mark.parametrize("name", ["株式会社あおぞらテック", "あおぞらテック株式会社"])
def test_a_japanese_company_is_named_as_it_signs_not_as_its_domain_is_spelt(name: str) -> None:
    text = f"リベラ様\n\n一次面接のご案内です。\n\n--\n{name}\n人事部 佐藤 花子"
    message = make_message(text, sender="佐藤 花子 <sato@aozora-tech.example>")

    assert company_names([message], ME).most_common(1)[0][0] == name
