"""`templates`: the letters, and the user's own ones."""

from __future__ import annotations

import click

from mailer.cli.opening import json_option, load


def complete_templates(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the names of templates."""
    from mailer.writing.render import TemplateFolder

    return [name for name in TemplateFolder(None).list_names() if name.startswith(incomplete)]


@click.group()
def templates() -> None:
    """List, show, copy and check the letters. Your own folder wins file by file."""


@templates.command("list")
@json_option
def list_templates(as_json: bool) -> None:
    """List every template; yours are marked."""
    from mailer.output import print_document, print_table
    from mailer.writing.render import TemplateFolder

    _, places = load()
    folder = TemplateFolder(places.templates)
    names = [(name, folder.is_own(name)) for name in folder.list_names()]
    if as_json:
        print_document(
            {
                "folder": str(places.templates),
                "templates": [{"name": name, "own": own} for name, own in names],
            }
        )
        return
    print_table(["", "template"], [["*" if own else "", name] for name, own in names])


@templates.command("show")
@click.argument("name", shell_complete=complete_templates)
@json_option
def show_template(name: str, as_json: bool) -> None:
    """Print the template NAME, such as `en/withdraw.txt.j2`."""
    from mailer.output import print_document, say
    from mailer.writing.render import TemplateFolder

    _, places = load()
    folder = TemplateFolder(places.templates)
    text = folder.read(name)
    if as_json:
        print_document({"name": name, "own": folder.is_own(name), "text": text})
    else:
        say(text)


@templates.command("copy")
@click.argument("name", shell_complete=complete_templates)
@json_option
def copy_template(name: str, as_json: bool) -> None:
    """Copy the template NAME into your own folder, where it wins; edit it there."""
    from mailer.errors import UsageError
    from mailer.output import print_document, say
    from mailer.settings import make_private, write_private
    from mailer.writing.render import TemplateFolder

    _, places = load()
    text = TemplateFolder(None).read(name)
    target = places.templates / name
    if target.exists():
        raise UsageError(f"{target} is there already. Nothing was changed.", hint="Edit that file.")
    make_private(target.parent)
    write_private(target, text)
    if as_json:
        print_document({"name": name, "path": str(target)})
        return
    say(f"Copied to {target}. `bowout templates check` tries it on all situations.")


@templates.command("check")
@json_option
def check_templates(as_json: bool) -> None:
    """Render your own templates on all situations and name what breaks."""
    from mailer.output import print_document, say
    from mailer.writing.render import TemplateFolder
    from mailer.writing.template_check import check_templates as check

    _, places = load()
    folder = TemplateFolder(places.templates)
    problems = list(check(folder))
    if as_json:
        print_document({"problems": problems})
    else:
        for problem in problems:
            say(problem)
        if not folder.list_own():
            say(f"You have none of your own yet, in {places.templates}: "
                "`bowout templates copy NAME` puts one there.")  # fmt: skip
        elif not problems:
            say("All of yours render on all situations.")
    if problems:
        raise click.exceptions.Exit(1)
