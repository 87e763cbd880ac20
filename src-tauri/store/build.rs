//! Has the crate compiled anew when a migration is added: the compiler alone does not see that a folder changed.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
