# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample consultation as if it had been held today, up to the signatures: tests that look at pages begin with it."""
import datetime
import functools
import json
import os
import pathlib
import re

import quiet
from days import day

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(rf"{DAY.pattern}T")
NOT_YET = ("signatures", "ending", "copy", "handed_over")
TALK = ("disclosure", "understanding", "understanding_decision", "early")   # and what follows from it


def moment(text):
    return datetime.datetime.fromisoformat(text)


def shifted(value, days, time):
    """Every date so many days and every moment so much time later; a date of birth stays."""
    if isinstance(value, dict):
        return {name: one if name == "date_of_birth" else shifted(one, days, time) for name, one in value.items()}
    if isinstance(value, list):
        return [shifted(one, days, time) for one in value]
    if isinstance(value, str) and MOMENT.match(value):
        return (moment(value) + time).isoformat()
    if isinstance(value, str) and DAY.match(value):
        return (datetime.date.fromisoformat(value[:10]) + days).isoformat() + value[10:]
    return value


def as_if_today(sample):
    """The sample as if its last moment had been just now: what was said later than that would be in the future for whoever signs."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    last = max(moment(text) for text in quiet.strings(sample) if MOMENT.match(text))
    return shifted(sample, day() - datetime.date.fromisoformat(sample["assessed_on"]), now - last)


def shown_log(draft):
    """What the program notes up to where risks were gone through: without it a draft's ticks count for nothing."""
    acknowledged = draft.get("disclosure", {}).get("acknowledged", {})
    shown = [{"at": one["at"], "what": "shown", "of": risk} for risk, one in acknowledged.items()]
    return [{"at": draft["started_at"], "what": "opened"}, *sorted(shown, key=lambda one: moment(one["at"]))]


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
    draft = as_if_today(sample)
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
