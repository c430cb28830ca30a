# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample consultation as if it had been held today, up to the signatures: tests that look at pages begin with it."""
import datetime
import functools
import json
import os
import pathlib
import re

import quiet

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NOT_YET = ("signatures", "ending", "copy", "handed_over")
TALK = ("disclosure", "understanding", "understanding_decision", "early")   # and what follows from it


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def shifted(value, by):
    """Every date and every moment, so many days later; a date of birth stays."""
    if isinstance(value, dict):
        return {name: one if name == "date_of_birth" else shifted(one, by) for name, one in value.items()}
    if isinstance(value, list):
        return [shifted(one, by) for one in value]
    if isinstance(value, str) and DAY.match(value):
        return (datetime.date.fromisoformat(value[:10]) + by).isoformat() + value[10:]
    return value


def shown_log(draft):
    """What the program notes while risks are gone through: without it a draft's ticks count for nothing."""
    acknowledged = draft.get("disclosure", {}).get("acknowledged", {})
    return [{"at": one["at"], "what": "shown", "of": risk} for risk, one in acknowledged.items()]


def put_clinic(desktop, sample):
    """The clinic of the sample, as the program keeps it."""
    clinic = {"format": "needlepoint-clinic/1", **sample["clinic"],
              "practitioners": [{"id": "11111111-1111-4111-8111-111111111111", **sample["practitioner"]}]}
    desktop.archive.mkdir(parents=True, mode=0o700, exist_ok=True)
    (desktop.archive / "clinic.json").write_text(json.dumps(clinic), encoding="utf-8")


def put_draft(desktop, name, without=NOT_YET):
    """Puts the sample among the drafts, without what stands at these places, and its clinic where the program looks for it."""
    path = pathlib.Path(os.environ["NEEDLEPOINT_DATA"]) / "samples" / f"{name}.json"
    sample = json.loads(path.read_text(encoding="utf-8"))
    by = today() - datetime.date.fromisoformat(sample["assessed_on"])
    draft = shifted(sample, by)
    for place in without:
        *outer, member = place.split("/")
        functools.reduce(dict.get, outer, draft).pop(member, None)
    draft["patient"].pop("confirmed_at", None)
    if any(place.startswith("disclosure/") for place in without):
        draft["disclosure"].pop("informed_at", None)   # not everything has been told
    draft["log"] = shown_log(draft)
    put_clinic(desktop, sample)
    desktop.drafts.mkdir(parents=True, mode=0o700, exist_ok=True)
    target = desktop.drafts / f"{draft['id']}.json"
    target.write_text(json.dumps(draft), encoding="utf-8")
    target.chmod(0o600)
    desktop.private |= quiet.said(draft)
    return draft
