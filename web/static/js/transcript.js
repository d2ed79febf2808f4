// The conversation as it grows: who said what. Appends, keeps the scroll at the end
// unless the person has scrolled back, and marks the line that is being spoken.

const NAMES = { caller: "penelepon", taker: "saya", sound: "terdengar" };

export class Transcript {
  #list;

  constructor(list) {
    this.#list = list;
  }

  caller(event, { captions, onMisunderstood }) {
    const words = captions ? event.text : "(suara penelepon)";
    const item = this.#add("caller", event.seq, words);
    if (onMisunderstood) this.#askWhatWasMeant(item, onMisunderstood);
  }

  taker(event) {
    this.#add("taker", event.seq, event.text);
  }

  sound(event, words) {
    this.#add("sound", event.seq, words);
  }

  note(text) {
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

  #append(item) {
    const box = this.#list;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    box.append(item);
    if (atEnd) box.scrollTop = box.scrollHeight;
  }
}
