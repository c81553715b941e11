/** A menu that opens over the page closes again by Escape, and when the reader goes on elsewhere; without script it stays until it is pressed. */
export function foldMenus(document: Document): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-folds][open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    }
  });

  for (const sign of ["pointerdown", "focusin"])
    document.addEventListener(sign, (event) => {
      for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
    });
}
