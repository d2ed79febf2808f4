// What the ticket shows beside itself: the chosen place and its neighbours on the
// schematic map, and the guide for the chosen kind of incident.

export function markPlace(map, code) {
  const points = [...map.querySelectorAll("[data-code]")];
  const here = points.find((point) => point.dataset.code === code);
  const next = new Set(here?.dataset.next.split(" ") ?? []);
  for (const point of points) {
    point.classList.toggle("map__point--here", point === here);
    point.classList.toggle("map__point--next", next.has(point.dataset.code));
  }
  const beside = points.filter((point) => next.has(point.dataset.code));
  map.querySelector("[data-here]").textContent = here ? nameOf(here) : "";
  map.querySelector("[data-beside]").textContent = beside.map(nameOf).join(", ");
  map.querySelector("[data-about]").hidden = !here;
  map.querySelector("[data-none]").hidden = Boolean(here);
}

function nameOf(point) {
  return point.querySelector("text").textContent;
}

export function showGuide(page, incidentType) {
  let shown = false;
  for (const card of page.querySelectorAll("[data-guide]")) {
    card.hidden = card.dataset.guide !== incidentType;
    shown ||= !card.hidden;
  }
  page.querySelector('[data-part="guide-none"]').hidden = shown;
}
