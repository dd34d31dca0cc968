"""The command group, the table of commands, and the way from an error to an exit status."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailer.errors import MailerError

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("mailer.cli.demo:demo", "Lay down a sample mailbox to try everything on."),
    "login": ("mailer.cli.login:login", "Connect an account."),
    "accounts": ("mailer.cli.accounts:accounts", "List the accounts, or choose the default."),
    "logout": ("mailer.cli.accounts:logout", "Forget an account and its secrets."),
    "doctor": ("mailer.cli.doctor:doctor", "Check each account end to end."),
    "providers": ("mailer.cli.accounts:providers", "List the kinds of account there are."),
    "threads": ("mailer.cli.threads:threads", "Show the interview processes found."),
    "decide": ("mailer.cli.decide:decide", "Think it over: four questions, and advice."),
    "draft": ("mailer.cli.draft:draft", "Draft the letter as a reply in its thread."),
    "call": ("mailer.cli.call:call", "Log a phone call; draft its written confirmation."),
    "show": ("mailer.cli.show:show", "Show the draft as it stands in the mailbox now."),
    "send": ("mailer.cli.send:send", "Show, check, ask, and send exactly that, once."),
    "discard": ("mailer.cli.discard:discard", "Delete the tool's own draft."),
    "status": ("mailer.cli.status:status", "Show all withdrawals, or the history of one."),
    "remind": ("mailer.cli.remind:remind", "Reminders: list, add, done, snooze, check, …"),
    "reflect": ("mailer.cli.records:reflect", "Keep a note of your own on a process."),
    "report": ("mailer.cli.records:report", "Write one HTML page of all withdrawals."),
    "forget": ("mailer.cli.records:forget", "Delete all traces of a withdrawal, or of all."),
    "templates": ("mailer.cli.templates:templates", "List, show, copy and check the letters."),
    "completion": ("mailer.cli.completion:completion", "Print the shell's completion script."),
}
"""Every command: where it lives and its one line of help, so that `--help` imports none."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return one command."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name][0].partition(":")
        found = getattr(importlib.import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest one."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"There is no command {name!r}.{hint}")
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from mailer.version import VERSION

        click.echo(f"bowout {VERSION}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `bowout demo`. Nothing is ever sent unless you run `bowout send`.",
)
@click.option(
    "--version",
    is_flag=True,
    callback=_print_version,
    expose_value=False,
    is_eager=True,
    help="Show the version and exit.",
)
def bowout() -> None:
    """Leave an interview process well: the right letter, in the right thread, as your own draft."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status (docs/exit-statuses.md)."""
    wants_json = "--json" in arguments
    try:
        result = bowout.main(args=list(arguments), prog_name="bowout", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _say_interrupted(wants_json)
    except click.ClickException as error:
        return _say_usage(error, wants_json)
    except BrokenPipeError:
        return _hush()
    except Exception as error:  # the border: ours are shown as they are, all else is a fault
        return _say_error(error, arguments, wants_json)


def _say_interrupted(wants_json: bool) -> int:
    from mailer.errors import InterruptedByUserError

    error = InterruptedByUserError(
        "Interrupted. What was under way is taken up by the next run; nothing is done twice.",
        hint="`bowout status` shows what was done before.",
        stored=None,
    )
    _print_error(error, wants_json)
    return error.exit_code


def _say_usage(error: click.ClickException, wants_json: bool) -> int:
    if wants_json:
        from mailer.errors import UsageError

        _print_error(UsageError(error.format_message()), wants_json)
    else:
        error.show()
    return error.exit_code


def _say_error(error: Exception, arguments: Sequence[str], wants_json: bool) -> int:
    from mailer.errors import MailerError

    if not isinstance(error, MailerError):
        if "--debug" in arguments:
            import traceback

            click.echo(_bare_traceback(traceback.extract_tb(error.__traceback__)), err=True)
        error = _disk_failure(error) if isinstance(error, OSError) else _fault(error)
    _print_error(error, wants_json)
    return error.exit_code


def _fault(error: Exception) -> MailerError:
    from mailer.errors import MailerError

    return MailerError(
        f"A fault of bowout's own ({type(error).__name__}). Whether anything was stored is "
        "unknown; nothing was sent unless `bowout status` says so.",
        hint="Please report it with the output of --debug, which holds no private text.",
        stored=None,
    )


def _disk_failure(error: OSError) -> MailerError:
    """Return what the system refused; a file that no other place expected to fail."""
    from mailer.errors import ProviderUnavailableError

    where = f"{error.filename}: " if error.filename else ""
    return ProviderUnavailableError(
        f"The system refused: {where}{error.strerror or type(error).__name__}. Whether anything "
        "was stored is unknown; nothing was sent unless `bowout status` says so.",
        hint="Free some space, or mend the permissions, and run the command again.",
        stored=None,
    )


def _bare_traceback(frames: Sequence[object]) -> str:
    """Return where it happened, without values or texts."""
    lines = []
    for frame in frames:
        name = os.path.basename(getattr(frame, "filename", ""))  # noqa: PTH119 - a name, not a path to open
        lines.append(f"  {name}:{getattr(frame, 'lineno', 0)} in {getattr(frame, 'name', '')}")
    return "\n".join(lines)


def _print_error(error: MailerError, wants_json: bool) -> None:
    from mailer.output import print_error

    try:
        print_error(error, wants_json=wants_json)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:  # what stdout leads to is full: the sentence still reaches stderr
        _hush()
        if wants_json:
            print_error(error, wants_json=False)


def _hush() -> int:
    """Write no more to stdout: its reader has gone, or its disk is full."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until exit
    return 0
