"""Reads the addresses of feeds from its input, a line each, and says of each what feedparser makes of it, as a line of JSON."""

import json
import sys

import feedparser

for line in sys.stdin:
    url = line.strip()
    feed = feedparser.parse(url)
    fault = str(feed.get("bozo_exception", "not well-formed")) if feed.bozo else ""
    ids = [entry.get("id", "") for entry in feed.entries]
    print(json.dumps({"url": url, "fault": fault, "ids": ids}), flush=True)
