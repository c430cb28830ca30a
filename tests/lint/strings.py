#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what translators need: every text that people see is marked, listed and explained.

po/POTFILES.in names each file with a text to translate and no other, in order. A text with a placeholder, or of one or two
words, comes with a comment: in C one that begins with "Translators:" on the lines right above it, in a .ui file the attribute
`comments`; for a text without placeholders a context will do. And no literal is shown to people without going through gettext.

Usage: strings.py ROOT
Prints one line for each text or file that is otherwise; the exit status is 1 when there is any.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

# As meson's preset "glib" has them, and those of app/core/language.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2",
            "np_count:2,3", "np_language_count:2,3"]

PLACEHOLDER = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?(?:l|ll|h|z)?[diuoxXcsfgeGE]|%\d+\$|\{[a-z]+\}|<PRI|<G_G")
STRING = r'"(?:[^"\\]|\\.)*"'
LITERAL = rf"({STRING}(?:\s*{STRING})*)"

# Calls whose literal people would see: what comes before it, and the literal itself.
SHOWN = [re.compile(pattern + LITERAL) for pattern in (
    r"\b(?:gtk|adw)_\w+_set_(?:text|label|markup|title|subtitle|tooltip_text|tooltip_markup|placeholder_text|description|"
    r"heading|body|primary_icon_tooltip_text) \([^;\"]*?,\s*",
    r"\b(?:gtk_label_new|gtk_label_new_with_mnemonic|gtk_button_new_with_label|gtk_button_new_with_mnemonic|adw_toast_new|"
    r"gtk_check_button_new_with_label) \(\s*",
    r"\badw_message_dialog_new \([^;\"]*?,\s*",
    r"\badw_message_dialog_add_response \([^;\"]*\"[^\"]*\",\s*",
    r"\bg_set_error \([^;\"]*?,\s*",
    r"\bg_set_error_literal \([^;\"]*?,\s*",
    r"\bg_error_new(?:_literal)? \([^;\"]*?,\s*",
    r"\bg_prefix_error \([^;\"]*?,\s*",
    r"GTK_ACCESSIBLE_PROPERTY_(?:LABEL|DESCRIPTION|VALUE_TEXT|ROLE_DESCRIPTION|PLACEHOLDER),\s*",
)]
# What is wrong in a catalogue is told to those who write it, in the words of its format.
AUTHORS = "app/core/catalog/"
PROGRAM = "Needlepoint"
UI_SHOWN = {"label", "title", "subtitle", "tooltip-text", "placeholder-text", "description", "heading", "body", "text"}
WORD = re.compile(r"[^\W\d_]{2,}")


def sources(root):
    found = [path for path in (root / "app").rglob("*") if path.suffix in (".c", ".ui")]
    found += [path for end in ("*.desktop.in", "*.metainfo.xml.in") for path in (root / "data").glob(end)]
    return sorted(path.relative_to(root).as_posix() for path in found)


def template(root, names):
    """All messages of the files, as xgettext finds them."""
    done = subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments", "--output=-", "--no-wrap", "--sort-by-file",
                           *(f"--keyword={keyword}" for keyword in KEYWORDS), *names],
                          cwd=root, capture_output=True, text=True, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if line.strip()]


def messages(text):
    """(files, comments, context, msgid and msgid_plural) of each message of a template; its head is left out."""
    for block in text.split("\n\n"):
        lines = block.splitlines()
        places = [place.rsplit(":", 1) for line in lines if line.startswith("#: ") for place in line[3:].split()]
        if not places:
            continue
        comments = [line[3:] for line in lines if line.startswith("#. ")]
        body = [line for line in lines if not line.startswith("#")]
        context = any(line.startswith("msgctxt ") for line in body)
        words, on = "", False
        for line in body:
            on = line.startswith("msgid") if line.startswith("msg") else on
            if on:
                words += line[line.index('"') + 1:-1]
        yield places, comments, context, words


def needs_comment(text, context):
    if PLACEHOLDER.search(text):
        return True
    return len(text.split()) <= 2 and not context


def has_comment(files, comments):
    return any(re.match(r"\s*Translators:", line) for line in comments) or (
        comments and all(name.endswith(".ui") for name in files))


def listed(root):
    lines = (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def list_complaints(root, holding):
    names = listed(root)
    if names != sorted(names):
        yield "po/POTFILES.in: the files are not in order"
    for name in sorted(holding - set(names)):
        yield f"po/POTFILES.in: {name} holds texts and is missing"
    for name in sorted(set(names) - holding):
        yield f"po/POTFILES.in: {name} holds no text"


def without_comments(text):
    """Comments and quoted texts alike may hold the marks of the other."""
    pattern = re.compile(rf"{STRING}|'(?:[^'\\]|\\.)'|/\*.*?\*/|//[^\n]*", re.DOTALL)
    return pattern.sub(lambda match: match[0] if match[0][0] in "\"'" else re.sub(r"[^\n]", " ", match[0]), text)


def bare_literals(name, text):
    text = without_comments(text)
    for pattern in SHOWN:
        for match in pattern.finditer(text):
            words = "".join(re.findall(STRING, match[1]))
            if WORD.search(PLACEHOLDER.sub("", words)):
                line = text.count("\n", 0, match.start(1)) + 1
                yield f"{name}:{line}: {match[1][:40]} is shown and not marked for translation"


def bare_properties(name, text):
    for element in xml.etree.ElementTree.fromstring(text).iter():
        kind = element.get("name", "").replace("_", "-")
        if element.tag in ("property", "attribute") and kind in UI_SHOWN and element.text != PROGRAM \
                and WORD.search(element.text or "") and element.get("translatable") is None:
            yield f"{name}: {element.text.strip()[:40]} is shown and not marked for translation"


def complaints(root):
    names = sources(root)
    text, warnings = template(root, names)
    yield from warnings
    holding = set()
    for places, comments, context, words in messages(text):
        files = {place[0] for place in places}
        holding |= files
        code = {name for name in files if name.endswith((".c", ".ui"))}
        if code and needs_comment(words, context) and not has_comment(files, comments):
            yield f"{places[0][0]}:{places[0][1]}: “{words[:60]}” tells translators nothing"
    yield from list_complaints(root, holding)
    for name in names:
        if name.endswith(".c") and not name.startswith(AUTHORS):
            yield from bare_literals(name, (root / name).read_text(encoding="utf-8"))
        elif name.endswith(".ui"):
            yield from bare_properties(name, (root / name).read_text(encoding="utf-8"))


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: strings.py ROOT")
    found = list(complaints(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
