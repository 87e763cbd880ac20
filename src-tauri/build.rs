//! Prepares what the window is built from: its permissions, its icon, and the folder its pages are taken from.

use tauri_build::{AppManifest, Attributes};

/// Where the window's commands are collected, as `module::command`.
const COMMANDS: &str = "src-tauri/commands/mod.rs";

fn main() {
    // The pages are embedded as they stand in ui/dist when the app is compiled, and the compilation fails where that
    // folder is missing. An empty one lets the Rust code be checked and tested before the pages were ever built;
    // `cargo xtask` builds them first.
    if let Err(error) = std::fs::create_dir_all("ui/dist") {
        panic!("the folder ui/dist for the window's pages cannot be made: {error}");
    }

    // Whatever is compiled in without being Rust.
    for place in [COMMANDS, "src-tauri/capabilities", "src-tauri/store/migrations", "ui/dist", "icons"] {
        println!("cargo:rerun-if-changed={place}");
    }

    // Named here, each of the app's own commands needs a permission as well, by window and by where its page is from.
    let commands = AppManifest::new().commands(commands());
    let attributes =
        Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*").app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the window's configuration cannot be used: {error:#}");
    }
}

/// The names of the window's commands, so that they are listed once: where they are collected.
fn commands() -> &'static [&'static str] {
    let source = match std::fs::read_to_string(COMMANDS) {
        Ok(source) => source,
        Err(error) => panic!("{COMMANDS} cannot be read: {error}"),
    };
    let collected = source.split_once("collect_commands![").and_then(|(_, rest)| rest.split_once(']'));
    let Some((collected, _)) = collected else { panic!("{COMMANDS} collects no commands") };
    let names = collected.split(',').filter_map(|path| path.trim().rsplit_once("::"));
    // For the life of this program, which is short.
    names.map(|(_, name)| &*name.to_owned().leak()).collect::<Vec<_>>().leak()
}
