// <place-search> around the location input: as one types, places by their official and
// informal names, with the names that are easily taken for them. Arrow keys and Enter
// choose, Escape closes (the ARIA combobox pattern).

const WAIT_MS = 120;

export function describe(hit) {
  const official = hit.name === hit.kelurahan ? "" : ` · ${hit.kelurahan}`;
  return { name: hit.name, where: `${official} · ${hit.kecamatan}`.replace(/^ · /, "") };
}

export function move(index, step, length) {
  return length === 0 ? -1 : (index + step + length) % length;
}

const Base = globalThis.HTMLElement ?? class {};

export class PlaceSearch extends Base {
  #input;
  #list;
  #hits = [];
  #index = -1;
  #timer = null;
  #asked = 0;
  #chosen = true;

  connectedCallback() {
    this.#input = this.querySelector("input");
    this.#list = this.querySelector("[role=listbox]");
    this.#input.addEventListener("input", () => this.#soon());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.#left());
  }

  // Words that are no chosen place are not saved; the page says so instead of hoping.
  #left() {
    setTimeout(() => this.#close(), 150);
    const open = !this.#chosen && this.#input.value.trim() !== "";
    this.querySelector("[data-unchosen]").hidden = !open;
  }

  #soon() {
    this.#chosen = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), WAIT_MS);
  }

  async #search() {
    const text = this.#input.value.trim();
    const mine = ++this.#asked;
    if (text.length < 2) return this.#close();
    const url = `${this.getAttribute("url")}?q=${encodeURIComponent(text)}`;
    const reply = await fetch(url).catch(() => null);
    if (!reply?.ok || mine !== this.#asked) return;
    this.#show(await reply.json());
  }

  #show(hits) {
    this.#hits = hits;
    this.#index = hits.length > 0 ? 0 : -1;
    this.#list.replaceChildren(
      ...(hits.length > 0 ? hits.map((hit, i) => this.#option(hit, i)) : [this.#none()]),
    );
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#mark();
  }

  #none() {
    const item = document.createElement("li");
    item.className = "places__none";
    item.textContent = this.getAttribute("none");
    return item;
  }

  #option(hit, index) {
    const item = document.createElement("li");
    item.id = `${this.#list.id}-${index}`;
    item.setAttribute("role", "option");
    const { name, where } = describe(hit);
    item.append(text("strong", name), text("span", where, "places__where"));
    if (hit.matched && hit.matched.toLowerCase() !== hit.name.toLowerCase()) {
      item.append(text("span", `«${hit.matched}»`, "places__matched"));
    }
    if (hit.similar.length > 0) {
      const twins = hit.similar.map((twin) => `${twin.name} (${twin.kecamatan})`).join(", ");
      item.append(text("span", `${this.getAttribute("similar")} ${twins}`, "places__similar"));
    }
    if (!hit.verified) {
      item.append(text("span", this.getAttribute("unverified"), "places__unverified"));
    }
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.#choose(index);
    });
    return item;
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && !this.#list.hidden) {
      event.preventDefault();
      this.#index = move(this.#index, steps[event.key], this.#hits.length);
      this.#mark();
    } else if (event.key === "Enter" && this.#index >= 0 && !this.#list.hidden) {
      event.preventDefault();
      this.#choose(this.#index);
    } else if (event.key === "Escape") {
      this.#close();
    }
  }

  #mark() {
    [...this.#list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === this.#index));
    });
    this.#input.setAttribute(
      "aria-activedescendant",
      this.#index >= 0 ? `${this.#list.id}-${this.#index}` : "",
    );
  }

  #choose(index) {
    const hit = this.#hits[index];
    const { name, where } = describe(hit);
    this.#input.value = `${name} (${where})`;
    this.#chosen = true;
    this.#asked++; // an answer under way has come too late
    this.querySelector("[data-unchosen]").hidden = true;
    this.#close();
    this.dispatchEvent(new CustomEvent("place", { detail: hit, bubbles: true }));
  }

  #close() {
    this.#list.hidden = true;
    this.#index = -1;
    this.#input.setAttribute("aria-expanded", "false");
  }
}

function text(tag, words, className = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

globalThis.customElements?.define("place-search", PlaceSearch);
