"""Reads calendars with python-icalendar and expands them with recurring-ical-events. Reads lines "FIRST LAST PATH" from stdin, prints for each a line
with its occurrences over those days as JSON."""
import datetime
import json
import pathlib
import sys

import icalendar
import recurring_ical_events


def text(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def occurrence(event):
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    return {
        "uid": str(event["UID"]),
        "start": text(start),
        "end": text(end),
        "title": str(event.get("SUMMARY", "")),
        "status": str(event.get("STATUS", "")),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
    }


for line in sys.stdin:
    first, last, path = line.rstrip("\n").split(" ", 2)
    calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
    errors = [str(error) for part in calendar.walk() for error in part.errors]
    if errors:
        sys.exit("python-icalendar found errors in " + path + ": " + "; ".join(errors))
    day_after = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    events = recurring_ical_events.of(calendar).between(datetime.date.fromisoformat(first), day_after)
    print(json.dumps([occurrence(event) for event in events]))
