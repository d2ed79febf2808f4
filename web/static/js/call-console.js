// The call console: puts what the server says on the page, and what the person does to
// the server. All rules of the call live there; this only shows and sends.

import { CallApi } from "./call-api.js";
import { CallClock, against, clockText } from "./call-clock.js";
import { CallerVoice } from "./caller-voice.js";
import * as dialogs from "./dialogs.js";
import { ConsoleTabs } from "./console-tabs.js";
import { DispatchPanel } from "./dispatch-panel.js";
import { KeySheet } from "./key-sheet.js";
import { listen } from "./keys.js";
import { Ring } from "./ring.js";
import { SayBox } from "./say-box.js";
import { TicketForm } from "./ticket-form.js";
import { markPlace, showGuide } from "./ticket-helps.js";
import { Tones, tonesIn } from "./tones.js";
import { Transcript } from "./transcript.js";
import "./place-search.js";

const TICK_MS = 250;
const SIGN_EVERY_MS = 5_000;
const MESSAGE_MS = 7_000;

const page = document.querySelector("[data-call-console]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const words = page.dataset;

const clock = new CallClock();
const ring = new Ring();
const voice = new CallerVoice();
const tones = new Tones();
const transcript = new Transcript(part("transcript"));
const api = new CallApi({ url: words.api, csrf: words.csrf, storage: sessionStorage });
const ticket = new TicketForm(part("ticket"), (field, value) => api.act({ do: "set", field, value }));
const tabs = new ConsoleTabs(part("tabs"));
const dispatch = new DispatchPanel(part("dispatch"), (act) => api.act(act));
const keySheet = new KeySheet(page, part("help"), localStorage);
const sayBox = new SayBox({
  form: part("say"),
  box: part("words"),
  clock,
  storage: sessionStorage,
  key: `latih112:words:${words.api}`,
  onSay(said) {
    quiet();
    api.act({ do: "say", ...said });
  },
  onTyping: () => api.act({ do: "typing" }),
});

let view = { state: "preparing", answered_ms: null, next_due_ms: null };
let lastAsked = 0;
let lastTakerSeq = null;
let answering = false;
let messageTimer = null;

// --- from the server -------------------------------------------------------------

const EVENTS = {
  caller_spoke(event) {
    const inMs = event.began_ms - clock.ms;
    transcript.caller(event, {
      inMs,
      onMisunderstood: lastTakerSeq === null ? null : askWhatWasMeant,
    });
    if (event.ended_ms <= clock.ms) return; // said before this page was loaded
    if (event.clip) voice.say({ url: event.clip, inMs, seq: event.seq });
    else tones.play(tonesIn(event.text), inMs);
  },
  caller_sounded(event) {
    const inMs = event.began_ms - clock.ms;
    const name = part("sounds").dataset[event.sound] ?? event.sound;
    transcript.sound(event, { inMs, words: name });
    if (event.ended_ms > clock.ms) tones.play(tonesIn(name), inMs);
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
  // An answer under way: what was asked before it still says «ringing».
  if (!(answering && detail.state === "ringing")) showState(detail.state);
  transcript.settle();
});
api.addEventListener("lost", () => (part("lost").hidden = false));
api.addEventListener("back", () => (part("lost").hidden = true));
api.addEventListener("signed-out", () => location.assign(words.signIn));
api.addEventListener("refused", ({ detail }) => {
  showMessage(detail.message);
  if (detail.act?.do === "answer") answering = false;
  if (detail.act?.do === "say") sayBox.giveBack(detail.act.text);
});

function showState(state) {
  const was = page.dataset.state;
  page.dataset.state = state;
  part("state").textContent = words[state] ?? "";
  part("answer").hidden = state !== "ringing";
  part("words").disabled = part("send").disabled = state !== "connected";
  part("hold").disabled = state !== "connected" && state !== "on_hold";
  part("close").disabled = state === "ringing" || state === "ended";
  part("hold").setAttribute("aria-pressed", String(state === "on_hold"));
  part("hold-label").textContent = state === "on_hold" ? words.resumeLabel : words.holdLabel;
  if (state === "ringing") ring.start();
  else ring.stop();
  if (state === "frozen") dialogs.open(part("frozen"));
  else if (part("frozen").open) part("frozen").close();
  if (state === "on_hold" || state === "frozen" || state === "ended") quiet();
  if (was !== state && state === "connected") part("words").focus();
}

function showMessage(text) {
  part("message").textContent = text;
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => (part("message").textContent = ""), MESSAGE_MS);
}

function quiet() {
  voice.stop();
  tones.stop();
}

// --- from the person -------------------------------------------------------------------

const actions = {
  answer() {
    if (view.state !== "ringing" || answering) return;
    answering = true;
    ring.stop();
    api.act({ do: "answer" });
  },
  hold() {
    if (!part("hold").disabled) api.act({ do: view.state === "on_hold" ? "resume" : "hold" });
  },
  dispatch: () => dispatch.send(),
  close() {
    if (!part("close").disabled) dialogs.open(part("closing"));
  },
  help: () => dialogs.open(part("help")),
  realCall: () => api.act({ do: "real_call" }),
};

function askWhatWasMeant() {
  part("meant").dataset.of = lastTakerSeq;
  dialogs.open(part("meant"));
}

part("answer").addEventListener("click", actions.answer);
part("hold").addEventListener("click", actions.hold);
part("close").addEventListener("click", actions.close);
part("help-button").addEventListener("click", actions.help);
part("real-call").addEventListener("click", actions.realCall);
part("back").addEventListener("click", () => api.act({ do: "back" }));
part("mute").addEventListener("click", ({ currentTarget }) => {
  voice.muted = tones.muted = !voice.muted;
  if (voice.muted) quiet();
  currentTarget.setAttribute("aria-pressed", String(voice.muted));
});
dialogs.insist(part("frozen"), () => view.state === "frozen");
dialogs.onAnswer(part("closing"), (disposition) => {
  ticket.leave();
  quiet();
  api.act({ do: "close", disposition });
});
dialogs.onAnswer(part("meant"), (act) =>
  api.act({ do: "correct", of: Number(part("meant").dataset.of), acts: [act] }),
);
voice.addEventListener("speaking", ({ detail }) => {
  transcript.speaking(detail.seq);
  page.classList.toggle("caller-speaking", detail.seq !== null);
});
voice.addEventListener("silenced", () => showMessage(words.silenced));
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, () => ring.unlock());
}
listen(document, () => keySheet.keys, actions, () => !dialogs.isOpen(page));
globalThis.addEventListener("pagehide", () => ticket.leave());

// --- as time goes by -----------------------------------------------------------------------

function tick() {
  if (view.debrief && api.waiting === 0) return leave();
  if (view.state === "preparing") return;
  const now = clock.ms;
  const since = view.answered_ms === null ? now : now - view.answered_ms;
  part("clock").textContent = clockText(since);
  const state = view.state === "ringing" ? `(${clockText(now)}) ${words.ringing}` : clockText(since);
  document.title = `${state} · LATIHAN 112`;
  for (const bar of page.querySelectorAll("[data-target-ms]")) showBar(bar, now);
  const due = view.next_due_ms !== null && now >= view.next_due_ms;
  const quietFor = performance.now() - lastAsked;
  if (view.state !== "ended" && api.waiting === 0 && (quietFor > SIGN_EVERY_MS || (due && quietFor > 400))) {
    lastAsked = performance.now();
    api.follow();
  }
}

function leave() {
  clearInterval(ticking);
  location.assign(view.debrief);
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

const ticking = setInterval(tick, TICK_MS);
api.follow().then(() => api.flush());
