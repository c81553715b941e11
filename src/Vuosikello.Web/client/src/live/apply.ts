import { Idiomorph } from "idiomorph";
import { begunIn, isBegun, isSeal, sealForms } from "./forms";
import type { PagePatch, PlacedFragment } from "./messages";

/** Brings the page up to a patch. What has the focus, is open or was typed into stays as it is. */
export function applyPatch(page: Document, patch: PagePatch): void {
  if (patch.full) removeOthers(page, patch.set);
  for (const id of patch.remove) remove(page.getElementById(id));
  for (const fragment of patch.set) place(page, fragment);
  sealForms(page);
}

function place(page: Document, fragment: PlacedFragment): void {
  if (fragment.parent === "") return renew(page.getElementById(fragment.id), fragment.html);
  const parent = page.getElementById(fragment.parent);
  if (!parent) return;
  const before = fragment.after === null ? null : page.getElementById(fragment.after);
  const next = before?.parentElement === parent ? before.nextElementSibling : parent.firstElementChild;
  const present = page.getElementById(fragment.id);
  if (!present) {
    parent.insertBefore(parse(parent, fragment.html), next);
    return;
  }
  if (present.parentElement !== parent || (present !== next && present.previousElementSibling !== before)) move(present, parent, next);
  renew(present, fragment.html);
}

function renew(present: Element | null, html: string): void {
  if (!present?.parentElement) return;
  Idiomorph.morph(present, parse(present.parentElement, html), {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (node: Node) => !(node instanceof HTMLFormElement && isBegun(node)),
      beforeNodeRemoved: (node: Node) => !(node instanceof Element && keepBegun(node)),
      beforeAttributeUpdated: (name: string, node: Element) => !isReadersOwn(name, node),
    },
  });
}

/** Parsed within its parent's kind, so that table rows and SVG become what they are. */
function parse(parent: Element, html: string): Element {
  const holder = parent.cloneNode(false) as Element;
  holder.innerHTML = html;
  const element = holder.firstElementChild;
  if (!element) throw new Error("a fragment has no element");
  element.remove();
  return element;
}

/** Moving takes the focus away: give it back. */
function move(element: Element, parent: Element, next: Element | null): void {
  const focused = element.contains(element.ownerDocument.activeElement) ? element.ownerDocument.activeElement : null;
  parent.insertBefore(element, next);
  if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus({ preventScroll: true });
}

function isReadersOwn(attribute: string, node: Element): boolean {
  if (attribute === "open" && node.localName === "details") return true;
  if (attribute === "value" && isSeal(node)) return true;
  return attribute === "tabindex" && node.closest("[data-wheel]") !== null;
}

/** What is gone goes, unless somebody is writing in it: nothing typed is lost, and sending it says what has become of it. */
function remove(element: Element | null): void {
  if (element && !keepBegun(element)) element.remove();
}

function keepBegun(element: Element): boolean {
  const begun = begunIn(element).length > 0;
  if (begun && element instanceof HTMLElement) element.dataset.gone = "";
  return begun;
}

/** A full set says all there is: what else stands in its places is gone. */
function removeOthers(page: Document, all: readonly PlacedFragment[]): void {
  const known = new Set(all.map((fragment) => fragment.id));
  const parents = new Set<Element>(page.querySelectorAll("[data-fragments]"));
  for (const fragment of all) {
    const parent = page.getElementById(fragment.parent);
    if (parent) parents.add(parent);
  }
  for (const parent of parents) for (const child of [...parent.children]) if (child.id && !known.has(child.id)) remove(child);
}
