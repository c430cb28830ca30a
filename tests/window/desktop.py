# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of the test's own: X server, session bus, window manager and home folder, all gone again at the end. A walk that came to its
end has to have been quiet too."""
import contextlib
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import quiet

PR_SET_CHILD_SUBREAPER = 36
SCREEN = (1280, 900)
# What GNOME's settings service tells programs on Debian 12; without it GTK falls back to another font, hinted otherwise.
GTK_SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-font-name=Cantarell 11
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
"""


def run(*command, check=True):
    """The output of a small tool."""
    return subprocess.run(command, check=check, capture_output=True, text=True).stdout


def bound_by_permissions(command):
    """As an account that has to keep to the permissions of folders, which root does not."""
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    return [*drop, *command]


def wait_for(condition, what, timeout=30):
    """Waits until condition() gives something true, and gives that."""
    end = time.monotonic() + timeout
    while True:
        began = time.monotonic()
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"waited {timeout} s for {what}")
        time.sleep(max(0.02, time.monotonic() - began))  # whoever looks all the time takes the program's turn


def children(pid):
    """Processes whose parent is pid."""
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid:
                found.append(int(status.parent.name))
    return found


def descendants(pid):
    for child in children(pid):
        yield child
        yield from descendants(child)


def reap():
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def stop_all():
    """Ends every process that this test has started, and those that they have started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in list(descendants(os.getpid())):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sign)
        end = time.monotonic() + 3
        while children(os.getpid()) and time.monotonic() < end:
            reap()
            time.sleep(0.02)


class Desktop:
    """Used with `with`. `text_scale` 2 doubles all text, as a person who sees little sets it. Keys repeat only where that is looked at: on
    a busy machine a key that is typed stays down long enough to come twice."""

    def __init__(self, screen=SCREEN, text_scale=1, environment=None, keys_repeat=False):
        self.screen, self.text_scale, self.keys_repeat = screen, text_scale, keys_repeat
        self.extra = environment or {}
        self.folder = None
        self.programs = []    # what was started here
        self.private = set()  # what patients said in the files that a test put here

    def __enter__(self):
        # What outlives its parent, as the accessibility bus does, becomes a child of this process and is ended too.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(SystemExit("ended from outside")))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="needlepoint-window-"))
        try:
            self._make_home()
            self._start_screen()
            self._start_bus()
            self._start_window_manager()
        except BaseException:
            self.__exit__(BaseException)
            raise
        return self

    def __exit__(self, kind=None, *_):
        try:
            if kind is None:
                quiet.check(self, self.programs)
        finally:
            stop_all()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _make_home(self):
        for name in ("home", "config/gtk-4.0", "data", "cache", "runtime"):
            (self.folder / name).mkdir(parents=True, mode=0o700)
        (self.folder / "config/gtk-4.0/settings.ini").write_text(GTK_SETTINGS, encoding="utf-8")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS",
                     "XDG_SESSION_TYPE", "LANGUAGE", "GTK_THEME", "ADW_DEBUG_COLOR_SCHEME", "ADW_DEBUG_HIGH_CONTRAST"):
            os.environ.pop(name, None)
        os.environ.update(
            HOME=str(self.folder / "home"), XDG_CONFIG_HOME=str(self.folder / "config"),
            XDG_DATA_HOME=str(self.folder / "data"), XDG_CACHE_HOME=str(self.folder / "cache"),
            XDG_RUNTIME_DIR=str(self.folder / "runtime"), NEEDLEPOINT_ARCHIVE=str(self.archive),
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GSETTINGS_BACKEND="memory", GTK_A11Y="atspi",
            GIO_USE_VFS="local", LC_ALL="C.UTF-8", TZ="UTC", **self.extra)

    def _start_screen(self):
        # Without -noreset the server starts anew when its last client leaves, and who comes just then is turned away.
        size = f"{self.screen[0]}x{self.screen[1]}x24"
        read, write = os.pipe()
        self._spawn("Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset", "-dpi", "96",
                    "r" if self.keys_repeat else "-r", pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as pipe:
            os.environ["DISPLAY"] = ":" + pipe.readline().strip()
        if self.text_scale != 1:
            resource = f"Xft.dpi:\t{96 * self.text_scale}\n"
            run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", resource)

    def _start_bus(self):
        bus = self._spawn("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1",
                          stdout=subprocess.PIPE)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_window_manager(self):
        self._spawn("metacity", "--composite")
        wait_for(lambda: "#" in run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK", check=False), "the window manager")

    def _spawn(self, *command, stdout=subprocess.DEVNULL, pass_fds=()):
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL,
                                pass_fds=pass_fds)

    @property
    def archive(self):
        """Where records and clinic.json lie."""
        return self.folder / "archive"

    @property
    def drafts(self):
        return self.folder / "data/needlepoint/drafts"
