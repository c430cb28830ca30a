#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the direction of dependencies: which folder of app/ may include which, and which toolkit.

Usage: includes.py ROOT
Prints one line for each include that points the wrong way; the exit status is 1 when there is any.
"""
import pathlib
import re
import sys

BASE = ["json", "files", "dates"]
CHAIN = ["language", "catalog", "screening", "clinic", "consultation", "record"]
AFTER_RECORD = {"seal": [], "archive": ["seal"], "sheet": []}

# What each part may take from the others, and the toolkits that it may not know.
PARTS = {"core": {"core"}, "paper": {"core", "paper"}, "cli": {"core", "paper", "cli"},
         "window": {"core", "paper", "window"}}
TOOLKITS = {"core": ["gtk", "gdk", "adwaita", "pango", "cairo"], "paper": ["gtk", "gdk", "adwaita"],
            "cli": ["gtk", "gdk", "adwaita"], "window": []}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def core_folders():
    """For each folder of the core, the folders that it may include."""
    allowed = {folder: {folder} for folder in BASE}
    before = set(BASE)
    for folder in CHAIN:
        before = before | {folder}
        allowed[folder] = before
    for folder, also in AFTER_RECORD.items():
        allowed[folder] = before | set(also) | {folder}
    return allowed


def place(path, app):
    """The part of app/ and the folder below it that a file lies in."""
    parts = path.relative_to(app).parts
    return parts[0], parts[1] if len(parts) > 2 else ""


def wrong_way(source, target, allowed):
    """Why source may not include what lies in target, or None."""
    if target[0] not in PARTS.get(source[0], {source[0]}):
        return f"app/{source[0]} does not include app/{target[0]}"
    if source[0] == target[0] == "core":
        if source[1] not in allowed:
            return f"app/core/{source[1]} has no place in the order of dependencies yet; see {pathlib.Path(__file__).name}"
        if target[1] not in allowed[source[1]]:
            return f"app/core/{source[1]} does not include app/core/{target[1]}"
    return None


def toolkit(source, header):
    """Why a file of this part may not include a system's header, or None."""
    first = re.split(r"[/.-]", header)[0]
    for name in TOOLKITS.get(source[0], []):
        if first.startswith(name):
            return f"app/{source[0]} knows no {name}"
    return None


def complaints(root):
    app = root / "app"
    files = sorted(path for path in app.rglob("*") if path.suffix in (".c", ".h"))
    headers = {}
    for path in files:
        if path.suffix == ".h":
            if path.name in headers:
                yield f"{path.relative_to(root)}: the name is taken by {headers[path.name].relative_to(root)}"
            headers[path.name] = path
    allowed = core_folders()
    for path in files:
        source = place(path, app)
        for quote, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            own = headers.get(pathlib.PurePath(header).name) if quote == '"' else None
            why = wrong_way(source, place(own, app), allowed) if own else toolkit(source, header)
            if why:
                yield f"{path.relative_to(root)}: {header}: {why}"


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: includes.py ROOT")
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
