#!/usr/bin/env python3
"""Asks a running Slipway what the loss of hosts means to services that run on pools of them.

Takes a CMDB (items and relationships) and the redundancy of its services from CSV files (service, site, endpoint,
pool_members, depool_threshold: the least share of the pool that must stay up, active_active_across_sites), imports them
with one configuration item per service and site, and then takes away each host alone, and a share of each pool at once.
Needs the people of profile demo, and nothing but Python's standard library.

    python3 src/trial/impact_of_pools.py --items ITEMS.csv --relationships EDGES.csv --redundancy REDUNDANCY.csv \
        [--url http://127.0.0.1:8080] [--shares 34 50 60]
"""
import argparse
import collections
import csv
import io
import time

from replay_releases import Slipway


def table(header, rows):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def reach(slipway, keys, effect="IMPACTED"):
    """The keys of everything that the joint loss of these items reaches with the effect."""
    found, after = set(), None
    while True:
        query = f"?effect={effect}&depth=20&limit=2000" + (f"&after={after}" if after else "")
        page = slipway.call("operator", "POST", "/api/configuration-items/impact" + query, {"configurationItems": keys})
        found.update(item["key"] for item in page["items"])
        after = page["next"]
        if not after:
            return found


def plain_reach(dependents, start):
    found, open_ = set(), [start]
    while open_:
        for key in dependents[open_.pop()]:
            if key not in found:
                found.add(key)
                open_.append(key)
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("items", "relationships", "redundancy"):
        arguments.add_argument("--" + name, required=True)
    arguments.add_argument("--url", default="http://127.0.0.1:8080")
    arguments.add_argument("--shares", type=int, nargs="*", default=[34, 50, 60])
    options = arguments.parse_args()
    slipway = Slipway(options.url)

    pools = collections.defaultdict(set)
    dependents = collections.defaultdict(set)
    with open(options.relationships, encoding="utf-8") as edges:
        for edge in csv.DictReader(edges):
            dependents[edge["to_ci"]].add(edge["from_ci"])
            if edge["relation"] == "runs_on":
                pools[edge["from_ci"]].add(edge["to_ci"])
    with open(options.redundancy, encoding="utf-8") as redundancy:
        rows = [row for row in csv.DictReader(redundancy) if row["pool_members"] != "0"]

    items, edges = [], []
    for row in rows:
        instance = f"{row['service']}@{row['site']}"
        items.append([instance, "TechnicalService", f"runs_on={float(row['depool_threshold']) * 100:g}%"])
        edges.append([row["service"], instance, "provided_by"])
        edges.extend([instance, host, "runs_on"] for host in sorted(pools[row["endpoint"]]))
    # A service that is active on several sites at once needs one of them; another needs each.
    services = {row["service"]: row["active_active_across_sites"] == "True" for row in rows}
    for service, active in sorted(services.items()):
        items.append([service, "Service", "provided_by=1" if active else ""])
    # An endpoint without a threshold of its own stays while one of its hosts does; so does a cluster.
    for endpoint in sorted(pools):
        items.append([endpoint, "PooledEndpoint", "runs_on=1"])

    began = time.monotonic()
    for name in (options.items, options.relationships):
        with open(name, "rb") as content:
            slipway.call("operator", "POST", "/api/configuration-items/import", content.read(), "text/csv")
    for content in (table(("key", "class", "redundancy"), items), table(("from", "to", "type"), edges)):
        report = slipway.call("operator", "POST", "/api/configuration-items/import", content, "text/csv")
        print("imported", report["items"], report["relationships"])
    print(f"in {time.monotonic() - began:.1f} s; {len(rows)} services on a site, {len(pools)} pools")

    hosts = sorted({host for members in pools.values() for host in members} | {
        key for key in dependents if key.startswith("host:")})
    alarms = flagged = 0
    for host in hosts:
        alarms += sum(key in services or "@" in key and key.startswith("service:") for key in reach(slipway, [host]))
        flagged += any(key.startswith("service:") for key in plain_reach(dependents, host))
    print(f"each of {len(hosts)} hosts alone: {alarms} services impacted; plain reachability flags {flagged} hosts")

    for share in options.shares:
        broken = 0
        for row in rows:
            pool = sorted(pools[row["endpoint"]])
            bundle = pool[:round(share / 100 * len(pool))]
            if bundle and f"{row['service']}@{row['site']}" in reach(slipway, bundle):
                broken += 1
        print(f"{share} % of one pool at once: {broken} of {len(rows)} services on a site impacted")
    print(slipway.calls, "calls")


if __name__ == "__main__":
    main()
