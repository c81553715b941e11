/** From the list of what is wrong straight into the field: a link alone leads only to the group around it. */
export function leadToFields(page: Document): void {
  page.querySelector(".ds-error-summary")?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#field-"]') : null;
    const group = link && page.getElementById(link.hash.slice(1));
    const inputs = [...(group?.querySelectorAll<HTMLElement>("input:not([type=hidden]), textarea, select") ?? [])];
    const input = inputs.find((candidate) => candidate.getClientRects().length > 0);
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
}
