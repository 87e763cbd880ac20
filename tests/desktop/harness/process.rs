//! Programs beside the test, which end with it.

use std::fs;
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

    /// The programs that it started itself, and that still run.
    pub fn children(&self) -> Vec<Offspring> {
        let numbers =
            fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        numbers.map(Offspring).filter(|child| child.parent() == Some(self.0.id())).collect()
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

/// A program that another one started, by its number.
#[derive(Clone, Copy, Debug)]
pub struct Offspring(u32);

impl Offspring {
    /// Whether it is gone; one that nobody has waited for yet is.
    pub fn is_gone(self) -> bool {
        self.stat().is_none_or(|(state, _)| state == "Z")
    }

    /// Ends it at once.
    pub fn kill(self) {
        // It may have ended by itself.
        let _ = Command::new("kill").args(["-KILL", &self.0.to_string()]).stderr(Stdio::null()).status();
    }

    /// Asks it to end, as the system does when the person's session ends.
    pub fn ask_to_end(self) {
        let _ = Command::new("kill").args(["-TERM", &self.0.to_string()]).stderr(Stdio::null()).status();
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Its name, as proc(5) has it: at most 15 characters.
    pub fn name(self) -> String {
        fs::read_to_string(format!("/proc/{}/comm", self.0)).unwrap_or_default().trim().to_owned()
    }

    /// The programs that it started, and those that they started.
    pub fn descendants(self) -> Vec<Self> {
        let numbers =
            fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let children: Vec<Self> = numbers.map(Self).filter(|child| child.parent() == Some(self.0)).collect();
        children.iter().flat_map(|child| child.descendants()).chain(children.iter().copied()).collect()
    }

    fn parent(self) -> Option<u32> {
        self.stat().map(|(_, parent)| parent)
    }

    /// Its state and its parent, as proc(5) has them behind the name, which may hold anything but ends in the last `)`.
    fn stat(self) -> Option<(String, u32)> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
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
