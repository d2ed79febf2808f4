// Short sounds made in the browser: the key tones of a caller who can only press keys,
// once for yes, twice for no. Two frequencies at once, as a telephone key has.

const KEY_HZ = [770, 1336];
const TONE_S = 0.28;
const EVERY_S = 0.55;

// How many key tones a line of the caller stands for; 0 when it is words.
export function tonesIn(text) {
  const found = /\((satu|dua) nada/.exec(text ?? "");
  return found ? { satu: 1, dua: 2 }[found[1]] : 0;
}

export class Tones {
  #context = null;
  muted = false;

  play(count, inMs) {
    const Context = globalThis.AudioContext;
    if (!Context || this.muted || count === 0) return;
    this.#context ??= new Context();
    const start = this.#context.currentTime + Math.max(0, inMs) / 1000;
    for (let nth = 0; nth < count; nth++) this.#tone(start + nth * EVERY_S);
  }

  stop() {
    this.#context?.close();
    this.#context = null;
  }

  #tone(at) {
    const level = this.#context.createGain();
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.14, at + 0.01);
    level.gain.setValueAtTime(0.14, at + TONE_S - 0.02);
    level.gain.linearRampToValueAtTime(0, at + TONE_S);
    level.connect(this.#context.destination);
    for (const hz of KEY_HZ) {
      const tone = this.#context.createOscillator();
      tone.frequency.value = hz;
      tone.connect(level);
      tone.start(at);
      tone.stop(at + TONE_S);
    }
  }
}
