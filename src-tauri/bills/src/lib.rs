#![doc = include_str!("../README.md")]

mod ask;
mod client;
mod failure;
mod sum;

pub use client::SdkBills;
