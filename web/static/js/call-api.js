// Talks to the server about one call: acts are sent one after another, each with its
// own number, and repeated until the server has answered. A repeated number changes
// nothing there, so a lost reply, a reload or a restarted server costs nothing. Only what
// the server itself fails at, several times over, is given up: the call must go on.
//
// What is not yet acknowledged stays in the storage given (sessionStorage in the page).

const RETRY_MS = [300, 700, 1_500, 3_000, 5_000];
const FAULT = 500; // the server was reached and broke; 502 to 504 come from a proxy
const FAULTS_BORNE = 3;

export function nextRetryMs(attempt) {
  return RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)];
}

export class CallApi extends EventTarget {
  #url;
  #csrf;
  #storage;
  #key;
  #queue;
  #nextSeq;
  #sending = false;
  #after = -1;
  #fetch;
  #wait;

  constructor({ url, csrf, storage, fetch = globalThis.fetch.bind(globalThis), wait = pause }) {
    super();
    this.#url = url;
    this.#csrf = csrf;
    this.#storage = storage;
    this.#key = `latih112:${url}`;
    this.#fetch = fetch;
    this.#wait = wait;
    const kept = JSON.parse(storage.getItem(this.#key) ?? "{}");
    this.#queue = kept.queue ?? [];
    // A number nobody used before, even when two tabs hold the same call.
    this.#nextSeq = kept.nextSeq ?? Date.now();
  }

  get waiting() {
    return this.#queue.length;
  }

  // Ask for what is new; the first call gets everything.
  async follow() {
    await this.#exchange(() => this.#fetch(`${this.#url}?after=${this.#after}`));
  }

  // Do something in the call. Never throws for a lost connection: it keeps trying.
  act(act) {
    this.#queue.push({ ...act, client_seq: this.#nextSeq++ });
    this.#keep();
    return this.flush();
  }

  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#queue.length > 0) {
        const [act] = this.#queue;
        await this.#exchange(() => this.#post(act), act);
        this.#queue.shift();
        this.#keep();
      }
    } finally {
      this.#sending = false;
    }
  }

  #post(act) {
    return this.#fetch(`${this.#url}/tindakan`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.#csrf },
      body: JSON.stringify({ ...act, after: this.#after }),
    });
  }

  async #exchange(request, act = null) {
    let faults = 0;
    for (let attempt = 0; ; attempt++) {
      const reply = await request().catch(() => null);
      if (reply?.status === FAULT) faults++;
      if (reply !== null && (reply.status < FAULT || faults === FAULTS_BORNE)) {
        if (attempt > 0) this.#tell("back", {});
        await this.#take(reply, act);
        return;
      }
      this.#tell("lost", { attempt });
      await this.#wait(nextRetryMs(attempt));
    }
  }

  async #take(reply, act) {
    const body = await reply.json().catch(() => ({}));
    if (reply.status === 401) {
      this.#tell("signed-out", {});
    } else if (!reply.ok) {
      this.#tell("refused", { act, message: body.message ?? "" });
    } else {
      const fresh = body.events.filter((event) => event.seq > this.#after);
      this.#after = Math.max(this.#after, body.last_seq);
      this.#tell("view", { ...body, events: fresh });
    }
  }

  #keep() {
    this.#storage.setItem(
      this.#key,
      JSON.stringify({ queue: this.#queue, nextSeq: this.#nextSeq }),
    );
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
