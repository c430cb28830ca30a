# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the catalogue that stand on screen, found by their ids."""
import functools
import json
import os
import pathlib


@functools.cache
def read(name):
    path = pathlib.Path(os.environ["NEEDLEPOINT_DATA"]) / "catalog" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def entry(file, member, wanted):
    return next(one for one in read(file)[member] if one["id"] == wanted)


def question(slug):
    return entry("questions", "questions", slug)


def questions():
    return [one for one in read("questions")["questions"] if one.get("fact") != "date-of-birth"]


def state(slug, wanted):
    return next(one for one in question(slug)["states"] if one["id"] == wanted)


def indication(wanted):
    return entry("indications", "indications", wanted)["name"]


def area(wanted):
    return entry("areas", "areas", wanted)["name"]


def device(wanted):
    return entry("devices", "devices", wanted)["name"]


def material(wanted):
    return entry("devices", "needle_materials", wanted)["name"]


def topical(wanted):
    return entry("products", "topicals", wanted)["name"]


def anaesthetic(wanted):
    return entry("products", "anaesthetics", wanted)["name"]


def words(member, wanted):
    """A word of attestations.json: identified_by, relationships, copy, roles."""
    one = entry("attestations", member, wanted)
    return one.get("label") or one["text"]


def finding(wanted):
    return entry("findings", "findings", wanted)
