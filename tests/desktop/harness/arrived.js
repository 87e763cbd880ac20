// Whether the click that ready.js listens for reached its control. What moves in the moment between the look and the
// click gets it instead, and then nothing has happened to the control.
const [done] = arguments;
/** In milliseconds. */
const PATIENCE = 2000;
const begun = performance.now();

function look() {
  const click = window.awaitedClick;
  // Another page has been loaded: that is what the click did.
  if (!click) return done(true);
  if (!click.arrived && !click.missed && performance.now() - begun < PATIENCE) return setTimeout(look, 10);
  click.forget();
  done(click.arrived);
}
look();
