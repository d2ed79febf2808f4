import assert from "node:assert/strict";
import { test } from "node:test";
import { offsetOf } from "../../web/static/js/editor.js";

test("a place in a text is found by line and column", () => {
  assert.equal(offsetOf("satu\ndua\ntiga", 1, 1), 0);
  assert.equal(offsetOf("satu\ndua\ntiga", 2, 3), 7);
  assert.equal(offsetOf("satu\ndua\ntiga", 3, 99), 13);
});
