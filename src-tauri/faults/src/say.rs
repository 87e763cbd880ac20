//! What this tool tells the person: results on standard output, everything else on standard error.

/// Says what is being done, or what went wrong, on standard error.
#[expect(clippy::print_stderr, reason = "a tool of the command line speaks there")]
pub fn note(line: &str) {
    eprintln!("{line}");
}

/// Prints a result on standard output, for a person or a program to take up.
#[expect(clippy::print_stdout, reason = "a tool of the command line answers there")]
pub fn result(line: &str) {
    println!("{line}");
}
