#![doc = include_str!("../README.md")]

mod call;
mod calls;
mod client;
mod endpoint;
mod failure;
mod reply;
mod whole;

#[cfg(test)]
mod replay;

pub use client::SdkCloudFront;
pub use endpoint::endpoint_in_force;
