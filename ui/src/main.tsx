import "@cloudscape-design/global-styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { installClipboard } from "./common/clipboard";
import { newQueryClient } from "./features/queries/client";
import { installPageErrors } from "./features/support/pageErrors";
import { App } from "./shell/App";
import { followSystem } from "./shell/appearance";
import "./shell/window.css";

// First, so that what fails at the start is noted too.
installPageErrors();
followSystem();
installClipboard();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App client={newQueryClient()} />
    </StrictMode>,
  );
}
