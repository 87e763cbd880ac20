import "@cloudscape-design/global-styles/index.css";
import { giveWayAtLast, showLastSeen } from "./common/lastSeen";
import { followSystem } from "./shell/appearance";
import "./shell/window.css";

/** How long the picture may take to be painted before the program is read all the same, in milliseconds. */
const PATIENCE = 500;

const open = () => import("./shell/open").then(({ openWindow }) => openWindow());

/**
 * Once something was painted. WebKit paints nothing for the first time while it expects more of a page, such as a script
 * that is being fetched; and a window out of sight paints nothing at all.
 */
function painted(): Promise<void> {
  return new Promise((done) => {
    new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
    setTimeout(done, PATIENCE);
  });
}

if (showLastSeen()) {
  followSystem();
  giveWayAtLast();
  void painted().then(open);
} else {
  followSystem();
  void open();
}
