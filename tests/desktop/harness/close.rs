//! The window's own close button, as a desktop presses it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// Asks the app's window to close: the message that a window manager sends when its button is pressed (ICCCM, section
/// 4.2.8.1, "Window Deletion"). There is no window manager on the tests' display.
pub fn press_close_button(display: &str) {
    let (connection, screen) = x11rb::connect(Some(display)).unwrap();
    let root = connection.setup().roots[screen].root;
    let atom = |name: &str| connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
    let window = windows(&connection, root)
        .into_iter()
        .find(|window| property(&connection, *window, protocols).contains(&delete) && is_mapped(&connection, *window))
        .expect("a window that can be closed");
    let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
    // Checked, so that the server has it before the connection goes.
    connection.send_event(false, window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
}

/// Every window, the root's at any depth.
fn windows(connection: &RustConnection, root: Window) -> Vec<Window> {
    let children = connection.query_tree(root).unwrap().reply().map(|tree| tree.children).unwrap_or_default();
    children.iter().copied().chain(children.iter().flat_map(|child| windows(connection, *child))).collect()
}

fn property(connection: &RustConnection, window: Window, name: u32) -> Vec<u32> {
    let property = connection.get_property(false, window, name, AtomEnum::ATOM, 0, 64).unwrap().reply();
    property.ok().and_then(|property| property.value32().map(Iterator::collect)).unwrap_or_default()
}

fn is_mapped(connection: &RustConnection, window: Window) -> bool {
    use x11rb::protocol::xproto::MapState;
    connection.get_window_attributes(window).unwrap().reply().is_ok_and(|it| it.map_state == MapState::VIEWABLE)
}
