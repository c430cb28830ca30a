#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sweep and the watch over what is told find what they are there to find. Needs no display."""
import pathlib
import tempfile
import types

import contrast
import quiet
import sweep
from tap import Tap

WINDOW = (0, 0, 400, 300)


def node(role, name, box=(10, 10, 80, 20), states=("focusable", "sensitive"), children=()):
    """As accessible.Node, without a program behind it."""
    one = types.SimpleNamespace(role=role, name=name, states=set(states), children=list(children), parent=None, extents=lambda: box,
                                is_named=bool(name) and not name.startswith("Gtk"))
    one.ancestors = lambda: iter([] if one.parent is None else [one.parent, *one.parent.ancestors()])
    one.is_in = lambda role: any(up.role == role for up in one.ancestors())
    one.walk = lambda: iter([one, *(part for child in one.children for part in child.walk())])
    for child in one.children:
        child.parent = one
    return one


class Page(list):
    """What a tree is to the sweep: all nodes in order, and its windows."""

    def __init__(self, *children):
        self.windows = [node("frame", "Needlepoint", WINDOW, (), children)]
        for child in self.walk():
            child.window = self.windows[0]
        super().__init__(self.walk())

    def walk(self):
        return list(self.windows[0].walk())


def found(rule, *children):
    return [one.name if hasattr(one, "name") else one[0].name for one in rule(Page(*children))]


def picture(ground, ink):
    return contrast.Pixels(bytes(ground * 30 + ink * 5 + ground * 15), 50, 1)


with Tap() as tap:
    tap.step("contrast is that of the letters, not of their edges")
    assert round(contrast.of(picture((255, 255, 255), (0, 0, 0)), (0, 0, 50, 1)), 1) == 21.0
    assert 4.5 < contrast.of(picture((255, 255, 255), (118, 118, 118)), (0, 0, 50, 1)) < 4.6
    assert contrast.of(picture((9, 9, 9), (9, 9, 9)), (0, 0, 50, 1)) is None

    tap.step("what has no name, or has it twice, is found")
    assert found(sweep.unnamed, node("push button", "GtkImage"), node("push button", "Next")) == ["GtkImage"]
    assert found(sweep.unnamed, node("scroll pane", "")) == []
    assert found(sweep.named_twice, node("push button", "Next Next"), node("push button", "Next")) == ["Next Next"]

    tap.step("what sticks out, or lies where nobody comes, is found")
    assert found(sweep.sideways, node("push button", "Out", (350, 10, 80, 20)), node("label", "In")) == ["Out"]
    assert found(sweep.out_of_reach, node("push button", "Below", (10, 290, 80, 20)), node("push button", "In")) == ["Below"]
    scrolled = node("scroll pane", "", (0, 0, 400, 200), (), [node("push button", "Below", (10, 900, 80, 20))])
    assert found(sweep.out_of_reach, scrolled) == []
    slit = node("scroll pane", "", (0, 0, 400, 40), (), [node("panel", "", (0, 0, 400, 900), ())])
    assert [one for one, _ in sweep.too_low(Page(slit), (1280, 900))] == [slit]

    tap.step("what is said of a patient is known in each of its forms, and ids are not")
    said = quiet.said({"patient": {"name": "Sample Patient", "date_of_birth": "2001-07-19"}, "id": "not-said",
                       "answers": {"keloid": {"states": [{"is": "no"}], "note": "Since school"}}})
    assert said == {"Sample Patient", "2001-07-19", "19 July 2001", "Since school"}, said

    tap.step("a name in the log, in a title or in a file's name is found, and so is a warning")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        desktop = types.SimpleNamespace(folder=folder, drafts=folder / "drafts", archive=folder / "archive", private={"Sample Patient"})
        log = folder / "log.txt"

        def finds(written="", title="Needlepoint"):
            log.write_text(written, encoding="utf-8")
            try:
                quiet.check(desktop, [types.SimpleNamespace(errors_file=log, titles=lambda: [title])])
            except AssertionError:
                return True
            return False

        assert not finds() and not finds("dbind-WARNING: noise\n")
        assert finds("opened Sample Patient") and finds("Gtk-CRITICAL: no") and finds(title="Sample Patient")
        (folder / "Sample Patient.pdf").touch()
        assert finds()
