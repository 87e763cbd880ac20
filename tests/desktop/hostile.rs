//! What a page gets that has turned against the person: nothing.
//!
//! Whatever it tries, it tries from inside the app's own page, as a package of the pages that went bad would.

use std::time::Duration;

use serde_json::{Value, json};

use crate::accessibility::walk_through;
use crate::harness::{Loopback, Window, Workstation};
use crate::steps::SITE;

/// How long an attempt may take to come to something.
const A_WHILE: Duration = Duration::from_millis(700);

/// Runs a script in the page, and waits until whatever it began has come to something.
#[track_caller]
fn attempt(window: &Window, script: &str, arguments: Vec<Value>) -> Value {
    let answer = window.execute(script, arguments).unwrap_or_else(|error| panic!("{script}: {error}"));
    std::thread::sleep(A_WHILE);
    answer
}

/// What a command answers; `Err` is what it was refused with.
#[track_caller]
fn invoke(window: &Window, command: &str, arguments: Value) -> Result<Value, String> {
    let script = "const [command, given, done] = arguments; \
         window.__TAURI_INTERNALS__.invoke(command, given).then( \
           answer => done({ answer: answer ?? null }), \
           error => done({ error: typeof error === 'string' ? error : JSON.stringify(error) }))";
    let answer = window.execute_async(script, vec![json!(command), arguments]).unwrap();
    answer["error"].as_str().map_or_else(|| Ok(answer["answer"].clone()), |error| Err(error.to_owned()))
}

/// Notes whatever the content policy refuses from now on.
fn watch_the_policy(window: &Window) {
    let script = "window.refusals = []; document.addEventListener('securitypolicyviolation', event => \
         window.refusals.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))";
    window.execute(script, vec![]).unwrap();
}

fn refused_by_the_policy(window: &Window) -> Vec<String> {
    let refusals = window.execute("return window.refusals", vec![]).unwrap();
    refusals.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// The app's page is there as it was, and works.
#[track_caller]
fn assert_it_works(window: &Window, address: &Value, after: &str) {
    assert_eq!(window.execute("return location.href", vec![]).unwrap(), *address, "after {after}");
    assert_eq!(window.execute("return window.still", vec![]).unwrap(), true, "the page was loaded anew by {after}");
    window.go_to("Activity");
    window.heading("Activity").wait();
    window.go_to("Distributions");
    window.row_with(SITE).wait();
}

/// Marks the page, so that another one would be noticed. Gives its address.
#[track_caller]
fn mark(window: &Window) -> Value {
    window.go_to("Distributions");
    window.row_with(SITE).wait();
    window.execute("window.still = true; return location.href", vec![]).unwrap()
}

#[test]
fn it_calls_no_command_that_it_was_not_given() {
    let station = Workstation::start();
    let window = station.open();
    let server = Loopback::start();
    let url = server.url("/");
    assert!(invoke(&window, "about", json!({})).is_ok(), "what it was given works");
    for (command, arguments) in [
        ("plugin:shell|open", json!({ "path": url })),
        ("plugin:shell|execute", json!({ "program": "sh", "args": ["-c", "true"] })),
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:http|fetch", json!({ "clientConfig": { "url": url, "method": "GET", "headers": [] } })),
        ("plugin:window|create", json!({ "options": { "label": "another" } })),
        ("plugin:window|set_title", json!({ "label": "main", "value": "x" })),
        ("plugin:window|destroy", json!({ "label": "main" })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "another", "url": url } })),
        (
            "plugin:webview|create_webview",
            json!({ "windowLabel": "main", "options": { "label": "another", "url": url } }),
        ),
        ("plugin:webview|internal_toggle_devtools", json!({})),
        ("plugin:event|emit", json!({ "event": "changed", "payload": {} })),
        ("plugin:app|version", json!({})),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:resources|close", json!({ "rid": 0 })),
        ("plugin:updater|check", json!({})),
        ("plugin:updater|download_and_install", json!({ "rid": 0 })),
        ("plugin:opener|open_path", json!({ "path": "/etc/passwd" })),
        ("plugin:opener|reveal_item_in_dir", json!({ "paths": ["/etc/passwd"] })),
        // A command that it has, with what it was not given.
        ("plugin:opener|open_url", json!({ "url": url })),
        ("plugin:opener|open_url", json!({ "url": "file:///etc/passwd" })),
        ("plugin:opener|open_url", json!({ "url": "https://docs.aws.amazon.com.example.com/" })),
        ("plugin:opener|open_url", json!({ "url": "https://docs.aws.amazon.com/", "with": "sh" })),
        ("no_such_command", json!({})),
    ] {
        let refused = invoke(&window, command, arguments.clone()).expect_err(command);
        let denied = ["not allowed", "Not allowed", "not found"].iter().any(|words| refused.contains(words));
        assert!(denied, "{command} {arguments}: {refused}");
    }
    assert!(!station.home().join("opened.txt").exists(), "nothing was opened in the browser");
    assert_eq!(server.seen(), [] as [&str; 0]);
    window.close();
}

#[test]
fn it_loads_nothing_from_elsewhere_and_sends_nothing_there() {
    let station = Workstation::start();
    let window = station.open();
    let server = Loopback::start();
    let address = mark(&window);
    watch_the_policy(&window);
    let element = |name: &str, attribute: &str, path: &str| {
        format!(
            "const it = document.createElement('{name}'); it.{attribute} = '{}'; document.body.append(it)",
            server.url(path)
        )
    };
    let socket = server.url("/socket").replace("http", "ws");
    let form = server.url("/form");
    let tries = [
        ("script-src-elem", element("script", "src", "/script.js")),
        ("img-src", element("img", "src", "/picture.png")),
        ("frame-src", element("iframe", "src", "/frame")),
        (
            "frame-src",
            "const it = document.createElement('iframe'); it.src = 'data:text/html,x'; document.body.append(it)"
                .to_owned(),
        ),
        ("object-src", element("object", "data", "/object")),
        ("object-src", element("embed", "src", "/embed")),
        ("media-src", element("video", "src", "/film.mp4")),
        (
            "style-src-elem",
            format!(
                "const it = document.createElement('link'); it.rel = 'stylesheet'; it.href = '{}'; document.head.append(it)",
                server.url("/style.css")
            ),
        ),
        (
            "manifest-src",
            format!(
                "const it = document.createElement('link'); it.rel = 'manifest'; it.href = '{}'; document.head.append(it)",
                server.url("/manifest.json")
            ),
        ),
        (
            "",
            format!(
                "for (const rel of ['preload', 'prefetch', 'modulepreload', 'preconnect', 'dns-prefetch', 'icon']) {{ \
               const it = document.createElement('link'); it.rel = rel; it.as = 'script'; it.href = '{}'; document.head.append(it) }}",
                server.url("/early.js")
            ),
        ),
        ("img-src", format!("document.body.style.backgroundImage = \"url('{}')\"", server.url("/background.png"))),
        ("font-src", format!("new FontFace('x', \"url('{}')\").load().catch(() => {{}})", server.url("/font.woff2"))),
        ("connect-src", format!("fetch('{}', {{ mode: 'no-cors' }}).catch(() => {{}})", server.url("/fetch"))),
        (
            "connect-src",
            format!("const it = new XMLHttpRequest(); it.open('POST', '{}'); it.send('x')", server.url("/request")),
        ),
        ("connect-src", format!("navigator.sendBeacon('{}', 'x')", server.url("/beacon"))),
        ("connect-src", format!("try {{ new WebSocket('{socket}') }} catch {{}}")),
        ("connect-src", format!("try {{ new EventSource('{}') }} catch {{}}", server.url("/events"))),
        ("worker-src", format!("try {{ new Worker('{}') }} catch {{}}", server.url("/worker.js"))),
        ("worker-src", "try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}".to_owned()),
        ("script-src-elem", format!("import('{}').catch(() => {{}})", server.url("/module.js"))),
        (
            "form-action",
            format!(
                "const it = document.createElement('form'); it.method = 'post'; it.action = '{form}'; document.body.append(it); it.submit()"
            ),
        ),
        (
            "base-uri",
            format!(
                "const it = document.createElement('base'); it.href = '{}'; document.head.append(it)",
                server.url("/")
            ),
        ),
    ];
    for (directive, script) in tries {
        let before = refused_by_the_policy(&window).len();
        attempt(&window, &script, vec![]);
        let refused = refused_by_the_policy(&window).split_off(before);
        let said = |one: &String| one.starts_with(directive) || directive.starts_with(one.split(' ').next().unwrap());
        // What WebKit does not even try has nothing to refuse.
        assert!(directive.is_empty() || refused.iter().any(said) || refused.is_empty(), "{script}: {refused:?}");
        assert_eq!(server.seen(), [] as [&str; 0], "{script}");
    }
    assert!(refused_by_the_policy(&window).len() >= 12, "{:?}", refused_by_the_policy(&window));
    assert_it_works(&window, &address, "all of it");
    window.close();
}

#[test]
fn it_opens_no_window() {
    let station = Workstation::start();
    let window = station.open();
    let server = Loopback::start();
    let address = mark(&window);
    for url in [
        server.url("/window"),
        "about:blank".to_owned(),
        "file:///etc/passwd".to_owned(),
        "tauri://localhost/".to_owned(),
    ] {
        let opened = attempt(&window, "return window.open(arguments[0]) === null", vec![json!(url)]);
        assert_eq!(opened, true, "{url} was opened");
        attempt(
            &window,
            "const it = document.createElement('a'); it.href = arguments[0]; it.target = '_blank'; \
             document.body.append(it); it.click(); it.remove()",
            vec![json!(url)],
        );
        assert_eq!(window.count(), 1, "{url}");
        assert_it_works(&window, &address, &url);
    }
    assert_eq!(server.seen(), [] as [&str; 0]);
    assert!(!station.home().join("opened.txt").exists(), "nothing was opened in the browser");
    window.close();
}

#[test]
fn it_leads_nowhere_else() {
    let station = Workstation::start();
    let window = station.open();
    let server = Loopback::start();
    server.give("/", "<h1>Sign in</h1>");
    let address = mark(&window);
    let ways = [
        "location.href = arguments[0]",
        "location.replace(arguments[0])",
        "const it = document.createElement('a'); it.href = arguments[0]; document.body.append(it); it.click(); it.remove()",
        "const it = document.createElement('a'); it.href = arguments[0]; it.download = 'x'; document.body.append(it); it.click(); it.remove()",
        "const it = document.createElement('meta'); it.httpEquiv = 'refresh'; it.content = '0;url=' + arguments[0]; \
         document.head.append(it); setTimeout(() => it.remove(), 500)",
        "const it = document.createElement('form'); it.action = arguments[0]; document.body.append(it); it.submit(); it.remove()",
    ];
    let data = "data:text/html,<h1>Sign in</h1>".to_owned();
    let script = "javascript:document.body.textContent='Sign in'".to_owned();
    for url in [server.url("/"), "file:///etc/passwd".to_owned(), data, script, "about:blank".to_owned()] {
        for way in ways {
            attempt(&window, &format!("try {{ {way} }} catch {{}}"), vec![json!(url)]);
            assert_it_works(&window, &address, &format!("{way} with {url}"));
        }
    }
    assert_eq!(server.seen(), [] as [&str; 0]);
    window.close();
}

#[test]
fn it_runs_no_text_as_a_script() {
    let station = Workstation::start();
    let window = station.open();
    let address = mark(&window);
    watch_the_policy(&window);
    for script in [
        "try { eval('window.ran = 1') } catch {}",
        "try { new Function('window.ran = 2')() } catch {}",
        "try { setTimeout('window.ran = 3', 0) } catch {}",
        "const it = document.createElement('script'); it.textContent = 'window.ran = 4'; document.body.append(it)",
        "const it = document.createElement('div'); it.innerHTML = '<img src=\"data:,\" onerror=\"window.ran = 5\">'; document.body.append(it)",
        "const it = document.createElement('button'); it.setAttribute('onclick', 'window.ran = 6'); document.body.append(it); it.click()",
        "const it = document.createElement('script'); it.src = 'data:text/javascript,window.ran = 7'; document.body.append(it)",
        "const it = document.createElement('script'); it.src = URL.createObjectURL(new Blob(['window.ran = 8'])); document.body.append(it)",
        "import('data:text/javascript,window.ran = 9').catch(() => {})",
    ] {
        attempt(&window, script, vec![]);
        assert_eq!(window.execute("return window.ran ?? null", vec![]).unwrap(), Value::Null, "{script}");
    }
    let refused = refused_by_the_policy(&window);
    assert!(refused.len() >= 6, "{refused:?}");
    assert_it_works(&window, &address, "all of it");
    window.close();
}

#[test]
fn the_pages_themselves_want_nothing_that_is_refused() {
    let station = Workstation::start();
    let window = station.open();
    watch_the_policy(&window);
    // What was refused before anybody listened has left its mark: styles that are there and do nothing.
    let without_effect = || {
        let script = "return [...document.querySelectorAll('style')].filter(it => it.sheet === null).length + \
             [...document.querySelectorAll('[style]')].filter(it => it.getAttribute('style') && !it.style.length).length";
        window.execute(script, vec![]).unwrap()
    };
    assert_eq!(without_effect(), 0);
    let (mut found, mut known) = (Vec::new(), 0);
    walk_through(&window, |page| {
        let refused = refused_by_the_policy(&window);
        found.extend(refused[known..].iter().map(|one| format!("{page}: {one}")));
        known = refused.len();
        if without_effect() != 0 {
            found.push(format!("{page}: a style without effect"));
        }
    });
    assert!(found.is_empty(), "the content policy refuses:\n  {}", found.join("\n  "));
    window.close();
}
