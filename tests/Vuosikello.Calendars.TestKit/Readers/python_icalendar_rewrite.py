"""Reads a calendar from stdin with python-icalendar and writes it again."""
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
errors = [str(error) for part in calendar.walk() for error in part.errors]
if errors:
    sys.exit("python-icalendar found errors: " + "; ".join(errors))
sys.stdout.buffer.write(calendar.to_ical())
