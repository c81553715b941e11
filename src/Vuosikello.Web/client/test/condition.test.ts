import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { HubConnection } from "@microsoft/signalr";
import { followCondition } from "../src/live/condition";

interface Line { className: string; textContent: string; dataset: { color?: string } }

/** As much of a page as the notice needs: what stands in it, and how the hub tells of a change. */
function open(atFirst?: string) {
  const lines: Line[] = atFirst === undefined ? [] : [{ className: "ds-alert", textContent: atFirst, dataset: { color: "warning" } }];
  const notice = {
    dataset: { readOnly: "Read only for now.", writableAgain: "Saving works again." } as Record<string, string | undefined>,
    get childElementCount() { return lines.length; },
    ownerDocument: { createElement: (): Line => ({ className: "", textContent: "", dataset: {} }) },
    replaceChildren: (...now: Line[]) => { lines.splice(0, lines.length, ...now); },
  };
  let tell: (canWrite: boolean) => void = () => assert.fail("Nobody listens.");
  const hub = { on: (method: string, heard: typeof tell) => { if (method === "writable") tell = heard; } };
  followCondition({ querySelector: (wanted: string) => (wanted === "[data-read-only]" ? notice : null) } as unknown as Document, hub as unknown as HubConnection);
  return { shown: () => lines.map((line) => `${line.dataset.color ?? ""}: ${line.textContent}`), tell: (canWrite: boolean) => { tell(canWrite); } };
}

test("a page hears at once that nothing can be saved, and for a while that it can be again", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = open();

  page.tell(false);
  assert.deepEqual(page.shown(), ["warning: Read only for now."]);
  page.tell(true);
  assert.deepEqual(page.shown(), ["success: Saving works again."]);
  mock.timers.tick(6_000);
  assert.deepEqual(page.shown(), []);
  mock.timers.reset();
});

test("who comes to a store that is well is told nothing", () => {
  const page = open();
  page.tell(true);
  assert.deepEqual(page.shown(), []);
});

test("a page that was loaded with the notice is told when it is over", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = open("Read only for now.");

  page.tell(false);
  assert.deepEqual(page.shown(), ["warning: Read only for now."]);
  page.tell(true);
  assert.deepEqual(page.shown(), ["success: Saving works again."]);
  mock.timers.reset();
});

test("a store that goes again at once is not taken for well by what was to be shown for a while", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = open();
  page.tell(false);
  page.tell(true);
  mock.timers.tick(3_000);

  page.tell(false);
  mock.timers.tick(6_000);

  assert.deepEqual(page.shown(), ["warning: Read only for now."]);
  mock.timers.reset();
});
