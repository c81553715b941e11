/** Sends the form that goes on with a long import, so that nobody has to press the button for each step. */
export function goOnByItself(page: Document): void {
  page.querySelector<HTMLFormElement>("form[data-continue]")?.requestSubmit();
}
