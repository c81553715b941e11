const typingPause = 150;

/**
 * Searches as one types: a `form[data-search]` names the element with what was found, and its count stands in `…-count`. What the server
 * answers to the form is the page itself; only these two are taken of it. Without this the form's button does the same.
 */
export function searchAsTyped(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-search]")) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: AbortController | undefined;
    const search = async (): Promise<void> => {
      asked?.abort();
      const mine = (asked = new AbortController());
      const address = addressOf(form);
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal });
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        const found = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine.signal.aborted) return;
        show(page, found, form.dataset.search ?? "");
        page.defaultView?.history.replaceState(null, "", address);
      } catch {
        // The form sent as a page says what is wrong better than this script can.
        if (!mine.signal.aborted) form.requestSubmit();
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => void search(), typingPause);
    });
  }
}

/** The address of a GET form as the browser would send it, without empty fields. */
export function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim() !== "") query.append(name, value);
  const path = form.getAttribute("action") ?? "";
  return query.size === 0 ? path : `${path}?${query}`;
}

function show(page: Document, found: Document, id: string): void {
  for (const part of [id, `${id}-count`]) {
    const [here, there] = [page.getElementById(part), found.getElementById(part)];
    if (!here || !there) throw new Error(`the page has no ${part}`);
    // The count is read out when it changes, so the element itself stays.
    here.replaceChildren(...there.childNodes);
  }
}
