#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schemas against an independent validator, and against the program's own readers.

Everything that the program ships or writes validates: samples, the records made from them, the drafts they become. And whatever the
schemas refuse the readers refuse too: each good document is spoilt in one place at a time, in every place.

Usage: test-schema.py DATA NEEDLEPOINTCTL READ-LINES
"""
import copy
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

DATA, CTL, READ_LINES = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
FORMATS = jsonschema.FormatChecker(formats=["date", "uuid"])
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")
results = []


@FORMATS.checks("date-time", raises=ValueError)
def is_stamp(value):
    """RFC 3339; the package that the validator would ask is not in Debian."""
    if isinstance(value, str):
        found = STAMP.fullmatch(value)
        if found is None:
            return False
        datetime.datetime.fromisoformat(f"{found[1]}T{found[2]}{'+00:00' if found[4] == 'Z' else found[4]}")
    return True


def tell(good, name, detail=""):
    results.append(good)
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}")
    if not good and detail:
        print("\n".join("# " + line for line in str(detail).splitlines()))


def schemas():
    found = {}
    for path in sorted((DATA / "schema").glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.split(".")[0]
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
            tell(True, f"{path.name} is a schema")
        except jsonschema.SchemaError as error:
            tell(False, f"{path.name} is a schema", error.message)
        found[name] = schema
    return found


def validators(found):
    store = {schema["$id"]: schema for schema in found.values()}
    return {name: jsonschema.Draft202012Validator(
                schema, resolver=jsonschema.RefResolver.from_schema(schema, store=store), format_checker=FORMATS)
            for name, schema in found.items()}


def first_error(validator, document):
    error = next(iter(validator.iter_errors(document)), None)
    return None if error is None else "/" + "/".join(map(str, error.absolute_path)) + ": " + error.message[:300]


def make_record(sample, archive):
    done = subprocess.run([CTL, "record", str(sample), "--archive", archive], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None, done.stderr
    return json.loads(pathlib.Path(done.stdout.strip()).read_text(encoding="utf-8")), ""


# ---- spoiling ----

WRONG = (7, True, "", "never heard of", [], {})


def places(value, path=()):
    """Each place of a document once for each way there, an array's by its first element: the others look alike."""
    yield path
    if isinstance(value, dict):
        for name in value:
            yield from places(value[name], path + (name,))
    elif isinstance(value, list) and value:
        yield from places(value[0], path + (0,))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def spoilt(document):
    """(what was done, the document with it)"""
    for path in places(document):
        where = "/" + "/".join(map(str, path))
        value = at(document, path)
        if isinstance(value, dict):
            yield where + "/never_heard_of added", path, lambda there: there.update(never_heard_of="x")
        if not path:
            continue
        yield where + " removed", path[:-1], lambda there, last=path[-1]: there.pop(last)
        if isinstance(path[-1], str):
            yield (where + " renamed", path[:-1],
                   lambda there, last=path[-1]: there.update({last + "_x": there.pop(last)}))
        for wrong in WRONG:
            if wrong != value:
                yield (f"{where} = {json.dumps(wrong)}", path[:-1],
                       lambda there, last=path[-1], wrong=wrong: there.__setitem__(last, wrong))


LONG = ("answers", "acknowledged", "told", "understanding", "checks")


def shortened(value, name=""):
    """A good document stays good with less in it, and is validated faster."""
    if isinstance(value, dict):
        kept = sorted(value, key=lambda key: -len(json.dumps(value[key])))[:2] if name in LONG else value
        return {key: shortened(value[key], key) for key in value if key in kept}
    if isinstance(value, list) and name not in ("signatures", "required_signatures"):
        return [shortened(element) for element in value[:2]]
    return copy.deepcopy(value)


def mutations(documents):
    """Each kind of place once over all documents, so that the test stays short."""
    seen = set()
    for document in map(shortened, documents):
        for what, path, spoil in spoilt(document):
            if what in seen:
                continue
            seen.add(what)
            changed = copy.deepcopy(document)
            spoil(at(changed, path))
            yield what, changed


def readings(kind, documents):
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    done = subprocess.run([READ_LINES, kind], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def agreement(kind, validator, documents):
    """What the schema refuses the reader refuses, with a pointer. The reader may refuse more: it knows the catalogue."""
    cases = [(what, document, first_error(validator, document)) for what, document in mutations(documents)]
    read = readings(kind, [document for _, document, _ in cases])
    let_through, without_pointer, refused = [], [], 0
    for (what, _, error), line in zip(cases, read):
        if error is not None:
            refused += 1
            if line == "ok":
                let_through.append(what)
            elif not re.match(r"line(: /|:\d+:\d+:|: \S)", line):
                without_pointer.append(f"{what}: {line}")
    tell(len(read) == len(cases) and refused > 500, f"{kind}: {len(cases)} spoilt documents, the schema refuses {refused}")
    tell(not let_through, f"{kind}: the reader refuses what the schema refuses", "\n".join(let_through[:40]))
    tell(not without_pointer, f"{kind}: each refusal names its place", "\n".join(without_pointer[:40]))
    return cases, read


def reader_only(kind, cases, read):
    """What only the reader refuses is the catalogue's or the calendar's business, never a matter of shape."""
    known = re.compile("not in this catalogue|no such field|takes? “|has no answer|is needed here|is expected here|none of the choices"
                       "|stands alone|lies before|lies in the future|already|answered by|holds x, y"
                       "|this member is missing|from .* to|true or false")
    shape = [f"{what}: {line}" for (what, _, error), line in zip(cases, read)
             if line != "ok" and error is None and not known.search(line)]
    tell(not shape, f"{kind}: the schema lets nothing through for which there is a shape", "\n".join(shape[:40]))


def main():
    found = schemas()
    valid = validators(found)
    samples = sorted((DATA / "samples").glob("*.json"))
    consultations, drafts, records = [], [], []
    with tempfile.TemporaryDirectory() as archive:
        for sample in samples:
            document = json.loads(sample.read_text(encoding="utf-8"))
            error = first_error(valid["consultation"], document)
            tell(error is None, f"{sample.name} validates", error)
            record, said = make_record(sample, archive)
            error = said or first_error(valid["record"], record)
            tell(not error, f"the record of {sample.name} validates", error)
            consultations.append(document)
            if record is not None:
                records.append(record)
                inner = dict(record["record"]["consultation"])
                inner.update({name: record["record"][name] for name in ("ending", "signatures", "log")})
                error = first_error(valid["consultation"], inner)
                tell(error is None, f"the draft that {sample.name} becomes validates", error)
                drafts.append(inner)
    for kind, documents in (("consultation", consultations + drafts[:1]), ("record", records)):
        good = readings(kind, documents)
        tell(all(line == "ok" for line in good), f"{kind}: the reader takes what is good", "\n".join(good))
        cases, read = agreement(kind, valid[kind], documents)
        reader_only(kind, cases, read)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


sys.exit(main())
