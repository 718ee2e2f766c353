"""interrupt.py - stops the program in the middle, as a user or the system does.

  interrupt.py terminal COMMAND...  at the first line of progress on a terminal,
                                    by Ctrl-C; prints that line
  interrupt.py kill FOLDER COMMAND...  when the first unit is in FOLDER, a cache

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""

import glob
import os
import pty
import re
import signal
import subprocess
import sys
import time

PATIENCE = 60  # seconds, on a machine that does much else


def terminal(command):
    process, end = pty.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # lit ignores it
        os.execvp(command[0], command)
    seen = b""
    while not re.search(rb"\[\d+/\d+\][^\r]* left", seen):
        seen += os.read(end, 1024)
    print(seen.decode().replace("\r", "\n").replace("\033[K", ""), flush=True)
    os.write(end, b"\x03")
    start = time.monotonic()
    status = os.waitpid(process, 0)[1]
    late = time.monotonic() - start > PATIENCE / 4
    return late or not os.WIFSIGNALED(status) or \
        os.WTERMSIG(status) != signal.SIGINT


def kill(folder, command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    start = time.monotonic()
    while not glob.glob(os.path.join(folder, "*", "*.unit")):
        if process.poll() is not None or time.monotonic() - start > PATIENCE:
            return True
        time.sleep(0.01)
    process.kill()
    return process.wait() != -signal.SIGKILL


if sys.argv[1] == "terminal":
    sys.exit(terminal(sys.argv[2:]))
sys.exit(kill(sys.argv[2], sys.argv[3:]))
