#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the two README files to what is there: paths, links, folders and programs.

What stands in backticks and looks like a path exists, from the folder of the README or from the root; a link leads somewhere; the
first word of an indented line is a file that can be run, or a program that meson makes; and app/README.md has a line for
each folder with source.

Usage: readme.py ROOT
Prints one line for each that is not so; the exit status is 1 when there is any.
"""
import os
import pathlib
import re
import sys

# Paths of the reader's machine, and of a build.
ELSEWHERE = re.compile(r"^(?:~|BUILD/|\.build/|/)")
PATH = re.compile(r"^[\w.-]+(?:/[\w.*-]+)+/?$|^[\w-]+/$")
OTHER_TOOLS = {"meson", "ninja"}
ARROW = re.compile(r"<-|->")   # a drawing


def exists(root, folder, name):
    return any(any(base.glob(name.rstrip("/"))) for base in (root, folder))


def quoted_paths(root, path, text):
    for quoted in re.findall(r"`([^`\n]+)`", text):
        name = quoted.split()[0]
        if PATH.match(name) and not ELSEWHERE.match(name) and not exists(root, path.parent, name):
            yield f"there is no {name}"


def links(path, text):
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        if not (path.parent / target).exists():
            yield f"the link to {target} leads nowhere"


def commands(root, text):
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)   # run whole by a test of its own
    for line in re.findall(r"^    (\S.*)$", text, re.MULTILINE):
        word = line.split()[0]
        if ARROW.search(line) or word in OTHER_TOOLS:
            continue
        if word.startswith("BUILD/"):
            folder = root / pathlib.PurePath(word).parent.relative_to("BUILD")
            if f"'{pathlib.PurePath(word).name}'" not in (folder / "meson.build").read_text(encoding="utf-8"):
                yield f"nothing makes {word}"
        elif not os.access(root / word, os.X_OK):
            yield f"{word} cannot be run"


def folders(root, text):
    for folder in sorted({path.parent for end in ("*.c", "*.h") for path in (root / "app").rglob(end)}):
        name = folder.relative_to(root / "app").as_posix()
        if f"| `{name}/` |" not in text:
            yield f"there is no line for {name}/"


def complaints(root):
    for name in ("README.md", "app/README.md"):
        path = root / name
        text = path.read_text(encoding="utf-8")
        found = [*quoted_paths(root, path, text), *links(path, text), *commands(root, text)]
        if name.startswith("app/"):
            found += folders(root, text)
        yield from (f"{name}: {what}" for what in found)


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: readme.py ROOT")
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
