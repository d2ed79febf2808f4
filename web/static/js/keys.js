// Keys of the console. None that the browser wants for itself; each can be changed by
// the person and is kept in this browser only.

export const DEFAULT_KEYS = {
  answer: "F2",
  hold: "F4",
  dispatch: "F8",
  close: "F9",
  help: "F1",
  realCall: "Pause",
};

const KEPT_AS = "latih112:keys";

// Keys that never type, never move the focus, and that a page may take from the browser.
const FREE = /^(F([1-4]|[6-9]|10)|Pause|ScrollLock|Insert|PageUp|PageDown)$/;

export function keysOf(storage) {
  try {
    return { ...DEFAULT_KEYS, ...JSON.parse(storage.getItem(KEPT_AS) ?? "{}") };
  } catch {
    return { ...DEFAULT_KEYS };
  }
}

// The keys after giving an action another key; whoever had that key gets the old one.
// The same object when the key cannot be used.
export function changed(keys, action, key) {
  if (!FREE.test(key)) return keys;
  const other = actionOf(keys, key);
  return { ...keys, ...(other && { [other]: keys[action] }), [action]: key };
}

export function keep(storage, keys) {
  storage.setItem(KEPT_AS, JSON.stringify(keys));
}

// The action a key stands for, or null.
export function actionOf(keys, pressed) {
  const found = Object.entries(keys).find(([, key]) => key === pressed);
  return found ? found[0] : null;
}

// A key of the console never does what the browser would; it acts only while `mayAct`.
export function listen(target, keysNow, actions, mayAct = () => true) {
  const onKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actionOf(keysNow(), event.key);
    if (!action || !actions[action]) return;
    event.preventDefault();
    if (mayAct() && !event.repeat) actions[action]();
  };
  target.addEventListener("keydown", onKey);
  return () => target.removeEventListener("keydown", onKey);
}
