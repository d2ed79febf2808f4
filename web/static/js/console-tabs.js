// In a narrow window the columns of the console are tabs; in a wide one all are shown
// and the row of tabs is not (the style sheet decides).

export class ConsoleTabs {
  #tabs;

  constructor(list) {
    this.#tabs = [...list.querySelectorAll("[role=tab]")];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) this.show(tab);
    });
    list.addEventListener("keydown", (event) => {
      const at = this.#tabs.indexOf(event.target);
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (at < 0 || !by) return;
      event.preventDefault();
      this.show(this.#tabs.at((at + by) % this.#tabs.length)).focus();
    });
    this.show(this.#tabs[0]);
  }

  show(tab) {
    for (const one of this.#tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      const panel = document.getElementById(one.getAttribute("aria-controls"));
      panel.classList.toggle("console__panel--away", one !== tab);
    }
    return tab;
  }
}
