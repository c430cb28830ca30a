#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the names: each C file says its licence, each header is read once, and an exported function says where it belongs.

A function of np-x.c begins with np_x_, or with the name of a header of its folder, or of a type: a file may be one part of a
subject, as np-json-put.c of np-json-write.h, and a type has methods, as np_day_add() of NpDay in np-date.h.

In app/window any name with the prefix np_ will do.

Usage: names.py ROOT
Prints one line for each file or function that is named otherwise; the exit status is 1 when there is any.
"""
import pathlib
import re
import sys

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */"
# GNU style: the return type on a line of its own, then the name in the first column.
FUNCTION = re.compile(r"^(?P<type>[A-Za-z_][\w \t*]*)\n(?P<name>[a-z_]\w*) \(", re.MULTILINE)


TYPE = re.compile(r"(?:\}\s*|typedef [^;{}]*?\b|G_DECLARE_\w+ \()(Np[A-Z]\w*)(?:;|,| \[)")

# Subjects that are neither a type of ours nor a file: what they are about is text or a number.
OTHER = {"np_stamp": "a moment as text", "np_age": "a number of years"}

# The window's small parts are many and used only there: for them the program's prefix is enough.
LOOSE = "window"


def is_exported(match):
    words = match["type"].split()
    return "static" not in words and words[0] not in ("return", "else", "typedef") and match["name"] != "main"


def snake(type_name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type_name).lower()


def types(app):
    """What methods may be named after."""
    return {snake(name) for header in app.rglob("*.h") for name in TYPE.findall(header.read_text(encoding="utf-8"))}


def subjects(path):
    """What the functions of a file may be named after, besides a type."""
    headers = {header.stem.removesuffix("-private") for header in path.parent.glob("*.h")}
    return {header.replace("-", "_") for header in headers} | {"_".join(path.stem.split("-")[:2])}


def is_ours(function, allowed):
    return any(re.match(rf"_?{name}(_|$)", function) for name in allowed)


def complaints(root):
    known = types(root / "app") | set(OTHER)
    for part in ("app", "tests"):
        for path in sorted((root / part).rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(root)
            if text.split("\n", 1)[0] != LICENCE:
                yield f"{name}: the first line is not {LICENCE}"
            if path.suffix == ".h" and "#pragma once" not in text.split("\n"):
                yield f"{name}: there is no #pragma once"
            if part == "app" and path.name != "main.c":
                yield from names(name, path, text, known)


def names(name, path, text, known):
    if not re.fullmatch(r"np-[a-z0-9]+(-[a-z0-9]+)*\.[ch]", path.name):
        yield f"{name}: files are named np-subject.c"
        return
    allowed = {"np"} if name.parts[1] == LOOSE else subjects(path) | known
    if path.suffix == ".c":
        for match in filter(is_exported, FUNCTION.finditer(text)):
            if not is_ours(match["name"], allowed):
                yield f"{name}: {match['name']} is named after neither its file, a header of its folder nor a type"


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: names.py ROOT")
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
