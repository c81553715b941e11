"""What khal shows of folders that vdirsyncer filled, from the database that it keeps of each. Reads lines "FIRST LAST FOLDER" from stdin, prints for
each a line with its occurrences over those days as JSON. `khal list` goes day by day, and reads an event again on each."""
import datetime
import json
import sys

import pytz
from khal.khalendar import CalendarCollection

DAY, TIME = "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"
LOCALE = {
    "local_timezone": pytz.UTC, "default_timezone": pytz.UTC, "timeformat": "%H:%M", "dateformat": DAY, "longdateformat": DAY,
    "datetimeformat": TIME, "longdatetimeformat": TIME, "firstweekday": 0, "weeknumbers": False, "unicode_symbols": True,
}


def occurrence(event):
    # The last day of whole days is included here.
    end = (event.end + datetime.timedelta(days=1)).isoformat() if event.allday else event.end_local.strftime(TIME)
    return {
        "uid": event.uid,
        "start": event.start_local.strftime(DAY if event.allday else TIME),
        "end": end,
        "title": event.summary,
        "status": event.status,
        "description": event.description,
        "location": event.location,
    }


for line in sys.stdin:
    first, last, folder = line.rstrip("\n").split(" ", 2)
    start = datetime.datetime.strptime(first, DAY)
    end = datetime.datetime.strptime(last, DAY) + datetime.timedelta(days=1)
    collection = CalendarCollection({"feed": {"path": folder, "readonly": True, "color": ""}}, dbpath=folder + ".db", locale=LOCALE)
    events = list(collection.get_localized(pytz.UTC.localize(start), pytz.UTC.localize(end))) + list(collection.get_floating(start, end))
    print(json.dumps([occurrence(event) for event in events]))
