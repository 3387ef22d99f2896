"""Serves the dashboard on this machine and prints its address.

``python tools/serve.py`` serves the office's own store (``FAZHI_STORE``, else ``var/fazhi.db``). ``--port`` is where to
begin looking for a free port, ``--open`` opens the browser. Ctrl+C ends it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
FIRST_PORT = 8501
PATIENCE = 120.0
"""Seconds a server may take to answer for the first time; a cold disk of an old office machine is slow."""


def is_free(port: int) -> bool:
    """Whether nobody listens on ``port`` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # a port just left is free; on Windows this option would mean something else
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port(first: int = FIRST_PORT) -> int:
    """The first free port from ``first`` on; says so when it is another one."""
    port = next((p for p in range(first, min(first + 100, 65536)) if is_free(p)), None)
    if port is None:
        sys.exit(f"端口 {first} 起的 100 个端口都被占用。 / no free port from {first} on.")
    if port != first:
        print(f"端口 {first} 已被占用，改用 {port}。 / port {first} is taken, using {port}.", flush=True)
    return port


def answers(port: int) -> bool:
    """Whether the server on ``port`` is up."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through an office's proxy
    try:
        with direct.open(f"http://{HOST}:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def start(port: int, store: str | None = None) -> subprocess.Popen[bytes]:
    """Starts the server on ``port`` over ``store`` (an SQLAlchemy URL) and returns when it answers.

    Raises RuntimeError when it ends or stays silent instead.
    """
    environment = {**os.environ, "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false", "PYTHONUTF8": "1"}
    if store is not None:
        environment["FAZHI_STORE"] = store
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", HOST, "--server.port", str(port)]
    # Streamlit's own greeting is English and names addresses nobody can reach; faults still show on stderr.
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while not answers(port):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with status {server.returncode}")
        if time.monotonic() > end:
            stop(server)
            raise RuntimeError(f"the server did not answer within {PATIENCE:.0f} s")
        time.sleep(0.1)
    return server


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ends the server, gently first."""
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def serve(store: str | None = None, first_port: int = FIRST_PORT, *, browser: bool = False) -> int:
    """Serves until Ctrl+C and returns the exit status."""
    port = free_port(first_port)
    try:
        server = start(port, store)
    except RuntimeError as fault:
        print(f"服务没有启动，原因见上。 / the server did not start: {fault}", file=sys.stderr)
        return 1
    address = f"http://{HOST}:{port}"
    print(f"\n请用浏览器打开 / open in a browser:  {address}\n按 Ctrl+C 结束 / Ctrl+C ends it", flush=True)
    if browser:
        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt):
        return server.wait()
    stop(server)
    return 0


def end_on_terminate() -> None:
    """Lets a polite kill end the server too, as Ctrl+C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


def prepare_output() -> None:
    """No Chinese sentence may stop the program on a console that cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def arguments(description: str) -> argparse.Namespace:
    """``--port`` and ``--open``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", FIRST_PORT)), help="first port to try")
    parser.add_argument("--open", action="store_true", help="open the browser")
    return parser.parse_args()


if __name__ == "__main__":
    prepare_output()
    end_on_terminate()
    options = arguments("Serves the office's own store.")
    sys.exit(serve(first_port=options.port, browser=options.open))
