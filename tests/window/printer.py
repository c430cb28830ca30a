# SPDX-License-Identifier: GPL-3.0-or-later
"""A print server of the test's own, with one printer whose jobs and paper are files; gone again at the end."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from desktop import run, wait_for

NAME = "Sample_Printer"
DRIVER = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"
SERVER = """
Listen {folder}/socket
Browsing Off
DefaultAuthType None
WebInterface No
IdleExitTimeout 0
PreserveJobFiles Yes
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
SystemGroup root
User lp
Group lp
FileDevice Yes
ServerRoot {folder}/root
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
"""


def may_start():
    """A print server starts its filters under another account, which only root may do."""
    return os.geteuid() == 0 and sbin("cupsd") is not None


class Printer:
    """Used with `with`, inside the test's desktop and before the program starts."""

    def __enter__(self):
        # The account of the filters has to get in.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="needlepoint-print-"))
        self.folder.chmod(0o711)
        self.paper = self.folder / "paper.pdf"
        self.server = None
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        os.environ.pop("CUPS_SERVER", None)
        if self.server:
            self.server.terminate()
            self.server.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        for name in ("root", "spool", "tmp", "cache", "state", "log"):
            (self.folder / name).mkdir()
        for name, text in (("cupsd.conf", SERVER), ("cups-files.conf", FILES)):
            (self.folder / "root" / name).write_text(text.format(folder=self.folder), encoding="utf-8")
        os.environ["CUPS_SERVER"] = str(self.folder / "socket")
        self.server = subprocess.Popen([sbin("cupsd"), "-f", "-c", str(self.folder / "root/cupsd.conf"),
                                        "-s", str(self.folder / "root/cups-files.conf")],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: "is running" in run("lpstat", "-r", check=False), "the print server")
        run(sbin("lpadmin"), "-p", NAME, "-E", "-v", f"file:{self.paper}", "-m", DRIVER)

    def jobs(self):
        """The names of the jobs that came out, as the queue tells them to everyone."""
        return run("lpstat", "-W", "completed", "-o", check=False).split("\n")[:-1]

    def sent(self):
        """What the program sent, one file a job, before any filter."""
        return sorted((self.folder / "spool").glob("d*-001"))

    def told(self):
        """All that the server was told about its jobs besides their pages: title, file name, options, as bytes."""
        return b"".join(path.read_bytes() for path in (self.folder / "spool").glob("c*"))


def sbin(name):
    """A program of the administrator's, which is not on everyone's path."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")


def pages(path):
    """How many pages a PDF has."""
    return int(re.search(r"^Pages: +(\d+)$", run("pdfinfo", str(path)), re.MULTILINE).group(1))
