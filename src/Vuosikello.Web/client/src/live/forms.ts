const token = "__RequestVerificationToken";

/** True for a form that somebody has typed into or is in: it stays as it is, with the version that it was based on. */
export function isBegun(form: HTMLFormElement): boolean {
  const active = form.ownerDocument.activeElement;
  return "begun" in form.dataset || (active !== null && active.matches("input, textarea, select") && form.contains(active)) || [...form.elements].some(isTouched);
}

/** The forms in an element, itself too, that somebody has begun. */
export function begunIn(element: Element): HTMLFormElement[] {
  const forms = element instanceof HTMLFormElement ? [element] : [...element.querySelectorAll("form")];
  return forms.filter(isBegun);
}

function isTouched(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control instanceof HTMLSelectElement) return control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
  if (!(control instanceof HTMLInputElement) || control.type === "hidden") return false;
  return control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** True for what makes a form its sender's own, which no fragment knows: see FormSeal.razor. */
export function isSeal(node: Element): boolean {
  return node instanceof HTMLInputElement && node.type === "hidden" && (node.name === token || "newId" in node.dataset);
}

/** Fills in the seals of forms that came with a fragment. What stays without an id gets one from the server. */
export function sealForms(page: Document): void {
  const [first, ...others] = page.querySelectorAll<HTMLInputElement>(`input[name=${token}]`);
  if (!first?.value) return;
  for (const input of others) if (input.value !== first.value) input.setAttribute("value", first.value);
  for (const input of page.querySelectorAll<HTMLInputElement>("input[data-new-id]")) {
    if (!/^[\da-f-]{36}$/.test(input.value) && "randomUUID" in crypto) input.setAttribute("value", crypto.randomUUID());
  }
}
