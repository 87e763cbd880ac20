//! The window, as a person has it before them.

use std::fs;
use std::path::Path;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::process::{Running, free_port, wait_until_listening};
use super::wait::{PATIENCE, until, within};
use super::{Memory, Query, Workstation};

/// Role and name queries as screen readers would see them: a library of the pages' own tests.
const TESTING_LIBRARY: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js");

/// How long the program may take to end by itself; what was on its way to the disk is there long before.
const TIME_TO_END: Duration = Duration::from_secs(5);

/// How long a menu may take to open before its button is clicked again.
const MENU_OPENS: Duration = Duration::from_secs(3);

/// The opened window. It closes with this value; if the test panicked, it first leaves a picture and the logs.
pub struct Window {
    /// Taken when the window closes.
    client: Option<Client>,
    runtime: Runtime,
    driver: Running,
    evidence: Evidence,
}

/// Where the logs stand, to be kept when the test fails.
struct Evidence {
    printed: std::path::PathBuf,
    data: std::path::PathBuf,
}

impl Window {
    #[track_caller]
    pub(super) fn open(station: &Workstation) -> Self {
        let port = free_port();
        let mut driver = Running::start(
            station
                .command("WebKitWebDriver")
                .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
                // Without it Tauri does not let the driver into the web view, and opening hangs.
                .env("TAURI_WEBVIEW_AUTOMATION", "true"),
        );
        wait_until_listening(&mut driver, port);

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let program = json!({ "binary": env!("CARGO_BIN_EXE_housekeeper"), "args": [] });
        let capabilities = [("webkitgtk:browserOptions".to_owned(), program)].into_iter().collect();
        let address = format!("http://127.0.0.1:{port}");
        let connecting = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let connect = builder.capabilities(capabilities).connect(&address);
            // A program that ends at once, or shows an older window instead, never opens a session.
            tokio::time::timeout(PATIENCE, connect)
                .await
                .map_err(|_| "the program opened no window".to_owned())?
                .map_err(|error| error.to_string())
        };
        let client = runtime
            .block_on(connecting)
            .unwrap_or_else(|error| panic!("the window does not open: {error}\n{}", printed(&station.log())));
        let evidence = Evidence { printed: station.log(), data: station.data() };
        let window = Self { client: Some(client), runtime, driver, evidence };
        window.link("Distributions").wait();
        window
    }

    /// The memory of the programs that show it.
    pub fn memory(&self) -> Memory {
        let programs = self.driver.children().into_iter().flat_map(|child| child.descendants()).collect();
        Memory::of_the_web_view(programs)
    }

    /// Closes the window and waits until it is gone.
    pub fn close(mut self) {
        self.shut();
    }

    /// Kills the app, as a crash would end it.
    pub fn kill(mut self) {
        let program = self.driver.children();
        program.iter().for_each(|program| program.kill());
        within(TIME_TO_END, || program.iter().all(|program| program.is_gone()).then_some(()));
        self.shut();
    }

    /// Waits until the app has ended by itself.
    #[track_caller]
    pub fn wait_until_ended(mut self) {
        let program = self.driver.children();
        until(
            || "the window is still open".to_owned(),
            || program.iter().all(|program| program.is_gone()).then_some(()),
        );
        self.shut();
    }

    /// The button of this name.
    pub fn button(&self, name: &str) -> Query<'_> {
        Query::new(self, "button", name)
    }

    /// The link of this name.
    pub fn link(&self, name: &str) -> Query<'_> {
        Query::new(self, "link", name)
    }

    /// The tab of this name.
    pub fn tab(&self, name: &str) -> Query<'_> {
        Query::new(self, "tab", name)
    }

    /// The text area of this name.
    pub fn text_area(&self, name: &str) -> Query<'_> {
        Query::new(self, "textbox", name)
    }

    /// The field labelled so, of whatever kind; a field for a secret has no role by which it could be found.
    pub fn field(&self, label: &str) -> Query<'_> {
        Query::new(self, "field", label)
    }

    /// The heading of this text.
    pub fn heading(&self, text: &str) -> Query<'_> {
        Query::new(self, "heading", text)
    }

    /// Whatever has this role and name.
    pub fn role(&self, role: &'static str, name: &str) -> Query<'_> {
        Query::new(self, role, name)
    }

    /// Chooses an entry of the list that opens under a label.
    #[track_caller]
    pub fn choose(&self, label: &str, entry: &str) {
        self.role("select", label).click();
        self.role("entry", entry).click();
    }

    /// Chooses an item of the menu that a button opens. Whatever takes the focus closes a menu, a page that is still being
    /// drawn too: then it is opened again, as a person would.
    #[track_caller]
    pub fn choose_in_menu(&self, menu: &str, item: &str) {
        let item = self.role("menuitem", item);
        until(
            || format!("{item} is not in the menu {menu}. The window shows: {}", self.text()),
            || {
                self.button(menu).click();
                item.is_clicked_within(MENU_OPENS).then_some(())
            },
        );
    }

    /// The first row of a table in which this text occurs.
    pub fn row_with(&self, text: &str) -> Query<'_> {
        Query::new(self, "row", text)
    }

    /// The first item of a list in which this text occurs.
    pub fn item_with(&self, text: &str) -> Query<'_> {
        Query::new(self, "item", text)
    }

    /// What stands under this label on a page of details.
    pub fn detail(&self, label: &str) -> Query<'_> {
        Query::new(self, "definition", label)
    }

    /// The part of the page of this name.
    pub fn region(&self, name: &str) -> Query<'_> {
        Query::new(self, "region", name)
    }

    /// Goes to a page through the navigation at the left.
    #[track_caller]
    pub fn go_to(&self, page: &str) {
        Query::new(self, "navigation", "Pages").link(page).click();
    }

    /// Chooses a file in the page's only field for one, as the dialog of the operating system would: no test can use that.
    #[track_caller]
    pub fn choose_file(&self, path: &Path) {
        let path = path.display().to_string();
        self.runtime.block_on(async {
            let field = self.client().wait().for_element(Locator::Css("input[type=file]")).await.unwrap();
            field.send_keys(&path).await.unwrap();
        });
    }

    /// The text that can be seen, white space made single blanks.
    pub fn text(&self) -> String {
        let text = self.execute("return document.body.innerText", vec![]).unwrap_or_default();
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether this text can be seen now.
    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Waits until this text can be seen.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        until(|| format!("“{text}” is not shown, but: {}", self.text()), || self.shows(text).then_some(()));
    }

    /// How many windows the app has.
    pub fn count(&self) -> usize {
        self.runtime.block_on(self.client().windows()).unwrap().len()
    }

    /// From now on notes what the page's content security policy refuses it.
    pub fn watch_policy(&self) {
        let script = "window.refused = []; addEventListener('securitypolicyviolation', \
                      (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))";
        self.execute(script, vec![]).unwrap();
    }

    /// What it refused since, as the directive and what it was about.
    pub fn policy_violations(&self) -> Vec<String> {
        serde_json::from_value(self.execute("return window.refused", vec![]).unwrap()).unwrap()
    }

    /// What the app answers to a command that no control of the page asks for in this way.
    #[track_caller]
    pub fn ask(&self, command: &str, arguments: Value) -> Value {
        let script = "const [command, given, answer] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, given).then(answer, (error) => answer({ error }))";
        self.execute_async(script, vec![json!(command), arguments]).unwrap()
    }

    /// How large the page is, in its own pixels.
    #[track_caller]
    pub fn size(&self) -> (u64, u64) {
        let size = self.execute("return [window.innerWidth, window.innerHeight]", vec![]).unwrap();
        (size[0].as_u64().unwrap(), size[1].as_u64().unwrap())
    }

    /// Runs a script in the page.
    pub fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.runtime.block_on(self.client().execute(script, arguments))
    }

    /// Runs a script that answers through the function it gets as its last argument.
    pub fn execute_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.runtime.block_on(self.client().execute_async(script, arguments))
    }

    pub(super) fn client(&self) -> &Client {
        self.client.as_ref().unwrap()
    }

    pub(super) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// Loads the queries into the page.
    #[track_caller]
    pub(super) fn load_queries(&self) {
        let library = fs::read_to_string(TESTING_LIBRARY)
            .unwrap_or_else(|error| panic!("{TESTING_LIBRARY}: {error}; `cargo xtask test` installs it"));
        self.execute(&library, vec![]).unwrap();
    }

    fn shut(&mut self) {
        let Some(client) = self.client.take() else { return };
        let program = self.driver.children();
        // The driver would kill it, which the next start would take for the crash that it is.
        program.iter().for_each(|program| program.ask_to_end());
        let gone = || program.iter().all(|program| program.is_gone()).then_some(());
        within(TIME_TO_END, gone);
        // It is closed already, but where it hung.
        let _ = self.runtime.block_on(client.close());
        // The driver ends the program a moment after it has answered. Killed before that, it would leave it running, and
        // the next start on the same records would only bring that one to the front.
        if within(TIME_TO_END, gone).is_none() {
            program.iter().for_each(|program| program.kill());
            within(TIME_TO_END, gone);
        }
    }

    fn leave_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("unknown").replace("::", "-");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/desktop-failures");
        let _ = fs::create_dir_all(&folder);
        if let Ok(picture) = self.runtime.block_on(self.client().screenshot()) {
            let _ = fs::write(folder.join(format!("{name}.png")), picture);
        }
        let mut log = printed(&self.evidence.printed);
        for file in walk(&self.evidence.data) {
            if file.to_string_lossy().contains(".log") {
                log += &format!("\n── {} ──\n{}", file.display(), printed(&file));
            }
        }
        let _ = fs::write(folder.join(format!("{name}.log")), log);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() && self.client.is_some() {
            self.leave_evidence();
        }
        self.shut();
    }
}

/// Every file under a folder, at any depth.
pub fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] })
        .collect()
}

fn printed(log: &Path) -> String {
    String::from_utf8_lossy(&fs::read(log).unwrap_or_default()).into_owned()
}
