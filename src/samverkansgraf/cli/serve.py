"""``serve``: the SPARQL service and the pages."""

from __future__ import annotations

import signal
import socket

import click

from samverkansgraf.cli.releasing import all_texts, let_through, persons_options
from samverkansgraf.cli.shared import language_of, open_from, say
from samverkansgraf.errors import UsageError


@click.command(epilog="Example: samverkansgraf -g data/vasteras serve --port 8000")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free."
)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30, show_default=True,
              help="Seconds that a query may take.")  # fmt: skip
@persons_options
@click.pass_context
def command(ctx: click.Context, host: str, port: int, timeout: float) -> None:
    """Serve SPARQL at /sparql, and the picture and the report, to this machine until Ctrl-C."""
    try:
        import uvicorn

        from samverkansgraf.server.app import application
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in {"uvicorn", "starlette"}:
            raise
        raise UsageError('the server is not installed; run: pip install "samverkansgraf[server]"') from None
    from samverkansgraf.server.workers import Workers

    city = open_from(ctx)
    if ctx.find_root().obj["public"]:
        let_through(all_texts(city))  # all that a page or an answer can be made of
    with _listening(host, port) as listening, Workers(city.graph, seconds=timeout) as workers:
        app = application(city, workers, language=language_of(ctx, city))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False))
        shown = f"[{host}]" if ":" in host else host
        say(f"http://{shown}:{listening.getsockname()[1]}/")
        signal.signal(
            signal.SIGTERM, signal.default_int_handler
        )  # to be told to end is no reason to leave litter
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            say("stopped")


def _listening(host: str, port: int) -> socket.socket:
    """Take the port before anything is begun."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        remedy = "name another with --port, or end what uses it"
        raise UsageError(f"{host} port {port} cannot be used ({error.strerror or error}); {remedy}") from None
