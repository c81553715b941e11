import { applyPatch } from "./apply";
import { followCondition } from "./condition";
import { connectTo, keepAlive } from "./connection";
import { Cursor } from "./cursor";
import { Focus, isOutdated } from "./editing";
import type { EditorNews, PagePatch, WhoIsHere } from "./messages";
import { showPresence } from "./presence";
import { Status } from "./status";

/**
 * Whom a page belongs to, by its key. The hub needs it not; a balancer may lead all readers of a partnership to one server by it, so that they see
 * who else is here.
 */
function partnershipOf(key: string): string {
  return key.split(/[/?]/)[1] ?? "";
}

/** Makes a page that holds a `[data-live]` element live. One whose reader can save something hears at least whether that is possible now. */
export function startLive(page: Document): void {
  const live = page.querySelector<HTMLElement>("[data-live]");
  if (!live) return listen(page);
  const { page: key, language, item } = live.dataset;
  const hub = connectTo(`${live.dataset.live ?? ""}?of=${encodeURIComponent(partnershipOf(key ?? ""))}`);
  const cursor = new Cursor(Number(live.dataset.position));
  const status = new Status(live);
  followCondition(page, hub);
  const focus = new Focus(hub, item ?? null);
  let seat: number | null = null;
  let latest: WhoIsHere | undefined;
  const show = (): void => {
    if (latest) showPresence(page, live, latest, seat);
  };

  const join = async (): Promise<void> => {
    seat = await (item ? hub.invoke<number | null>("Edit", key, item, language) : hub.invoke<number | null>("Join", key, language, cursor.position));
    show();
    focus.again();
  };

  hub.on("patch", (patch: PagePatch, news: readonly string[]) => {
    const verdict = cursor.judge(patch);
    if (verdict === "rejoin") void join().catch(() => hub.stop());
    if (verdict !== "apply") return;
    applyPatch(page, patch);
    cursor.advance(patch);
    status.announce(news);
    show();
  });
  hub.on("presence", (here: WhoIsHere) => {
    latest = here;
    show();
  });
  hub.on("changed", (news: EditorNews) => {
    if (isOutdated(page, news, item !== undefined)) status.warn(news.text);
  });

  keepAlive({ hub, join, onLost: () => status.lost(), onBack: () => status.back() });
  focus.follow(page);
}

function listen(page: Document): void {
  const address = page.querySelector<HTMLElement>("[data-hub]")?.dataset.hub;
  if (!address) return;
  const hub = connectTo(address);
  followCondition(page, hub);
  keepAlive({ hub, join: () => Promise.resolve(), onLost: () => undefined, onBack: () => undefined });
}
