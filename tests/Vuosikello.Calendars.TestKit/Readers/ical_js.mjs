// Reads a calendar from stdin with ical.js, expands it, prints occurrences as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [first, last] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const text = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const day = (time) => text(time).slice(0, 10);
const occurrences = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const add = (start, end) => {
    if (day(start) > last || day(end) < first) return;
    occurrences.push({
      uid: event.uid,
      start: text(start),
      end: text(end),
      title: event.summary ?? "",
      status: component.getFirstPropertyValue("status") ?? "",
      description: event.description ?? "",
      location: event.location ?? "",
    });
  };
  if (!event.isRecurring()) {
    add(event.startDate, event.endDate);
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(), guard = 0; next && day(next) <= last && guard < 20000; next = iterator.next(), guard++) {
    const details = event.getOccurrenceDetails(next);
    add(details.startDate, details.endDate);
  }
}
process.stdout.write(JSON.stringify(occurrences));
