// The ring of the trainer: two soft falling notes, unlike any real telephone set, so
// that nobody mistakes an exercise for a call. Made in the browser, no file needed.

const NOTES = [
  { hz: 660, at: 0.0 },
  { hz: 495, at: 0.22 },
  { hz: 660, at: 0.62 },
  { hz: 495, at: 0.84 },
];
const EVERY_MS = 2_600;

export class Ring {
  #context = null;
  #timer = null;

  start() {
    if (this.#timer !== null) return;
    this.#ringOnce();
    this.#timer = setInterval(() => this.#ringOnce(), EVERY_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#context?.close();
    this.#context = null;
  }

  get audible() {
    return this.#context?.state === "running";
  }

  // Browsers stay silent until the person has clicked or pressed a key once.
  unlock() {
    if (this.#timer !== null && !this.audible) this.#context?.resume();
  }

  // It rings the moment the browser lets it, not at the next turn only.
  #opened(context) {
    context.addEventListener("statechange", () => this.audible && this.#ringOnce());
    return context;
  }

  #ringOnce() {
    const Context = globalThis.AudioContext;
    if (!Context) return;
    this.#context ??= this.#opened(new Context());
    if (!this.audible) return;
    const start = this.#context.currentTime;
    for (const { hz, at } of NOTES) this.#note(hz, start + at);
  }

  #note(hz, at) {
    const tone = this.#context.createOscillator();
    const level = this.#context.createGain();
    tone.type = "triangle";
    tone.frequency.value = hz;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.25, at + 0.02);
    level.gain.exponentialRampToValueAtTime(0.001, at + 0.36);
    tone.connect(level).connect(this.#context.destination);
    tone.start(at);
    tone.stop(at + 0.4);
  }
}
