import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_the_page_of_letters_is_what_the_templates_say_and_clean_by_the_checker() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "write_letters.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
