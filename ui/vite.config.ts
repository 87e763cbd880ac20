import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // Relative, because the window loads its files over the app's own protocol.
  base: "./",
  clearScreen: false,
  // The address tauri.conf.json waits for.
  server: { host: "127.0.0.1", port: 1420, strictPort: true },
  build: {
    // What WebKitGTK 2.40 (Debian 12), WKWebView of macOS 13 and WebView2 all understand.
    target: ["safari16", "chrome110"],
    // Everything comes from the disk beside the binary: a few large files cost less than many small ones.
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    // What of others is in the bundle, with its licences: a package of the app takes it from there.
    license: { fileName: "licences.json" },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    restoreMocks: true,
    // Whole pages of Cloudscape take seconds on a busy machine.
    testTimeout: 90_000,
    // A failed query says what it looked for; the page around it would fill the screen.
    env: { DEBUG_PRINT_LIMIT: "0" },
    // Cloudscape is published as ES modules that import CSS, which Node cannot load by itself.
    server: { deps: { inline: [/@cloudscape-design/] } },
  },
});
