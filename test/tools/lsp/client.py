"""client - an editor, as far as a language server can tell.

Messages that arrive are kept until somebody asks for them, so a test need not
know in which order two of them come that have nothing to do with each other.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import json
import os
import queue
import subprocess
import threading
import time

PATIENCE = 60  # seconds: a machine that is busy is no fault of the server


class Silence(Exception):
    """What was waited for did not come."""


class Message(dict):
    """With `raw`, the bytes that came, and `when` they did."""


class Client:
    def __init__(self, command, cwd=None, env=None):
        environment = dict(os.environ, **(env or {}))
        self.process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.arrived = queue.Queue()
        self.kept = []
        self.number = 0
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    # What comes in.

    def read_one(self):
        length = None
        while True:
            line = self.process.stdout.readline()
            if not line:
                return None
            if line == b"\r\n":
                return self.process.stdout.read(length)
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)

    def read(self):
        while True:
            body = self.read_one()
            if body is None:
                break
            self.arrived.put((time.perf_counter(), body))
        self.arrived.put(None)

    def wait(self, wanted, seconds=PATIENCE):
        """The first message that `wanted` is true of; those before it are kept.
        """
        for i, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(i)
        end = time.monotonic() + seconds
        while True:
            try:
                item = self.arrived.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise Silence("it did not come; there is only: %s" %
                              self.gist()) from None
            if item is None:
                self.arrived.put(None)
                raise Silence("the server is gone; it said: %s" % self.gist())
            message = Message(json.loads(item[1]))
            message.when, message.raw = item
            if wanted(message):
                return message
            self.kept.append(message)

    def gist(self):
        """The newest of what was kept, as much as can be read."""
        return "\n".join(json.dumps(m)[:600] for m in self.kept[-6:])

    # What goes out.

    def send_raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps(message, ensure_ascii=False).encode()
        self.send_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params):
        """The whole answer."""
        self.number += 1
        number = self.number
        self.send({"jsonrpc": "2.0", "id": number, "method": method,
                   "params": params})
        return self.wait(lambda m: m.get("id") == number and
                         ("result" in m or "error" in m))

    # A session.

    def start(self, folders=(), capabilities=None, options=None):
        answer = self.ask("initialize", {
            "processId": None,
            "rootUri": uri(folders[0]) if folders else None,
            "workspaceFolders": [{"uri": uri(f), "name": os.path.basename(f)}
                                 for f in folders],
            "initializationOptions": options or {},
            "capabilities": capabilities if capabilities is not None
            else CAPABILITIES})
        self.notify("initialized", {})
        return answer["result"]

    def open(self, path, text=None, version=1):
        if text is None:
            with open(path, newline="") as file:
                text = file.read()
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri(path), "languageId": "c", "version": version,
            "text": text}})

    def change(self, path, version, changes):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri(path), "version": version},
            "contentChanges": changes})

    def close(self, path):
        self.notify("textDocument/didClose",
                    {"textDocument": {"uri": uri(path)}})

    def published(self, path, wanted=lambda params: True, seconds=PATIENCE):
        """The first publication for the file that `wanted` is true of; those
        before it are forgotten."""
        def is_it(message):
            return (message.get("method") == "textDocument/publishDiagnostics"
                    and same_file(message["params"]["uri"], path))
        end = time.monotonic() + seconds
        while True:
            message = self.wait(is_it, end - time.monotonic())
            self.when = message.when
            if wanted(message["params"]):
                return message["params"]

    def stop(self):
        """Ends as it should; the status."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        return self.process.wait(2 * PATIENCE)


CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True,
                               "versionSupport": True},
        "codeAction": {"codeActionLiteralSupport": {
            "codeActionKind": {"valueSet": ["quickfix"]}}},
        "hover": {"contentFormat": ["markdown"]}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


def uri(path):
    return "file://" + os.path.abspath(path).replace(" ", "%20")


def same_file(name, path):
    return name == uri(path)


def ours(params):
    """What of a publication is from us."""
    return [d for d in params["diagnostics"]
            if d.get("source") == "unloadcheck"]


def position(line, character):
    return {"line": line, "character": character}


def span(line, start, end):
    return {"start": position(line, start), "end": position(line, end)}
