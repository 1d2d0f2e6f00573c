"""A headless Chromium, spoken to over its debugging pipe."""

import base64
import json
import os
import shutil
import subprocess
import tempfile

CANDIDATES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


class Browser:
    """Chromium with one tab. Leave it with `with`, so that it ends."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, CANDIDATES)), None)
        if program is None:
            raise SystemExit("no Chromium found")
        self.profile = tempfile.mkdtemp()
        (to_read, self.to_browser), (self.from_browser, to_write) = os.pipe(), os.pipe()

        def pipes():
            # Chromium reads from 3 and writes to 4; first out of their way.
            ends = [os.dup2(end, high) for end, high in ((to_read, 103), (to_write, 104))]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={self.profile}"],
            close_fds=False, preexec_fn=pipes,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.last = 0
        self.rest = b""
        self.session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _next(self):
        while b"\0" not in self.rest:
            more = os.read(self.from_browser, 1 << 16)
            if not more:
                raise SystemExit("Chromium ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        """Calls a method of the debugging protocol; events that come meanwhile are kept."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.to_browser, rest):]
        while True:
            answer = self._next()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        """Waits for an event."""
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next())

    def emulate(self, width, scheme, media="screen"):
        """Sets the width of the window [pixels], the colour scheme and the medium."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=1000,
                  deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path):
        """Opens a file and gives what happened meanwhile as texts: messages and requests."""
        self.events = []
        address = "file://" + os.path.abspath(path)
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")
        return address

    def incidents(self, address):
        """Messages on the console, exceptions, and requests for anything but the page itself."""
        self.run("new Promise(resolve => setTimeout(resolve, 200))")
        found = []
        for event in self.events:
            method, values = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                found.append(f"console: {values['args']}")
            elif method == "Runtime.exceptionThrown":
                found.append(f"exception: {values['exceptionDetails']}")
            elif method == "Log.entryAdded":
                found.append(f"log: {values['entry']['text']}")
            elif method == "Network.requestWillBeSent":
                if values["request"]["url"].split("#")[0] != address:
                    found.append(f"request: {values['request']['url'][:200]}")
        return found

    def run(self, script):
        """Runs a script in the page and gives its value; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True,
                           returnByValue=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key, code):
        """Presses a key."""
        text = {"text": "\r"} if key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key,
                  windowsVirtualKeyCode=code, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def picture(self, path, top=0, height=None):
        """Writes the page, or a stretch of it, as a PNG."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": top, "width": size["width"], "scale": 1,
                "height": height or size["height"]}
        data = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def pdf(self, path):
        """Writes the page as it prints."""
        self.call("Emulation.setEmulatedMedia", media="", features=[])
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
