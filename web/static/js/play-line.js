// Plays a line of the caller again in the debrief; one at a time, a second press stops.

let playing = null;

export function toggle(button, makeAudio = (url) => new Audio(url)) {
  const again = playing?.button === button;
  playing?.audio.pause();
  playing?.button.classList.remove("said__play--on");
  playing = null;
  if (again) return null;
  const audio = makeAudio(button.dataset.clip);
  playing = { button, audio };
  button.classList.add("said__play--on");
  audio.addEventListener("ended", () => button.classList.remove("said__play--on"));
  audio.addEventListener("error", () => {
    button.disabled = true;
    button.title = "suara tidak tersedia";
  });
  audio.play().catch(() => {});
  return audio;
}

globalThis.document?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-clip]");
  if (button) toggle(button);
});
