import subprocess
import sys

import pytest

from briefer.render import limits

CONFINED = """
import sys
from briefer.render.limits import Limits, confine
confine(Limits(memory=1 << 30))
try:
    exec(sys.argv[1])
except (PermissionError, MemoryError) as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import socket; socket.create_connection(('127.0.0.1', 9))",
            "PermissionError a page may not do this: socket.",
        ),
        ("import socket; socket.getaddrinfo('localhost', 80)", "PermissionError a page may not do this: socket."),
        ("import os; os.system('true')", "PermissionError a page may not do this: os.system"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError a page may not do this: subprocess.Popen"),
        ("bytes(4 << 30)", "MemoryError"),
        ("print('free', open('/etc/hostname').readable())", "free True"),
    ],
)
def test_what_a_confined_process_may_do(code: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", CONFINED, code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(said)


def test_where_the_system_has_no_limits_the_hook_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(limits, "resource", None)
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    limits.confine(limits.Limits())
    assert hooks == [limits._refuse]
    limits._refuse("open", ())
    limits._refuse("socket.__new__", ())
    with pytest.raises(PermissionError):
        limits._refuse("socket.connect", ())
