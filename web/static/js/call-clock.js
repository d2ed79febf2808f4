// Call time as the server sees it, for the trainee to read. Display only: the times
// that count are taken by the server; every answer of it sets this clock right again.

export function clockText(elapsedMs) {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class CallClock {
  #baseMs = 0;
  #setAt = 0;
  #running = false;
  #now;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  // The server says it is `nowMs` of call time; a frozen call stands still.
  set(nowMs, running) {
    this.#baseMs = nowMs;
    this.#setAt = this.#now();
    this.#running = running;
  }

  get ms() {
    const since = this.#running ? this.#now() - this.#setAt : 0;
    return Math.round(this.#baseMs + since);
  }
}

// How far a time is against its target: quiet, near or passed.
export function against(elapsedMs, targetMs) {
  const share = Math.min(1, elapsedMs / targetMs);
  const state = elapsedMs > targetMs ? "passed" : share > 0.75 ? "near" : "quiet";
  return { share, state };
}
