// The questions that open over the console: closing, what was meant, help, frozen. Each
// answers with the value of the button pressed; Escape means nothing was chosen.

export function isOpen(page) {
  return page.querySelector("dialog[open]") !== null;
}

export function open(dialog) {
  if (dialog.open) return;
  dialog.returnValue = ""; // a browser keeps the answer of the last time
  dialog.showModal();
}

export function onAnswer(dialog, take) {
  dialog.addEventListener("close", () => dialog.returnValue && take(dialog.returnValue));
  dialog.addEventListener("keydown", (event) => {
    const button = dialog.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    dialog.close(button.value);
  });
}

// Stands until told otherwise: Escape does not lift it.
export function insist(dialog, stands) {
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("close", () => stands() && dialog.showModal());
}
