// Reads a calendar from stdin with ical.js, expands it, prints occurrences as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [first, last] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const text = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const day = (time) => text(time).slice(0, 10);
const components = calendar.getAllSubcomponents("vevent");
const uid = (component) => component.getFirstPropertyValue("uid");
const groupBy = (all) => all.reduce((groups, one) => groups.set(uid(one), [...(groups.get(uid(one)) ?? []), one]), new Map());
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
process.stdout.write(JSON.stringify(occurrences));
