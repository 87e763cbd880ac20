//! Identifiers and secrets.

use std::iter::repeat_with;

/// Makes what nobody has seen before.
#[derive(Debug)]
pub(crate) struct Mint(fastrand::Rng);

impl Mint {
    pub fn new() -> Self {
        Self(fastrand::Rng::new())
    }

    /// A secret or an identifier: 24 letters and digits behind its beginning.
    pub fn text(&mut self, beginning: &str) -> String {
        let rest: String = repeat_with(|| self.0.alphanumeric()).take(24).collect();
        format!("{beginning}{rest}")
    }

    /// A user code: two groups of four consonants, which spell no words (RFC 8628, section 6.1).
    pub fn user_code(&mut self) -> String {
        let code = self.of(b"BCDFGHJKLMNPQRSTVWXZ", 8);
        let (left, right) = code.split_at(4);
        format!("{left}-{right}")
    }

    /// The access key id of temporary credentials: `ASIA` and sixteen capitals or digits (IAM User Guide, "IAM
    /// identifiers").
    pub fn access_key_id(&mut self) -> String {
        format!("ASIA{}", self.of(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16))
    }

    fn of(&mut self, letters: &[u8], count: usize) -> String {
        repeat_with(|| char::from(letters[self.0.usize(..letters.len())])).take(count).collect()
    }
}
