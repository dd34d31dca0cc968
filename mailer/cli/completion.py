"""`completion`: the shell's completion script, printed."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print the completion script for SHELL.

    bash: eval "$(bowout completion bash)" · zsh: eval "$(bowout completion zsh)" ·
    fish: bowout completion fish | source · PowerShell: bowout completion powershell | Out-String |
    Invoke-Expression
    """
    from click.shell_completion import get_completion_class

    from mailer.cli.main import bowout

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"This version of click knows no completion for {shell}.")
    click.echo(found(bowout, {}, "bowout", "_BOWOUT_COMPLETE").source())
