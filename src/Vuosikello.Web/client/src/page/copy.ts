const shownFor = 3_000;

/** Shows the buttons that copy the field named in `data-copy`, where the browser lets a page copy. */
export function copyByButton(page: Document): void {
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const field = page.getElementById(button.dataset.copy ?? "");
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(field.value).then(() => {
        button.textContent = button.dataset.copied ?? label;
        setTimeout(() => (button.textContent = label), shownFor);
      }, () => field.select());
    });
  }
}
