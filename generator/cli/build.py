"""Commands that make pages: build, render, serve."""

from pathlib import Path

import click

from generator.cli.group import CLEAN, FOUND, commands, root_option, tell_problems, tell_undated
from generator.cli.progress import quiet_option, shown
from generator.files.folder import opened
from generator.files.lock import BUILD, build_locked
from generator.files.write import replace_files
from generator.incremental.unchanged import Done
from generator.publish.builders import BUILDERS, PAGES


@commands.command()
@root_option
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path), help="Where to (default: ROOT/site)."
)
@click.option("--clean", is_flag=True, help="Forget everything that earlier builds left.")
@click.option("--drafts", is_flag=True, help="Build drafts too.")
@click.option("--builder", type=click.Choice(BUILDERS), default=BUILDERS[0], help="The site builder to use.")
@quiet_option
def build(root: Path, site: Path | None, clean: bool, drafts: bool, builder: str, quiet: bool) -> int:
    """Check everything and build the site; with an error, or when killed, the old site stays."""
    if clean:
        _remove_builds(root)
    site = site or root / "site"
    done = Done(root, ("build", builder, str(drafts)), site)
    if (told := done.told()) is not None:
        click.echo(told)
        return CLEAN
    # Loaded here: a build of what has not changed is over before this would be.
    from generator.pipeline import publish
    from generator.publish.kept_pages import frame_paths

    frame = frame_paths(root)
    state = done.state(frame or ())
    with shown(quiet=quiet) as progress:
        published = publish(root, site, drafts=drafts, builder=builder, progress=progress)
    if published.problems:
        tell_problems(published.problems, published.lines, err=True)
        click.echo("Nothing was built; the site is as it was.", err=True)
        return FOUND
    tell_undated(published.undated)
    told = f"{site}: {_built(published.shown, published.left_out)}"
    click.echo(told)
    if not published.undated and frame is not None:
        done.remember(state, frame, told)
    return CLEAN


@commands.command("render")
@root_option
@click.option("--drafts", is_flag=True, help="Render drafts too.")
def render_(root: Path, drafts: bool) -> int:
    """Write the Markdown pages into build/pages, and stop there."""
    from generator.model.diagnostics import errors
    from generator.pipeline import check, edition
    from generator.render.site import render_site

    checked = check(root, keep=True)
    problems = errors(checked.diagnostics)
    if problems:
        tell_problems(problems, checked.library.lines, err=True)
        return FOUND
    site_edition = edition(root, checked.library, drafts=drafts)
    pages = render_site(checked.findings, site_edition)
    with build_locked(root):
        replace_files(root, PAGES, pages)
    tell_undated(site_edition.past.undated)
    click.echo(f"{root / PAGES}: {len(pages)} files")
    return CLEAN


@commands.command()
@root_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port on this computer.")
def serve(root: Path, port: int) -> int:
    """Show the site on this computer, and every change as it is saved."""
    from generator.publish.serve import serve as serve_site

    serve_site(root, f"127.0.0.1:{port}")


def _built(shown: int, left_out: int) -> str:
    """Tell how many briefings a site shows, and how many drafts it doesn't."""
    told = f"{shown} briefing{'' if shown == 1 else 's'}, every quote found."
    if left_out:
        told += f" {left_out} {'draft is' if left_out == 1 else 'drafts are'} not shown: --drafts"
    return told


def _remove_builds(root: Path) -> None:
    """Remove what earlier builds left in build/, but not the pages folder's .gitignore."""
    with opened(root, BUILD, make=True) as folder:
        for entry in folder.entries():
            if entry.kind == "folder" and entry.name != PAGES.rpartition("/")[2]:
                folder.remove_folder(entry.name)
    replace_files(root, PAGES, {})
