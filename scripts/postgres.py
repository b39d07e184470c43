"""Find PostgreSQL, or install Debian's; run a server of it that is thrown away.

The server keeps its files in a temporary folder, listens on loopback only, runs as
an unprivileged user, and ends with the program that started it.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PACKAGE = "postgresql"
DEBIAN = Path("/usr/lib/postgresql")
OLDEST = 15
USER, UNPRIVILEGED = "after_overdue", "postgres"
START_SECONDS, STOP_SECONDS, POLL_SECONDS = 60, 30, 0.1
LOOPBACK = "127.0.0.1"
DATA, LOG = "data", "log"
MISSING = (
    f"The tests of a class need PostgreSQL {OLDEST} or newer and none was found. "
    "Install it ('apt-get install postgresql'), or put its 'initdb' on the path."
)


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs, if one is there."""
    numbered = [each for each in DEBIAN.glob("*") if each.name.isdigit()]
    newest = sorted(numbered, key=lambda each: int(each.name), reverse=True)
    named = shutil.which("initdb")
    folders = [each / "bin" for each in newest]
    if named:
        folders.append(Path(named).resolve().parent)
    return next((each for each in folders if _version(each) >= OLDEST), None)


def _version(folder: Path) -> int:
    """Return the major version of the server in a folder; 0 where there is none."""
    server = folder / "postgres"
    if not server.exists() or not (folder / "initdb").exists():
        return 0
    command = [str(server), "--version"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(said.split()[2].partition(".")[0])


def install() -> None:
    """Install Debian's PostgreSQL, where we may."""
    apt = shutil.which("apt-get")
    sudo = [] if _is_root() else ["sudo", "-n"]
    if not apt or not (_is_root() or shutil.which("sudo")):
        return
    subprocess.run([*sudo, apt, "update", "-qq"], check=False)
    subprocess.run([*sudo, apt, "install", "-y", "-qq", PACKAGE], check=False)


@contextmanager
def server(*, durable: bool = True) -> Iterator[str]:
    """Run a server, and give the address of an empty database of it.

    Parameters
    ----------
    durable : whether a commit waits for the disk; a test may do without
    """
    found = programs()
    if found is None:
        raise FileNotFoundError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="after-overdue-postgres-"))
    if _is_root():
        shutil.chown(folder, UNPRIVILEGED)
    password, port = secrets.token_urlsafe(16), _free_port()
    address = f"postgresql://{USER}:{password}@{LOOPBACK}:{port}/postgres"
    try:
        _make_files(found, folder, password)
        with _process(_command(found, folder, port, durable), folder) as process:
            try:
                _wait(address, process, folder)
                yield address
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(STOP_SECONDS)
    finally:
        shutil.rmtree(folder)


def _make_files(found: Path, folder: Path, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password, encoding="utf-8")
    secret.chmod(0o644)  # the folder itself is closed to others
    options = ["-D", str(folder / DATA), "-U", USER, "--pwfile", str(secret)]
    manners = ["-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]
    with _process([str(found / "initdb"), *options, *manners], folder) as process:
        if process.wait(START_SECONDS) != 0:
            raise RuntimeError(_log(folder))


def _command(found: Path, folder: Path, port: int, durable: bool) -> list[str]:
    settings = {
        "listen_addresses": LOOPBACK,
        "port": str(port),
        "unix_socket_directories": "",
        "fsync": "on" if durable else "off",
    }
    given = [f"--{name}={value}" for name, value in settings.items()]
    return [str(found / "postgres"), "-D", str(folder / DATA), *given]


def _process(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start a program in the folder, as a user who may do little."""
    user = UNPRIVILEGED if _is_root() else None
    with (folder / LOG).open("ab") as log:
        return subprocess.Popen(
            command,
            cwd=folder,
            stdout=log,
            stderr=log,
            user=user,
            group=user,
            extra_groups=[] if user else None,
        )


def _wait(address: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    """Return once the server answers; raise if it ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            time.sleep(POLL_SECONDS)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{_log(folder)}")


def _log(folder: Path) -> str:
    return (folder / LOG).read_text(encoding="utf-8")


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port: int = free.getsockname()[1]
    return port


if __name__ == "__main__":
    if programs() is None:
        install()
    folder = programs()
    if folder is None:
        sys.exit(MISSING)
    print(f"PostgreSQL: {folder}")
