// Expands rules with ical.js. Reads lines "START RULE MOST" from stdin (START as 20260131T090000, without a zone), prints for each a line with its
// first MOST occurrences. It has no patience of its own: ask it nothing that never comes.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const dashed = (start) => start.replace(/^(....)(..)(..)T(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6");
const answers = readFileSync(0, "utf8").trim().split("\n").map((line) => {
  const [start, rule, most] = line.split(" ");
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(dashed(start)));
  const found = [];
  for (let next = iterator.next(); next && found.length < Number(most); next = iterator.next()) found.push(next.toICALString());
  return found.join(" ");
});
process.stdout.write(answers.join("\n") + "\n");
