// The conversation as it grows: who said what. A line of the caller stands there when it
// begins to be spoken, not before. The scroll stays at the end unless the person has
// scrolled back; the same remark twice in a row stands there once.

const NAMES = { caller: "penelepon", taker: "saya", sound: "terdengar" };

export class Transcript {
  #list;
  #follows = true;

  constructor(list) {
    this.#list = list;
    list.addEventListener("scroll", () => {
      this.#follows = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    });
  }

  caller(event, { inMs, onMisunderstood }) {
    const silent = isSound(event.text);
    const words = event.text || this.#list.dataset.heard; // in exams words are not sent
    const item = this.#add(silent ? "sound" : "caller", event.seq, words);
    if (onMisunderstood) this.#askWhatWasMeant(item, onMisunderstood);
    this.#comes(item, inMs);
  }

  taker(event) {
    this.#add("taker", event.seq, event.text);
  }

  sound(event, { inMs, words }) {
    this.#comes(this.#add("sound", event.seq, words), inMs);
  }

  note(text) {
    const last = this.#list.lastElementChild;
    if (last?.classList.contains("turn--note") && last.textContent === text) return;
    const item = document.createElement("li");
    item.className = "turn turn--note";
    item.textContent = text;
    this.#append(item);
  }

  speaking(seq) {
    for (const item of this.#list.querySelectorAll("[data-seq]")) {
      item.classList.toggle("turn--speaking", item.dataset.seq === String(seq));
    }
  }

  #add(who, seq, words) {
    const item = document.createElement("li");
    item.className = `turn turn--${who}`;
    item.dataset.seq = seq;
    const name = document.createElement("span");
    name.className = "turn__who";
    name.textContent = this.#list.dataset[who] ?? NAMES[who];
    const text = document.createElement("span");
    text.className = "turn__words";
    text.textContent = words;
    item.append(name, text);
    this.#append(item);
    return item;
  }

  #askWhatWasMeant(item, onMisunderstood) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "turn__wrong";
    button.textContent = this.#list.dataset.wrong;
    button.addEventListener("click", onMisunderstood);
    item.append(button);
  }

  #comes(item, inMs) {
    if (inMs <= 0) return;
    item.hidden = true;
    setTimeout(() => {
      item.hidden = false;
      this.settle();
    }, inMs);
  }

  #append(item) {
    this.#list.append(item);
    this.settle();
  }

  // Go to the end again, unless the person is reading further up.
  settle() {
    if (this.#follows) this.#list.scrollTop = this.#list.scrollHeight;
  }
}

// A line of stage words only, such as «(satu nada)», is heard but not spoken.
export function isSound(text) {
  return /^\s*(\([^)]*\)\s*)+$/.test(text);
}
