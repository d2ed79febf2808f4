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

  // `inMs` is negative for a line that is under way: it goes on where it would be.
  say({ url, inMs, seq }) {
    if (this.muted || !url) return;
    const audio = this.#makeAudio(url);
    audio.preload = "auto";
    this.#queue.push({ audio, seq, dueAt: performance.now() + inMs });
    this.#next();
  }

  stop() {
    this.#queue = [];
    this.#playing?.audio.pause();
    this.#playing = null;
    this.#tell("speaking", { seq: null });
  }

  #next() {
    if (this.#playing !== null || this.#queue.length === 0) return;
    const line = this.#queue.shift();
    this.#playing = line;
    line.audio.addEventListener("ended", () => this.#done(line));
    line.audio.addEventListener("error", () => this.#done(line));
    setTimeout(() => this.#start(line), Math.max(0, line.dueAt - performance.now()));
  }

  async #start(line) {
    if (this.#playing !== line) return;
    try {
      const late = (performance.now() - line.dueAt) / 1000;
      if (late > 1) line.audio.currentTime = late;
      await line.audio.play();
      if (this.#playing === line) this.#tell("speaking", { seq: line.seq });
    } catch (refused) {
      // A browser plays nothing before the person has pressed something.
      if (refused?.name === "NotAllowedError") this.#tell("silenced", {});
      this.#done(line);
    }
  }

  #done(line) {
    if (this.#playing !== line) return;
    this.#playing = null;
    this.#tell("speaking", { seq: null });
    this.#next();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
