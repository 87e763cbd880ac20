//! Lists of which no more is kept than is taken.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The first `MOST` of a list, and how many there are.
pub(super) struct Few<T, const MOST: usize> {
    pub(super) kept: Vec<T>,
    pub(super) count: usize,
}

impl<T, const MOST: usize> Few<T, MOST> {
    pub(super) fn is_cut(&self) -> bool {
        self.count > self.kept.len()
    }
}

impl<T, const MOST: usize> Default for Few<T, MOST> {
    fn default() -> Self {
        Self { kept: Vec::new(), count: 0 }
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Few<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Taker(PhantomData))
    }
}

struct Taker<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for Taker<T, MOST> {
    type Value = Few<T, MOST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut few = Few::default();
        while few.count < MOST {
            let Some(item) = list.next_element()? else { return Ok(few) };
            few.kept.push(item);
            few.count += 1;
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            few.count += 1;
        }
        Ok(few)
    }
}
