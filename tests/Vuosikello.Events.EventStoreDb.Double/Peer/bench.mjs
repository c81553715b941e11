// Measures EventStoreDB's own client: node bench.mjs CONNECTION-STRING append|read STREAM-PREFIX WRITERS COUNT. Prints how many a second.
import { randomUUID } from "node:crypto";
import { EventStoreDBClient, FORWARDS, NO_STREAM, START, jsonEvent, streamNameFilter } from "@eventstore/db-client";

const [connection, what, prefix, writers, count] = process.argv.slice(2);
const client = EventStoreDBClient.connectionString(connection);
const event = () =>
  jsonEvent({ id: randomUUID(), type: "activity-retitled.v1", data: { title: { fi: "x".repeat(120) } }, metadata: { by: "x".repeat(80) } });

/** One writer's appends, one event each, each expecting the version that the one before left. */
async function write(stream, appends) {
  let expectedRevision = NO_STREAM;
  for (let i = 0; i < appends; i++)
    expectedRevision = (await client.appendToStream(stream, event(), { expectedRevision })).nextExpectedRevision;
}

async function append(run, appends) {
  await Promise.all(Array.from({ length: Number(writers) }, (_, n) => write(`${prefix}${run}-${n}`, Math.ceil(appends / writers))));
}

async function read() {
  let seen = 0;
  const all = client.subscribeToAll({ fromPosition: START, filter: streamNameFilter({ prefixes: [prefix] }) });
  for await (const _ of all) if (++seen >= Number(count)) break;
}

if (what === "append") await append("warm", Math.min(2000, Number(count)));
const begun = performance.now();
await (what === "append" ? append("measured", Number(count)) : read());
console.log((Number(count) * 1000) / (performance.now() - begun));
// Its connections would keep the process alive.
process.exit(0);
