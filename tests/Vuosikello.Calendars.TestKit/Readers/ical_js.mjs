// Reads calendars with ical.js. Reads lines "FIRST LAST PATH" from stdin, prints for each a line with its occurrences over those days as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const day = (time) => text(time).slice(0, 10);
const uid = (component) => component.getFirstPropertyValue("uid");
const groupBy = (all) => all.reduce((groups, one) => groups.set(uid(one), [...(groups.get(uid(one)) ?? []), one]), new Map());

function read(first, last, path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const components = calendar.getAllSubcomponents("vevent");
  // Without being told, ical.js relates every override to every event.
  const overrides = groupBy(components.filter((component) => component.hasProperty("recurrence-id")));
  const events = components.map((component) =>
    new ICAL.Event(component, component.hasProperty("recurrence-id") ? {} : { exceptions: overrides.get(uid(component)) ?? [] }));
  const recurring = new Set(events.filter((event) => event.isRecurring()).map((event) => event.uid));
  const occurrences = [];
  const add = (event, start, end) => {
    if (day(start) > last || day(end) < first) return;
    occurrences.push({
      uid: event.uid,
      start: text(start),
      end: text(end),
      title: event.summary ?? "",
      status: event.component.getFirstPropertyValue("status") ?? "",
      description: event.description ?? "",
      location: event.location ?? "",
    });
  };
  for (const event of events) {
    // An override comes out of its recurring event below.
    if (event.isRecurrenceException() && recurring.has(event.uid)) continue;
    if (!event.isRecurring()) {
      add(event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(), guard = 0; next && day(next) <= last && guard < 20000; next = iterator.next(), guard++) {
      const details = event.getOccurrenceDetails(next);
      add(details.item, details.startDate, details.endDate);
    }
  }
  return occurrences;
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [, first, last, path] = line.match(/^(\S+) (\S+) (.*)$/);
  process.stdout.write(`${JSON.stringify(read(first, last, path))}\n`);
}
