// Reads a calendar from stdin with ical.js and writes it again; with the argument "jcal", as jCal.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const parsed = ICAL.parse(readFileSync(0, "utf8"));
process.stdout.write(process.argv[2] === "jcal" ? JSON.stringify(parsed) : new ICAL.Component(parsed).toString());
