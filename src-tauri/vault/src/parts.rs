//! A value of any length under one name: in one entry where it fits, in numbered parts where it does not.
//!
//! The Credential Manager of Windows takes 2,560 bytes an entry (`CRED_MAX_CREDENTIAL_BLOB_SIZE`, 5 × 512, wincred.h;
//! <https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentiala>), and the tokens of IAM Identity Center
//! are longer. All systems do alike, so that what is tested on one is what runs on the others.
//!
//! | entry | what it holds |
//! |---|---|
//! | `name`, the *head* | the value itself where it is short; else which generation its parts are of, and what they add up to |
//! | `name/a/1`, `name/a/2`, …, or `name/b/1`, … | the parts, at most [`ROOM`] bytes each |
//!
//! A keychain has no transactions, so the order of the steps makes a crash harmless. A value is written beside the one in
//! use, into the generation that the head does not name; then the head is switched, which is one entry and so one step;
//! then what is no longer in use is removed. What a crash leaves behind is removed by the next keeping or forgetting. For
//! it to be found, the parts of a generation are always a row without a gap, counted from 1: they are written upwards and
//! removed downwards.

use engine::Failure;
use keyring_core::Entry;
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};

use crate::entry::{self, unreadable};

/// Opens the entry of a name. That asks the keychain for nothing: it need not be there.
pub(crate) type Open<'a> = dyn Fn(&str) -> Result<Entry, Failure> + 'a;

/// How many bytes go into one entry. Less than the 2,560 that Windows takes, to be on the safe side of it.
const ROOM: usize = 2_500;

/// How many bytes one entry of any version may hold: what a head says is believed within this.
const LARGEST: usize = 2_560;

/// How many parts a value may have, which is 250,000 bytes. No token comes near it; a head that says more is broken.
const MOST: usize = 100;

/// Which row of parts. There are two, so that one can be written while the other is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Generation {
    A,
    B,
}

impl Generation {
    fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// The entry of one of its parts, which count from 1.
    fn part(self, open: &Open<'_>, name: &str, number: usize) -> Result<Entry, Failure> {
        let generation = match self {
            Self::A => 'a',
            Self::B => 'b',
        };
        open(&format!("{name}/{generation}/{number}"))
    }
}

/// What the head holds of a value that is in parts. Heads of earlier versions must be readable for ever.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    generation: Generation,
    parts: usize,
    /// Of the whole value, in bytes.
    length: usize,
    /// The CRC-32 of the whole value, as eight hexadecimal digits. It is there against accidents: who can write the
    /// keychain can write this too. And unlike a cryptographic hash it leaves no piece of the value in its state.
    check: String,
}

impl Head {
    fn of(generation: Generation, value: &[u8]) -> Self {
        Self { generation, parts: value.len().div_ceil(ROOM), length: value.len(), check: check(value) }
    }

    /// The head that an entry holds; `None` where what it holds is a value itself.
    fn read(held: &[u8]) -> Option<Self> {
        serde_json::from_slice(held).ok()
    }

    fn write(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec(self).map_err(|_| Failure::Invalid { detail: "the secret cannot be cut up".to_owned() })
    }

    /// Puts the parts together.
    fn gather(&self, open: &Open<'_>, name: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
        if self.parts > MOST || self.length > self.parts * LARGEST {
            return Err(unreadable());
        }
        // As much room as it needs: a vector that grows leaves what it held in memory that nobody wipes.
        let mut value = Zeroizing::new(Vec::with_capacity(self.length));
        for number in 1..=self.parts {
            let part = entry::recall(&self.generation.part(open, name, number)?)?.ok_or_else(unreadable)?;
            if part.len() > self.length - value.len() {
                return Err(unreadable());
            }
            value.extend_from_slice(&part);
        }
        if value.len() == self.length && check(&value) == self.check { Ok(value) } else { Err(unreadable()) }
    }
}

fn check(value: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(value))
}

/// Keeps the value under this name, in place of an earlier one.
///
/// # Errors
/// Those of the keychain. An earlier value is then still the one that is recalled, unless the very last step of it all,
/// the switch of the head, failed in a way that did it all the same. Where only the clearing up after the switch failed,
/// that is no error: the value is kept, and the next keeping or forgetting clears up.
pub(crate) fn keep(open: &Open<'_>, name: &str, value: &[u8]) -> Result<(), Failure> {
    let in_use = in_use(open, name)?;
    // A short value that could be taken for a head goes into a part, so that there is no doubt about any.
    if value.len() <= ROOM && Head::read(value).is_none() {
        entry::keep(&open(name)?, value)?;
        let _ = clear_all(open, name, in_use.as_ref());
        return Ok(());
    }
    let head = Head::of(in_use.as_ref().map_or(Generation::A, |head| head.generation.other()), value);
    if head.parts > MOST {
        return Err(Failure::Invalid {
            detail: format!("a secret of {} bytes is too long for the keychain", value.len()),
        });
    }
    clear(open, name, head.generation, 0)?;
    for (number, part) in (1..).zip(value.chunks(ROOM)) {
        entry::keep(&head.generation.part(open, name, number)?, part)?;
    }
    entry::keep(&open(name)?, &head.write()?)?;
    let _ = clear(open, name, head.generation.other(), in_use.map_or(0, |head| head.parts));
    Ok(())
}

/// Reads the value of this name; `None` where there is none.
///
/// # Errors
/// Where the parts are not all there or are not those that the head speaks of, it cannot be read: there is no half of a
/// value. And those of the keychain.
pub(crate) fn recall(open: &Open<'_>, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    let Some(held) = entry::recall(&open(name)?)? else { return Ok(None) };
    match Head::read(&held) {
        Some(head) => head.gather(open, name).map(Some),
        None => Ok(Some(held)),
    }
}

/// Removes the value of this name, and whatever a crash left of an earlier one. The head goes last: as long as anything
/// is there, it shows that there is.
pub(crate) fn forget(open: &Open<'_>, name: &str) -> Result<(), Failure> {
    clear_all(open, name, in_use(open, name)?.as_ref())?;
    entry::forget(&open(name)?)
}

/// The head of the value in use, where that is in parts. One that cannot be read leads to no value, so nothing is in use.
fn in_use(open: &Open<'_>, name: &str) -> Result<Option<Head>, Failure> {
    match entry::recall(&open(name)?) {
        Ok(held) => Ok(held.and_then(|held| Head::read(&held)).filter(|head| head.parts <= MOST)),
        Err(Failure::NoCredentials { .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Removes the parts of both generations, of which this head was in use.
fn clear_all(open: &Open<'_>, name: &str, in_use: Option<&Head>) -> Result<(), Failure> {
    for generation in [Generation::A, Generation::B] {
        let known = in_use.filter(|head| head.generation == generation).map_or(0, |head| head.parts);
        clear(open, name, generation, known)?;
    }
    Ok(())
}

/// Removes the parts of a generation, the last one first. `known` is how many there are at the least, for the case that
/// somebody else has made a gap.
fn clear(open: &Open<'_>, name: &str, generation: Generation, known: usize) -> Result<(), Failure> {
    let mut last = known;
    loop {
        match entry::recall(&generation.part(open, name, last + 1)?) {
            Ok(None) => break,
            Ok(Some(_)) | Err(Failure::NoCredentials { .. }) => last += 1,
            Err(failure) => return Err(failure),
        }
    }
    for number in (1..=last).rev() {
        entry::forget(&generation.part(open, name, number)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
