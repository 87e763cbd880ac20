//! The window as a desktop handles it: its close button pressed, its size and place changed.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// Asks the app's window to close: the message that a window manager sends when its button is pressed (ICCCM, section
/// 4.2.8.1, "Window Deletion"). There is no window manager on the tests' display.
pub fn press_close_button(display: &str) {
    let desktop = Desktop::of(display);
    let message = ClientMessageEvent::new(32, desktop.window, desktop.protocols, [desktop.delete, 0, 0, 0, 0]);
    // Checked, so that the server has it before the connection goes.
    desktop.connection.send_event(false, desktop.window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
}

/// Gives the app's window another size and place, in pixels of the screen.
pub fn place_window(display: &str, (x, y): (i32, i32), (width, height): (u32, u32)) {
    let desktop = Desktop::of(display);
    let place = ConfigureWindowAux::new().x(x).y(y).width(width).height(height);
    desktop.connection.configure_window(desktop.window, &place).unwrap().check().unwrap();
}

/// Where the app's window is, and how large: from the left, from the top, width and height.
pub fn window_place(display: &str) -> (i16, i16, u16, u16) {
    let desktop = Desktop::of(display);
    let place = desktop.connection.get_geometry(desktop.window).unwrap().reply().unwrap();
    (place.x, place.y, place.width, place.height)
}

/// A display, and the app's window on it.
struct Desktop {
    connection: RustConnection,
    window: Window,
    protocols: u32,
    delete: u32,
}

impl Desktop {
    fn of(display: &str) -> Self {
        let (connection, screen) = x11rb::connect(Some(display)).unwrap();
        let root = connection.setup().roots[screen].root;
        let atom = |name: &str| connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
        let (protocols, delete) = (atom("WM_PROTOCOLS"), atom("WM_DELETE_WINDOW"));
        let can_be_closed = |window: &Window| property(&connection, *window, protocols).contains(&delete);
        let window = windows(&connection, root)
            .into_iter()
            .find(|window| can_be_closed(window) && is_mapped(&connection, *window))
            .expect("a window that can be closed");
        Self { connection, window, protocols, delete }
    }
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
