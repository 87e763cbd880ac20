// What a release needs to be an update: settings for the build, and the list that the app reads.
//
//   node packaging/updates.mjs settings                       the settings, from environment variables
//   node packaging/updates.mjs list FOLDER VERSION DOWNLOADS  the list of the files in FOLDER, which are found below DOWNLOADS
//
// The form of both is that of Tauri's updater: https://v2.tauri.app/plugin/updater/

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env, exit, argv, stderr, stdout } from "node:process";

/** What a file is an update for, by the end of its name; the first name of a list is the one that is asked for last. */
const PLATFORMS = [
  [".AppImage", ["linux-x86_64", "linux-x86_64-appimage"]],
  [".deb", ["linux-x86_64-deb"]],
  [".rpm", ["linux-x86_64-rpm"]],
  [".app.tar.gz", ["darwin-aarch64", "darwin-x86_64"]],
  [".exe", ["windows-x86_64", "windows-x86_64-nsis"]],
  [".msi", ["windows-x86_64-msi"]],
];

/** Without a public key and an endpoint the build knows of no updates, and nothing is signed for them. */
function settings() {
  const made = { bundle: {} };
  if (env.UPDATE_PUBLIC_KEY && env.UPDATE_ENDPOINT) {
    made.plugins = { updater: { pubkey: env.UPDATE_PUBLIC_KEY, endpoints: [env.UPDATE_ENDPOINT] } };
    made.bundle.createUpdaterArtifacts = true;
  } else {
    stderr.write("::warning::No updates: UPDATE_PUBLIC_KEY and UPDATE_ENDPOINT are not both set.\n");
  }
  if (env.WINDOWS_THUMBPRINT) {
    made.bundle.windows = {
      certificateThumbprint: env.WINDOWS_THUMBPRINT,
      digestAlgorithm: "sha256",
      timestampUrl: env.WINDOWS_TIMESTAMP_URL || "http://timestamp.digicert.com",
    };
  }
  return made;
}

/** The list, of every file that has its signature beside it. */
function list(folder, version, downloads) {
  const files = readdirSync(folder);
  const platforms = {};
  for (const file of files.filter((name) => files.includes(`${name}.sig`))) {
    const [, names] = PLATFORMS.find(([end]) => file.endsWith(end)) ?? [];
    if (!names) throw new Error(`${file} is signed as an update, and nobody knows for what system`);
    const signature = readFileSync(join(folder, `${file}.sig`), "utf8").trim();
    for (const name of names) platforms[name] = { signature, url: `${downloads}/${encodeURIComponent(file)}` };
  }
  return { version, pub_date: new Date().toISOString(), platforms };
}

const [what, ...rest] = argv.slice(2);
const makes = { settings, list }[what];
if (!makes || rest.length !== makes.length) {
  stderr.write("usage: updates.mjs settings | list FOLDER VERSION DOWNLOADS\n");
  exit(2);
}
stdout.write(`${JSON.stringify(makes(...rest), null, 2)}\n`);
