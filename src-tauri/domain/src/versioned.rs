//! The same file under another name: what makes an invalidation needless (DG "Update existing content with a
//! CloudFront distribution").

/// A path with a version in the file's name: `/css/site.css` becomes `/css/site.v2.css`, `/news/` becomes `/news.v2/`.
/// A query is left out: it names no other file.
pub fn name(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let (path, slash) = path.strip_suffix('/').map_or((path, ""), |path| (path, "/"));
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    if file.is_empty() {
        return "/index.v2.html".to_owned();
    }
    match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && slash.is_empty() => format!("{folder}/{stem}.v2.{ending}"),
        _ => format!("{folder}/{file}.v2{slash}"),
    }
}

/// A path with a version in its query: `/css/site.css?v=2`; beside what is there already.
pub fn query(path: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}v=2")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_goes_before_the_ending() {
        for (path, other) in [
            ("/css/site.css", "/css/site.v2.css"),
            ("/a.tar.gz", "/a.tar.v2.gz"),
            ("/logo", "/logo.v2"),
            ("/.htaccess", "/.htaccess.v2"),
            ("/news/", "/news.v2/"),
            ("/v1.2/", "/v1.2.v2/"),
            ("/", "/index.v2.html"),
            ("/a.png?x=1", "/a.v2.png"),
        ] {
            assert_eq!(name(path), other, "{path}");
        }
    }

    #[test]
    fn a_query_that_is_there_stays() {
        assert_eq!(query("/a.css"), "/a.css?v=2");
        assert_eq!(query("/a.css?x=1"), "/a.css?x=1&v=2");
    }
}
