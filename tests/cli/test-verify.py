#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`needlepointctl verify` as a script meets it, and the README's section on verifying without it, run as it stands there.

Usage: test-verify.py ROOT NEEDLEPOINTCTL SEAL-ARCHIVE ENROL-FIRST
The npm packages are installed for the time of the test; where they cannot be had, those cases are skipped, which is said.
"""
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema

ROOT, CTL, SEAL, ENROL = pathlib.Path(sys.argv[1]), *sys.argv[2:]
PACKAGES = ("jose@6.2.17", "canonicalize@5.1.0")
# Seals a record with a key of its own, as another program would, and writes the key set for it.
SEAL_MJS = """
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'

const [source, out, keysOut] = process.argv.slice(2)
const file = JSON.parse(readFileSync(source, 'utf8'))
const sha256 = text => createHash('sha256').update(text).digest('hex')
const common = { format: 'needlepoint-seal/1', record: file.record.id, digest: sha256(canonicalize(file.record)),
                 at: '2026-03-10T10:00:00+01:00' }
const keys = []
async function seal (manifest) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  keys.push({ ...jwk, kid, name: manifest.name, holder: manifest.role })
  return new CompactSign(new TextEncoder().encode(JSON.stringify(manifest)))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'needlepoint-seal', jwk }).sign(privateKey)
}
const first = await seal({ ...common, role: 'practitioner', name: 'Sample Practitioner', meaning: 'Sealed with npm.' })
const others = [sha256(first.slice(0, first.lastIndexOf('.')))]
const last = await seal({ ...common, role: 'desk', name: 'npm', meaning: 'Sealed with npm.', sequence: 1, others, heads: [] })
writeFileSync(out, JSON.stringify({ ...file, seal: [first, last] }, null, 1))
writeFileSync(keysOut, JSON.stringify({ keys }))
"""
results = []


def tell(good, name, detail="", skipped=""):
    results.append(good)
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}{' # SKIP ' + skipped if skipped else ''}")
    if not good and detail:
        print("\n".join("# " + line for line in str(detail).splitlines()[:20]))


def call(*words, **more):
    return subprocess.run([*map(str, words)], capture_output=True, text=True, timeout=120, check=False, **more)


def verify(name, status, *words, out="", err=""):
    done = call(CTL, "verify", *words)
    good = done.returncode == status and re.search(out, done.stdout) is not None and re.search(err, done.stderr) is not None
    tell(good, f"{name}: {status}", f"status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done


def changed(path, folder, change):
    """A copy of a sealed record in which something was changed."""
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    copy = folder / f"changed-{len(results)}.json"
    copy.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return copy


def other_letter(text, at):
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1:]


# ---- the command ----

def on_files(folder, records, keys):
    one = records[0]
    verify("a sealed record", 0, one, out=r"unchanged since sealed with key ([0-9A-F]{4} ){15}[0-9A-F]{4} .*not proved.*Not proved: whose")
    verify("with the clinic's keys", 0, "--keys", keys, one, out="the key is enrolled under this name")
    verify("several", 0, *records, out=r"([^\n]*: unchanged since [^\n]*\n){%d}" % len(records))
    verify("from standard input is a file too", 66, "/nonexistent.json", err="there is no such file")
    plain = changed(one, folder, lambda document: document.update(seal=[]))
    verify("not sealed", 1, plain, out="not sealed", err=r"changed-.*: not sealed\n")
    spoilt = changed(one, folder, lambda document: document["record"].update(made_by="somebody else"))
    verify("changed", 1, spoilt, out="not as it was sealed", err="the record was changed after it was sealed")
    verify("one changed among several", 1, records[1], spoilt, out="unchanged since")
    dropped = changed(one, folder, lambda document: document["seal"].pop(0))
    verify("a seal dropped", 1, dropped, err="the practitioner's seal is missing")
    verify("no record", 65, keys, err=r"keys\.json: /record: ")
    broken = folder / "broken.json"
    broken.write_text("{", encoding="utf-8")
    verify("no JSON", 65, broken, err=r"broken\.json:1:2: ")
    verify("changed outweighs unreadable", 1, broken, spoilt, broken)
    verify("no file named", 64, err="a file is missing")
    strange = folder / "strange.json"
    strange.write_text('{"keys":[]}', encoding="utf-8")
    verify("keys of somebody else", 1, "--keys", strange, one, out="unchanged", err="the clinic's keys do not have the key")
    verify("keys that are none", 65, "--keys", one, one, err="/keys: this member is missing")
    verify("keys that are not there", 66, "--keys", "/nonexistent.json", one)
    found = json.loads(verify("as JSON", 0, "--json", "--keys", keys, one).stdout)["verified"][0]
    tell(found["good"] and found["proof"] == "unchanged" and [seal["trust"] for seal in found["seals"]] == ["enrolled"] * 2
         and len(found["not_proved"]) == 3, "JSON holds the result", found)
    done = call(CTL, "verify", "-", input=one.read_text(encoding="utf-8"))
    tell(done.returncode == 0 and done.stdout.startswith("-: unchanged"), "standard input", done.stderr)


def on_archives(folder, records, keys):
    archive = folder / "archive"
    count = len(records)
    verify("an archive", 0, "--keys", keys, archive, out=f"archive: {count} of {count} records are unchanged\n")
    found = json.loads(verify("an archive as JSON", 0, "--json", archive).stdout)["verified"][-1]
    tell(found["good"] and found["records"] == count, "JSON sums an archive up", found)
    verify("an empty folder", 1, folder / "tmp", err="there are no records here")
    newest = records[-1].read_bytes()
    records[-1].unlink()
    verify("the newest removed", 1, archive, out=f"{count - 1} of {count - 1} records", err=f"number {count} is missing")
    shutil.rmtree(archive / "keys" / "heads")
    verify("and what the archive knew of it: the desk remembers", 1, archive, err=f"number {count} is missing")
    environment = dict(os.environ, XDG_DATA_HOME=str(folder / "nowhere"))
    tell(call(CTL, "verify", archive, env=environment).returncode == 0, "another computer cannot know")
    records[-1].write_bytes(newest)
    verify("put back", 0, archive)
    foreign = records[0].parent / "foreign.json"
    foreign.write_text("{}", encoding="utf-8")
    verify("a foreign file", 1, archive, err=r"foreign\.json: /record: ")
    foreign.unlink()


# ---- a record that is sealed as it is signed off ----

SAMPLE = ROOT / "data" / "samples" / "acne-scars-pen.json"


def sign_off(archive, *words, passphrase=None):
    """`record` with the passphrase on a pipe."""
    if passphrase is None:
        return call(CTL, "record", SAMPLE, "--archive", archive, *words)
    reading, writing = os.pipe()
    os.write(writing, passphrase.encode() + b"\n")
    os.close(writing)
    try:
        return call(CTL, "record", SAMPLE, "--archive", archive, *words, "--passphrase-fd", reading, pass_fds=[reading])
    finally:
        os.close(reading)


def refused(name, status, done, says, archive):
    kept = sorted(archive.glob("2*/*/*.json"))
    tell(done.returncode == status and says in done.stderr and not kept, f"{name}: {status}, and nothing is saved",
         f"status {done.returncode}\n{done.stderr}\n{kept}")


def signing_off(folder):
    archive = folder / "signed"
    signer = next(signature["name"] for signature in json.loads(SAMPLE.read_text(encoding="utf-8"))["signatures"]
                  if signature["role"] == "practitioner")
    practitioner, keys = call(ENROL, archive, signer, "sample passphrase").stdout.splitlines()
    before = folder / "signed-before.json"
    before.write_text(keys, encoding="utf-8")
    who = ("--practitioner", practitioner)
    refused("no key named where there are keys", 64, sign_off(archive), "--practitioner is missing", archive)
    refused("a practitioner without a passphrase", 64, sign_off(archive, *who), "come together", archive)
    refused("a practitioner unknown", 1, sign_off(archive, "--practitioner", "nobody", passphrase="x"), "has no key", archive)
    refused("a wrong passphrase", 1, sign_off(archive, *who, passphrase="sample"), "does not open the key", archive)
    done = sign_off(archive, *who, passphrase="sample passphrase")
    tell(done.returncode == 0, "a record is signed off and sealed", done.stderr)
    record = pathlib.Path(done.stdout.strip())
    verify("what was sealed so", 0, archive, out="1 of 1 records are unchanged")
    found = json.loads(verify("with the keys from before its desk", 1, "--json", "--keys", before, record).stdout)["verified"][0]
    tell([seal.get("trust") for seal in found["seals"]] == ["enrolled", None] and found["proof"] == "unchanged",
         "the practitioner is known, the desk is not", found)
    tell(oct((folder / "data" / "needlepoint" / "desks").stat().st_mode)[-3:] == "700", "the desks' folder is its user's own")
    tell("sample passphrase" not in record.read_text(encoding="utf-8"), "no passphrase in the record")


# ---- what is published of their form ----

def validator(name):
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "data" / "schema").glob("*.schema.json")}
    store = {schema["$id"]: schema for schema in schemas.values()}
    return jsonschema.Draft202012Validator(schemas[name], resolver=jsonschema.RefResolver.from_schema(schemas[name], store=store))


def payload(seal):
    part = seal.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def on_schemas(records, keys):
    stated = [payload(seal) for record in records for seal in json.loads(record.read_text(encoding="utf-8"))["seal"]]
    known = json.loads(keys.read_text(encoding="utf-8"))
    enrolled = [payload(key["enrolment"][0]) for key in known["keys"]]
    for name, documents in (("seal", stated), ("key-set", [known]), ("enrolment", enrolled)):
        valid = validator(f"{name}.schema.json")
        errors = [error.message for document in documents for error in valid.iter_errors(document)]
        tell(documents and not errors, f"{name}.schema.json fits what is made", errors)
        spoilt = [{**document, "surprise": True} for document in documents]
        tell(all(not valid.is_valid(document) for document in spoilt), f"{name}.schema.json takes no more")
        if name != "key-set":
            lacking = [{k: v for k, v in document.items() if k != gone} for document in documents for gone in document
                       if gone not in ("role", "registration", "replaces") or name == "seal"]
            tell(all(not valid.is_valid(document) for document in lacking), f"{name}.schema.json takes no less")


# ---- without Needlepoint ----

def without_needlepoint(run, folder, record, keys, name):
    """What both ways of the README must do, with a record of three seals."""
    def refuses(what, path, with_keys=keys):
        done = run(path, with_keys)
        tell(done.returncode != 0, f"{name} refuses {what}", done.stdout)

    done = run(record, keys)
    said = re.findall(r"^(practitioner|countersigner|desk): ", done.stdout, re.MULTILINE)
    tell(done.returncode == 0 and said == ["practitioner", "countersigner", "desk"], f"{name} verifies our record", done.stdout + done.stderr)
    refuses("a changed record", changed(record, folder, lambda document: document["record"].update(age=25)))
    refuses("one letter more", changed(record, folder, lambda document: document["record"]["ending"].update(reason="x")))
    refuses("a new member", changed(record, folder, lambda document: document["record"].update(more="x")))
    refuses("no seal", changed(record, folder, lambda document: document.update(seal=[])))
    refuses("the desk's seal alone", changed(record, folder, lambda document: document.update(seal=document["seal"][2:])))
    refuses("no desk's seal", changed(record, folder, lambda document: document.update(seal=document["seal"][:2])))
    for position in range(3):
        for part, at in (("signature", -20), ("payload", 400)):
            def spoil(document, position=position, at=at):
                document["seal"][position] = other_letter(document["seal"][position], at)
            refuses(f"a changed {part} of seal {position + 1}", changed(record, folder, spoil))
    nobody = folder / "nobody.json"
    nobody.write_text('{"keys":[]}', encoding="utf-8")
    refuses("keys that are not the clinic's", record, nobody)


def readme_block(language):
    text = (ROOT / "README.md").read_text(encoding="utf-8").split("## Verify without Needlepoint")[1].split("\n## ")[0]
    return re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)[1]


def with_shell(folder, record, keys):
    script = folder / "verify.sh"
    script.write_text(readme_block("sh"), encoding="utf-8")

    def run(path, with_keys):
        return call("bash", script, path, with_keys)

    missing = [tool for tool in ("jose", "jq", "sha256sum") if shutil.which(tool) is None]
    if missing:
        tell(True, "verify.sh", skipped=f"there is no {' '.join(missing)}")
        return
    without_needlepoint(run, folder, record, keys, "verify.sh")
    text = record.read_text(encoding="utf-8")
    for name, doubled in (("a name twice", text.replace('"age":', '"age": 25, "age":', 1)),
                          ("an object twice", text.replace('"cooling_off":', '"cooling_off": {"x": 1}, "cooling_off":', 1)),
                          ("a record twice", text.replace('"record":', '"record": {"x": 1}, "record":', 1)),
                          ("two documents", text + text)):
        twice = folder / "twice.json"
        twice.write_text(doubled, encoding="utf-8")
        tell(doubled != text and run(twice, keys).returncode != 0, f"verify.sh refuses {name}")


def npm_packages(folder):
    """Why they are not there, or nothing."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "there is no node or no npm on this machine"
    environment = dict(os.environ, HOME=str(folder), npm_config_cache=str(folder / "npm-cache"))
    try:
        done = call("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1",
                    "--fetch-timeout=20000", *PACKAGES, env=environment)
    except subprocess.TimeoutExpired:
        return "npm did not answer within two minutes"
    return "" if done.returncode == 0 else "npm could not install " + " ".join(PACKAGES)


def with_node(folder, record, keys):
    why = npm_packages(folder)
    if why:
        print(f"NOT TESTED: verifying with npm's jose and canonicalize: {why}", file=sys.stderr)
        tell(True, "verify.mjs", skipped=why)
        tell(True, "a record sealed with npm's jose", skipped=why)
        return
    script, sealer = folder / "verify.mjs", folder / "seal.mjs"
    script.write_text(readme_block("js"), encoding="utf-8")
    sealer.write_text(SEAL_MJS, encoding="utf-8")
    without_needlepoint(lambda path, with_keys: call("node", script, path, with_keys), folder, record, keys, "verify.mjs")
    sealed, their_keys = folder / "npm.json", folder / "npm-keys.json"
    done = call("node", sealer, ROOT / "tests" / "fixtures" / "seal" / "record.json", sealed, their_keys)
    tell(done.returncode == 0, "npm's jose seals a record", done.stderr)
    verify("a record sealed with npm's jose", 0, "--keys", their_keys, sealed, out="the key is named so in the clinic's keys")
    verify("the same without its keys", 0, sealed, out="whose key it is, is not proved")
    verify("the same with the clinic's", 1, "--keys", keys, sealed)
    verify("the same, changed", 1, changed(sealed, folder, lambda document: document["record"].update(age=30)))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "tmp").mkdir()
        os.environ.update(XDG_DATA_HOME=str(folder / "data"), TMPDIR=str(folder / "tmp"))
        done = call(SEAL, folder, 4)
        tell(done.returncode == 0, "records are sealed", done.stderr)
        records = [pathlib.Path(line) for line in done.stdout.split()]
        keys = folder / "keys.json"
        on_files(folder, records, keys)
        on_archives(folder, records, keys)
        signing_off(folder)
        on_schemas(records, keys)
        with_shell(folder, records[-1], keys)
        with_node(folder, records[-1], keys)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


sys.exit(main())
