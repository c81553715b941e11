import { HubConnectionState, type HubConnection } from "@microsoft/signalr";
import { isBegun } from "./forms";
import type { EditorNews } from "./messages";

interface Place {
  readonly item: string | null;
  readonly field: string | null;
}

/** Tells the others what is edited here. A form names what it is of by `data-live-form`, a control its field by `data-field`, its own or a parent's. */
export class Focus {
  private told = "";
  private at: Place;

  /** @param item what the whole page is the form of, if it is one */
  constructor(private readonly hub: HubConnection, private readonly item: string | null) {
    this.at = { item, field: null };
  }

  follow(page: Document): void {
    page.addEventListener("focusin", ({ target }) => {
      const form = formOf(target);
      if (form) this.move({ item: form.dataset.liveForm ?? null, field: fieldOf(target) });
    });
    page.addEventListener("focusout", ({ target, relatedTarget }) => {
      if (formOf(relatedTarget)) return;
      const left = formOf(target);
      // Whoever leaves a half-written form is still at it.
      if (left) this.move({ item: this.item ?? (isBegun(left) ? (left.dataset.liveForm ?? null) : null), field: null });
    });
  }

  /** Tells anew, to a server that may have forgotten. */
  again(): void {
    this.told = "";
    if (this.at.item !== this.item || this.at.field !== null) this.tell();
  }

  private move(to: Place): void {
    this.at = to;
    this.tell();
  }

  private tell(): void {
    const telling = JSON.stringify(this.at);
    if (telling === this.told || this.hub.state !== HubConnectionState.Connected) return;
    this.told = telling;
    this.hub.send("Focus", this.at.item, this.at.field).catch(() => (this.told = ""));
  }
}

/**
 * True when a form that somebody writes in here is older than what it is of. A form nobody writes in is renewed with the page;
 * one with a page of its own never is.
 */
export function isOutdated(page: Document, news: EditorNews, alone: boolean): boolean {
  return [...page.querySelectorAll<HTMLFormElement>(`form[data-live-form="${CSS.escape(news.item)}"]`)].some(
    (form) => (news.version < 0 || news.version > Number(form.dataset.version)) && (alone || isBegun(form)),
  );
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>("form[data-live-form]") : null;
}

function fieldOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-field]")?.dataset.field ?? null) : null;
}
