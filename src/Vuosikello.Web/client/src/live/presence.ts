import type { PersonHere, WhoIsHere } from "./messages";

/** Puts values into a text's named places: `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Says on the page how many are here; where the page has a place for it, shows who, and marks what somebody else edits. */
export function showPresence(page: Document, live: HTMLElement, here: WhoIsHere, seat: number | null): void {
  live.dataset.here = String(here.count);
  const place = live.querySelector<HTMLElement>("[data-live-here]");
  if (!place) return;
  const texts = live.dataset;
  place.replaceChildren(paragraph(page, howMany(here, texts)), people(page, here.people, texts.isEditing ?? ""));
  place.hidden = false;
  markEdited(page, here.people, texts.editingHere ?? "", seat);
}

/** How many are here, and to members how many of them go without a name. */
export function howMany(here: WhoIsHere, texts: Readonly<Record<string, string | undefined>>): string {
  if (here.count <= 1) return texts.onlyYou ?? "";
  const lines = [fill(texts.peopleHere ?? "", { count: here.count })];
  if (here.people.length > 0 && here.anonymous === 1) lines.push(texts.reader ?? "");
  if (here.people.length > 0 && here.anonymous > 1) lines.push(fill(texts.readers ?? "", { count: here.anonymous }));
  return lines.join(" ");
}

function paragraph(page: Document, text: string): HTMLElement {
  const element = page.createElement("p");
  element.textContent = text;
  return element;
}

function people(page: Document, all: readonly PersonHere[], isEditing: string): HTMLElement {
  const list = page.createElement("ul");
  for (const person of all) {
    if (!person.name) continue;
    const item = page.createElement("li");
    const titles = new Set(person.editing.map((edited) => titleOf(page, edited.item)).filter((title) => title !== ""));
    item.textContent = titles.size > 0 ? fill(isEditing, { name: person.name, title: [...titles].join(", ") }) : person.name;
    list.append(item);
  }
  return list;
}

function titleOf(page: Document, item: string): string {
  return page.querySelector(`[data-live-title="${CSS.escape(item)}"]`)?.textContent?.trim() ?? "";
}

/** Marks the parts of the page that somebody else edits, and in an open form the field in which somebody else is. */
function markEdited(page: Document, all: readonly PersonHere[], editingHere: string, seat: number | null): void {
  for (const marked of page.querySelectorAll<HTMLElement>("[data-edited-by]")) delete marked.dataset.editedBy;
  for (const { name, editing } of all) {
    for (const edited of editing) {
      if (edited.seat === seat) continue;
      const item = CSS.escape(edited.item);
      const field = edited.field === null ? "" : `, [data-live-form="${item}"] [data-field="${CSS.escape(edited.field)}"]`;
      for (const part of page.querySelectorAll<HTMLElement>(`[data-live-item="${item}"]${field}`)) part.dataset.editedBy = fill(editingHere, { name });
    }
  }
}
