//! What a page in the window gets that means harm: nothing. It stands for whatever could come in by a hole in the pages.

use std::io::Read;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use crate::harness::{Window, Workstation};
use crate::steps::{BLOG, create};

/// A server outside of the app, which nobody should ever ask for anything.
struct Outside {
    address: SocketAddr,
    /// What it was asked, as far as it was heard.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        std::thread::spawn(move || {
            for mut visitor in listener.incoming().flatten() {
                let heard = heard.clone();
                std::thread::spawn(move || {
                    // WebKit connects to where a link leads before it asks whether it may go there, and says nothing.
                    let mut bytes = [0; 200];
                    let read = visitor.read(&mut bytes).unwrap_or(0);
                    if read > 0 {
                        heard.lock().unwrap().push(String::from_utf8_lossy(&bytes[..read]).into_owned());
                    }
                });
            }
        });
        Self { address, asked }
    }

    fn at(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    #[track_caller]
    fn assert_unasked(&self, what: &str) {
        let asked = self.asked.lock().unwrap().clone();
        assert!(asked.is_empty(), "{what} reached a server outside: {asked:?}");
    }
}

/// Runs a script that may wait, and gives what it returns; a failure of it as text.
#[track_caller]
fn run(window: &Window, script: &str, arguments: Vec<Value>) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1); \
         const pause = (time) => new Promise((next) => setTimeout(next, time)); \
         (async () => {{ {script} }})().then(done, (error) => done('failed: ' + error))"
    );
    window.execute_async(&script, arguments).unwrap()
}

/// Whether the window still shows the app, at the app's address.
#[track_caller]
fn assert_stays(window: &Window, after: &str) {
    let address = window.execute("return location.href", vec![]).unwrap();
    let address = address.as_str().unwrap_or_default();
    assert!(address.starts_with("tauri://localhost"), "{after} led to {address}");
    assert!(window.link("Distributions").is_there(), "{after} took the page away");
}

#[test]
fn a_command_that_was_not_given_is_refused() {
    let station = Workstation::start();
    let window = station.open();
    let asked = [
        ("plugin:shell|open", json!({ "path": "https://example.com" })),
        ("plugin:shell|execute", json!({ "program": "sh", "args": ["-c", "true"] })),
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:opener|open_url", json!({ "url": "https://example.com/" })),
        ("plugin:opener|open_url", json!({ "url": "file:///etc/passwd" })),
        ("plugin:opener|open_url", json!({ "url": "https://docs.aws.amazon.com.example.com/" })),
        ("plugin:opener|open_path", json!({ "path": "/etc/passwd" })),
        ("plugin:opener|reveal_item_in_dir", json!({ "paths": ["/etc/passwd"] })),
        ("plugin:window|create", json!({ "options": { "label": "other" } })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "other", "url": "index.html" } })),
        ("plugin:webview|internal_toggle_devtools", json!({})),
        ("plugin:window|set_title", json!({ "label": "main", "value": "other" })),
        ("plugin:window|close", json!({ "label": "main" })),
        ("plugin:event|emit", json!({ "event": "changed", "payload": {} })),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:app|version", json!({})),
        ("plugin:process|restart", json!({})),
        ("plugin:updater|check", json!({})),
        ("no_such_command", json!({})),
    ];
    for (command, arguments) in asked {
        let script = "return await window.__TAURI_INTERNALS__.invoke(given[0], given[1]) \
                      .then(() => 'done', (error) => 'refused: ' + error)";
        let answer = run(&window, script, vec![json!(command), arguments]);
        assert!(answer.as_str().unwrap_or_default().starts_with("refused: "), "{command} gives {answer}");
    }
    assert!(station.was_nothing_opened_in_browser());
    window.close();
}

#[test]
fn nothing_is_loaded_from_elsewhere_and_nothing_goes_there() {
    let (station, outside) = (Workstation::start(), Outside::start());
    let window = station.open();
    let attempts = [
        ("a script", "const s = document.createElement('script'); s.src = given[0]; document.head.append(s)"),
        ("a module", "await import(given[0])"),
        ("a worker", "new Worker(given[0])"),
        ("a picture", "new Image().src = given[0]"),
        (
            "a style sheet",
            "const l = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: given[0] }); \
             document.head.append(l)",
        ),
        ("a font", "await new FontFace('x', `url(${given[0]})`).load()"),
        ("a frame", "const f = document.createElement('iframe'); f.src = given[0]; document.body.append(f)"),
        ("an object", "const o = document.createElement('object'); o.data = given[0]; document.body.append(o)"),
        ("a video", "const v = document.createElement('video'); v.src = given[0]; document.body.append(v)"),
        ("a request", "await fetch(given[0], { method: 'POST', mode: 'no-cors', body: document.body.innerText })"),
        ("an old request", "const x = new XMLHttpRequest(); x.open('GET', given[0]); x.send()"),
        ("a beacon", "navigator.sendBeacon(given[0], 'x')"),
        ("a socket", "new WebSocket(given[0].replace('http', 'ws'))"),
        ("a stream", "new EventSource(given[0])"),
        (
            "a base",
            "const b = document.createElement('base'); b.href = given[0]; document.head.prepend(b); \
             const i = new Image(); i.src = 'x.png'; await pause(100); b.remove()",
        ),
    ];
    for (what, attempt) in attempts {
        run(
            &window,
            &format!("{attempt}; await pause(150); return ''"),
            vec![json!(outside.at(&what.replace(' ', "-")))],
        );
        outside.assert_unasked(what);
        assert_stays(&window, what);
    }
    for (what, script) in [
        ("eval", "try { eval('window.evil = 1') } catch { } return window.evil"),
        ("a function from text", "try { new Function('window.evil = 1')() } catch { } return window.evil"),
        (
            "a script in the page",
            "const s = document.createElement('script'); s.textContent = 'window.evil = 1'; document.head.append(s); \
             await pause(100); return window.evil",
        ),
        (
            "a handler in the markup",
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.evil = 1\">'); \
             await pause(300); return window.evil",
        ),
    ] {
        assert_eq!(run(&window, script, vec![]), Value::Null, "{what} runs");
    }
    window.close();
}

#[test]
fn the_window_opens_no_other_and_goes_nowhere() {
    let (station, outside) = (Workstation::start(), Outside::start());
    let window = station.open();
    let click = "const a = Object.assign(document.createElement('a'), { href: given[0], target: given[1] ?? '' }); \
                 document.body.append(a); a.click(); a.remove()";
    let attempts = [
        ("an address", "location.href = given[0]"),
        ("another address", "location.replace(given[0])"),
        ("a link", click),
        ("open", "window.open(given[0])"),
        ("open in place", "window.open(given[0], '_self')"),
        (
            "a form",
            "const f = Object.assign(document.createElement('form'), { method: 'POST', action: given[0] }); \
             document.body.append(f); f.submit()",
        ),
        (
            "a refresh",
            "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = `0;url=${given[0]}`; \
             document.head.append(m)",
        ),
    ];
    let addresses = [
        outside.at(""),
        "file:///etc/passwd".into(),
        "data:text/html,hello".into(),
        "javascript:document.write(1)".into(),
    ];
    for (what, attempt) in attempts {
        for address in &addresses {
            run(&window, &format!("{attempt}; await pause(250); return ''"), vec![json!(address)]);
            outside.assert_unasked(what);
            assert_stays(&window, &format!("{what} to {address}"));
            assert_eq!(window.count(), 1, "{what} to {address} opened a window");
        }
    }
    run(&window, &format!("{click}; await pause(250); return ''"), vec![json!(outside.at("")), json!("_blank")]);
    outside.assert_unasked("a link to a new window");
    assert_eq!(window.count(), 1);

    // And it still does its work.
    create(&window, BLOG, "/index.html");
    window.close();
}
