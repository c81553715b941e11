// Speaks to a server with EventStoreDB's own client: node calls.mjs CONNECTION-STRING. Prints for each call a line of what came of it.
import { randomUUID } from "node:crypto";
import { BACKWARDS, END, EventStoreDBClient, FORWARDS, NO_STREAM, START, STREAM_EXISTS, jsonEvent, streamNameFilter } from "@eventstore/db-client";

const client = EventStoreDBClient.connectionString(process.argv[2]);
const prefix = `peer-${randomUUID()}-`;
const stream = `${prefix}activity`;
const event = (type, data = { title: "Työpaja" }) => jsonEvent({ id: randomUUID(), type, data, metadata: { by: "m1" } });

async function tell(what, call) {
  let outcome;
  try {
    outcome = await call();
  } catch (error) {
    outcome = [error.type, error.actualVersion ?? error.maxAppendSize].filter((said) => said !== undefined).join(" ");
  }
  console.log(`${what}: ${outcome}`);
}

/** The events of a reading or subscription, as far as wanted. */
async function take(reading, count = Infinity) {
  const taken = [];
  for await (const { event } of reading) {
    // This client cannot have readings of all filtered.
    if (!event.streamId.startsWith(prefix)) continue;
    taken.push(`${event.streamId.slice(prefix.length)}@${event.revision} ${event.type}`);
    if (taken.length >= count) break;
  }
  return taken.join(", ");
}

const append = (expectedRevision, events, to = stream) => client.appendToStream(to, events, { expectedRevision });
const planned = [event("planned"), event("described")];

let first;
await tell("append to a new stream", async () => (first = await append(NO_STREAM, planned)).nextExpectedRevision);
await tell("the same again", async () => {
  const again = await append(NO_STREAM, planned);
  return `${again.nextExpectedRevision}, ${again.position.commit === first.position.commit ? "the same position" : "another position"}`;
});
await tell("append at the right revision", async () => (await append(1n, [event("moved")])).nextExpectedRevision);
await tell("append at a wrong revision", () => append(7n, [event("moved")]));
await tell("append to a new stream where one is", () => append(NO_STREAM, [event("planned")]));
await tell("append where a stream should be", () => append(STREAM_EXISTS, [event("moved")], `${prefix}nothing`));
await tell("append anywhere", async () => (await client.appendToStream(`${prefix}other`, [event("planned")])).nextExpectedRevision);
await tell("append too much", () => append(2n, [event("described", { text: "x".repeat(1 << 20) })]));

await tell("read a stream", () => take(client.readStream(stream)));
await tell("read a stream from a revision on", () => take(client.readStream(stream, { fromRevision: 1n })));
await tell("read a stream backwards", () => take(client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 2 })));
await tell("read a stream that is not there", () => take(client.readStream(`${prefix}nothing`)));
await tell("what was written is read", async () => {
  for await (const { event } of client.readStream(stream, { maxCount: 1 }))
    return `${event.id === planned[0].id} ${event.data.title} ${event.metadata.by} ${Math.abs(Date.now() - event.created.getTime()) < 600_000}`;
});

const ours = { filter: streamNameFilter({ prefixes: [prefix], checkpointInterval: 1 }) };
await tell("read all", () => take(client.readAll({ direction: FORWARDS, fromPosition: START })));
await tell("read all from a position on", () => take(client.readAll({ direction: FORWARDS, fromPosition: first.position })));
await tell("read all backwards", () => take(client.readAll({ direction: BACKWARDS, fromPosition: END }), 2));
await tell("subscribe to all of a prefix", () => take(client.subscribeToAll({ fromPosition: START, ...ours }), 4));
await tell("subscribe to all after a position", () => take(client.subscribeToAll({ fromPosition: first.position, ...ours }), 2));
await tell("subscribe to a stream", () => take(client.subscribeToStream(stream, { fromRevision: START }), 3));
await tell("hear of what is appended later", async () => {
  const subscription = client.subscribeToAll({ fromPosition: END, ...ours });
  const confirmed = new Promise((resolve) => subscription.once("confirmation", resolve));
  const heard = take(subscription, 1);
  await confirmed;
  await append(2n, [event("confirmed")]);
  return heard;
});

// Its connections would keep the process alive; its own ending of them does not end.
process.exit(0);
