#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the comments: each function that a header under app/ declares says in its .c what it promises.

The comment is GTK-Doc: it stands right above the function, begins with its name, and tells of each parameter and of what is
returned. A header that no other folder includes is for the files beside it, and what GObject's macros declare they document
themselves.

Usage: docs.py ROOT
Prints one line for each function that says less; the exit status is 1 when there is any.
"""
import pathlib
import re
import sys

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
DECLARED = re.compile(r"^(?!\s*(?:typedef|static|return|#)\b)[^\n;{}()#]*?\b(np_\w+) \((?=[^;{}]*\)[^;{}]*;)", re.MULTILINE)
DEFINED = re.compile(r"^(?P<type>[A-Za-z_][\w \t*]*)\n(?P<name>np_\w+) \((?P<parameters>[^{;]*?)\)\n\{", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
MADE_BY_MACRO = re.compile(r"_(?:get_type|quark)$")


def used_elsewhere(root):
    """The headers that a file of another folder includes; the names of headers are unique."""
    folders = {}
    for part in ("app", "tests"):
        for path in (root / part).rglob("*.[ch]"):
            for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
                folders.setdefault(pathlib.PurePath(header).name, set()).add(path.parent)
    return {header for header in (root / "app").rglob("*.h") if folders.get(header.name, set()) - {header.parent}}


def declared(root):
    names = set()
    for header in used_elsewhere(root):
        names |= set(DECLARED.findall(COMMENT.sub("", header.read_text(encoding="utf-8"))))
    return {name for name in names if not MADE_BY_MACRO.search(name)}


def parameters(text):
    """Their names; a parameter that is a function has its name in brackets."""
    found = []
    for part in re.split(r",(?![^(]*\))", COMMENT.sub("", text)):
        inner = re.search(r"\(\*(\w+)\)", part)
        name = inner or re.search(r"(\w+)(?:\[[^\]]*\])?\s*$", part)
        if name and name[1] != "void":
            found.append(name[1])
        elif part.strip() == "...":
            found.append("...")
    return found


def comment_above(text, at):
    before = text[:at].rstrip()
    if not before.endswith("*/"):
        return ""
    start = before.rfind("/*")
    return before[start:] if before.startswith("/**", start) and text[len(before):at] == "\n" else ""


def lacks(match, comment):
    name = match["name"]
    if not re.match(rf"/\*\*\n \* {name}:", comment):
        yield "has no comment that says what it promises"
        return
    for parameter in parameters(match["parameters"]):
        if f"@{parameter}:" not in comment:
            yield f"does not tell of @{parameter}"
    if match["type"].strip() != "void" and "Returns:" not in comment:
        yield "does not say what it returns"


def complaints(root):
    public = declared(root)
    for path in sorted((root / "app").rglob("*.c")):
        text = path.read_text(encoding="utf-8")
        for match in DEFINED.finditer(text):
            if match["name"] in public:
                for what in lacks(match, comment_above(text, match.start())):
                    yield f"{path.relative_to(root)}: {match['name']} {what}"


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: docs.py ROOT")
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
