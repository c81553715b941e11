import type { HubConnection } from "@microsoft/signalr";

const backShownFor = 6_000;

/** Shows on the page whether anything can be saved now, as the hub tells it. The texts come from the server. */
export function followCondition(page: Document, hub: HubConnection): void {
  const notice = page.querySelector<HTMLElement>("[data-read-only]");
  if (!notice) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  hub.on("writable", (canWrite: boolean) => {
    const isReadOnly = notice.dataset.state === "read-only" || (notice.dataset.state === undefined && notice.childElementCount > 0);
    if (canWrite !== isReadOnly) return;
    clearTimeout(timer);
    notice.dataset.state = canWrite ? "writable" : "read-only";
    show(notice, canWrite ? notice.dataset.writableAgain : notice.dataset.readOnly, canWrite ? "success" : "warning");
    if (canWrite) timer = setTimeout(() => notice.replaceChildren(), backShownFor);
  });
}

function show(notice: HTMLElement, text: string | undefined, color: string): void {
  const line = notice.ownerDocument.createElement("p");
  line.className = "ds-alert";
  line.dataset.color = color;
  line.textContent = text ?? "";
  notice.replaceChildren(line);
}
