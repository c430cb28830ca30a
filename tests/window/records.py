# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be true of every record that the window saves."""
import datetime
import json
import os
import pathlib
import subprocess
import tempfile

import jsonschema

SCHEMAS = pathlib.Path(os.environ["NEEDLEPOINT_DATA"]) / "schema"


def check_record(path, record, kind, outcome):
    body = record["record"]
    assert body["kind"] == kind, body["kind"]
    assert body["assessment"]["outcome"] == outcome, body["assessment"]["outcome"]
    assert body["made_by"].startswith("needlepoint "), body["made_by"]
    assert record["seal"] == []
    assert path.stat().st_mode & 0o077 == 0, oct(path.stat().st_mode)
    assert "Patient" not in path.name and body["id"] in path.name, path.name
    check_schema(record)
    check_log(body["log"])
    check_signatures(body)


def check_schema(record):
    store = {one["$id"]: one for one in (json.loads(p.read_text(encoding="utf-8")) for p in SCHEMAS.glob("*.json"))
             if "$id" in one}
    root = json.loads((SCHEMAS / "record.schema.json").read_text(encoding="utf-8"))
    resolver = jsonschema.RefResolver.from_schema(root, store=store)
    jsonschema.Draft202012Validator(root, resolver=resolver).validate(record)


def check_log(log):
    """The log is the program's own: in order of time, from opening to signing."""
    stamps = [datetime.datetime.fromisoformat(entry["at"]) for entry in log]
    assert stamps == sorted(stamps), "the log is not in order"
    words = [entry["what"] for entry in log]
    assert words[0] == "opened" and "signed" in words and "ending" in words, words


def check_signatures(body):
    signed = {one["role"]: one for one in body["signatures"]}
    assert set(body["required_signatures"]) <= set(signed), (body["required_signatures"], list(signed))
    for one in signed.values():
        assert one["name"] and one["meaning"] and one["at"][-6] in "+-", one


def points(signature):
    """How many points a drawn signature has."""
    return sum(len(stroke) // 3 for stroke in signature["strokes"])


def sheet_text(path):
    """The words on the sheet that needlepointctl writes of a record."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = pathlib.Path(folder) / "sheet.pdf"
        subprocess.run([os.environ["NEEDLEPOINTCTL"], "sheet", str(path), "-o", str(sheet)], check=True,
                       stdout=subprocess.DEVNULL)
        return pdf_text(sheet)


def pdf_text(path):
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(text.split())
