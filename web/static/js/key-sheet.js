// The help sheet: shows the keys, and lets a person put an action on another key.

import { DEFAULT_KEYS, changed, keep, keysOf } from "./keys.js";

export class KeySheet {
  #page;
  #dialog;
  #storage;
  #waiting = null; // the button whose action gets the next key

  // Every [data-key-of] on the page shows the key of its action.
  constructor(page, dialog, storage) {
    this.#page = page;
    this.#dialog = dialog;
    this.#storage = storage;
    this.keys = keysOf(storage);
    dialog.addEventListener("click", (event) => this.#onClick(event));
    dialog.addEventListener("keydown", (event) => this.#onKey(event));
    dialog.addEventListener("close", () => this.#wait(null));
    this.#show();
  }

  #onClick(event) {
    const button = event.target.closest("[data-change-key]");
    if (button) return this.#wait(button === this.#waiting ? null : button);
    if (event.target.closest("[data-default-keys]")) this.#take({ ...DEFAULT_KEYS });
  }

  #onKey(event) {
    if (!this.#waiting || event.key === "Tab") return;
    event.preventDefault();
    if (event.key === "Escape") return this.#wait(null);
    const keys = changed(this.keys, this.#waiting.dataset.changeKey, event.key);
    if (keys === this.keys) this.#say("refused");
    else this.#take(keys);
  }

  #take(keys) {
    this.keys = keys;
    keep(this.#storage, keys);
    this.#wait(null);
    this.#show();
  }

  #wait(button) {
    this.#waiting?.setAttribute("aria-pressed", "false");
    this.#waiting = button;
    button?.setAttribute("aria-pressed", "true");
    this.#say(button ? "press" : null);
  }

  #say(which) {
    const place = this.#dialog.querySelector("[data-part=key-message]");
    place.textContent = which ? place.dataset[which] : "";
  }

  #show() {
    for (const place of this.#page.querySelectorAll("[data-key-of]")) {
      place.textContent = this.keys[place.dataset.keyOf];
    }
  }
}
