//! The stand-in by hand: three accounts, the real clock, and the pages in a browser.

use std::io;

use clap::Parser;
use portal::{Portal, Settings};

/// Stand in for AWS IAM Identity Center on this computer; the first line says where.
#[derive(Parser)]
#[command(name = "portal")]
struct Arguments {
    /// The port; by default a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Where calls of other services go, such as http://127.0.0.1:5000
    #[arg(long)]
    upstream: Option<String>,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "a tool of the command line answers there")]
async fn main() -> io::Result<()> {
    let Arguments { port, upstream } = Arguments::parse();
    let portal = Portal::start_at(Settings { upstream, ..Settings::default() }, port).await?;
    println!("{}", portal.url());
    std::future::pending().await
}
