//! What comes between the pages and the app's commands: an answer that does not come, or comes as an error, or empty.
//!
//! The states that a page is in for a moment, or only where something is broken, are looked at so in the real window.

use serde_json::{Value, json};

use super::Window;
use super::wait::until;

/// What becomes of a command's calls.
pub enum Answers {
    /// They wait until they are let through.
    Held,
    /// They fail, for want of a network.
    Fail,
    /// They are answered so.
    With(Value),
}

/// A command whose calls do not reach the app, for as long as this lives.
pub struct Intercepted<'w> {
    window: &'w Window,
    command: String,
}

impl Window {
    /// Answers a command's calls in place of the app.
    #[track_caller]
    pub fn intercept(&self, command: &str, answers: Answers) -> Intercepted<'_> {
        let (how, answer) = match answers {
            Answers::Held => ("held", Value::Null),
            Answers::Fail => ("error", network()),
            Answers::With(answer) => ("ok", answer),
        };
        self.set_wire(command, how, answer);
        Intercepted { window: self, command: command.to_owned() }
    }

    fn set_wire(&self, command: &str, how: &str, answer: Value) {
        self.execute(include_str!("wire.js"), vec![json!(command), json!(how), answer]).unwrap();
    }
}

impl Intercepted<'_> {
    /// Waits until a page has called the command.
    #[track_caller]
    pub fn wait_until_met(&self) {
        let met =
            || self.window.execute("return window.wire.get(arguments[0]).met", vec![json!(self.command)]).unwrap();
        until(|| format!("{} was not called", self.command), || (met().as_u64() > Some(0)).then_some(()));
    }
}

impl Drop for Intercepted<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.window.set_wire(&self.command, "through", Value::Null);
        }
    }
}

/// A failure as the app's commands give it.
fn network() -> Value {
    json!({
        "code": "network", "message": "CloudFront could not be reached", "detail": "connection refused",
        "action": null, "resource": null, "policy": null, "submission": null,
    })
}
