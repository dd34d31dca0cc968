"""What Microsoft's sign-in refuses, family by family, in plain sentences with the mend (G77–G80).

The codes are those of learn.microsoft.com/entra/identity-platform/reference-error-codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mailer.errors import MailerError, ProviderUnavailableError, SignInError

_AGAIN = "Run `bowout login outlook` again."
_NOTHING = "Nothing was stored or sent."


@dataclass(frozen=True, slots=True)
class Family:
    """Codes that mean the same to the user."""

    codes: frozenset[int]
    what: str
    mend: str = _AGAIN


def _family(what: str, mend: str, *codes: int) -> Family:
    return Family(frozenset(codes), what, mend)


FAMILIES = (
    _family(
        "The sign-in has expired: Microsoft ends it after 90 days without use, after a changed "
        "password, or when the company says so.",
        _AGAIN, 700082, 700084, 70043, 70000, 70008, 50173, 50133, 50078, 50089, 54005, 700081,
    ),
    _family(
        "Microsoft wants a second factor or a fresh sign-in.",
        _AGAIN, 50072, 50074, 50076, 50079, 50158, 16000, 50058, 500121, 135011,
    ),
    _family(
        "Your company's rules for access don't allow this sign-in from here (conditional access).",
        "Sign in from a device or place that the company allows, or ask its administrator; "
        "--device-code is often refused where a browser on this machine is allowed.",
        53000, 53001, 53002, 53003, 53004, 53011, 530002, 530003, 530034, 50005, 50097, 50105,
    ),
    _family(
        "Your company lets only an administrator allow an application to read mail.",
        "Ask the administrator to consent, with the client id and the permissions Mail.ReadWrite, "
        "User.Read and (to send) Mail.Send; docs/outlook.md has the address to send them.",
        90094, 90095, 90092, 90093, 900941, 90008, 650057,
    ),
    _family(
        "The consent was not given.",
        "Run `bowout login outlook` again and accept what the page asks for.",
        65001, 65004, 70018,
    ),
    _family(
        "There is no such tenant.",
        "Check --tenant: common, consumers, organizations, or the company's domain or tenant id.",
        90002, 900021, 900023, 90015, 50059,
    ),
    _family(
        "The application id is not known there.",
        "Check --client-id against the app registration, and that --tenant and --cloud are those "
        "in which it is registered.",
        700016, 70001, 90013, 700054, 1000001,
    ),
    _family(
        "The application is registered for another kind of account than yours.",
        "Set “Supported account types” of the registration to any organization and personal "
        "accounts, or pass --tenant consumers (personal) or the company's tenant.",
        50020, 50194, 9002331, 9002332, 9002346, 500200, 500201, 500202, 90023, 9001023,
    ),
    _family(
        "The application and the sign-in address belong to different clouds.",
        "Pass --cloud usgov, usgov-dod or china, which sets both addresses together.",
        900382, 500011, 900383, 900384, 900439, 900432,
    ),
    _family(
        "The app registration does not allow public clients.",
        "In the registration, under Authentication, set “Allow public client flows” to Yes.",
        7000218, 7000215, 7000222, 70002, 700025,
    ),
    _family(
        "The app registration lacks the redirect address http://localhost.",
        "In the registration, under Authentication, add the platform “Mobile and desktop "
        "applications” with the redirect URI http://localhost.",
        50011, 500113, 500112, 500117, 9002326, 9002327,
    ),
    _family(
        "The app registration lacks a permission that bowout asks for.",
        "Add the delegated permissions Mail.ReadWrite, User.Read, offline_access and Mail.Send "
        "of Microsoft Graph to the registration.",
        70011, 650052, 650053, 65005, 650056, 28002, 28003,
    ),
    _family(
        "Microsoft does not accept this user name or password, or the user is locked or gone.",
        "Sign in at outlook.com in a browser first, then run `bowout login outlook` again.",
        50034, 50053, 50055, 50056, 50057, 50126, 51004, 50177,
    ),
    _family(
        "The code was not entered in time.",
        "Run `bowout login outlook --device-code` again and enter the code at once.",
        70016, 70019, 70020,
    ),
)  # fmt: skip
_BY_CODE = {code: family for family in FAMILIES for code in family.codes}
_PASSING = frozenset({90033, 90055, 50196, 50000, 90006, 90012, 90019})


def codes_of(result: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the AADSTS codes of an error answer, the told ones first."""
    told = [int(c) for c in result.get("error_codes") or () if str(c).isdecimal()]
    text = str(result.get("error_description") or "")
    return tuple(dict.fromkeys([*told, *map(int, re.findall(r"AADSTS(\d{4,8})", text))]))


def wants_consent(result: Mapping[str, Any]) -> bool:
    """Tell whether asking the user once would do."""
    sub = str(result.get("suberror") or result.get("classification") or "")
    return 65001 in codes_of(result) or sub in ("consent_required", "basic_action")


def sign_in_error(result: Mapping[str, Any], *, client_id: str = "") -> MailerError:
    """Return the error for an error answer of the sign-in service."""
    codes, error = codes_of(result), str(result.get("error") or "")
    family = next((_BY_CODE[code] for code in codes if code in _BY_CODE), None)
    if not codes and error in ("unauthorized_client", "invalid_client"):
        family = _BY_CODE[50020]  # the service for personal accounts gives no code
    told = f" (AADSTS{codes[0]})" if codes else ""
    if family:
        mend = (
            f"{family.mend} The client id is {client_id}."
            if _names_client(family, client_id)
            else family.mend
        )
        return SignInError(f"{family.what.removesuffix('.')}{told}. {_NOTHING}", hint=mend)
    if any(code in _PASSING for code in codes) or error == "temporarily_unavailable":
        return ProviderUnavailableError(
            f"Microsoft's sign-in is out of order for the moment{told}. {_NOTHING}",
            hint="Run the command again in a few minutes.",
        )
    if error in ("access_denied", "authorization_declined"):
        return SignInError(f"The sign-in was declined{told}. {_NOTHING}", hint=_AGAIN)
    if error in ("expired_token", "code_expired", "authorization_pending"):
        return SignInError(
            f"The code was not entered in time{told}. {_NOTHING}",
            hint="Run `bowout login outlook --device-code` again and enter the code at once.",
        )
    name = re.sub(r"[^a-z_]", "", error)[:40] or "no reason given"
    return SignInError(f"Microsoft refused the sign-in ({name}{told}). {_NOTHING}", hint=_AGAIN)


def page_hint(client_id: str) -> str:
    """Return what to look at where the sign-in page never came back."""
    return (
        "If the page showed an error (AADSTS and a number), docs/outlook.md says what it means: "
        "most often the client id, the redirect address or the kind of account of the app "
        f"registration ({client_id}). If the browser is on another machine: --device-code."
    )


def _names_client(family: Family, client_id: str) -> bool:
    return bool(client_id) and bool(family.codes & {90094, 700016})
