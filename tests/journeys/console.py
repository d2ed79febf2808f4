"""The call console as a person uses it: keys, clicks, and what stands on the page."""

import time

SEEN = """
window.seen = {violations: [], clips: []};
document.addEventListener("securitypolicyviolation", (event) =>
  window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  const clip = {url: this.src, heard_s: 0, began: performance.now()};
  window.seen.clips.push(clip);
  this.addEventListener("timeupdate", () => {
    clip.heard_s = this.played.length ? this.played.end(this.played.length - 1) : 0;
  });
  return play.call(this);
};
"""
"""Watches what a page object cannot see: violations of the policy, sound played."""

FIRST_START_MS = 150_000
"""The reader may have to be fitted first."""
QUIETLY = ("net::ERR_", "status of 502")
"""What a browser says when a server is not there; the page bears it."""


class Console:
    """One browser in one call.

    Args:
        context: A browser context of its own.
        url: Of the server.
    """

    def __init__(self, context, url):
        context.add_init_script(SEEN)
        self.page = context.new_page()
        self.url = url
        self.trouble = []
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", self._note)

    def _note(self, message):
        quiet = any(part in message.text for part in QUIETLY)
        if message.type in {"error", "warning"} and not quiet:
            self.trouble.append(message.text)

    # --- what a person does ------------------------------

    def sign_in(self, username, password):
        self.page.goto(f"{self.url}/masuk")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", password)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(f"{self.url}/")

    def take(self, scenario):
        self.page.click(f"button[value={scenario}]")
        self.page.wait_for_selector("[data-call-console]", timeout=FIRST_START_MS)
        self.reaches("ringing")

    def answer(self):
        self.page.keyboard.press("F2")
        self.reaches("connected")

    def say(self, words):
        self.page.fill("#words", words)
        self.page.press("#words", "Enter")
        self.until(lambda: words in self.turns("taker"), f"«{words}» is said")

    def ask(self, words):
        """Say something and wait for the caller's next line."""
        before = len(self.turns("caller"))
        self.say(words)
        self.until(lambda: len(self.turns("caller")) > before, "the caller answers")
        return self.turns("caller")[before]

    def choose_place(self, typed):
        self.page.fill("#f-place", typed)
        self.page.wait_for_selector(".places [role=option]")
        self.page.press("#f-place", "Enter")

    def close(self, digit="1"):
        self.page.keyboard.press("F9")
        self.page.wait_for_selector("[data-part=closing][open]")
        self.page.keyboard.press(digit)
        self.page.wait_for_url("**/tinjauan*")

    # --- what stands there ------------------------------

    @property
    def state(self):
        return self.page.get_attribute("[data-call-console]", "data-state")

    def turns(self, who):
        return self.page.locator(f".turn--{who}:visible .turn__words").all_inner_texts()

    def value(self, field):
        return self.page.input_value(f'[data-field="{field}"]')

    @property
    def agencies(self):
        return self.page.locator(".agency--sent").all_inner_texts()

    def seen(self, what):
        return self.page.evaluate(f"window.seen.{what}")

    @property
    def scrolls(self):
        """Whether the page is larger than its window."""
        return self.page.evaluate(
            "document.documentElement.scrollHeight > innerHeight"
            " || document.documentElement.scrollWidth > innerWidth"
        )

    # --- waiting ------------------------------

    def reaches(self, state):
        self.until(lambda: self.state == state, f"the call is {state}")

    def until(self, true, what, within_s=25):
        """Wait for something; the page's policy forbids the browser's own waiting."""
        ends = time.monotonic() + within_s
        while not true():
            assert time.monotonic() < ends, f"never came true: {what}"
            self.page.wait_for_timeout(50)
