import assert from "node:assert/strict";
import { test } from "node:test";
import { CallApi, nextRetryMs } from "../../web/static/js/call-api.js";

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const view = (over = {}) => ({ events: [], last_seq: 3, ...over });
const reply = (status, body) => ({ status, ok: status < 400, json: async () => body });

function server(answers) {
  const asked = [];
  const fetch = async (url, options) => {
    asked.push({ url, body: options ? JSON.parse(options.body) : null });
    const answer = answers.shift() ?? reply(200, view());
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, fetch };
}

const api = (fetch, kept = storage()) =>
  new CallApi({ url: "/api/panggilan/x", csrf: "t", storage: kept, fetch, wait: async () => {} });

test("a lost reply is asked for again with the same number", async () => {
  const { asked, fetch } = server([new Error("lost"), reply(502, {}), reply(200, view())]);

  await api(fetch).act({ do: "answer" });

  const numbers = asked.map((one) => one.body.client_seq);
  assert.equal(numbers.length, 3);
  assert.equal(new Set(numbers).size, 1);
});

test("acts are sent in their order, each with its own number", async () => {
  const { asked, fetch } = server([]);
  const one = api(fetch);

  await Promise.all([one.act({ do: "answer" }), one.act({ do: "hold" })]);
  await one.flush();

  assert.deepEqual(asked.map((sent) => sent.body.do), ["answer", "hold"]);
  assert.ok(asked[0].body.client_seq < asked[1].body.client_seq);
});

test("what was not acknowledged before a reload is sent by the next page", async () => {
  const kept = storage();
  const never = api(() => new Promise(() => {}), kept);
  never.act({ do: "say", text: "Di mana?" });
  const { asked, fetch } = server([]);

  await api(fetch, kept).flush();

  assert.equal(asked[0].body.text, "Di mana?");
});

test("an event is shown once even when the server repeats it", async () => {
  const event = { seq: 2, type: "call_answered" };
  const { fetch } = server([
    reply(200, view({ events: [event], last_seq: 2 })),
    reply(200, view({ events: [event, { seq: 3, type: "call_held" }], last_seq: 3 })),
  ]);
  const one = api(fetch);
  const seen = [];
  one.addEventListener("view", ({ detail }) => seen.push(...detail.events.map((e) => e.seq)));

  await one.follow();
  await one.follow();

  assert.deepEqual(seen, [2, 3]);
});

test("a refusal is told and does not block what comes after", async () => {
  const { asked, fetch } = server([reply(409, { message: "Panggilan sudah berakhir." })]);
  const one = api(fetch);
  const told = [];
  one.addEventListener("refused", ({ detail }) => told.push(detail.message));

  await one.act({ do: "hold" });
  await one.act({ do: "resume" });

  assert.deepEqual(told, ["Panggilan sudah berakhir."]);
  assert.equal(asked.length, 2);
});

test("what the server breaks at three times is given up, so that the call goes on", async () => {
  const broken = () => reply(500, { message: "Ada kesalahan pada sistem." });
  const { asked, fetch } = server([broken(), broken(), broken(), reply(200, view())]);
  const one = api(fetch);
  const told = [];
  one.addEventListener("refused", ({ detail }) => told.push(detail.act.do));

  await one.act({ do: "say", text: "Halo" });
  await one.act({ do: "hold" });

  assert.deepEqual(told, ["say"]);
  assert.deepEqual(asked.map((sent) => sent.body.do), ["say", "say", "say", "hold"]);
});

test("it waits longer and longer, up to five seconds", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 9].map(nextRetryMs), [300, 700, 1500, 3000, 5000, 5000]);
});
