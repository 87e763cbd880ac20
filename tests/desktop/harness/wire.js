// Comes between the pages and the app's commands, which Tauri carries as fetches of ipc://localhost/<command>.
// Arguments: a command, and what becomes of it from now on: "held", "ok" or "error" with the answer, or "through".
const [command, how, answer] = arguments;
if (!window.wire) {
  const through = window.fetch.bind(window);
  const rules = new Map();
  window.wire = rules;
  window.fetch = (address, init) => {
    const rule = rules.get(/^ipc:\/\/localhost\/([^?]+)/.exec(String(address))?.[1]);
    if (!rule) return through(address, init);
    rule.met += 1;
    if (rule.how === "held") return rule.released.then(() => through(address, init));
    const headers = { "Tauri-Response": rule.how, "Content-Type": "application/json" };
    return Promise.resolve(new Response(JSON.stringify(rule.answer), { headers }));
  };
}
window.wire.get(command)?.release();
window.wire.delete(command);
if (how !== "through") {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  window.wire.set(command, { how, answer, released, release, met: 0 });
}
