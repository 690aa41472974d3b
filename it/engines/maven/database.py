"""DynamoDB Local as a process, and what stands before it and writes down which pages are read."""
import http.server
import json
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

LIB = Path(__file__).resolve().parents[1] / "dynamodb-local" / "target" / "lib"
SIGNED = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"


class Database:
    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            ["java", "-Xmx256m", "-cp", f"{LIB}/*", "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
             "-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                self.ask("ListTables", {})
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("DynamoDB Local did not start")

    def ask(self, action, body):
        return forward(self.port, {"X-Amz-Target": f"DynamoDB_20120810.{action}", "Authorization": SIGNED,
                                   "Content-Type": "application/x-amz-json-1.0"}, json.dumps(body).encode())[1]

    def close(self):
        self.process.kill()
        self.process.wait()


def forward(port, headers, body):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, json.loads(refused.read())


class Observer:
    """Stands before a database.

    `pages` are the scans of a table, in the order of their answers; `items` are the ids that each page held when it was last
    read; `written` are the ids of updates that the database took.
    """

    def __init__(self, database, table):
        self.pages = []
        self.items = {}
        self.written = set()
        observer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kept = {name: value for name, value in self.headers.items()
                        if name.lower() in ("x-amz-target", "authorization", "content-type", "x-amz-date")}
                status, answer = forward(database.port, kept, body)
                if status == 200:
                    observer.saw(self.headers["X-Amz-Target"].split(".")[1], json.loads(body), answer, table)
                text = json.dumps(answer).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/x-amz-json-1.0")
                    self.send_header("Content-Length", str(len(text)))
                    self.end_headers()
                    self.wfile.write(text)
                except OSError:
                    pass  # whoever asked has been killed

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass  # a killed process resets its connections

        self.server = Server(("0.0.0.0", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def saw(self, action, body, answer, table):
        if body.get("TableName", "").split("/")[-1] != table:
            return
        if action == "Scan":
            page = (body.get("Segment", 0), json.dumps(body.get("ExclusiveStartKey"), sort_keys=True))
            self.pages.append(page)
            self.items[page] = {item["id"]["S"] for item in answer["Items"]}
        elif action == "UpdateItem":
            self.written.add(body["Key"]["id"]["S"])

    def close(self):
        self.server.shutdown()
