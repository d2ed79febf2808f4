// «Diteruskan ke»: choose agencies, send; what was sent stands there with its time and
// the agency's answer, and can be recalled. Sending asks nothing twice.

import { clockText } from "./call-clock.js";

export class DispatchPanel {
  #root;
  #act;
  #answeredMs = 0;

  constructor(root, act) {
    this.#root = root;
    this.#act = act;
    root.querySelector("[data-do=dispatch]").addEventListener("click", () => this.send());
    root.addEventListener("click", (event) => this.#clicked(event));
  }

  get chosen() {
    const boxes = this.#root.querySelectorAll("input[name=agency]:checked:not(:disabled)");
    return [...boxes].map((box) => box.value);
  }

  get priority() {
    const chosen = document.querySelector('[data-field="priority"]:checked');
    return chosen ? Number(chosen.value) : null;
  }

  send() {
    const agencies = this.chosen;
    const hint = this.#root.querySelector("[data-hint]");
    const missing = agencies.length === 0 ? "agency" : this.priority === null ? "priority" : "";
    hint.textContent = missing ? hint.dataset[missing] : "";
    if (missing) return;
    this.#act({ do: "dispatch", agencies, priority: this.priority });
  }

  show(dispatched, answeredMs) {
    this.#answeredMs = answeredMs ?? 0;
    const sent = new Map(dispatched.map((one) => [one.agency, one]));
    for (const row of this.#root.querySelectorAll("li[data-agency]")) {
      this.#row(row, sent.get(row.dataset.agency));
    }
  }

  #row(row, sent) {
    const box = row.querySelector("input");
    const state = row.querySelector("[data-state]");
    const recall = row.querySelector("[data-do=recall]");
    box.disabled = Boolean(sent);
    if (sent) box.checked = true;
    row.classList.toggle("agency--sent", Boolean(sent));
    recall.hidden = !sent;
    state.textContent = sent ? this.#words(state, sent) : "";
  }

  #words(state, sent) {
    const at = clockText(sent.at_ms - this.#answeredMs);
    const answer = sent.answer ? state.dataset[sent.answer] : state.dataset.waiting;
    return `${at} · ${answer}`;
  }

  #clicked(event) {
    const button = event.target.closest("[data-do=recall]");
    if (!button) return;
    const row = button.closest("li[data-agency]");
    row.querySelector("input").checked = false;
    this.#act({ do: "recall", agency: row.dataset.agency });
  }
}
