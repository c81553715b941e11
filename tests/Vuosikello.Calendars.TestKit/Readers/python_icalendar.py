"""Reads a calendar from stdin with python-icalendar, expands it with recurring-ical-events, prints occurrences as JSON."""
import datetime
import json
import sys

import icalendar
import recurring_ical_events

first, last = (datetime.date.fromisoformat(day) for day in sys.argv[1:3])
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
errors = [str(error) for part in calendar.walk() for error in part.errors]
if errors:
    sys.exit("python-icalendar found errors: " + "; ".join(errors))


def text(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


occurrences = []
for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(days=1)):
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    occurrences.append({
        "uid": str(event["UID"]),
        "start": text(start),
        "end": text(end),
        "title": str(event.get("SUMMARY", "")),
        "status": str(event.get("STATUS", "")),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
    })
json.dump(occurrences, sys.stdout)
