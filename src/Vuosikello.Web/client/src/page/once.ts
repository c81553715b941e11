/** Sends a form marked `data-once` once, however often its button is pressed: the answer to a second sending could not show what the first one showed. */
export function sendOnce(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-once]")) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    // whoever comes back to the page by the browser's history finds a form that works
    window.addEventListener("pageshow", () => (sent = false));
  }
}
