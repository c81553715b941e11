// Loaded on the pages of signing in and of one's own account only. Without it, or in a browser without passkeys, what needs them stays hidden.

type Way = "make" | "prove";

async function answer(way: Way, options: unknown): Promise<Credential | null> {
  return way === "make"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
}

async function use(form: HTMLFormElement, way: Way): Promise<void> {
  const asked = await fetch(`${form.action}/options`, { method: "POST", body: new FormData(form) });
  if (!asked.ok) throw new Error(`${asked.status}`);
  const credential = await answer(way, await asked.json());
  const field = form.elements.namedItem("credential");
  if (!(credential instanceof PublicKeyCredential) || !(field instanceof HTMLInputElement)) throw new Error("nothing was made");
  field.value = JSON.stringify(credential.toJSON());
  form.submit();
}

if ("PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    const place = form.closest<HTMLElement>("[data-passkey-place]");
    const failed = form.querySelector<HTMLElement>("[data-passkey-failed]");
    const button = form.querySelector<HTMLButtonElement>("button");
    if (place) place.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (button) button.disabled = true;
      if (failed) failed.hidden = true;
      void use(form, form.dataset.passkey as Way).catch(() => {
        // cancelled, timed out or refused: browsers do not tell which, so that pages cannot find out what somebody has
        if (failed) failed.hidden = false;
        if (button) button.disabled = false;
      });
    });
  }
}
