// Whether a control can be clicked: it can be used, stands still for two frames, and nothing lies over it. Where it is
// out of sight it is brought into sight first. Answers "" or what hinders; after "" it listens for the click (arrived.js).
const [control, done] = arguments;
const frame = () => new Promise((next) => requestAnimationFrame(next));
const place = () => {
  const { left, top, width, height } = control.getBoundingClientRect();
  return [left, top, width, height].join();
};

async function hindrance() {
  if (!control.isConnected) return "it is being drawn anew";
  if (control.disabled || control.ariaDisabled === "true") return "it cannot be used";
  control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  await document.fonts.ready;
  const before = place();
  await frame();
  await frame();
  if (place() !== before) return "it moves";
  // A link may be broken over two lines: its first box is what is clicked.
  const box = control.getClientRects()[0];
  if (!box) return "it is not shown";
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!hit || !(control.contains(hit) || hit.contains(control))) return `${hit?.outerHTML.slice(0, 120)} lies over it`;
  return "";
}

function listen() {
  const listening = new AbortController();
  const click = { arrived: false, missed: false, forget: () => listening.abort() };
  let pressed = false;
  const take = (event) => {
    const within = control.contains(event.target);
    if (event.type === "mousedown") pressed = within;
    // What is chosen as the button is let go may be gone before the click; a click on a label is followed by its control's.
    else if (within && (pressed || event.type === "click")) click.arrived = true;
    else if (event.type === "click") setTimeout(() => (click.missed = true));
  };
  for (const kind of ["mousedown", "mouseup", "click"]) {
    window.addEventListener(kind, take, { capture: true, signal: listening.signal });
  }
  window.awaitedClick?.forget();
  window.awaitedClick = click;
}

hindrance().then(
  (found) => {
    if (found === "") listen();
    done(found);
  },
  (error) => done(String(error)),
);
