// The ticket: every field is saved when it is left, with a small «disimpan» beside it.
// There is no save button; what was typed survives a reload.

export class TicketForm {
  #form;
  #save;
  #saved = {};
  #underWay = new Map();

  constructor(form, save) {
    this.#form = form;
    this.#save = save;
    form.addEventListener("change", (event) => this.#changed(event.target));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("place", (event) => this.#placed(event.detail));
  }

  // What the server has; a field being edited keeps what the person is typing.
  show(ticket) {
    for (const [field, value] of Object.entries(ticket)) {
      if (this.#underWay.get(field) > 0) continue; // something newer is being sent
      this.#saved[field] = value;
      const inputs = this.#form.querySelectorAll(`[data-field="${CSS.escape(field)}"]`);
      for (const input of inputs) {
        if (input === document.activeElement) continue;
        if (input.type === "radio") input.checked = input.value === String(value);
        else if (!input.dataset.shown) input.value = value ?? "";
      }
    }
  }

  // The person has seen it land on disk.
  confirm(field) {
    this.#underWay.set(field, Math.max(0, (this.#underWay.get(field) ?? 0) - 1));
    const mark = this.#form.querySelector(`[data-saved="${CSS.escape(field)}"]`);
    if (!mark) return;
    mark.hidden = false;
    mark.classList.remove("saved--fresh");
    void mark.offsetWidth; // restart the animation
    mark.classList.add("saved--fresh");
  }

  // Save whatever still has the focus, before the call is closed.
  leave() {
    const focused = document.activeElement;
    if (this.#form.contains(focused)) this.#changed(focused);
  }

  #changed(input) {
    const field = input.dataset.field;
    if (!field) return;
    if (field === "location.place") {
      // Only a chosen place has a code; an emptied input takes the place back.
      if (input.value.trim() === "") this.#set(field, null);
      return;
    }
    this.#set(field, input.value.trim() || null);
  }

  #placed(hit) {
    this.#set("location.place", hit.code);
    const landmark = this.#form.querySelector('[data-field="location.landmark"]');
    if (hit.name !== hit.kelurahan && landmark && landmark.value.trim() === "") {
      landmark.value = hit.name;
      this.#set("location.landmark", hit.name);
    }
  }

  #set(field, value) {
    if ((this.#saved[field] ?? null) === value) return;
    this.#saved[field] = value;
    this.#underWay.set(field, (this.#underWay.get(field) ?? 0) + 1);
    this.#save(field, value);
  }
}
