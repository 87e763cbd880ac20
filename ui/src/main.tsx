import "@cloudscape-design/global-styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { installClipboard } from "./common/clipboard";
import { newQueryClient } from "./features/queries/client";
import { installPageErrors } from "./features/support/pageErrors";
import { App } from "./shell/App";
import { followSystem } from "./shell/appearance";
import { askAhead } from "./shell/askAhead";
import "./shell/window.css";

// First, so that what fails at the start is noted too.
installPageErrors();
followSystem();
installClipboard();

// The page it opens with, at once and not by way of another.
if (window.location.hash === "") window.history.replaceState(null, "", "#/distributions");

const root = document.getElementById("root");
const client = newQueryClient();
if (root) {
  void askAhead(client).then(() =>
    createRoot(root).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  );
}
