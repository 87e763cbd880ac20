//! What is on the display, as whoever sits before it sees and clicks it: no window is asked, so that none is favoured.

use anyhow::{Context, Result};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, ImageFormat, MOTION_NOTIFY_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// The button that one clicks with.
const LEFT: u8 = 1;

/// A part of the display, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: i16,
    pub y: i16,
    pub width: u16,
    pub height: u16,
}

/// A display.
pub struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    /// The display of this name.
    pub fn of(name: &str) -> Result<Self> {
        let (connection, number) = RustConnection::connect(Some(name)).context("the display cannot be looked at")?;
        let root = connection.setup().roots.get(number).context("the display has no screen")?.root;
        Ok(Self { connection, root })
    }

    /// What is painted there.
    pub fn picture(&self, area: Area) -> Result<Vec<u8>> {
        let Area { x, y, width, height } = area;
        let image =
            self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, u32::MAX)?.reply()?;
        Ok(image.data)
    }

    /// Clicks into the middle of it.
    pub fn click(&self, area: Area) -> Result<()> {
        let (x, y) = (area.x + (area.width / 2) as i16, area.y + (area.height / 2) as i16);
        self.point_at(x, y)?;
        for event in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            self.connection.xtest_fake_input(event, LEFT, 0, self.root, x, y, 0)?;
        }
        Ok(self.connection.flush()?)
    }

    /// Takes the pointer to where nothing is.
    pub fn point_nowhere(&self) -> Result<()> {
        self.point_at(1279, 859)?;
        Ok(self.connection.flush()?)
    }

    fn point_at(&self, x: i16, y: i16) -> Result<()> {
        self.connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, x, y, 0)?;
        Ok(())
    }

    /// Where the largest window of the display stands.
    pub fn window_corner(&self) -> Result<(i16, i16)> {
        let windows = self.connection.query_tree(self.root)?.reply()?.children;
        let places = windows.into_iter().filter_map(|window| self.connection.get_geometry(window).ok()?.reply().ok());
        let largest = places.max_by_key(|place| u32::from(place.width) * u32::from(place.height));
        largest.map(|place| (place.x, place.y)).context("no window is open")
    }
}
