"""Expands rules with python-dateutil. Reads lines "START RULE MOST" from stdin (START as 20260131T090000, without a zone), prints for each a line
with its first MOST occurrences, and "..." after those that it had found when its time was up; or "refused" and why."""
import datetime
import itertools
import signal
import sys
import warnings

from dateutil import rrule

SECONDS_FOR_EACH = 0.2
FORM = "%Y%m%dT%H%M%S"
warnings.simplefilter("ignore")


class TimeIsUp(Exception):
    pass


def stop(signum, frame):
    raise TimeIsUp


signal.signal(signal.SIGVTALRM, stop)
for line in sys.stdin:
    start, rule, most = line.split()
    found = []
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_FOR_EACH)
        expanded = rrule.rrulestr(rule, dtstart=datetime.datetime.strptime(start, FORM))
        for moment in itertools.islice(expanded, int(most)):
            found.append(moment.strftime(FORM))
    except TimeIsUp:
        found.append("...")
    except (ValueError, IndexError) as error:
        found = ["refused:" + str(error).replace(" ", "_")]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    print(" ".join(found))
