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

export function keysOf(storage) {
  try {
    return { ...DEFAULT_KEYS, ...JSON.parse(storage.getItem("latih112:keys") ?? "{}") };
  } catch {
    return { ...DEFAULT_KEYS };
  }
}

// The action a key stands for, or null.
export function actionOf(keys, pressed) {
  const found = Object.entries(keys).find(([, key]) => key === pressed);
  return found ? found[0] : null;
}

// A key of the console never does what the browser would; it acts only while `mayAct`.
export function listen(target, keys, actions, mayAct = () => true) {
  const onKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actionOf(keys, event.key);
    if (!action || !actions[action]) return;
    event.preventDefault();
    if (mayAct() && !event.repeat) actions[action]();
  };
  target.addEventListener("keydown", onKey);
  return () => target.removeEventListener("keydown", onKey);
}
