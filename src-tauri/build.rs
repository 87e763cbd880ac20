//! Prepares what the window is built from: its permissions, its icon, and the folder its pages are taken from.

fn main() {
    // The pages are embedded as they stand in ui/dist when the app is compiled, and the compilation fails where that
    // folder is missing. An empty one lets the Rust code be checked and tested before the pages were ever built;
    // `cargo xtask` builds them first.
    if let Err(error) = std::fs::create_dir_all("ui/dist") {
        panic!("the folder ui/dist for the window's pages cannot be made: {error}");
    }

    // Whatever is compiled in without being Rust.
    for folder in ["src-tauri/capabilities", "src-tauri/store/migrations", "ui/dist", "icons"] {
        println!("cargo:rerun-if-changed={folder}");
    }

    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the window's configuration cannot be used: {error:#}");
    }
}
