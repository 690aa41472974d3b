"""Stands where the second engine of state machines looks for AWS: functions are the SAM CLI's, all else is its own.

The engine calls functions at http://localhost:<its port>, by their ARNs; `sam local start-lambda` knows them by their names.
"""
import http.client
import http.server
import re
import threading
import urllib.parse

INVOCATION = re.compile(r"/2015-03-31/functions/(?:[^/]*?function(?::|%3A))?([^/:%]+)[^/]*/invocations", re.IGNORECASE)
# A worker's longest life, and the start of its container.
PATIENCE = 960


def handler(functions, engine):
    class Router(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def route(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            invoked = INVOCATION.fullmatch(urllib.parse.urlsplit(self.path).path)
            path = f"/2015-03-31/functions/{invoked[1]}/invocations" if invoked else self.path
            connection = http.client.HTTPConnection(*(functions if invoked else engine), timeout=PATIENCE)
            try:
                connection.request(self.command, path, body, {**self.headers, "Connection": "close"})
                answer = connection.getresponse()
                content = answer.read()
            finally:
                connection.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "connection", "date", "server"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = route

        def log_message(self, form, *arguments):
            print(form % arguments, flush=True)

    return Router


def serve(addresses, functions, engine):
    """Routes what comes to any of the addresses, until this process ends."""
    for address in addresses:
        server = http.server.ThreadingHTTPServer(address, handler(functions, engine))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
