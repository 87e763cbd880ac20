//! Sitemaps, and sitemaps that name others (sitemaps.org, "XML tag definitions" and "Using Sitemap index files").

use domain::template::escape;
use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::places::Places;
use super::{Import, Imported, Kind, MOST_ENTRIES, MOST_LINES, MOST_SITEMAPS, Options, Problem, ProblemKind, fault_of};

/// How deep elements may be nested. A sitemap has three levels, and its extensions for images and news five.
const MOST_DEPTH: usize = 16;

/// Reads a sitemap or an index. No entity but XML's own five is known, and none can be defined.
pub(super) fn read(text: &str, name: String, options: &Options) -> Import {
    let mut sitemap = Sitemap {
        import: Import::new(Kind::Unreadable),
        lines: Vec::new(),
        options,
        places: Places::new(text),
        prefix: String::new(),
        depth: 0,
        field: None,
        entry: None,
    };
    let mut reader = Reader::from_str(text);
    // `<loc/>` is told as a beginning and an end, which halves what is to be done here.
    reader.config_mut().expand_empty_elements = true;
    loop {
        let at = offset(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                return sitemap.refused(ProblemKind::BadXml, &error.to_string(), offset(reader.error_position()));
            }
        };
        match sitemap.take(event, at) {
            Ok(true) => {}
            Ok(false) => break,
            Err((kind, subject)) => return sitemap.refused(kind, &subject, at),
        }
    }
    let Sitemap { mut import, lines, .. } = sitemap;
    if lines.len() > MOST_LINES {
        return import.refused(Problem::new(ProblemKind::TooManyLines, ""));
    }
    if import.kind == Kind::Sitemap {
        import.add(Imported { name, lines, ..Imported::default() }, None);
    }
    import
}

struct Sitemap<'t> {
    import: Import,
    lines: Vec<String>,
    options: &'t Options,
    places: Places<'t>,
    /// The namespace's prefix of the root with its colon: an image's `image:loc` is no `loc`.
    prefix: String,
    depth: usize,
    /// Which part of an entry is being read.
    field: Option<Field>,
    entry: Option<Entry>,
}

#[derive(Clone, Copy)]
enum Field {
    Loc,
    LastMod,
}

/// A `<url>` or a `<sitemap>`.
#[derive(Default)]
struct Entry {
    begins: usize,
    loc: String,
    lastmod: String,
}

impl<'t> Sitemap<'t> {
    /// Takes an event that begins at a byte; gives whether there are more.
    fn take(&mut self, event: Event<'t>, at: usize) -> Result<bool, (ProblemKind, String)> {
        match event {
            Event::Start(start) => self.begin(start.name().as_ref(), at)?,
            Event::End(_) => self.end(),
            Event::Text(text) => self.put(&text.xml10_content())?,
            Event::CData(text) => self.put(&text.xml10_content())?,
            Event::GeneralRef(name) => {
                let bad = || (ProblemKind::BadXml, format!("&{};", &*name));
                match name.resolve_char_ref() {
                    Ok(Some(character)) => self.put(character.encode_utf8(&mut [0; 4]))?,
                    Ok(None) => self.put(resolve_predefined_entity(&name).ok_or_else(bad)?)?,
                    Err(_) => return Err(bad()),
                }
            }
            Event::DocType(_) => return Err((ProblemKind::HasDoctype, String::new())),
            Event::Eof if self.import.kind == Kind::Unreadable => {
                return Err((ProblemKind::NotASitemap, String::new()));
            }
            Event::Eof if self.depth > 0 => return Err((ProblemKind::BadXml, "it ends too early".to_owned())),
            Event::Eof => return Ok(false),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        Ok(true)
    }

    fn begin(&mut self, name: &str, at: usize) -> Result<(), (ProblemKind, String)> {
        self.depth += 1;
        self.field = None;
        let own = name.strip_prefix(self.prefix.as_str()).unwrap_or_default();
        match (self.depth, self.import.kind, own) {
            (1, Kind::Unreadable, _) => {
                let (prefix, own) = name.rsplit_once(':').map_or(("", name), |(prefix, own)| (prefix, own));
                self.import.kind = match own {
                    "urlset" => Kind::Sitemap,
                    "sitemapindex" => Kind::SitemapIndex,
                    _ => return Err((ProblemKind::NotASitemap, name.to_owned())),
                };
                self.prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}:") };
            }
            (1, ..) => return Err((ProblemKind::BadXml, name.to_owned())),
            (2, Kind::Sitemap, "url") | (2, Kind::SitemapIndex, "sitemap") => {
                self.entry = Some(Entry { begins: at, ..Entry::default() });
                self.import.entries += 1;
                if self.import.entries > MOST_ENTRIES {
                    return Err((ProblemKind::TooManyLines, String::new()));
                }
            }
            (3, _, "loc") => self.field = Some(Field::Loc),
            (3, _, "lastmod") => self.field = Some(Field::LastMod),
            (depth, ..) if depth > MOST_DEPTH => return Err((ProblemKind::TooDeep, name.to_owned())),
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, text: &str) -> Result<(), (ProblemKind, String)> {
        match (&mut self.entry, self.field) {
            (Some(entry), Some(Field::Loc)) => entry.loc.push_str(text),
            (Some(entry), Some(Field::LastMod)) => entry.lastmod.push_str(text),
            _ if self.depth == 0 && !text.trim().is_empty() => {
                return Err((ProblemKind::BadXml, text.trim().to_owned()));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.field = None;
        if self.depth == 1
            && let Some(entry) = self.entry.take()
        {
            self.keep(&entry);
        }
    }

    /// Takes an entry, if it is one that was asked for.
    fn keep(&mut self, entry: &Entry) {
        let loc = entry.loc.trim();
        let problem = match path_of(loc) {
            None => Some(ProblemKind::BadLoc),
            Some(_) => fault_of(loc),
        };
        if let Some(kind) = problem {
            let place = self.places.of(entry.begins);
            self.import.tell(Problem::new(kind, loc).at(Some(place)));
        } else if !has_prefix(loc, &self.options.prefix)
            || self.options.since.is_some_and(|since| last_day(entry.lastmod.trim()).is_none_or(|day| day < since))
        {
            // Not asked for.
        } else if self.import.kind == Kind::SitemapIndex {
            self.import.sitemap_count += 1;
            if self.import.sitemaps.len() < MOST_SITEMAPS {
                self.import.sitemaps.push(loc.to_owned());
            }
        } else if self.lines.len() <= MOST_LINES {
            self.lines.push(escape(loc));
        }
    }

    fn refused(mut self, kind: ProblemKind, subject: &str, at: usize) -> Import {
        let place = self.places.of(at);
        self.import.refused(Problem::new(kind, subject).at(Some(place)))
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The path of an http or https URL; `None` for any other text.
fn path_of(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_good = (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !rest.starts_with(['/', '?', '#'])
        && !rest.is_empty()
        && !url.contains(|c: char| c.is_whitespace() || c.is_control());
    is_good.then(|| rest.find(['/', '?', '#']).map_or("/", |at| &rest[at..]))
}

/// Whether a URL begins with this: its path, or all of it where this begins as a URL does.
fn has_prefix(url: &str, prefix: &str) -> bool {
    let prefix = prefix.trim();
    if prefix.starts_with("http") {
        return url.starts_with(prefix);
    }
    let prefix = prefix.strip_prefix('/').unwrap_or(prefix);
    path_of(url).is_some_and(|path| path.strip_prefix('/').unwrap_or(path).starts_with(prefix))
}

/// The day of a `lastmod`: a day, or the day of a time, as it is written. Of a month or a year, which may be written as
/// well (W3C, "Date and Time Formats"), it is the last: what may have changed since is taken.
fn last_day(lastmod: &str) -> Option<Date> {
    let number = |from: usize, to: usize| lastmod.get(from..to)?.parse::<i16>().ok();
    match lastmod.len() {
        4 => Date::new(number(0, 4)?, 12, 31).ok(),
        7 if lastmod.get(4..5) == Some("-") => {
            let month = i8::try_from(number(5, 7)?).ok()?;
            Date::new(number(0, 4)?, month, 1).ok().map(Date::last_of_month)
        }
        _ => lastmod.get(..10)?.parse().ok(),
    }
}
