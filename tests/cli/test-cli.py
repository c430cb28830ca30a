#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""needlepointctl as a script meets it: every command, every exit status, every kind of bad input; nothing partial is left behind.

Usage: test-cli.py ROOT NEEDLEPOINTCTL
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT, CTL = pathlib.Path(sys.argv[1]), sys.argv[2]
DATA = ROOT / "data"
SAMPLE = DATA / "samples" / "acne-scars-pen.json"
COMMANDS = ("screen", "record", "sheet", "catalog check", "catalog questions", "catalog messages")
# tested in a file of its own
WITHOUT_CATALOGUE = ("verify",)
OUTCOMES = {
    "acne-scars-pen": "proceed",
    "blood-thinner-waits-for-prescriber": "refer",
    "interpreter-stretch-marks": "proceed",
    "isotretinoin-wait": "defer",
    "loose-skin-radiofrequency": "proceed",
    "melasma-roller-tranexamic": "proceed",
    "minor-chickenpox-scar-stamp": "proceed",
    "pacemaker-radiofrequency": "do-not-proceed",
    "refusal-fine-lines": "proceed",
}
PLACE = re.compile(r"^[^\n]*: /[^\n]*: [^\n]+", re.MULTILINE)
LINE = re.compile(r"^[^\n]*:\d+:\d+: [^\n]+", re.MULTILINE)
results = []


def tell(good, name, detail=""):
    results.append(good)
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}")
    if not good and detail:
        print("\n".join("# " + line for line in str(detail).splitlines()[:20]))


def call(*words, data=None, stdout=subprocess.PIPE):
    return subprocess.run([CTL, *map(str, words)], input=data, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False)


def expect(name, status, *words, data=None, says=None, stdout=subprocess.PIPE):
    """A call that ends with this status; what says matches must stand on standard error, and a failure prints nothing else."""
    done = call(*words, data=data, stdout=stdout)
    said = done.stderr.decode("utf-8")
    good = done.returncode == status and (says is None or re.search(says, said) is not None)
    if status != 0 and stdout == subprocess.PIPE:
        good = good and done.stdout == b"" and said != ""
    tell(good, f"{name}: {status}", f"status {done.returncode}\n{said}")
    return done


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*") if not path.is_dir())


def sample_with(change):
    document = json.loads(SAMPLE.read_text(encoding="utf-8"))
    change(document)
    return json.dumps(document).encode("utf-8")


# ---- what every command does ----

def general():
    listed = expect("--help", 0, "--help").stdout.decode("utf-8")
    for command in COMMANDS:
        tell(re.search(rf"^  {command} ", listed, re.MULTILINE) is not None, f"--help lists {command}", listed)
        helped = expect(f"{command} --help", 0, *command.split(), "--help").stdout.decode("utf-8")
        tell("--catalog" in helped and "--overlay" in helped and "--version" in helped, f"{command} --help names its options", helped)
        version = expect(f"{command} --version", 0, *command.split(), "--version").stdout.decode("utf-8")
        tell(re.fullmatch(r"needlepointctl \d+\.\d+\.\d+\n", version) is not None, f"{command} --version", version)
        expect(f"{command} with an unknown flag", 64, *command.split(), "--no-such-flag", says="--no-such-flag")
        expect(f"{command} with too many files", 64, *command.split(), SAMPLE, SAMPLE)
        expect(f"{command} without a catalogue", 66, *command.split(), *arguments(command), "--catalog", "/nonexistent",
               says="/nonexistent")
        expect(f"{command} without its overlay", 66, *command.split(), *arguments(command), "--overlay", "/nonexistent",
               says="/nonexistent")
    tell(sorted(re.findall(r"^  ([a-z]+(?: [a-z]+)?)  ", listed, re.MULTILINE)) == sorted((*COMMANDS, *WITHOUT_CATALOGUE)),
         "--help lists no more", listed)
    expect("--version", 0, "--version")
    expect("an unknown command", 64, "dance", says="no such command")
    tell(call().returncode == 64, "nothing at all: 64")


def arguments(command):
    return {"screen": [SAMPLE], "record": [SAMPLE, "--archive", "/nonexistent/a"],
            "sheet": [SAMPLE, "-o", "/nonexistent/a.pdf"]}.get(command, [])


# ---- each command doing its work ----

def catalogue():
    checked = expect("catalog check", 0, "catalog", "check").stdout.decode("utf-8")
    tell("nothing is wrong" in checked, "catalog check says so", checked)
    answer = json.loads(expect("catalog check --json", 0, "catalog", "check", "--json").stdout)
    tell(answer["good"] is True and answer["problems"] == [], "catalog check --json says so", answer)
    questions = json.loads(expect("catalog questions --json", 0, "catalog", "questions", "--json").stdout)
    written = json.loads((DATA / "catalog" / "questions.json").read_text(encoding="utf-8"))["questions"]
    tell([q["id"] for q in questions] == [q["id"] for q in written], "catalog questions prints every question, in order")
    plain = expect("catalog questions", 0, "catalog", "questions").stdout.decode("utf-8")
    tell(all(q["ask"] in plain for q in written), "catalog questions prints the words")
    messages = expect("catalog messages", 0, "catalog", "messages").stdout.decode("utf-8")
    tell('msgctxt "isotretinoin.ask"' in messages, "catalog messages is a template with contexts")


def bad_catalogue(folder):
    broken = folder / "catalog"
    shutil.copytree(DATA / "catalog", broken)
    risks = json.loads((broken / "risks.json").read_text(encoding="utf-8"))
    risks["risks"][0]["surprise"] = True
    risks["risks"][1]["when"] = "device:hammer"
    (broken / "risks.json").write_text(json.dumps(risks), encoding="utf-8")
    done = expect("catalog check of a broken one", 1, "catalog", "check", "--catalog", broken, says=r"risks\.json: /risks/0/surprise: ")
    tell(b"/risks/1/when" in done.stderr, "catalog check lists all errors", done.stderr)
    done = call("catalog", "check", "--json", "--catalog", broken)
    tell(done.returncode == 1 and len(json.loads(done.stdout)["problems"]) >= 2, "catalog check --json lists them", done.stdout)
    expect("screen with a broken catalogue", 65, "screen", SAMPLE, "--catalog", broken, says=PLACE)


def samples(folder):
    outcomes = {}
    documents = []
    for path in sorted((DATA / "samples").glob("*.json")):
        documents.append(json.loads(path.read_text(encoding="utf-8")))
        assessment = json.loads(expect(f"screen {path.name}", 0, "screen", path).stdout)
        outcomes[path.stem] = assessment["outcome"]
        tell((assessment["outcome"] == "proceed") == assessment["for_signature"], f"{path.name}: only what may proceed is for signature")
        record = pathlib.Path(expect(f"record {path.name}", 0, "record", path, "--archive", folder / "all").stdout.decode("utf-8").strip())
        tell(re.fullmatch(r"\d{4}/\d\d/\d{4}-\d\d-\d\d-[0-9a-f-]{36}\.json", str(record.relative_to(folder / "all"))) is not None,
             f"{path.name}: the record's name holds date and id only", record)
        out = folder / f"{path.stem}.pdf"
        expect(f"sheet of the record of {path.name}", 0, "sheet", record, "-o", out)
        tell(out.read_bytes()[:5] == b"%PDF-", f"{path.name}: a PDF")
        if path == SAMPLE:
            without_catalogue(folder, record, out)
    tell(outcomes == OUTCOMES, "every sample comes out as expected", outcomes)
    coverage(documents, set(outcomes.values()))


def without_catalogue(folder, record, sheet):
    """An old record prints the same, whatever became of the catalogue (record-rules 11)."""
    expect("sheet of a record without a catalogue", 0, "sheet", record, "-o", folder / "old.pdf", "--catalog", "/nonexistent")
    words = [subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
             for path in (sheet, folder / "old.pdf")]
    tell(words[0] == words[1] and len(words[0]) > 1000, "it reads the same")


def ids(name, of):
    return {entry["id"] for entry in json.loads((DATA / "catalog" / name).read_text(encoding="utf-8"))[of]}


def coverage(documents, outcomes):
    plans = [document["plan"] for document in documents]
    tell(outcomes == {"proceed", "refer", "defer", "do-not-proceed"}, "the samples show every outcome but incomplete", outcomes)
    tell({plan["device"] for plan in plans} == ids("devices.json", "devices"), "the samples show every device")
    missing = ids("products.json", "topicals") - {topical for plan in plans for topical in plan.get("topicals", [])}
    tell(not missing, "the samples show every topical", missing)
    tell(any("guardian" in document for document in documents), "a sample shows a minor")
    tell(any("interpreter" in document for document in documents), "a sample shows an interpreter")
    tell({document["ending"]["kind"] for document in documents} == {"consent", "refusal", "postponement", "not-suitable"},
         "the samples show every ending")
    tell(all("Sample" in document["patient"]["name"] for document in documents), "nobody in the samples is real")


def from_standard_input(folder):
    data = SAMPLE.read_bytes()
    tell(expect("screen -", 0, "screen", "-", data=data).stdout == call("screen", SAMPLE).stdout, "screen - is as screen FILE")
    tell(call("screen", "--json", SAMPLE).stdout == call("screen", SAMPLE).stdout, "screen --json is the same")
    expect("record -", 0, "record", "-", "--archive", folder / "stdin", data=data)
    expect("sheet -", 0, "sheet", "-", "-o", folder / "stdin.pdf", data=data)
    expect("sheet --blank", 0, "sheet", "--blank", "-o", folder / "blank.pdf")
    expect("sheet --blank FILE", 0, "sheet", "--blank", SAMPLE, "-o", folder / "planned.pdf")
    words = subprocess.run(["pdftotext", folder / "planned.pdf", "-"], capture_output=True, check=True, text=True).stdout
    tell("Sample Skin Clinic" in words and "Needling pen" in words, "a blank sheet like a file has its clinic and its plan")
    tell("Sample Patient" not in words and "Penicillin" not in words, "and nothing of its patient")
    expect("sheet --blank with no consultation", 65, "sheet", "--blank", "-", "-o", folder / "none.pdf",
           data=b'{ "plan": { "device": "none such" } }')
    expect("sheet --paper letter", 0, "sheet", SAMPLE, "--paper", "letter", "-o", folder / "letter.pdf")


def what_people_type(folder):
    """Long lists, long names, other scripts: all of it is on the sheet, and whoever prints is told of letters that no font has."""
    document = json.loads(SAMPLE.read_text(encoding="utf-8"))
    document["patient"]["name"] = "Sample " + "Patientwithaverylongname" * 4
    document["medicines"] = [{"name": f"Sample medicine {i:02}, 250 mg twice a day"} for i in range(30)]
    document["allergies"] = [{"substance": "Unbroken" + "x" * 200}]
    document["disclosure"]["matters"] = {"text": "Begin " + "word " * 390 + "finish"}
    document["clinic"]["name"] = "\u0639\u064a\u0627\u062f\u0629 \u0627\u0644\u0639\u064a\u0646\u0629"
    long = folder / "long.json"
    long.write_text(json.dumps(document), encoding="utf-8")
    done = expect("sheet of long lists", 0, "sheet", long, "-o", folder / "long.pdf")
    tell(done.stderr == b"", "every letter of it has a font", done.stderr)
    words = subprocess.run(["pdftotext", folder / "long.pdf", "-"], capture_output=True, check=True, text=True).stdout
    packed = "".join(words.split()).replace("\u2010", "").replace("-", "")
    for part in [document["patient"]["name"], document["allergies"][0]["substance"], "Begin word", "finish",
                 *(medicine["name"] for medicine in document["medicines"])]:
        tell("".join(part.split()) in packed, f"on the sheet of long lists: {part[:40]}")
    box = subprocess.run(["pdftotext", "-bbox", folder / "long.pdf", "-"], capture_output=True, check=True, text=True).stdout
    edges = [float(x) for x in re.findall(r'xMax="([0-9.]+)"', box)]
    tell(edges and max(edges) <= 595.3 - 36, "nothing reaches into the margin", max(edges, default=0))
    document["patient"]["name"] = "Sample \U00100001"
    long.write_text(json.dumps(document), encoding="utf-8")
    expect("sheet with a letter that no font has", 0, "sheet", long, "-o", folder / "box.pdf", says="prints as a box")


# ---- refusals ----

BAD = [
    ("an empty file", b"", LINE),
    ("no JSON", b"{ \"format\": ", LINE),
    ("a trailing comma", b"{\n  \"a\": 1,\n}", r":3:1: "),
    ("two documents", SAMPLE.read_bytes() * 2, LINE),
    ("bad UTF-8", b"{ \"a\": \"\xff\" }", LINE),
    ("a name twice", b"{ \"a\": 1, \"a\": 2 }", LINE),
    ("null", b"{ \"a\": null }", None),
    ("a fraction", b"{ \"a\": 1.5 }", None),
    ("an array", b"[]", LINE),
    ("another format", sample_with(lambda d: d.update(format="needlepoint-record/1")), PLACE),
    ("no format", sample_with(lambda d: d.pop("format")), r": /format: "),
    ("an unknown member", sample_with(lambda d: d.update(surprise=1)), r": /surprise: "),
    ("an unknown device", sample_with(lambda d: d["plan"].update(device="hammer")), r": /plan/device: .*hammer"),
    ("a day that is none", sample_with(lambda d: d.update(assessed_on="2026-02-30")), r": /assessed_on: "),
    ("a state that is none", sample_with(lambda d: d["answers"]["keloid"].update(states=[{"is": "maybe"}])), r": /answers/keloid/states/0"),
]


def unreadable(folder):
    for name, data, says in BAD:
        for command in (["screen"], ["record", "--archive", folder / "bad"], ["sheet", "-o", folder / "bad.pdf"]):
            path = folder / "bad.json"
            path.write_bytes(data)
            expect(f"{command[0]} of {name}", 65, *command, path, says=says)
    tell(not (folder / "bad").exists() and not (folder / "bad.pdf").exists(), "what cannot be read leaves nothing behind")
    spoilt = json.loads(pathlib.Path(call("record", SAMPLE, "--archive", folder / "spoilt").stdout.decode("utf-8").strip()).read_text("utf-8"))
    spoilt["record"]["signatures"].pop()
    (folder / "spoilt.json").write_text(json.dumps(spoilt), encoding="utf-8")
    expect("sheet of a record that lacks a signature", 65, "sheet", folder / "spoilt.json", "-o", folder / "bad.pdf", says=PLACE)


def strange_files(folder):
    fifo, huge, deep = folder / "fifo", folder / "huge.json", folder / "deep.json"
    os.mkfifo(fifo)
    with open(huge, "wb") as file:
        file.truncate(1 << 30)
    deep.write_bytes(b"[" * 100000)
    expect("a file that is not there", 66, "screen", folder / "none.json", says="none.json: ")
    expect("a folder as the file", 74, "screen", folder, says="folder")
    expect("a FIFO as the file", 74, "screen", fifo, says="ordinary")
    expect("a device as the file", 74, "screen", "/dev/zero", says="ordinary")
    expect("a huge file", 65, "screen", huge, says="larger than")
    expect("a deep file", 65, "screen", deep, says=LINE)
    expect("endless standard input", 65, "screen", "-", data=b" " * (16 << 20), says="larger than")


def not_ready(folder):
    def unfinished(document):
        del document["signatures"]
        del document["answers"]["keloid"]
    done = expect("record of an unfinished one", 1, "record", "-", "--archive", folder / "unready", data=sample_with(unfinished))
    lines = done.stderr.decode("utf-8").splitlines()
    tell(len(lines) >= 1 and all(line.strip() for line in lines), "each reason is one line", done.stderr)
    tell(not (folder / "unready").exists(), "an unfinished one leaves nothing behind")


def saving(folder):
    again = [call("record", SAMPLE, "--archive", folder / "again") for _ in range(2)]
    tell(again[1].returncode == 73 or again[0].stdout == again[1].stdout, "an id is recorded once", again[1].stderr)
    tell(len(files_below(folder / "again")) == 1, "the first record stays alone", files_below(folder / "again"))
    blocked = folder / "blocked"
    blocked.write_text("in the way", encoding="utf-8")
    expect("record where a file is in the way", 73, "record", SAMPLE, "--archive", blocked)
    expect("sheet into a folder that is not there", 73, "sheet", SAMPLE, "-o", folder / "no" / "x.pdf")
    expect("sheet over a folder", 73, "sheet", SAMPLE, "-o", folder / "again")
    expect("record without --archive", 64, "record", SAMPLE, says="--archive")
    expect("sheet without -o", 64, "sheet", SAMPLE, says="-o")
    expect("sheet without a file", 64, "sheet", "-o", folder / "x.pdf", says="file")
    expect("sheet on other paper", 64, "sheet", SAMPLE, "-o", folder / "x.pdf", "--paper", "a3", says="a4")
    tell(not (folder / "x.pdf").exists(), "bad usage leaves nothing behind")
    with open("/dev/full", "wb") as full:
        expect("screen onto a full disk", 74, "screen", SAMPLE, stdout=full, says="standard output")
        expect("catalog messages onto a full disk", 74, "catalog", "messages", stdout=full, says="standard output")
    replaced = folder / "replaced.pdf"
    replaced.write_bytes(b"old")
    expect("sheet over an old one", 0, "sheet", SAMPLE, "-o", replaced)
    tell(replaced.read_bytes().endswith(b"%%EOF\n"), "an existing sheet is replaced whole")
    tell(not [name for name in files_below(folder) if ".tmp" in name or name.startswith(".")], "no temporary file is left",
         files_below(folder))


def surroundings():
    linked = subprocess.run(["ldd", CTL], capture_output=True, text=True, check=False).stdout
    if "not a dynamic executable" not in linked:
        tell(re.search("libgtk|libadwaita|libgdk-|libgraphene", linked) is None, "needlepointctl links no GTK", linked)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    tell(all(f"`{command}`" in readme for command in COMMANDS), "the README names every command")
    for page in (DATA / "man" / "needlepointctl.1",):
        text = page.read_text(encoding="utf-8")
        for command in COMMANDS:
            tell(re.search(rf"^\.SS .*{command}", text, re.MULTILINE) is not None, f"{page.name} describes {command}")
        for status in (0, 1, 64, 65, 66, 73, 74):
            tell(re.search(rf"^\.(B|TP|IP) ?\"?{status}\b", text, re.MULTILINE) is not None, f"{page.name} explains status {status}")


def main():
    os.environ["NEEDLEPOINT_DATA"] = str(DATA)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        general()
        catalogue()
        bad_catalogue(folder)
        samples(folder)
        from_standard_input(folder)
        what_people_type(folder)
        unreadable(folder)
        strange_files(folder)
        not_ready(folder)
        saving(folder)
        surroundings()
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


sys.exit(main())
