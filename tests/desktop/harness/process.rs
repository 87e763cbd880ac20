//! Programs beside the test, which end with it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use super::wait::until;

/// A running program, killed when this value goes.
pub struct Running(Child);

impl Running {
    /// Starts it with nothing on its standard input.
    #[track_caller]
    pub fn start(command: &mut Command) -> Self {
        let program = command.get_program().to_owned();
        match command.stdin(Stdio::null()).spawn() {
            Ok(child) => Self(child),
            Err(error) => panic!("{} cannot be started: {error}", program.display()),
        }
    }

    /// Starts it, and waits for the first line it prints on standard output.
    #[track_caller]
    pub fn start_and_read_line(command: &mut Command) -> (Self, String) {
        let mut running = Self::start(command.stdout(Stdio::piped()));
        let mut line = String::new();
        let output = running.0.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        assert!(!line.trim().is_empty(), "{} ended before it was ready", command.get_program().display());
        (running, line.trim().to_owned())
    }

    /// Starts it with this text on its standard input, and nothing more after it.
    #[track_caller]
    pub fn start_with_input(command: &mut Command, input: &str) -> Self {
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Self(child)
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        self.0.try_wait().is_ok_and(|status| status.is_none())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port of 127.0.0.1 that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until the program takes connections on the port.
#[track_caller]
pub fn wait_until_listening(program: &mut Running, port: u16) {
    until(
        || format!("nobody listens on port {port}"),
        || {
            assert!(program.is_running(), "the server for port {port} ended at once");
            TcpStream::connect(("127.0.0.1", port)).ok()
        },
    );
}
