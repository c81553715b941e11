import { applyPatch } from "./apply";
import { connectTo, keepAlive } from "./connection";
import { Cursor } from "./cursor";
import { reportFocus } from "./editing";
import type { ActivityNews, BoardPatch, WhoIsHere } from "./messages";
import { showPresence } from "./presence";
import { Status } from "./status";

/** Makes a page that holds a `[data-live]` element live. */
export function startLive(page: Document): void {
  const live = page.querySelector<HTMLElement>("[data-live]");
  if (!live) return;
  const { partnership, year, language, query, activity } = live.dataset;
  const hub = connectTo(live.dataset.live ?? "");
  const cursor = new Cursor(Number(live.dataset.position));
  const status = new Status(live);
  const address = [partnership, Number(year), language] as const;

  const join = (): Promise<unknown> =>
    activity ? hub.invoke("Edit", ...address, activity) : hub.invoke("Join", ...address, query ?? "", cursor.position);

  hub.on("patch", (patch: BoardPatch, news: readonly string[]) => {
    const verdict = cursor.judge(patch);
    if (verdict === "rejoin") void join().catch(() => hub.stop());
    if (verdict !== "apply") return;
    applyPatch(page, patch);
    cursor.advance(patch);
    status.announce(news);
  });
  let latest: WhoIsHere | undefined;
  hub.on("presence", (here: WhoIsHere) => showPresence(page, live, (latest = here)));
  hub.on("patch", () => latest && showPresence(page, live, latest));
  hub.on("changed", (news: ActivityNews) => {
    if (news.version < 0 || news.version > Number(live.dataset.version)) status.warn(news.text);
  });

  keepAlive({ hub, join, onLost: () => status.lost(), onBack: () => status.back() });
  if (activity) reportFocus(page, hub);
}
