// The call console: puts what the server says on the page, and what the person does to
// the server. All rules of the call live there; this only shows and sends.

import { CallApi } from "./call-api.js";
import { CallClock, against, clockText } from "./call-clock.js";
import { CallerVoice } from "./caller-voice.js";
import { DispatchPanel } from "./dispatch-panel.js";
import { keysOf, listen } from "./keys.js";
import { Ring } from "./ring.js";
import { TicketForm } from "./ticket-form.js";
import { markPlace, showGuide } from "./ticket-helps.js";
import { Transcript } from "./transcript.js";
import "./place-search.js";

const TICK_MS = 250;
const SIGN_EVERY_MS = 5_000;
const TYPING_EVERY_MS = 8_000;

const page = document.querySelector("[data-call-console]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const words = page.dataset;

const clock = new CallClock();
const ring = new Ring();
const voice = new CallerVoice();
const transcript = new Transcript(part("transcript"));
const api = new CallApi({
  url: words.api,
  csrf: words.csrf,
  storage: sessionStorage,
});
const ticket = new TicketForm(part("ticket"), (field, value) =>
  api.act({ do: "set", field, value }),
);
const dispatch = new DispatchPanel(part("dispatch"), (act) => api.act(act));

let view = { state: "ringing", answered_ms: null, next_due_ms: null };
let beganTyping = null;
let lastTypingSent = 0;
let lastAsked = 0;
let firstView = true;
let lastTakerSeq = null;

// --- from the server -------------------------------------------------------------

const EVENTS = {
  caller_spoke(event) {
    transcript.caller(event, {
      captions: words.captions === "yes",
      onMisunderstood: lastTakerSeq === null ? null : () => askWhatWasMeant(),
    });
    if (!firstView) {
      voice.say({ url: event.clip, inMs: event.began_ms - clock.ms, seq: event.seq });
    }
  },
  caller_sounded(event) {
    transcript.sound(event, part("sounds").dataset[event.sound] ?? event.sound);
  },
  call_taker_spoke(event) {
    lastTakerSeq = event.seq;
    transcript.taker(event);
  },
  ticket_field_set: (event) => ticket.confirm(event.field),
  call_held: () => transcript.note(words.held),
  call_resumed: () => transcript.note(words.resumed),
  caller_hung_up: () => transcript.note(words.hungUp),
  clock_stopped: (event) => transcript.note(words[`stopped_${event.reason}`] ?? ""),
  clock_started: () => transcript.note(words.started),
};

api.addEventListener("view", ({ detail }) => {
  view = detail;
  clock.set(detail.now_ms, detail.state !== "frozen" && detail.state !== "ended");
  for (const event of detail.events) EVENTS[event.type]?.(event);
  ticket.show(detail.ticket);
  markPlace(part("map"), detail.ticket["location.place"] ?? "");
  showGuide(page, detail.ticket.incident_type ?? "");
  dispatch.show(detail.dispatched, detail.answered_ms);
  showState(detail.state);
  firstView = false;
  if (detail.debrief && api.waiting === 0) location.assign(detail.debrief);
});
api.addEventListener("lost", () => (part("lost").hidden = false));
api.addEventListener("back", () => (part("lost").hidden = true));
api.addEventListener("signed-out", () => location.assign(words.signIn));
api.addEventListener("refused", ({ detail }) => {
  part("message").textContent = detail.message;
  if (detail.act?.do === "say") part("words").value ||= detail.act.text;
});

function showState(state) {
  page.dataset.state = state;
  part("state").textContent = words[state] ?? "";
  part("answer").hidden = state !== "ringing";
  part("frozen").hidden = state !== "frozen";
  const talking = state === "connected" || state === "on_hold";
  part("words").disabled = !talking;
  part("send").disabled = !talking;
  part("hold").disabled = !talking;
  part("hold").setAttribute("aria-pressed", String(state === "on_hold"));
  part("hold-label").textContent = state === "on_hold" ? words.resumeLabel : words.holdLabel;
  if (state === "ringing") ring.start();
  else ring.stop();
  if (state === "on_hold" || state === "frozen" || state === "ended") voice.stop();
}

// --- from the person -------------------------------------------------------------------

const actions = {
  answer() {
    if (view.state !== "ringing") return;
    api.act({ do: "answer" });
    part("words").disabled = false;
    part("words").focus();
  },
  hold: () => api.act({ do: view.state === "on_hold" ? "resume" : "hold" }),
  dispatch: () => dispatch.send(),
  close: () => openDialog("closing"),
  help: () => openDialog("help"),
};

function say() {
  const text = part("words").value.trim();
  if (text === "") return;
  voice.stop();
  api.act({ do: "say", text, began_ms: beganTyping ?? clock.ms });
  part("words").value = "";
  beganTyping = null;
}

function typing() {
  beganTyping ??= clock.ms;
  if (part("words").value === "") beganTyping = null;
  if (performance.now() - lastTypingSent < TYPING_EVERY_MS) return;
  lastTypingSent = performance.now();
  api.act({ do: "typing" });
}

function openDialog(name) {
  const dialog = part(name);
  if (!dialog.open) dialog.showModal();
}

function askWhatWasMeant() {
  const dialog = part("meant");
  dialog.dataset.of = lastTakerSeq;
  openDialog("meant");
}

part("answer").addEventListener("click", actions.answer);
part("hold").addEventListener("click", actions.hold);
part("close").addEventListener("click", actions.close);
part("help-button").addEventListener("click", actions.help);
part("real-call").addEventListener("click", () => api.act({ do: "real_call" }));
part("back").addEventListener("click", () => api.act({ do: "back" }));
part("say").addEventListener("submit", (event) => {
  event.preventDefault();
  say();
});
part("words").addEventListener("input", typing);
part("words").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    say();
  }
});
part("mute").addEventListener("click", ({ currentTarget }) => {
  voice.muted = !voice.muted;
  if (voice.muted) voice.stop();
  currentTarget.setAttribute("aria-pressed", String(voice.muted));
});
part("closing").addEventListener("close", () => {
  const disposition = part("closing").returnValue;
  if (!disposition) return;
  ticket.leave();
  voice.stop();
  api.act({ do: "close", disposition });
});
part("closing").addEventListener("keydown", (event) => {
  const button = part("closing").querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) part("closing").close(button.value);
});
part("meant").addEventListener("close", () => {
  const act = part("meant").returnValue;
  if (act) api.act({ do: "correct", of: Number(part("meant").dataset.of), acts: [act] });
});
voice.addEventListener("speaking", ({ detail }) => {
  transcript.speaking(detail.seq);
  page.classList.toggle("caller-speaking", detail.seq !== null);
});
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, () => ring.unlock());
}
listen(document, keysOf(localStorage), actions);

// --- as time goes by -----------------------------------------------------------------------

function tick() {
  const now = clock.ms;
  const since = view.answered_ms === null ? now : now - view.answered_ms;
  part("clock").textContent = clockText(since);
  if (view.state === "ringing") document.title = `(${clockText(now)}) ${words.ringing} · LATIHAN`;
  else document.title = `${clockText(since)} · LATIHAN 112`;
  for (const bar of page.querySelectorAll("[data-target-ms]")) showBar(bar, now);
  const due = view.next_due_ms !== null && now >= view.next_due_ms;
  const quietFor = performance.now() - lastAsked;
  if (view.state !== "ended" && api.waiting === 0 && (quietFor > SIGN_EVERY_MS || (due && quietFor > 400))) {
    lastAsked = performance.now();
    api.follow();
  }
}

function showBar(bar, now) {
  const reached = { answer: view.answered_ms, location: view.placed_ms, dispatch: view.dispatched_ms };
  const from = bar.dataset.timer === "answer" ? 0 : view.answered_ms;
  if (from === null || from === undefined) return;
  const elapsed = (reached[bar.dataset.timer] ?? now) - from;
  const { share, state } = against(elapsed, Number(bar.dataset.targetMs));
  bar.dataset.state = state;
  bar.querySelector("meter").value = share;
  bar.querySelector("[data-elapsed]").textContent = `${Math.floor(elapsed / 1000)}`;
}

setInterval(tick, TICK_MS);
api.follow().then(() => api.flush());
