import assert from "node:assert/strict";
import { test } from "node:test";
import { toggle } from "../../web/static/js/play-line.js";

function button(clip) {
  const classes = new Set();
  return {
    dataset: { clip },
    classList: { add: (c) => classes.add(c), remove: (c) => classes.delete(c) },
    on: () => classes.has("said__play--on"),
  };
}

function audio() {
  const made = [];
  const make = (url) => {
    const one = { url, paused: false, pause() { this.paused = true; }, play: async () => {}, addEventListener() {} };
    made.push(one);
    return one;
  };
  return { made, make };
}

test("a second line stops the first", () => {
  const { made, make } = audio();
  const [one, two] = [button("/1.wav"), button("/2.wav")];

  toggle(one, make);
  toggle(two, make);

  assert.ok(made[0].paused);
  assert.ok(!one.on() && two.on());
  toggle(two, make);
});

test("pressing the same line again stops it", () => {
  const { made, make } = audio();
  const one = button("/1.wav");

  toggle(one, make);
  assert.equal(toggle(one, make), null);

  assert.ok(made[0].paused);
  assert.ok(!one.on());
});
