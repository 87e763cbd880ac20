import "@cloudscape-design/global-styles/index.css";
import { giveWayAtLast, showLastSeen } from "./common/lastSeen";
import { followSystem } from "./shell/appearance";
import "./shell/window.css";

/** How long the picture may take to be painted before the program is read all the same, in milliseconds. */
const PAINTED = 150;

const open = () => import("./shell/open").then(({ openWindow }) => openWindow());

if (showLastSeen()) {
  followSystem();
  giveWayAtLast();
  // Reading the program keeps the window from painting, so it waits until that is done; a hidden window paints nothing.
  const waited = new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PAINTED);
  });
  void waited.then(open);
} else {
  followSystem();
  void open();
}
