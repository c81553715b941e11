type Walk = "next" | "previous" | "first" | "last";

const walks: Readonly<Record<string, Walk>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
};

/** The place that a step leads to, round and round. */
export function step(at: number, length: number, walk: Walk): number {
  if (walk === "first") return 0;
  if (walk === "last") return length - 1;
  return (at + (walk === "next" ? 1 : -1) + length) % length;
}

/**
 * Arrow keys walk the links of a `[data-wheel]`: left and right along the months or along the entries, whichever has the
 * focus; down from a month to its first entry, up from an entry to its month. Tab still reaches everything.
 */
export function walkWheelByKeys(page: Document): void {
  for (const wheel of page.querySelectorAll("[data-wheel]")) {
    wheel.addEventListener("keydown", (event) => {
      if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
      const walk = walks[event.key];
      const from = event.target instanceof Element ? event.target.closest("a") : null;
      if (!walk || !from) return;
      const to = across(wheel, from, event.key) ?? along(wheel, from, walk);
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
  }
}

type Link = SVGAElement | HTMLAnchorElement;

const monthLink = "a.wheel-month-link";

function links(wheel: Element, kind: "month" | "entry"): Link[] {
  return [...wheel.querySelectorAll<Link>(kind === "month" ? monthLink : "a[data-entry]")];
}

function monthOf(link: Element): string | undefined {
  return link.closest<HTMLElement | SVGElement>("[data-month]")?.dataset.month;
}

function isMonth(link: Element): boolean {
  return link.matches(monthLink);
}

function across(wheel: Element, from: Element, key: string): Link | undefined {
  const month = monthOf(from);
  if (month === undefined) return undefined;
  if (key === "ArrowDown" && isMonth(from)) return links(wheel, "entry").find((entry) => monthOf(entry) === month);
  if (key === "ArrowUp" && !isMonth(from)) return links(wheel, "month").find((link) => monthOf(link) === month);
  return undefined;
}

function along(wheel: Element, from: Element, walk: Walk): Link | undefined {
  const all = links(wheel, isMonth(from) ? "month" : "entry");
  const at = all.findIndex((link) => link === from);
  return at < 0 ? undefined : all[step(at, all.length, walk)];
}
