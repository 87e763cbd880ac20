//! Colours, which batches and connections are marked with.

use domain::marks;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A colour that a batch or a connection is marked with.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Colour {
    None,
    Blue,
    Green,
    Orange,
    Red,
    Purple,
    Grey,
}

impl From<Colour> for marks::Colour {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::None => Self::None,
            Colour::Blue => Self::Blue,
            Colour::Green => Self::Green,
            Colour::Orange => Self::Orange,
            Colour::Red => Self::Red,
            Colour::Purple => Self::Purple,
            Colour::Grey => Self::Grey,
        }
    }
}

impl From<marks::Colour> for Colour {
    fn from(colour: marks::Colour) -> Self {
        match colour {
            marks::Colour::None => Self::None,
            marks::Colour::Blue => Self::Blue,
            marks::Colour::Green => Self::Green,
            marks::Colour::Orange => Self::Orange,
            marks::Colour::Red => Self::Red,
            marks::Colour::Purple => Self::Purple,
            marks::Colour::Grey => Self::Grey,
        }
    }
}
