import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseBefore } from "../src/live/connection";
import { Cursor } from "../src/live/cursor";
import { fill, howMany } from "../src/live/presence";
import { addressOf } from "../src/page/composer";
import { step } from "../src/page/wheel";

test("a patch that begins where the page is, or earlier, is applied", () => {
  const cursor = new Cursor(10);
  assert.equal(cursor.judge({ from: 10, position: 12, full: false }), "apply");
  assert.equal(cursor.judge({ from: 8, position: 12, full: false }), "apply");
});

test("a patch that the page shows already is skipped", () => {
  assert.equal(new Cursor(12).judge({ from: 10, position: 12, full: false }), "skip");
});

test("a gap makes the page join again from where it is", () => {
  const cursor = new Cursor(10);
  assert.equal(cursor.judge({ from: 11, position: 12, full: false }), "rejoin");
  assert.equal(cursor.position, 10);
});

test("a full set is applied wherever the page is", () => {
  assert.equal(new Cursor(0).judge({ from: 0, position: 99, full: true }), "apply");
});

test("the position never goes back", () => {
  const cursor = new Cursor(10);
  cursor.advance({ position: 12 });
  cursor.advance({ position: 11 });
  assert.equal(cursor.position, 12);
});

test("the first try to reconnect is at once, later ones wait longer but never longer than fifteen seconds", () => {
  assert.equal(pauseBefore(0), 0);
  const pauses = [1, 2, 3, 4, 5, 6, 50].map((attempt) => pauseBefore(attempt, () => 1));
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});

test("two pages do not come back at the same moment", () => {
  assert.notEqual(pauseBefore(3, () => 0.1), pauseBefore(3, () => 0.9));
});

test("texts are filled by name and keep what nobody gives", () => {
  assert.equal(fill("{name} muokkaa toimintoa {title}", { name: "A", title: "{name}" }), "A muokkaa toimintoa {name}");
  assert.equal(fill("{count} lukijaa {huh}", { count: 2 }), "2 lukijaa {huh}");
});

test("arrow keys walk round the year", () => {
  assert.equal(step(11, 12, "next"), 0);
  assert.equal(step(0, 12, "previous"), 11);
  assert.equal(step(5, 12, "first"), 0);
  assert.equal(step(5, 12, "last"), 11);
});

test("one reader without a name and several are told apart, and whoever is alone is told so", () => {
  const texts = { onlyYou: "alone", peopleHere: "{count} here.", reader: "One reads.", readers: "{count} read." };
  const people = [{ name: "Coordinator", editing: [] }];
  assert.equal(howMany({ count: 1, anonymous: 0, people }, texts), "alone");
  assert.equal(howMany({ count: 2, anonymous: 1, people }, texts), "2 here. One reads.");
  assert.equal(howMany({ count: 4, anonymous: 3, people }, texts), "4 here. 3 read.");
  assert.equal(howMany({ count: 4, anonymous: 4, people: [] }, texts), "4 here.");
});

test("a composed calendar's address has what was picked, in order, and nothing that was left empty", () => {
  assert.equal(addressOf("/p/subscribe", [["year", ""], ["language", "sv"], ["area", "a"], ["area", "b c"], ["alarm", ""]]), "/p/subscribe?language=sv&area=a&area=b+c");
  assert.equal(addressOf("/p/subscribe", [["year", ""]]), "/p/subscribe");
});
