#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a saved record as a PDF: to a new name, over an old file, and where nothing may be written."""
import os
import re

from desktop import Desktop, bound_by_permissions, run
from printer import pages
from records import pdf_text
from tap import Tap

SAVE = "Save Sheet as PDF…"
DIALOG = "Save Sheet as PDF"


def put_file_manager(desktop):
    """A program for folders, which writes down the one it was given."""
    told = desktop.folder / "shown"
    tool = desktop.folder / "folders"
    tool.write_text(f'#!/bin/sh\necho "$1" > {told}.part && mv {told}.part {told}\n', encoding="utf-8")
    tool.chmod(0o755)
    applications = desktop.folder / "data/applications"
    applications.mkdir(exist_ok=True)
    (applications / "folders.desktop").write_text(
        f"[Desktop Entry]\nType=Application\nName=Sample Folders\nExec={tool} %u\nMimeType=inode/directory;\n", encoding="utf-8")
    (applications / "mimeapps.list").write_text("[Default Applications]\ninode/directory=folders.desktop\n", encoding="utf-8")
    return told


with Tap() as tap, Desktop() as desktop:
    from consultation import PATIENT, Consultation
    from program import Program
    from signed import desk_log, put_consent, save_consent, to_signing

    def save_as(target):
        """Types where to, as people paste a path."""
        program.click("push button", SAVE)
        program.find("filler", DIALOG)
        offered.append(program.find("text", "Name:").text())
        program.write("Name:", str(target))
        program.click("push button", "Save", DIALOG)

    def wait_for_closed():
        program.wait(lambda: not program.has("filler", DIALOG), "the dialog to close")

    offered = []
    put_consent(desktop)
    program = Program(desktop, bound_by_permissions([os.environ["NEEDLEPOINT"]]))
    consultation = Consultation(program)
    to_signing(program, consultation)
    path, record = save_consent(program, consultation)
    folder = desktop.folder / "home/sheets"
    folder.mkdir(mode=0o700)
    sheet = desktop.folder / "sheet.pdf"
    run(os.environ["NEEDLEPOINTCTL"], "sheet", str(path), "-o", str(sheet))

    tap.step("a folder that nothing on this computer shows is named")
    program.click("push button", "Open Folder")
    program.find("dialog", "The Folder Cannot Be Shown")
    program.says(str(path.parent))
    program.picture("no-program-for-folders")
    program.click("push button", "Close", "The Folder Cannot Be Shown")
    program.wait(lambda: not program.has("dialog"), "the message to be read")

    tap.step("a program for folders is given it")
    shown = put_file_manager(desktop)
    program.click("push button", "Open Folder")
    program.wait(shown.exists, "the folder to be shown")
    assert shown.read_text(encoding="utf-8").strip() in (str(path.parent), path.parent.as_uri()), shown.read_text()

    tap.step("the name that is offered holds the day and the id")
    target = folder / "first.pdf"
    save_as(target)
    wait_for_closed()
    program.says("The sheet was saved as PDF.")
    day = record["record"]["signatures"][-1]["at"][:10]
    assert offered == [f"{day}-{record['record']['id']}.pdf"], offered

    tap.step("the PDF is the sheet that needlepointctl makes, and nobody else may read it")
    assert pages(target) == pages(sheet) > 1 and pdf_text(target) == pdf_text(sheet)
    assert target.stat().st_mode & 0o777 == 0o600, oct(target.stat().st_mode)

    tap.step("an old file is replaced whole, once that was asked")
    old = folder / "old.pdf"
    old.write_bytes(b"x" * 1_000_000)
    save_as(old)
    program.click("push button", "Replace")
    wait_for_closed()
    program.wait(lambda: old.read_bytes()[:4] == b"%PDF", "the new pages")
    assert pages(old) == pages(sheet)

    tap.step("where nothing may be written it says what to do, and leaves nothing there")
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0o500)
    save_as(shut / "sheet.pdf")
    wait_for_closed()
    program.says("The PDF Was Not Saved")
    program.says(re.compile("You may not save in “.*/shut”. .* You can choose another folder, too"))
    program.picture("save-pdf-refused")
    program.click("push button", "Close", "The PDF Was Not Saved")
    program.wait(lambda: not program.has("dialog"), "the message to be read")
    assert not list(shut.iterdir()), list(shut.iterdir())

    tap.step("the desk's log notes what was saved and not what was not")
    log = desk_log(desktop)
    assert [line[1:] for line in log] == [["saved-as-pdf", record["record"]["id"]]] * 2, log
    assert sorted(one.name for one in folder.iterdir()) == ["first.pdf", "old.pdf", "shut"]
    recent = desktop.folder / "data/recently-used.xbel"
    assert not recent.exists() or "pdf" not in recent.read_text(encoding="utf-8")
    assert not any(PATIENT in one.name for one in program.tree() if one.role == "frame")
