# SPDX-License-Identifier: GPL-3.0-or-later
"""Needlepoint running on a test's desktop: found by role and name, worked by action, pointer and keys."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

from gi.repository import GLib

import quiet
from accessible import Bus, Tree, fits
from contrast import Pixels
from desktop import run, wait_for

PATIENCE = float(os.environ.get("NEEDLEPOINT_PATIENCE", "30"))


class Program:
    """Started at once; `stop()` or the end of the desktop ends it."""

    def __init__(self, desktop, command=None, environment=None):
        self.desktop = desktop
        self.command = command or [os.environ["NEEDLEPOINT"]]
        self.errors_file = desktop.folder / f"errors-{time.monotonic_ns()}.txt"
        with open(self.errors_file, "wb") as errors:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors,
                                            env={**os.environ, **(environment or {})})
        self.bus = Bus()
        self.presses = 0
        desktop.programs.append(self)
        self.name = wait_for(self._alive(lambda: self.bus.find_program(self.process.pid)), "the program on the bus", PATIENCE)
        self.wait(lambda: self.tree().find("frame"), "its window")
        self.wait(lambda: "active" in self.tree().find("frame").states, "its window to be active")

    # Looking

    def _alive(self, condition):
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}: {self.errors()}")
            try:
                return condition()
            except GLib.Error:  # what was looked at has just gone: look again
                return None
        return look

    def tree(self):
        return Tree(self.bus, self.name)

    def wait(self, condition, what, timeout=PATIENCE):
        try:
            return wait_for(self._alive(condition), what, timeout)
        except TimeoutError as problem:
            self.keep_failure()
            raise AssertionError(str(problem)) from None

    def find(self, role, name=None, inside=None, timeout=PATIENCE):
        """Waits for a node; `inside` is the name of the group, list or window that it has to be in."""
        def look():
            return next((node for node in self.tree().find_all(role, name)
                         if inside is None or any(fits(up.name, inside) for up in node.ancestors())), None)
        return self.wait(look, f"{role} {name!r}" + (f" in {inside!r}" if inside else ""), timeout)

    def has(self, role, name=None):
        return self.tree().find(role, name) is not None

    def labels(self):
        return [node.name for node in self.tree() if node.role in ("label", "heading", "status bar", "notification", "alert")]

    def says(self, words):
        """Waits until these words stand somewhere."""
        pattern = words if isinstance(words, re.Pattern) else re.compile(re.escape(words))
        return self.wait(lambda: next((node for node in self.tree() if pattern.search(node.name)), None), f"the words {words!r}")

    def focused(self):
        return next((node for node in self.tree() if "focused" in node.states), None)

    # Working

    def click(self, role, name=None, inside=None):
        """Does what a click does: by the node's own action, else with the pointer."""
        node = self.find(role, name, inside)
        if node.is_action:
            node.act()
        else:
            self.point_at(node)
        return node

    def menu(self, button, item):
        """Opens a menu and takes one of its words."""
        self.click("push button", button)
        self.click("menu item", item)

    def write(self, name, text, inside=None):
        """Writes into an entry, which takes the text as if it had been typed."""
        node = self.find("text", name, inside)
        node.set_text(text)
        return node

    def key(self, *keys):
        self.presses += len(keys)
        run("xdotool", "key", "--delay", "15", *keys)

    def take_row(self, rows, words):
        """Goes to the row with these words in a list that opens, with the arrows, and takes it once it has come there: `rows` gives the
        rows, and on a busy machine may do so while they are still being made."""
        for _ in range(3):
            self.key(*self.wait(lambda: next((("Home", *["Down"] * i) for i, row in enumerate(rows()) if words in row), None),
                                f"{words!r} to be offered"))
            with contextlib.suppress(TimeoutError):
                wait_for(self._alive(lambda: (node := self.focused()) and words in node.words), words, 2)
                self.key("Return")
                return
        raise AssertionError(f"{words!r} cannot be come to")

    def type(self, text):
        """ASCII only: xdotool loses other characters."""
        self.presses += len(text)
        run("xdotool", "type", "--delay", "15", text)

    def point_at(self, node):
        """Clicks with the pointer in the middle of a node, which is scrolled into view first and has come to rest there."""
        self.scroll_to(node)
        self.wait_for_rest(node)
        x, y = self.centre(node)
        run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def set_pointer_aside(self):
        """Where it rests on a page that has just come, a tooltip may open over what is clicked next."""
        run("xdotool", "mousemove", "1", "1")

    def wait_for_rest(self, node):
        """What was scrolled or pushed down a moment ago still moves: until its place was the same for some frames."""
        places = []

        def rests():
            places.append(node.extents())
            time.sleep(0.05)
            return len(places) > 3 and len(set(map(tuple, places[-4:]))) == 1

        self.wait(rests, f"{node} to rest")

    def centre(self, node):
        left, top = self.origin(node.window)
        x, y, width, height = node.extents()
        return left + x + width // 2, top + y + height // 2

    def scroll_to(self, node):
        """Turns the wheel until the middle of the node is in view, or where it is a tall one, its upper part."""
        pane = next((up for up in node.ancestors() if up.role == "scroll pane"), None)
        if pane is None:
            return
        x, centre = self.centre(pane)
        for _ in range(250):
            _, top, _, height = pane.extents()
            _, y, _, node_height = node.extents()
            place = y + min(node_height, height) // 2
            if top <= place - 6 and place + 6 <= top + height:
                return
            run("xdotool", "mousemove", str(x), str(centre), "click", "4" if place - 6 < top else "5")
            time.sleep(0.03)
        raise AssertionError(f"{node} cannot be scrolled into view")

    def is_in_view(self, node):
        """Whether all of the node is in view, or where it is taller than that, its lower end."""
        pane = next((up for up in node.ancestors() if up.role == "scroll pane"), None)
        if pane is None:
            return True
        _, top, _, height = pane.extents()
        _, y, _, own = node.extents()
        return (top <= y or own > height) and top < y + own <= top + height

    def turn_wheel(self, node, clicks):
        """Turns the wheel down without a rest, with the pointer in the middle of the pane that the node is in."""
        pane = next(up for up in node.ancestors() if up.role == "scroll pane")
        x, y = self.centre(pane)
        run("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(clicks), "--delay", "2", "5")

    def page_down(self, pane):
        """Turns the wheel by most of what a scroll pane shows; whether there was anything further down."""
        held = pane.children[0].children[0] if pane.children and pane.children[0].children else None
        if held is None:
            return False
        left, top, _, height = pane.place()
        x, y = self.origin(pane.window)
        first = last = held.place()[1]
        while first - last < height * 2 // 3:
            run("xdotool", "mousemove", str(x + left + 4), str(y + top + height // 2), "click", "5")
            time.sleep(0.08)
            before, last = last, held.place()[1]
            if last == before:
                break
        return last != first

    def scroll_whole(self, node):
        """Turns the wheel until the lower edge of the node is in view too."""
        pane = next((up for up in node.ancestors() if up.role == "scroll pane"), None)
        for _ in range(60):
            if pane is None:
                return
            x, centre = self.centre(pane)
            _, top, _, height = pane.extents()
            _, y, _, node_height = node.extents()
            if y + node_height <= top + height or y <= top:
                return
            run("xdotool", "mousemove", str(x), str(centre), "click", "5")
            time.sleep(0.1)
        raise AssertionError(f"{node} cannot be scrolled into view whole")

    def origin(self, window):
        """Where on the screen the point 0, 0 lies that the places in a window, or in a popover, are counted from."""
        left, top, width, height = window.extents()
        best = None
        for xid in self.window_ids():
            geometry = dict(re.findall(r"(Absolute upper-left X|Absolute upper-left Y|Width|Height): +(-?\d+)",
                                       run("xwininfo", "-id", xid, check=False)))
            if len(geometry) < 4:
                continue
            w, h = int(geometry["Width"]), int(geometry["Height"])
            x, y = int(geometry["Absolute upper-left X"]), int(geometry["Absolute upper-left Y"])
            if w >= width and h >= height and (best is None or w * h < best[0]):
                before, above = self.shadow(xid) or ((w - width) // 2, (h - height) // 2)
                best = w * h, x + before - left, y + above - top
        if best is None:
            raise AssertionError("the window is not on the screen")
        return best[1:]

    @staticmethod
    def shadow(xid):
        """How wide the shadow at the left and above is, of a window that tells it: there is less above than below."""
        told = re.findall(r"\d+", run("xprop", "-id", xid, "_GTK_FRAME_EXTENTS", check=False).partition("=")[2])
        return (int(told[0]), int(told[2])) if len(told) == 4 else None

    def window_ids(self):
        return run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), check=False).split()

    def drag(self, node, points, steps=14):
        """Draws with the pointer: `points` are fractions of the node's width and height."""
        self.scroll_to(node)
        self.scroll_whole(node)
        self.wait_for_rest(node)
        left, top = self.origin(node.window)
        x, y, width, height = node.extents()
        places = [(round(left + x + fx * width), round(top + y + fy * height)) for fx, fy in points]
        command = ["xdotool", "mousemove", *map(str, places[0]), "mousedown", "1"]
        for (x0, y0), (x1, y1) in zip(places, places[1:]):
            for step in range(1, steps + 1):
                command += ["mousemove", str(x0 + (x1 - x0) * step // steps), str(y0 + (y1 - y0) * step // steps),
                            "sleep", "0.006"]
        run(*command, "mouseup", "1")

    # Keeping

    def picture(self, name):
        """Takes a picture of the screen, one frame after what was waited for: the bus is faster than the paint."""
        time.sleep(0.25)
        width, height = self.desktop.screen
        data = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True, capture_output=True).stdout
        if artefacts():
            subprocess.run(["convert", "-size", f"{width}x{height}", "-depth", "8", "rgb:-", str(artefacts() / f"{name}.png")],
                           check=True, input=data)
        return Pixels(data, width, height)

    def titles(self):
        """What stands on the windows that are open now, for whoever looks over a shoulder or at a list of windows."""
        return [run("xdotool", "getwindowname", xid, check=False).strip() for xid in self.window_ids()]

    def keep_failure(self):
        folder = artefacts()
        if folder is None:
            return
        name = f"failed-{pathlib.Path(sys.argv[0]).stem}"
        run("import", "-window", "root", str(folder / f"{name}.png"), check=False)
        try:
            (folder / f"{name}.txt").write_text(self.tree().describe(), encoding="utf-8")
        except GLib.Error:
            pass

    def errors(self):
        """What the program wrote to standard error and output, without the noise of the desktop around it."""
        return "\n".join(quiet.told(self.errors_file.read_text(encoding="utf-8", errors="replace").splitlines()))

    def kill(self):
        """As a power cut."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self):
        """As a person closes the window."""
        self.key("ctrl+q")
        return self.process.wait(PATIENCE)


def artefacts():
    """Where pictures are kept, or None."""
    folder = os.environ.get("NEEDLEPOINT_ARTEFACTS")
    if not folder:
        return None
    path = pathlib.Path(folder) / "window"
    path.mkdir(parents=True, exist_ok=True)
    return path
