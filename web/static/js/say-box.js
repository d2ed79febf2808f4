// Where the trainee types what is said. Enter says it, Shift+Enter breaks the line. The
// moment of the first key goes along, and what was not said yet survives a reload.

const TYPING_EVERY_MS = 8_000;

export class SayBox {
  #box;
  #clock;
  #storage;
  #key;
  #onSay;
  #onTyping;
  #beganMs = null;
  #toldAt = -TYPING_EVERY_MS;

  constructor({ form, box, clock, storage, key, onSay, onTyping }) {
    this.#box = box;
    this.#clock = clock;
    this.#storage = storage;
    this.#key = key;
    this.#onSay = onSay;
    this.#onTyping = onTyping;
    box.value = storage.getItem(key) ?? "";
    form.addEventListener("submit", (event) => this.#sent(event));
    box.addEventListener("input", () => this.#typed());
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#sent(event);
    });
  }

  // What the server refused comes back, unless something else is being typed.
  giveBack(text) {
    this.#box.value ||= text;
    this.#keep();
  }

  #sent(event) {
    event.preventDefault();
    const text = this.#box.value.trim();
    if (text === "" || this.#box.disabled) return;
    this.#onSay({ text, began_ms: this.#beganMs ?? this.#clock.ms });
    this.#box.value = "";
    this.#beganMs = null;
    this.#keep();
  }

  #typed() {
    this.#keep();
    this.#beganMs = this.#box.value === "" ? null : (this.#beganMs ?? this.#clock.ms);
    if (performance.now() - this.#toldAt < TYPING_EVERY_MS) return;
    this.#toldAt = performance.now();
    this.#onTyping();
  }

  #keep() {
    this.#storage.setItem(this.#key, this.#box.value);
  }
}
