//! The pages that a person meets in a browser.

use bytes::Bytes;
use http::{HeaderValue, Response, header};

use crate::wire::answer;

/// Asks whether a client may have access. The links have the ids `allow` and `deny`.
///
/// `allow` and `deny` are addresses on this server, encoded already.
pub(crate) fn ask(client: &str, sentence: &str, allow: &str, deny: &str) -> Response<Bytes> {
    page(
        200,
        "Allow access?",
        &format!(
            "<p>{} asks for access to your AWS accounts. {sentence}</p><p><a id=\"allow\" href=\"{allow}\">Allow</a> \
             <a id=\"deny\" href=\"{deny}\">Deny</a></p>",
            escaped(client)
        ),
    )
}

/// Asks for the code that a device shows.
pub(crate) fn ask_for_a_code() -> Response<Bytes> {
    let form = "<form action=\"/device\"><label>Code <input id=\"user_code\" name=\"user_code\"></label> \
                <button id=\"next\">Next</button></form>";
    page(200, "Which code does your device show?", form)
}

/// Tells something, and offers nothing to do.
pub(crate) fn tell(status: u16, title: &str, sentence: &str) -> Response<Bytes> {
    page(status, title, &format!("<p id=\"told\">{}</p>", escaped(sentence)))
}

/// Sends the browser on.
pub(crate) fn redirect(location: &str) -> Response<Bytes> {
    match HeaderValue::from_str(location) {
        Ok(location) => {
            let mut answer = answer(302, "text/html; charset=utf-8", Bytes::new());
            answer.headers_mut().insert(header::LOCATION, location);
            answer
        }
        Err(_) => tell(400, "Not possible", "The address to go on to is none."),
    }
}

fn page(status: u16, title: &str, body: &str) -> Response<Bytes> {
    let html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1>{body}</html>"
    );
    answer(status, "text/html; charset=utf-8", html.into())
}

/// Text for between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_markup() {
        let page = ask("<script>&</script>", "", "/a", "/b");
        let html = String::from_utf8_lossy(page.body()).into_owned();
        assert!(html.contains("&lt;script&gt;&amp;&lt;/script&gt;") && !html.contains("<script"), "{html}");
    }
}
