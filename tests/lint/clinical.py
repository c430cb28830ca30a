#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the clinical content out of C: no id of the catalogue and no interval stands in a string under app/.

A word that is an id and also names a member or a choice of a file's form, or a term of the rule notation, is let through, for
there it does not mean the entry of the catalogue.

Usage: clinical.py ROOT
Prints one line for each id; the exit status is 1 when there is any.
"""
import json
import pathlib
import re
import sys

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
INTERVAL = re.compile(r"\d+ ?[dwm]\Z|\{ *[1-9]\d*, *NP_UNIT_")
# entries that a consultation speaks about; what is only a heading or a word of the sheet is no clinical statement
TABLES = ("indications", "sets", "areas", "depths", "devices", "needle_materials", "plan_checks", "topicals", "anaesthetics",
          "medicine_groups", "allergy_groups", "questions", "states", "findings", "changes", "risks", "information", "aftercare",
          "red_flags", "cooling_off", "limits")
# Signals of widgets and words of the log, which only sound like a state; a section of the sheet, which texts open; what the
# ids of texts begin with; and a term.
OTHERWISE_MEANT = {"settled", "cleared", "expect", "cooling-off", "medicine", "stamp"}


def ids_of(node, table=None):
    if isinstance(node, dict):
        if table in TABLES and isinstance(node.get("id"), str):
            yield node["id"]
        for name, value in node.items():
            yield from ids_of(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from ids_of(value, table)


def words_of(node):
    """Member names, and in a schema the words that may be chosen and that may stand alone."""
    if isinstance(node, dict):
        yield from node
        yield from (word for word in node.get("enum", []) if isinstance(word, str))
        yield from (word for word in (node.get("const"),) if isinstance(word, str))
        for value in node.values():
            yield from words_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from words_of(value)


def read(folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def complaints(root):
    catalogue, schemas = read(root / "data" / "catalog"), read(root / "data" / "schema")
    forms = OTHERWISE_MEANT | {word for document in catalogue + schemas for word in words_of(document)}
    ids = {id for document in catalogue for id in ids_of(document)} - forms
    for path in sorted((root / "app").rglob("*.[ch]")):
        text = COMMENT.sub(lambda comment: re.sub(r"[^\n]", "", comment[0]), path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.split("\n"), 1):
            at = f"{path.relative_to(root)}:{number}"
            strings = STRING.findall(line)
            named = [word for string in strings for word in string.split("/") if word in ids]
            yield from (f"{at}: “{word}” is an id of the catalogue: make it a member there" for word in named)
            if INTERVAL.search(line) or any(INTERVAL.match(string) for string in strings):
                yield f"{at}: an interval: it belongs in the catalogue"


def main():
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
