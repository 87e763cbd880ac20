//! A Tauri window with one static page and nothing else. It is no part of the product: `cargo xtask bench` measures the
//! app's start and memory against it.

fn main() {
    if let Err(error) = tauri::Builder::default().run(tauri::generate_context!()) {
        panic!("the window could not be opened: {error}");
    }
}
