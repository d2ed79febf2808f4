// Plays the caller's lines in their order, each when it is due in the call. A line
// without sound is skipped: its words are on the page. When the call-taker speaks, the
// line being played stops, as it does on a telephone.

export class CallerVoice extends EventTarget {
  #queue = [];
  #playing = null;
  #makeAudio;
  muted = false;

  constructor(makeAudio = (url) => new Audio(url)) {
    super();
    this.#makeAudio = makeAudio;
  }

  say({ url, inMs, seq }) {
    if (this.muted || !url) return;
    const audio = this.#makeAudio(url);
    audio.preload = "auto";
    this.#queue.push({ audio, seq, dueAt: performance.now() + Math.max(0, inMs) });
    this.#next();
  }

  stop() {
    this.#queue = [];
    this.#playing?.audio.pause();
    this.#playing = null;
    this.#tell(null);
  }

  #next() {
    if (this.#playing !== null || this.#queue.length === 0) return;
    const line = this.#queue.shift();
    this.#playing = line;
    const done = () => {
      if (this.#playing !== line) return;
      this.#playing = null;
      this.#tell(null);
      this.#next();
    };
    line.audio.addEventListener("ended", done);
    line.audio.addEventListener("error", done);
    setTimeout(() => {
      if (this.#playing !== line) return;
      line.audio.play().then(() => this.#tell(line.seq), done);
    }, Math.max(0, line.dueAt - performance.now()));
  }

  #tell(seq) {
    this.dispatchEvent(new CustomEvent("speaking", { detail: { seq } }));
  }
}
