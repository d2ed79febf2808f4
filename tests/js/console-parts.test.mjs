import assert from "node:assert/strict";
import { test } from "node:test";
import { CallClock, against, clockText } from "../../web/static/js/call-clock.js";
import { DEFAULT_KEYS, actionOf, changed, keep, keysOf, listen } from "../../web/static/js/keys.js";
import { tonesIn } from "../../web/static/js/tones.js";
import { isSound } from "../../web/static/js/transcript.js";
import { describe, move } from "../../web/static/js/place-search.js";

test("counts minutes and seconds", () => assert.equal(clockText(65_999), "1:05"));

test("never goes below zero when clocks disagree", () => assert.equal(clockText(-800), "0:00"));

test("a frozen call stands still", () => {
  let now = 0;
  const clock = new CallClock(() => now);
  clock.set(5_000, false);
  now = 9_000;

  assert.equal(clock.ms, 5_000);
});

test("a running call goes on from what the server said", () => {
  let now = 100;
  const clock = new CallClock(() => now);
  clock.set(5_000, true);
  now = 1_350;

  assert.equal(clock.ms, 6_250);
});

test("a target is quiet, then near, then passed", () => {
  const states = [10_000, 25_000, 31_000].map((ms) => against(ms, 30_000).state);

  assert.deepEqual(states, ["quiet", "near", "passed"]);
});

test("keys a person has changed win over the defaults", () => {
  const storage = { getItem: () => JSON.stringify({ hold: "F6" }) };

  const keys = keysOf(storage);

  assert.equal(actionOf(keys, "F6"), "hold");
  assert.equal(actionOf(keys, "F4"), null);
  assert.equal(keys.answer, DEFAULT_KEYS.answer);
});

test("an action gets another key, and whoever had it gets the old one", () => {
  const keys = changed(DEFAULT_KEYS, "hold", "F8");

  assert.deepEqual([keys.hold, keys.dispatch], ["F8", "F4"]);
});

for (const key of ["a", " ", "Enter", "F5", "F11", "F12", "Tab", "7"]) {
  test(`«${key}» types, moves or belongs to the browser, and is refused`, () =>
    assert.equal(changed(DEFAULT_KEYS, "hold", key), DEFAULT_KEYS));
}

test("changed keys are there the next time", () => {
  const kept = new Map();
  const storage = { getItem: (name) => kept.get(name) ?? null, setItem: (n, v) => kept.set(n, v) };

  keep(storage, changed(DEFAULT_KEYS, "close", "F10"));

  assert.equal(keysOf(storage).close, "F10");
});

test("broken stored keys fall back to the defaults", () =>
  assert.deepEqual(keysOf({ getItem: () => "{" }), DEFAULT_KEYS));

test("arrow keys go round the list", () => {
  assert.equal(move(0, -1, 4), 3);
  assert.equal(move(3, 1, 4), 0);
  assert.equal(move(-1, 1, 0), -1);
});

test("a landmark is shown with the kelurahan it lies in", () => {
  const hit = { name: "Ongkoliong", kelurahan: "Batu Merah", kecamatan: "Sirimau" };

  assert.deepEqual(describe(hit), { name: "Ongkoliong", where: "Batu Merah · Sirimau" });
});

test("a caller who can only press keys is heard as tones", () => {
  const texts = ["(satu nada)", "(dua nada tombol)", "(napas)", "Satu nada saja", undefined];

  assert.deepEqual(texts.map(tonesIn), [1, 2, 0, 0, 0]);
});

test("a line of stage words only is a sound; words beside them are speech", () => {
  const texts = ["(satu nada)", "(napas) (menangis)", "(menangis) Tolong!", "Tolong!"];

  assert.deepEqual(texts.map(isSound), [true, true, false, false]);
});

test("a key held down, or pressed while a question is open, does nothing", () => {
  const target = new EventTarget();
  const done = [];
  let open = false;
  listen(target, () => DEFAULT_KEYS, { hold: () => done.push("hold") }, () => !open);
  const press = (over = {}) =>
    target.dispatchEvent(Object.assign(new Event("keydown"), { key: "F4" }, over));

  press();
  press({ repeat: true });
  press({ ctrlKey: true });
  open = true;
  press();

  assert.deepEqual(done, ["hold"]);
});
