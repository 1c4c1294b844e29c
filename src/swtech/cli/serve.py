"""``swtech serve``: look at the built site in a browser, on this machine or on a phone beside it."""

from __future__ import annotations

from pathlib import Path

import click

from swtech.cli.common import course_root, root_option


@click.command()
@click.option("--port", "-p", default=8000, show_default=True, help="The port; 0 takes a free one.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets a phone in the same network in."
)
@click.option(
    "--base", default="/", show_default=True, help="Serve under this path, as a project site on Pages does."
)
@root_option
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(port: int, host: str, base: str, root: Path | None, folder: Path | None) -> None:
    """Serve FOLDER (the course's _site) until Ctrl+C.

    A page built meanwhile shows at the next reload. The server is for looking; to publish, copy the folder to any
    static host (docs/publishing.md).

    \b
      swtech serve --base /course/        as a host serves it on a sub-path
      swtech serve --host 0.0.0.0         to look at it on a phone in the same network

    Exit code: 0 ended with Ctrl+C, 2 wrong use: nothing to serve, or the port is taken.
    """
    from swtech.site.server import serve

    site = folder or course_root(root) / "_site"
    if not site.is_dir():
        raise click.UsageError(f"{site} is not there yet. Build it first: make site")
    try:
        server = serve(site, host=host, port=port, base=base)
    except OSError as error:
        raise click.UsageError(
            f"port {port}: {error.strerror}. Take another one: --port {port + 1}"
        ) from error
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host
    click.echo(
        f"http://{shown}:{server.server_address[1]}/{base.strip('/')}".rstrip("/") + "/   (Ctrl+C ends it)"
    )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.server_close()
