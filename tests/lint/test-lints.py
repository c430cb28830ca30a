#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each lint finds what it is there for, on a small tree with one mistake.

Usage: test-lints.py FOLDER-OF-THE-LINTS
Prints TAP.
"""
import pathlib
import subprocess
import sys
import tempfile

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
ONCE = LICENCE + "#pragma once\n"

GOOD = {
    "app/core/json/np-json.h": ONCE + "void np_json_read (void);\n",
    "app/core/json/np-json.c": LICENCE + '#include "np-json.h"\n#include <glib.h>\n/**\n * np_json_read:\n */\nvoid\nnp_json_read (void)\n{\n}\n',
    "app/core/catalog/np-catalog.h": ONCE + '#include "np-json.h"\ntypedef struct _NpRiskGroup NpRiskGroup;\n',
    "app/core/catalog/np-catalog.c": LICENCE + "static int\nhelper (void)\n{\n}\n\nvoid\nnp_risk_group_free (void)\n{\n}\n",
    "app/core/record/np-record.h": ONCE + '#include "np-catalog.h"\n',
    "app/core/sheet/np-sheet.h": ONCE + '#include "np-record.h"\n',
    "app/core/archive/np-archive.h": ONCE + '#include "np-seal.h"\n',
    "app/core/seal/np-seal.h": ONCE + '#include "np-record.h"\n',
    "app/paper/np-paper.h": ONCE + '#include <pango/pangocairo.h>\n#include "np-sheet.h"\n',
    "app/window/steps/plan/np-plan-page.h": ONCE + '#include <adwaita.h>\n#include "np-paper.h"\n',
    "app/cli/main.c": LICENCE + '#include "np-sheet.h"\nint\nmain (void)\n{\n}\n',
    "app/window/np-window.c": LICENCE + '/* Translators: the title */\nchar *a = _ ("Title");\nchar *b = C_ ("button", "Save");\n',
    "app/window/np-window.ui": '<interface><property name="label" translatable="yes" comments="of what">Save</property>'
                               '<property name="title" translatable="yes">More than two words</property></interface>\n',
    "data/catalog/questions.json": '{"questions":[{"id":"keloid","states":[{"id":"beyond-wound"}]},{"id":"ask"}]}',
    "data/schema/consultation.schema.json": '{"properties":{"ask":{"enum":["text"]}}}',
    "app/core/json/np-ask.c": LICENCE + 'char *np_ask = "ask"; /* "keloid" */\n',
    "po/POTFILES.in": "# sorted\napp/window/np-window.c\napp/window/np-window.ui\n",
}
FOLDERS = sorted({name.rpartition("/")[0].removeprefix("app/") for name in GOOD if name.endswith((".c", ".h"))})
GOOD["README.md"] = "`app/cli` and [more](app/README.md), and `~/away/it` on your machine.\n\n    json <- cli\n"
GOOD["app/README.md"] = "".join(f"| `{folder}/` | what it does |\n" for folder in FOLDERS)

MISTAKES = [
    ("includes", "app/core/json/np-json.c", '#include "np-catalog.h"\n', "app/core/json does not include app/core/catalog"),
    ("includes", "app/core/catalog/np-catalog.c", '#include "record/np-record.h"\n', "does not include app/core/record"),
    ("includes", "app/core/record/np-record.h", '#include "np-sheet.h"\n', "does not include app/core/sheet"),
    ("includes", "app/core/sheet/np-sheet.h", '#include "np-seal.h"\n', "does not include app/core/seal"),
    ("includes", "app/core/seal/np-seal.h", '#include "np-archive.h"\n', "does not include app/core/archive"),
    ("includes", "app/core/sheet/np-sheet.h", '# include "np-paper.h"\n', "app/core does not include app/paper"),
    ("includes", "app/core/sheet/np-sheet.h", "#include <gtk/gtk.h>\n", "app/core knows no gtk"),
    ("includes", "app/core/sheet/np-sheet.h", "#include <pango/pango.h>\n", "app/core knows no pango"),
    ("includes", "app/core/sheet/np-sheet.h", "#include <cairo.h>\n", "app/core knows no cairo"),
    ("includes", "app/core/sheet/np-sheet.h", "#include <cairo-pdf.h>\n", "app/core knows no cairo"),
    ("includes", "app/paper/np-paper.h", "#include <gtk/gtk.h>\n", "app/paper knows no gtk"),
    ("includes", "app/paper/np-paper.h", '#include "np-plan-page.h"\n', "app/paper does not include app/window"),
    ("includes", "app/cli/main.c", "#include <adwaita.h>\n", "app/cli knows no adwaita"),
    ("includes", "app/cli/main.c", '#include "np-plan-page.h"\n', "app/cli does not include app/window"),
    ("includes", "app/core/other/np-other.c", '#include "np-json.h"\n', "has no place in the order"),
    ("includes", "app/window/np-plan-page.h", "", "the name is taken by"),
    ("names", "app/core/json/np-json.c", "void\nnp_sheet_draw (void)\n{\n}\n", "np_sheet_draw is named after neither"),
    ("names", "app/core/json/np-json.c", "char *\nread_all (void)\n{\n}\n", "read_all is named after neither"),
    ("names", "app/window/np-x.c", LICENCE + "void\nnp_any (void)\n{\n}\n\nvoid\nany (void)\n{\n}\n", "any is named after neither"),
    ("names", "app/core/json/reader.c", LICENCE, "files are named np-subject.c"),
    ("names", "app/core/json/np-more.h", LICENCE, "there is no #pragma once"),
    ("names", "app/core/json/np-more.c", "int x;\n", "the first line is not"),
    ("docs", "app/core/json/np-json.c", "void\nnp_json_read (void)\n{\n}\n", "np_json_read has no comment"),
    ("docs", "app/core/json/np-json.c", "/**\n * np_json_wrote:\n */\nvoid\nnp_json_read (void)\n{\n}\n", "np_json_read has no comment"),
    ("docs", "app/core/json/np-json.c", "/**\n * np_json_read:\n */\nint\nnp_json_read (void)\n{\n}\n", "what it returns"),
    ("docs", "app/core/json/np-json.c", "/**\n * np_json_read:\n * @a: one\n */\nvoid\nnp_json_read (int a, const char *b)\n{\n}\n",
     "does not tell of @b"),
    ("readme", "README.md", "See `app/nothing`.\n", "there is no app/nothing"),
    ("readme", "README.md", "See [this](gone.md).\n", "the link to gone.md leads nowhere"),
    ("readme", "README.md", "\n    app/run --fast\n", "app/run cannot be run"),
    ("readme", "app/core/files/np-files.h", ONCE, "there is no line for core/files/"),
    ("strings", "app/cli/main.c", 'char *x = _ ("A whole sentence.");\n', "app/cli/main.c holds texts and is missing"),
    ("strings", "po/POTFILES.in", "data/no.text\n", "data/no.text holds no text"),
    ("strings", "po/POTFILES.in", "app/window/np-window.c\n", "the files are not in order"),
    ("strings", "app/window/np-window.c", 'char *x = _ ("Two words");\n', "“Two words” tells translators nothing"),
    ("strings", "app/window/np-window.c", 'char *x = _ ("Wait until %s, please");\n', "tells translators nothing"),
    ("strings", "app/window/np-window.c", 'char *x = C_ ("button", "Wait for %s, please");\n', "tells translators nothing"),
    ("strings", "app/window/np-window.c", 'char *x = ngettext ("%d day", "%d days", n);\n', "tells translators nothing"),
    ("strings", "app/window/np-window.c", '/* Translators: far */\n\nchar *y;\nchar *x = _ ("Far off");\n', "tells translators nothing"),
    ("strings", "app/window/np-window.c", 'gtk_label_set_text (label, "Hello there");\n', "is shown and not marked"),
    ("strings", "app/window/np-window.c", 'g_set_error (error, X, Y,\n  "Not saved: %s", why);\n', "is shown and not marked"),
    ("strings", "app/window/np-window.c", 'adw_toast_new ("Saved");\n', "is shown and not marked"),
    ("clinical", "app/cli/main.c", 'char *x = "keloid";\n', "“keloid” is an id of the catalogue"),
    ("clinical", "app/cli/main.c", 'char *x = "/answers/keloid/on";\n', "“keloid” is an id of the catalogue"),
    ("clinical", "app/cli/main.c", 'char *x = "beyond-wound";\n', "“beyond-wound” is an id of the catalogue"),
    ("clinical", "app/cli/main.c", 'char *x = "6 m";\n', "an interval"),
    ("clinical", "app/cli/main.c", "NpInterval x = { 14, NP_UNIT_DAYS };\n", "an interval"),
    ("names", "tests/core/test-more.c", "int x;\n", "the first line is not"),
]


def grow(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(lints, lint, root):
    done = subprocess.run([sys.executable, lints / f"{lint}.py", root], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def finds(lints, lint, name, text, says):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        grow(root, GOOD)
        grow(root, {name: GOOD.get(name, "") + text})
        status, output = run(lints, lint, root)
    return status == 1 and len(output.splitlines()) == 1 and says in output, output


def is_silent(lints, lint):
    with tempfile.TemporaryDirectory() as folder:
        grow(pathlib.Path(folder), GOOD)
        status, output = run(lints, lint, pathlib.Path(folder))
    return status == 0 and not output, output


def main():
    lints = pathlib.Path(sys.argv[1])
    cases = [(f"{lint}: nothing to find", is_silent(lints, lint)) for lint in ("clinical", "docs", "includes", "names", "readme", "strings")]
    cases += [(f"{case[0]}: {case[1]}: {case[3]}", finds(lints, *case)) for case in MISTAKES]
    print(f"1..{len(cases)}")
    for number, (title, (passed, output)) in enumerate(cases, 1):
        print("ok" if passed else "not ok", number, "-", title.replace("#", "\\#"))
        if not passed:
            print("".join(f"# {line}\n" for line in output.splitlines()), end="")
    sys.exit(0 if all(passed for _, (passed, _) in cases) else 1)


if __name__ == "__main__":
    main()
