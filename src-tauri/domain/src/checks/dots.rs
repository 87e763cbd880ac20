//! Segments that are `.` or `..`, which browsers resolve before they ask (RFC 3986, section 5.2.4).

/// The first segment of an item's path that is `.` or `..`.
pub(super) fn dot_segment(item: &str) -> Option<&str> {
    path_of(item).split('/').find(|segment| is_dots(segment))
}

/// The item as a browser would ask for it.
pub(super) fn resolved(item: &str) -> String {
    let path = path_of(item);
    let mut kept = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            ".." => {
                kept.pop();
            }
            "." => {}
            segment => kept.push(segment),
        }
        if last && is_dots(segment) {
            // What ends in dots names a directory.
            kept.push("");
        }
    }
    format!("/{}{}", kept.join("/"), &item[path.len()..])
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

fn path_of(item: &str) -> &str {
    item.split_once('?').map_or(item, |(path, _)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_resolved_as_browsers_do() {
        for (item, asked) in [
            ("/a/../b", "/b"),
            ("/a/./b", "/a/b"),
            ("/a/b/..", "/a/"),
            ("/a/.", "/a/"),
            ("/..", "/"),
            ("/../../x?q=/../y", "/x?q=/../y"),
            ("/a/../*", "/*"),
            ("/a//../b", "/a/b"),
        ] {
            assert!(dot_segment(item).is_some(), "{item}");
            assert_eq!(resolved(item), asked, "{item}");
            assert_eq!(dot_segment(asked), None, "{asked}");
        }
    }

    #[test]
    fn other_dots_are_names() {
        for item in ["/.well-known/x", "/...", "/a..b", "/a/..*", "/x?y=/../z"] {
            assert_eq!(dot_segment(item), None, "{item}");
        }
    }
}
