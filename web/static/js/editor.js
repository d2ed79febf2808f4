// The scenario editor: a message's place takes the cursor there; Tab makes spaces,
// because YAML knows no tabs.

export function offsetOf(text, line, column) {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(before + column - 1, text.length);
}

const area = globalThis.document?.querySelector("textarea.editor");

globalThis.document?.addEventListener("click", (event) => {
  const place = event.target.closest("[data-line]");
  if (!place || !area) return;
  event.preventDefault();
  const at = offsetOf(area.value, Number(place.dataset.line), Number(place.dataset.column));
  area.focus();
  area.setSelectionRange(at, at);
  const lineHeight = area.scrollHeight / area.value.split("\n").length;
  area.scrollTop = (Number(place.dataset.line) - 5) * lineHeight;
  area.scrollIntoView({ block: "center" });
});

area?.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || event.shiftKey || event.ctrlKey) return;
  event.preventDefault();
  area.setRangeText("  ", area.selectionStart, area.selectionEnd, "end");
});
