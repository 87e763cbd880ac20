//! A control of the window, found by its role and accessible name each time something is done with it.

use std::fmt;
use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::{Value, json};

use super::Window;
use super::wait::{PATIENCE, until, within};

/// The key under which WebDriver answers an element (W3C WebDriver, "web element identifier").
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// WebDriver's Enter key: `\n` itself is swallowed by WebKit's driver.
const ENTER: &str = "\u{E006}";

/// What is looked for. Nothing is looked up before it is used, so it may be made before the control is there.
pub struct Query<'w> {
    window: &'w Window,
    role: &'static str,
    name: String,
    within: Option<Box<Query<'w>>>,
}

impl<'w> Query<'w> {
    pub(super) fn new(window: &'w Window, role: &'static str, name: &str) -> Self {
        Self { window, role, name: name.to_owned(), within: None }
    }

    /// The link of this name within this.
    pub fn link(self, name: &str) -> Self {
        self.inner("link", name)
    }

    /// The button of this name within this.
    pub fn button(self, name: &str) -> Self {
        self.inner("button", name)
    }

    fn inner(self, role: &'static str, name: &str) -> Self {
        Self { window: self.window, role, name: name.to_owned(), within: Some(Box::new(self)) }
    }

    /// Whether it is there now.
    pub fn is_there(&self) -> bool {
        self.find().is_some()
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn wait(&self) {
        self.found();
    }

    /// Waits until it is no longer there.
    #[track_caller]
    pub fn wait_gone(&self) {
        until(|| format!("{self} is still there"), || (!self.is_there()).then_some(()));
    }

    /// Clicks it with the mouse, once it is there, can be used and lies free.
    #[track_caller]
    pub fn click(&self) {
        self.act("clicked", click);
    }

    /// Clicks it if it can be clicked so soon.
    #[track_caller]
    pub fn is_clicked_within(&self, patience: Duration) -> bool {
        self.attempt(patience, "clicked", click).is_ok()
    }

    /// Types into it with the keyboard, line ends as Enter.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let keys = text.replace('\n', ENTER);
        self.act("typed into", |window, element| Ok(window.runtime().block_on(element.send_keys(&keys))?));
    }

    /// Puts the text in at the cursor as pasting does, for what would take long to type.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        let script = "arguments[0].focus(); document.execCommand('insertText', false, arguments[1])";
        self.act("pasted into", |window, element| {
            window.execute(script, vec![json!(element), json!(text)])?;
            Ok(())
        });
    }

    /// Puts a text in its place at once, for one that no test could type or paste in time.
    #[track_caller]
    pub fn put(&self, text: &str) {
        let script =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
        self.act("filled", |window, element| {
            window.execute(script, vec![json!(element), json!(text)])?;
            Ok(())
        });
    }

    /// Empties it.
    #[track_caller]
    pub fn clear(&self) {
        let script = "arguments[0].focus(); arguments[0].select(); document.execCommand('delete')";
        self.act("emptied", |window, element| {
            window.execute(script, vec![json!(element)])?;
            Ok(())
        });
    }

    /// What stands in it as the value of a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.ask("return arguments[0].value").as_str().unwrap_or_default().to_owned()
    }

    /// All the text in it, white space made single blanks.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.ask("return arguments[0].textContent");
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of the list items in it, in order.
    #[track_caller]
    pub fn items(&self) -> Vec<String> {
        let items = self.ask("return [...arguments[0].querySelectorAll('li')].map(item => item.textContent)");
        items.as_array().unwrap().iter().map(|item| item.as_str().unwrap().trim().to_owned()).collect()
    }

    /// Waits until this text stands in it.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        until(
            || format!("“{text}” is not in {self}, but: {}", self.text()),
            || self.text().contains(text).then_some(()),
        );
    }

    /// Whether it has the keyboard's attention.
    pub fn has_focus(&self) -> bool {
        self.find().is_some_and(|element| {
            self.window
                .execute("return arguments[0] === document.activeElement", vec![json!(element)])
                .is_ok_and(|answer| answer == true)
        })
    }

    /// Whether it can be used: neither disabled nor called so.
    pub fn is_enabled(&self) -> bool {
        self.find().is_some_and(|element| self.can_be_used(&element))
    }

    /// Waits until it can be used.
    #[track_caller]
    pub fn wait_enabled(&self) {
        until(|| format!("{self} cannot be used"), || self.is_enabled().then_some(()));
    }

    fn can_be_used(&self, element: &Element) -> bool {
        let script = "return !arguments[0].disabled && arguments[0].ariaDisabled !== 'true'";
        self.window.execute(script, vec![json!(element)]).is_ok_and(|answer| answer == true)
    }

    #[track_caller]
    fn ask(&self, script: &str) -> Value {
        until(
            || format!("{self} is not there"),
            || self.find().and_then(|element| self.window.execute(script, vec![json!(element)]).ok()),
        )
    }

    #[track_caller]
    fn found(&self) -> Element {
        until(|| format!("{self} is not there. The window shows: {}", self.window.text()), || self.find())
    }

    /// Does something with it, again while the page is being redrawn or something lies over it.
    #[track_caller]
    fn act(&self, done: &str, act: impl Fn(&Window, &Element) -> Result<(), Hindrance>) {
        if let Err(hindrance) = self.attempt(PATIENCE, done, act) {
            panic!("{self} cannot be {done}: {hindrance}. The window shows: {}", self.window.text());
        }
    }

    /// Does so for a while, and gives what hindered it last.
    #[track_caller]
    fn attempt(
        &self,
        patience: Duration,
        done: &str,
        act: impl Fn(&Window, &Element) -> Result<(), Hindrance>,
    ) -> Result<(), String> {
        let mut hindrance = "it is not there".to_owned();
        let ended = within(patience, || {
            let element = self.find()?;
            let acted = if self.can_be_used(&element) {
                act(self.window, &element)
            } else {
                Err(Hindrance::Passing("it cannot be used".to_owned()))
            };
            match acted {
                Ok(()) => Some(()),
                Err(Hindrance::Passing(what)) => {
                    hindrance = what;
                    None
                }
                Err(Hindrance::Lasting(error)) => panic!("{self} cannot be {done}: {error}"),
            }
        });
        ended.ok_or(hindrance)
    }

    fn find(&self) -> Option<Element> {
        let within = match &self.within {
            None => Value::Null,
            Some(outer) => json!(outer.find()?),
        };
        let look = || {
            let arguments = vec![json!(self.role), json!(self.name), within.clone()];
            self.window.execute(include_str!("find.js"), arguments).unwrap_or_default()
        };
        let mut found = look();
        if found == false {
            self.window.load_queries();
            found = look();
        }
        let id = found.get(ELEMENT)?.as_str()?.to_owned();
        Some(Element::from_element_id(self.window.client().clone(), ElementRef::from(id)))
    }
}

impl fmt::Display for Query<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the {} “{}”", self.role, self.name)?;
        self.within.iter().try_for_each(|outer| write!(out, " in {outer}"))
    }
}

/// Clicks, and sees to it that the click went to the control and not to what took its place.
fn click(window: &Window, control: &Element) -> Result<(), Hindrance> {
    let hindrance = window.execute_async(include_str!("ready.js"), vec![json!(control)])?;
    match hindrance.as_str() {
        Some("") => window.runtime().block_on(control.click())?,
        other => return Err(Hindrance::Passing(other.unwrap_or_default().to_owned())),
    }
    // A window that answers no more was closed by the click.
    match window.execute_async(include_str!("arrived.js"), vec![]) {
        Ok(Value::Bool(false)) => Err(Hindrance::Passing("the click went elsewhere".to_owned())),
        _ => Ok(()),
    }
}

/// Why something cannot be done with a control.
enum Hindrance {
    /// The next look may not meet it: the page is being redrawn, or something lies over the control.
    Passing(String),
    /// Looking again does not help.
    Lasting(CmdError),
}

impl From<CmdError> for Hindrance {
    fn from(error: CmdError) -> Self {
        let passing = matches!(
            &error,
            CmdError::Standard(error) if matches!(
                error.error,
                ErrorStatus::StaleElementReference
                    | ErrorStatus::NoSuchElement
                    | ErrorStatus::ElementClickIntercepted
                    | ErrorStatus::ElementNotInteractable
            )
        );
        if passing { Self::Passing(error.to_string()) } else { Self::Lasting(error) }
    }
}
