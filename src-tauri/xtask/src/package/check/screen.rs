//! What is on a display, as whoever sits before it sees it.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

/// A display.
pub struct Screen {
    connection: RustConnection,
    root: Window,
    width: u16,
    height: u16,
}

/// A rectangle of it, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// From the left.
    pub left: usize,
    /// From the top.
    pub top: usize,
    /// How wide it is.
    pub width: usize,
    /// How high it is.
    pub height: usize,
}

/// What was painted, four bytes a pixel.
#[derive(PartialEq, Eq)]
pub struct Picture {
    width: usize,
    pixels: Vec<[u8; 4]>,
}

impl Screen {
    /// The display of this name.
    pub fn of(name: &str) -> Result<Self> {
        let (connection, number) = RustConnection::connect(Some(name)).context("the display cannot be looked at")?;
        let screen = connection.setup().roots.get(number).context("the display has no screen")?;
        let (root, width, height) = (screen.root, screen.width_in_pixels, screen.height_in_pixels);
        Ok(Self { connection, root, width, height })
    }

    /// All of it.
    pub fn picture(&self) -> Result<Picture> {
        let (width, height) = (self.width, self.height);
        let image =
            self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, u32::MAX)?.reply()?;
        let (pixels, _) = image.data.as_chunks();
        Ok(Picture { width: width.into(), pixels: pixels.to_vec() })
    }

    /// Whether a window of this title is open.
    pub fn has_window(&self, title: &str) -> Result<bool> {
        let name = self.connection.intern_atom(false, b"_NET_WM_NAME")?.reply()?.atom;
        let windows = self.connection.query_tree(self.root)?.reply()?.children;
        Ok(windows.into_iter().any(|window| {
            // A window may be gone meanwhile.
            let asked = self.connection.get_property(false, window, name, AtomEnum::ANY, 0, 1024).ok();
            asked.and_then(|asked| asked.reply().ok()).is_some_and(|property| property.value == title.as_bytes())
        }))
    }
}

impl Picture {
    /// How many colours there are in it.
    pub fn colours(&self) -> usize {
        self.pixels.iter().collect::<HashSet<_>>().len()
    }

    /// The same within an area, as far as that is on the display.
    pub fn part(&self, area: Area) -> Self {
        let rows = self.pixels.chunks(self.width).skip(area.top).take(area.height);
        let pixels: Vec<_> = rows.flat_map(|row| row.iter().skip(area.left).take(area.width)).copied().collect();
        Self { width: area.width.min(self.width.saturating_sub(area.left)), pixels }
    }

    /// How much of it differs from another of the same size: from 0 to 1.
    pub fn differs(&self, other: &Self) -> f64 {
        let differing = self.pixels.iter().zip(&other.pixels).filter(|(one, other)| one != other).count();
        differing as f64 / self.pixels.len().max(1) as f64
    }

    /// Saves it as PPM, which is a picture without any packing.
    pub fn save(&self, file: &Path) -> Result<()> {
        let mut bytes = format!("P6 {} {} 255\n", self.width, self.pixels.len() / self.width.max(1)).into_bytes();
        // X has blue first.
        bytes.extend(self.pixels.iter().flat_map(|[blue, green, red, _]| [red, green, blue]));
        fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_picture_is_compared_alone() {
        let pixel = |grey: u8| [grey, grey, grey, 255];
        let picture = |corner: u8| Picture { width: 3, pixels: [corner, 0, 0, 0, 0, 0].map(pixel).into() };
        let (one, other) = (picture(1), picture(2));
        assert_eq!(one.differs(&other), 1.0 / 6.0);
        let right = Area { left: 1, top: 0, width: 9, height: 9 };
        assert_eq!((one.part(right).width, one.part(right).pixels.len()), (2, 4));
        assert_eq!(one.part(right).differs(&other.part(right)), 0.0);
        assert_eq!(one.colours(), 2);
    }
}
