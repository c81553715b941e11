import { HubConnectionState, type HubConnection } from "@microsoft/signalr";

/** Tells the boards in which field the cursor is. A control names its field by `data-field`, its own or a parent's. */
export function reportFocus(page: Document, hub: HubConnection): void {
  let told: string | null = null;
  const tell = (field: string | null): void => {
    if (field === told || hub.state !== HubConnectionState.Connected) return;
    told = field;
    hub.send("Focus", field).catch(() => (told = null));
  };
  page.addEventListener("focusin", (event) => tell(fieldOf(event.target)));
  page.addEventListener("focusout", (event) => {
    if (event.relatedTarget === null) tell(null);
  });
}

function fieldOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-field]")?.dataset.field ?? null) : null;
}
