//! The program: it opens the window, and does nothing else.

// A console window beside the app's own is of no use to the people on Windows; a debug build keeps it, for the log.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() {
    housekeeper_lib::run();
}
