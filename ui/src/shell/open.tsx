import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { installClipboard } from "../common/clipboard";
import { newQueryClient } from "../features/queries/client";
import { App } from "./App";

/** Opens the window's pages in the page's one element. */
export function openWindow(): void {
  installClipboard();
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App client={newQueryClient()} />
    </StrictMode>,
  );
}
