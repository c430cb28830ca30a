# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program must not tell the world: it warns of nothing, and no words of a patient stand in what it writes to the log, in the titles
of its windows, or in the names of its files."""
import datetime
import json
import re

from days import day, in_words

NOISE = re.compile(r"dbind-WARNING|Failed to set fd limit|fd limit|X connection to :\d+ broken|colord|avahi", re.IGNORECASE)
# Members of a consultation that hold what patients say, and what is said of them.
PERSONAL = ("patient", "guardian", "interpreter", "witness", "witnesses", "medicines", "allergies", "answers", "decisions",
            "disclosure", "understanding", "signatures", "ending", "early", "copy")
# Ids and words of the format are lower case and of one piece; moments are the program's own.
NOT_SAID = re.compile(r"^[a-z0-9:_-]*$|^\d{4}-\d\d-\d\dT")
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def forms(text):
    """A text as it could be told again; a day in words too."""
    yield text
    if DAY.match(text):
        yield in_words(datetime.date.fromisoformat(text))


def said(document):
    """What a consultation file holds of the patient's own, in each of its forms. Today's day is nobody's secret."""
    found, today = set(), day().isoformat()
    for member in PERSONAL:
        for text in strings(document.get(member, [])):
            if text != today and (DAY.match(text) or (len(text) > 3 and not NOT_SAID.match(text))):
                found.update(forms(text))
    return found


def documents(desktop):
    """Every consultation that is on the disk now, as a draft or in a record."""
    for path in desktop.drafts.glob("*.json"):
        yield json.loads(path.read_text(encoding="utf-8"))
    for path in desktop.archive.glob("*/*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))["record"]
        yield record.get("consultation", {})
        yield record


def told(lines):
    """What was written, without the noise of the desktop around the program."""
    return [line for line in lines if line.strip() and not NOISE.search(line)]


def check(desktop, programs):
    """Fails where one of the programs has told more than it may."""
    private = set().union(*map(said, documents(desktop)), desktop.private)
    written = "\n".join(program.errors_file.read_text(encoding="utf-8", errors="replace") for program in programs)
    names = [str(path.relative_to(desktop.folder)) for path in desktop.folder.rglob("*")]
    titles = [title for program in programs for title in program.titles()]
    for text in private:
        assert text not in written, "what a patient said stands in the log"
        assert not any(text in one for one in titles), f"what a patient said stands in a title: {titles}"
        assert not any(text in one for one in names), "what a patient said stands in a file's name"
    warnings = told(written.splitlines())
    assert not warnings, "\n".join(warnings)
