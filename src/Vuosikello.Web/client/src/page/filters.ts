const typingPause = 400;
const remembered = "vuosikello.focus";

/** Sends a `form.filter-form` by itself when a choice changes; the focus is where it was on the next page. */
export function submitFiltersOnChange(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form.filter-form")) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const submit = (): void => {
      clearTimeout(timer);
      const active = page.activeElement;
      if (active?.id && form.contains(active)) sessionStorage.setItem(remembered, active.id);
      form.requestSubmit();
    };
    form.addEventListener("change", submit);
    form.addEventListener("input", (event) => {
      if (!(event.target instanceof HTMLInputElement) || !["search", "text"].includes(event.target.type)) return;
      clearTimeout(timer);
      timer = setTimeout(submit, typingPause);
    });
  }
  restoreFocus(page);
}

function restoreFocus(page: Document): void {
  const id = sessionStorage.getItem(remembered);
  if (id === null) return;
  sessionStorage.removeItem(remembered);
  const control = page.getElementById(id);
  control?.focus({ preventScroll: true });
  if (control instanceof HTMLInputElement && ["search", "text"].includes(control.type)) control.setSelectionRange(control.value.length, control.value.length);
}
