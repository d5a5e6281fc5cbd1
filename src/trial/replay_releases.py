#!/usr/bin/env python3
"""Replays real data against a running Slipway and checks what it says afterwards.

Takes a CMDB (items and relationships) and the releases of a product with their components from CSV files, imports the
former, registers the latter, takes ten releases to Concluded, cancels one in the middle of its deployment and reopens
one. Needs the people of profile demo, and nothing but Python's standard library.

    python3 src/trial/replay_releases.py --items ITEMS.csv --relationships EDGES.csv \
        --releases RELEASES.csv --components COMPONENTS.csv [--url http://127.0.0.1:8080]
"""
import argparse
import base64
import csv
import datetime
import io
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

PASSWORD = "Slipway-Demo-1"


class Slipway:
    def __init__(self, url):
        self.url = url
        self.calls = 0

    def call(self, person, method, path, body=None, content_type="application/json", expect=(200, 201, 204)):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        token = base64.b64encode(f"{person}:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", "Basic " + token)
        if data is not None:
            request.add_header("Content-Type", content_type)
        self.calls += 1
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            status, text = refused.code, refused.read()
        if status not in expect:
            raise SystemExit(f"{method} {path} as {person}: {status} {text.decode()[:2000]}")
        return json.loads(text) if text else None

    def upload(self, person, path, files):
        boundary = uuid.uuid4().hex
        parts = io.BytesIO()
        for name, content in files.items():
            parts.write(f"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{name}.csv\"\r\n"
                        "Content-Type: text/csv\r\n\r\n".encode())
            parts.write(content)
            parts.write(b"\r\n")
        parts.write(f"--{boundary}--\r\n".encode())
        return self.call(person, "POST", path, parts.getvalue(), f"multipart/form-data; boundary={boundary}")


class Release:
    STEPS = {
        "planRelease": ("operator", {}),
        "approveRelease": ("approver", {"decision": "APPROVED"}),
        "authoriseRelease": ("requester", {"decision": "GO"}),
        "executeRelease": ("operator", {"outcome": "SOLVED", "executionRecord": "Rolled out"}),
        "testRelease": ("operator", {"outcome": "SOLVED", "executionRecord": "Smoke tests green"}),
        "homologateRelease": ("approver", {
            "outcome": "SOLVED", "closure": "Runs in production",
            "releaseDate": datetime.date.today().isoformat(), "solutionCategory": "Deployed as planned"}),
        "closeRelease": ("requester", {"accepted": True}),
    }

    def __init__(self, slipway, number):
        self.slipway, self.number = slipway, number

    def record(self):
        return self.slipway.call("auditor", "GET", f"/api/releases/{self.number}")

    def until(self, status):
        for _ in range(20):
            record = self.record()
            if record["status"] == status:
                return self
            task = record["currentTasks"][0]
            person, answers = self.STEPS[task["definitionKey"]]
            self.slipway.call(person, "POST", f"/api/tasks/{task['id']}/completion", answers)
        raise SystemExit(f"{self.number} never came to {status}")

    def event(self, event, body):
        return self.slipway.call("manager", "POST", f"/api/releases/{self.number}/{event}", body)


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def content(path):
    with open(path, "rb") as file:
        return file.read()


def component_items(components):
    lines = ["key,name,class,group"]
    for name in sorted({row["component"] for row in components}):
        lines.append(f'"component:{name}","{name}",Component,DEVELOPMENT_STANDARD')
    return "\n".join(lines).encode()


def item(slipway, key):
    return slipway.call("auditor", "GET", "/api/configuration-items/" + urllib.parse.quote(key, safe=""))


def versions(slipway, key):
    path = "/api/configuration-items/" + urllib.parse.quote(key, safe="") + "/versions"
    return [(v["number"], v["origin"]) for v in slipway.call("auditor", "GET", path)["items"]]


def check(what, holds):
    print(("ok    " if holds else "FAILED ") + what)
    if not holds:
        raise SystemExit(1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--url", default="http://127.0.0.1:8080")
    for name in ("items", "relationships", "releases", "components"):
        options.add_argument("--" + name, required=True)
    given = options.parse_args()
    slipway = Slipway(given.url)
    begun = time.time()

    report = slipway.upload("manager", "/api/configuration-items/import",
                            {"items": content(given.items), "relationships": content(given.relationships)})
    print(f"imported in {time.time() - begun:.1f} s: {json.dumps(report)}")
    again = slipway.upload("manager", "/api/configuration-items/import",
                           {"items": content(given.items), "relationships": content(given.relationships)})
    check("importing again changes nothing",
          again["items"]["created"] == again["items"]["updated"] == again["relationships"]["created"] == 0)

    components = rows(given.components)
    report = slipway.upload("manager", "/api/configuration-items/import", {"items": component_items(components)})
    print(f"components: {json.dumps(report)}")

    by_release = {}
    for row in components:
        by_release.setdefault(row["release"], set()).add("component:" + row["component"])
    begun, registered = time.time(), {}
    run = uuid.uuid4().hex[:6].upper()
    for row in rows(given.releases):
        name = row["release"]
        items = sorted(by_release.get(name, []))
        now = datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0)
        window = {"start": now.isoformat(), "end": (now + datetime.timedelta(days=2)).isoformat()}
        change = slipway.call("manager", "POST", "/api/changes", {
            "number": f"CHG-{run}-{name}", "title": f"Build {name}", "status": "APPROVED", "configurationItems": []})
        record = slipway.call("requester", "POST", "/api/releases", {
            "title": f"OpenSearch {name}", "description": f"Release {name}, dated {row['release_date'] or 'unknown'}",
            "model": "standard", "requester": "requester", "executorGroup": "operations", "impact": "HIGH",
            "urgency": "MEDIUM", "risk": "LOW", "version": name, "planning": window, "deployment": window,
            "contact": {"name": "Rita Quester", "email": "requester@example.org"},
            "changes": [change["number"]], "configurationItems": items})
        registered[name] = Release(slipway, record["number"])
    print(f"registered {len(registered)} releases with {sum(map(len, by_release.values()))} components "
          f"in {time.time() - begun:.1f} s")

    chosen = [name for name in registered if by_release.get(name)]
    begun = time.time()
    for name in chosen[:10]:
        registered[name].until("CONCLUDED")
        print(f"  {registered[name].number} OpenSearch {name}: CONCLUDED, {len(by_release[name])} items")
    print(f"ten releases concluded in {time.time() - begun:.1f} s")
    last = chosen[9]
    key = sorted(by_release[last])[0]
    ci = item(slipway, key)
    check(f"{key} runs {last} in PRODUCTION_STANDARD and waits for validation",
          (ci["group"], ci["status"], ci["productVersion"]) == ("PRODUCTION_STANDARD", "VALIDATE_ITEM", last))

    name = chosen[10]
    key = sorted(by_release[name])[0]
    before = item(slipway, key)
    release = registered[name].until("EXECUTED")
    during = item(slipway, key)
    check(f"{key} is being deployed by {release.number}", during["status"] == "DEPLOYMENT")
    release.event("cancellation", {"reason": "Wrong build"})
    after = item(slipway, key)
    check(f"{release.number} is cancelled in the middle of its deployment", release.record()["status"] == "CANCELLED")
    same = all(before[field] == after[field] for field in ("group", "status", "productVersion"))
    check(f"{key} is as it was before: {versions(slipway, key)[:3]}", same)

    release = registered[chosen[0]]
    reason = slipway.call("manager", "GET", "/api/justifications?use=REOPENING&status=ACTIVE")["items"][0]["id"]
    release.event("reopening", {"justification": reason, "phase": "DEPLOYMENT"})
    record = release.record()
    check(f"{release.number} is reopened, cycle 2", (record["status"], record["cycle"]) == ("REOPENED", 2))
    release.until("CONCLUDED")
    check(f"{release.number} is concluded again", release.record()["status"] == "CONCLUDED")
    print(f"{slipway.calls} calls, none refused")


if __name__ == "__main__":
    main()
