#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a saved record comes out of a printer: through GTK's own dialog to a print server of the test's own."""
import os
import re

from desktop import Desktop, run
from printer import NAME, Printer, may_start, pages
from records import pdf_text
from tap import Tap


PREVIEW = "The Sheet as It Prints"


def names_nobody(what):
    """Whether neither the patient's name nor the last part of it is among these bytes."""
    return b"Patient" not in what


def look_closer(program):
    """Makes the pages larger and smaller and moves over them, with the keyboard alone."""
    page = program.find("image", re.compile("^Page 1 of"))

    def width():
        return page.extents()[2]

    def place():
        return page.extents()[1]

    whole, top = width(), place()
    program.key("ctrl+plus")
    program.wait(lambda: width() == whole * 5 // 4, "a quarter larger")
    program.find("push button", "Size: 125 %")
    program.key("Down", "Down")
    program.wait(lambda: place() < top, "the page to go up")
    program.key("End")
    program.picture("print-preview-larger")
    program.key("ctrl+0", "ctrl+minus")
    program.wait(lambda: width() < whole * 4 // 5, "a quarter smaller")
    program.click("push button", "Size: 75 %")
    program.wait(lambda: width() == whole, "the size as at first")


def write_to_file(program, target):
    """Takes “Print to File” of the dialog, which writes a PDF and sends nothing."""
    program.find("dialog", "Print")
    program.point_at(program.find("label", "Print to File"))
    program.wait(lambda: program.has("push button", re.compile("[.]pdf$")), "the dialog to know the file")
    program.picture("print-to-file")
    program.wait(lambda: "sensitive" in program.find("push button", "Print").states, "the dialog to be ready")
    program.click("push button", "Print", "Print")
    program.wait(target.exists, "the file")
    program.wait(lambda: not program.has("dialog"), "the dialog to close")


def print_from_dialog(program):
    """Chooses the printer and prints; the dialog offers that once it knows what the printer can do."""
    program.find("dialog", "Print")
    program.point_at(program.find("label", NAME))
    program.wait(lambda: "sensitive" in program.find("push button", "Print").states, "the dialog to know the printer")
    program.picture("print-dialog")
    program.click("push button", "Print", "Print")
    program.wait(lambda: not program.has("dialog"), "the dialog to close")


def walk(tap, desktop, printer):
    from consultation import Consultation
    from program import Program
    from signed import CONSENT, desk_log, put_consent, save_consent, to_signing

    put_consent(desktop)
    program = Program(desktop)
    consultation = Consultation(program)

    tap.step("a look at the pages from the dialog prints nothing and notes nothing")
    to_signing(program, consultation)
    consultation.press("How this consultation ends", CONSENT)
    program.click("push button", "Print the Sheet…")
    program.click("push button", "Preview", "Print")
    program.find("frame", PREVIEW)
    program.picture("print-preview")
    look_closer(program)
    program.key("Escape")
    program.wait(lambda: not program.has("frame", PREVIEW), "the pages to be closed")
    assert not printer.sent()

    tap.step("so the record says nothing of a print")
    path, record = save_consent(program, consultation)
    assert "printed" not in [one["what"] for one in record["record"]["log"]], record["record"]["log"]

    tap.step("Print to File writes the sheet, and does not claim that a printer had it")
    program.click("push button", "Print Sheet…")
    file = desktop.folder / f"home/{path.stem}.pdf"
    write_to_file(program, file)
    program.says("The sheet was written to a file. Nothing was sent to a printer.")
    assert not printer.sent()
    assert [line[1:] for line in desk_log(desktop)] == [["printed-to-file", record["record"]["id"]]], desk_log(desktop)

    tap.step("its sheet is printed")
    kept = path.read_bytes()
    program.click("push button", "Print Sheet…")
    print_from_dialog(program)
    program.wait(printer.jobs, "the job to be printed")
    program.says("The sheet was sent to the printer.")

    tap.step("the job has the pages of the sheet that needlepointctl makes")
    sheet = desktop.folder / "sheet.pdf"
    run(os.environ["NEEDLEPOINTCTL"], "sheet", str(path), "-o", str(sheet))
    sent, = printer.sent()
    assert sent.read_bytes().startswith(b"%PDF"), sent.read_bytes()[:20]
    assert pages(sent) == pages(printer.paper) == pages(sheet) > 1, (pages(sent), pages(printer.paper), pages(sheet))
    assert pdf_text(sent) == pdf_text(sheet)

    tap.step("the queue tells nobody who the patient is")
    program.wait(lambda: record["record"]["id"].encode() in printer.told(), "the job to have the record's id for its name")
    assert names_nobody(printer.told()), printer.told()
    information = run("pdfinfo", str(sent)).encode()
    assert names_nobody(information), information

    tap.step("the desk's log notes it, the record does not")
    log = program.wait(lambda: desk_log(desktop)[1:], "the desk's log")
    assert [line[1:] for line in log] == [["printed", record["record"]["id"]]], log
    assert path.read_bytes() == kept


with Tap() as tap:
    if may_start():
        with Desktop() as desktop, Printer() as printer:
            walk(tap, desktop, printer)
    else:
        tap.skip("a print server of the test's own", "only root may start one")
