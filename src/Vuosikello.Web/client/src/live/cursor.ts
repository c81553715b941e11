import type { PagePatch } from "./messages";

/** What to do with a patch: it fits, it is known already, or something before it is missing. */
export type Verdict = "apply" | "skip" | "rejoin";

/** Where the page is in the log of everything. Positions only ever grow. */
export class Cursor {
  constructor(private at: number) {}

  get position(): number {
    return this.at;
  }

  judge(patch: Pick<PagePatch, "from" | "position" | "full">): Verdict {
    if (patch.full) return "apply";
    if (patch.position <= this.at) return "skip";
    return patch.from <= this.at ? "apply" : "rejoin";
  }

  advance(patch: Pick<PagePatch, "position">): void {
    this.at = Math.max(this.at, patch.position);
  }
}
