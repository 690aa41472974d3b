"""The container engine: the one that answers, or else one of our own for as long as it is needed."""
import contextlib
import fcntl
import os
import shutil
import signal
import socket
import struct
import subprocess
import time

BRIDGE = "docker0"
GET_ADDRESS = 0x8915  # SIOCGIFADDR
PACKAGES = {"dockerd": "docker.io", "busybox": "busybox-static"}


class Missing(Exception):
    """There is no container engine, and none can be started."""


@contextlib.contextmanager
def engine(logs):
    install()
    if answers():
        yield
        return
    if os.geteuid() != 0:
        raise Missing("no container engine answers, and only root can start one: start Docker, or run this as root")
    with (logs / "dockerd.log").open("wb") as log:
        daemon = subprocess.Popen(["dockerd"], stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            await_daemon(daemon, logs / "dockerd.log")
            yield
        finally:
            stop(daemon)


def install():
    lacking = [package for program, package in PACKAGES.items()
               if not shutil.which(program) and not (program == "dockerd" and answers())]
    if not lacking:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(f"not installed: {' '.join(lacking)}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "check": True}
    try:
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", *lacking], **quiet)
    except subprocess.CalledProcessError as refused:
        raise Missing(f"{' '.join(lacking)} cannot be installed: {refused}") from refused


def answers():
    if not shutil.which("docker"):
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0


def await_daemon(daemon, log):
    for _ in range(120):
        if answers():
            return
        if daemon.poll() is not None:
            break
        time.sleep(0.5)
    raise Missing(f"dockerd did not start: {log.read_text(errors='replace')[-800:]}")


def stop(process, patience=30):
    """Ends a process that was started here, and those that it started, after so many seconds by force."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def bridge_address():
    """The machine's address that containers reach, and nothing outside does."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        answer = fcntl.ioctl(asking, GET_ADDRESS, struct.pack("256s", BRIDGE.encode()))
    return socket.inet_ntoa(answer[20:24])


if __name__ == "__main__":
    install()
