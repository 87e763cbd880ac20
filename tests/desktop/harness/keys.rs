//! The keyboard, for a person without a mouse.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

use super::{Query, Window};

/// How often the Tab key may be pressed on the way to a control. Farther away than that, nobody gets there.
const FARTHEST: usize = 80;

/// A key, by its code in WebDriver ("keyboard actions" of the W3C specification).
#[derive(Clone, Copy)]
pub enum Key {
    /// On to the next control.
    Tab,
    /// Press the button, follow the link, begin a line.
    Enter,
    /// One up.
    Up,
    /// One down.
    Down,
    /// Check the box.
    Space,
    /// Close what is open.
    Escape,
}

impl Key {
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E006}',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Space => ' ',
            Self::Escape => '\u{E00C}',
        }
    }
}

impl Window {
    /// Presses a key and lets it go; it goes to what has the keyboard's attention.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.strike(&[key.code()]);
    }

    /// Presses a key while Ctrl is held.
    #[track_caller]
    pub fn press_with_control(&self, key: char) {
        const CONTROL: char = '\u{E009}';
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: CONTROL })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: CONTROL });
        self.runtime().block_on(self.client().perform_actions(keyboard)).unwrap();
    }

    /// Types a text, line ends as Enter, wherever the keyboard's attention is.
    #[track_caller]
    pub fn type_blindly(&self, text: &str) {
        let codes: Vec<char> = text.chars().map(|c| if c == '\n' { Key::Enter.code() } else { c }).collect();
        self.strike(&codes);
    }

    /// Presses Tab until the control has the keyboard's attention, and panics if it never comes to it.
    #[track_caller]
    pub fn tab_to(&self, control: &Query<'_>) {
        control.wait();
        let mut way = Vec::new();
        for _ in 0..FARTHEST {
            if control.has_focus() {
                return;
            }
            self.press(Key::Tab);
            way.push(self.focused());
        }
        panic!("the Tab key does not lead to {control}, but past: {}", way.join(" · "));
    }

    /// What has the keyboard's attention, in words for a failing test.
    fn focused(&self) -> String {
        let script = "const e = document.activeElement; \
             return e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') ?? e.textContent).slice(0, 40)";
        self.execute(script, vec![]).unwrap_or_default().as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn strike(&self, codes: &[char]) {
        let keyboard = codes.iter().fold(KeyActions::new("keyboard".to_owned()), |keyboard, &value| {
            keyboard.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.runtime().block_on(self.client().perform_actions(keyboard)).unwrap();
    }
}
