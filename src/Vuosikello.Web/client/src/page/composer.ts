import { Idiomorph } from "idiomorph";

const typingPause = 300;

/**
 * Follows a `form[data-composer]` as one picks: the page for the new choice is fetched, everything with `data-renews` takes its place
 * under the same id, and the address bar follows. Where that fails the form is sent as it is without JavaScript.
 */
export function followComposer(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-composer]");
  if (!form) return;
  let under: AbortController | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    clearTimeout(typing);
    under?.abort();
    under = new AbortController();
    const { signal } = under;
    const address = addressOf(form.action, new FormData(form));
    // The fresh one comes without the mark.
    page.getElementById("subscription")?.setAttribute("aria-busy", "true");
    fetch(address, { signal, headers: { Accept: "text/html" } })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.text();
      })
      .then((html) => {
        if (signal.aborted) return;
        renew(page, new DOMParser().parseFromString(html, "text/html"));
        page.defaultView?.history.replaceState(null, "", address);
      })
      .catch(() => {
        if (!signal.aborted) form.submit();
      });
  };
  form.addEventListener("change", follow);
  form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "search") return;
    clearTimeout(typing);
    typing = setTimeout(follow, typingPause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    follow();
  });
}

/** Where a GET form with these fields leads; what was left empty is left out. */
export function addressOf(action: string, fields: Iterable<readonly [string, FormDataEntryValue]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === "string" && value !== "") query.append(name, value);
  const text = query.toString();
  return text === "" ? action : `${action}?${text}`;
}

function renew(page: Document, from: Document): void {
  for (const fresh of from.querySelectorAll("[data-renews][id]")) {
    const present = page.getElementById(fresh.id);
    if (!present) continue;
    Idiomorph.morph(present, fresh.outerHTML, {
      morphStyle: "outerHTML",
      callbacks: { beforeAttributeUpdated: (name: string, node: Element) => !isReadersOwn(name, node) },
    });
  }
}

/** What the reader has opened stays open; a button that copies has been shown by the page itself. */
function isReadersOwn(name: string, node: Element): boolean {
  return (name === "open" && node.localName === "details") || (name === "hidden" && node.matches("button[data-copy]"));
}
