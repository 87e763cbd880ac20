//! Installs what is missing, and stays quiet where nothing is.

mod debian;
mod node;
mod python;
mod system;
mod tool;

use anyhow::Result;

pub use node::npm;
pub use system::Part;
pub use tool::Tool;

/// Sees to it that these parts of the system and the UI's packages are there.
///
/// On Debian and Ubuntu what is missing is installed, through sudo where the caller is not root; elsewhere the error
/// names it.
pub fn prepare(parts: &[Part]) -> Result<()> {
    system::prepare(parts)?;
    node::prepare()
}

/// Sees to the virtual environments of the test servers and of the AWS CLI.
pub fn prepare_test_servers() -> Result<()> {
    python::prepare()
}
