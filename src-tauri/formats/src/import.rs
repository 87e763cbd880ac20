//! Files that batches come in as: saved batches of another copy of this app, batch files of the AWS CLI, plain lists,
//! tables and sitemaps.
//!
//! What a file is shows in its bytes; its name decides only where they do not tell, as with a table and a list. Nothing
//! that is in a file makes this panic, and what it takes of memory has a bound.

mod bytes;
mod csv;
mod json;
mod places;
mod sitemap;
mod text;

pub(crate) use json::{FORMAT, VERSION};

use domain::Target;
use domain::marks::Colour;
use domain::template::Variable;

/// The most bytes that an import may have, as it comes and again as it is after unpacking: 64 MiB. A sitemap has at most
/// 50 MB (sitemaps.org, "Using Sitemap index files").
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The most lines that a batch may have.
pub const MOST_LINES: usize = domain::template::MOST_LINES;

/// The most entries of a file before it is filtered, and the most lines, variables, choices and targets of all batches
/// of a file together: twenty times what a sitemap may have (50,000).
pub const MOST_ENTRIES: usize = 1_000_000;

/// The most batches that a file may have.
pub const MOST_BATCHES: usize = 10_000;

/// The most problems that are kept; the others are counted.
pub const MOST_PROBLEMS: usize = 100;

/// The most sitemaps of an index that are kept; the others are counted.
pub const MOST_SITEMAPS: usize = 1_000;

/// The most columns that a table may have. With more it is no table of addresses.
pub const MOST_COLUMNS: usize = 1_000;

/// The longest line that is taken, in characters: twice the longest path, so that a URL with its host, or a path that is
/// too long, still comes in to be checked.
pub const LONGEST_LINE: usize = 2 * domain::checks::LONGEST_PATH;

/// The longest name of a batch that comes in, in characters, as batches have them; what is longer is cut.
pub const LONGEST_NAME: usize = 200;

/// What a person chose for an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The name for what carries none; empty for the one that the file gives.
    pub name: String,
    /// The column of a table that has the paths, from 0; `None` to guess.
    pub column: Option<usize>,
    /// Whether a table's first row is a header; `None` to guess.
    pub has_header: Option<bool>,
    /// Of a sitemap only what begins so: the URL's path, or the whole URL where this begins with `http`. Empty for all.
    pub prefix: String,
    /// Of a sitemap only what was modified on this day or later, as the file writes its days. What has no day is then
    /// left out.
    pub since: Option<jiff::civil::Date>,
}

/// What a file has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What it is.
    pub kind: Kind,
    /// Its batches that have lines; none where it is refused.
    pub batches: Vec<Imported>,
    /// What is wrong with it, in the order of finding: the first [`MOST_PROBLEMS`]. A refusal is always among them.
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: usize,
    /// The columns of a table: the cells of its header, or as many empty texts.
    pub columns: Vec<String>,
    /// The column that was chosen or guessed, from 0.
    pub column: Option<usize>,
    /// Whether a table's first row was taken as a header.
    pub has_header: bool,
    /// The caller reference of a file of the AWS CLI. It may be shown, and is never to be sent again: with it
    /// CloudFront would give back the first invalidation and clear nothing (API, `InvalidationBatch`).
    pub caller_reference: Option<String>,
    /// How many lines, rows, `<url>`s, `<sitemap>`s or batches it has, before filtering and whatever is wrong with them.
    pub entries: usize,
    /// The sitemaps that an index names and that were asked for, the first [`MOST_SITEMAPS`].
    pub sitemaps: Vec<String>,
    /// How many those are.
    pub sitemap_count: usize,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Saved batches, in the app's own form.
    Batches,
    /// A batch file of the AWS CLI.
    Cli,
    /// A list: a path, a tag or a URL a line.
    Text,
    /// A table (RFC 4180, and with semicolons or tabs).
    Csv,
    /// A sitemap (sitemaps.org).
    Sitemap,
    /// A sitemap that only names others.
    SitemapIndex,
    /// It was refused before it was known what it is.
    Unreadable,
}

/// A batch that comes in, or goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Its name, in one line of at most [`LONGEST_NAME`] characters; may be empty where neither the file nor the person
    /// gave one.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its lines, as those of a [template](domain::template): a brace that is meant as itself is there twice.
    pub lines: Vec<String>,
    /// Its variables. Names are the file's; there may be some that no line uses, and lines may use others.
    pub variables: Vec<Variable>,
    /// Where it is mostly run.
    pub targets: Vec<ImportedTarget>,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// Its labels, as [`tidy_labels`](domain::marks::tidy_labels) gives them.
    pub labels: Vec<String>,
    /// Its colour.
    pub colour: Colour,
}

/// Where a batch that comes in, or goes out, is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedTarget {
    /// The name of the connection, where the file has one.
    pub connection: Option<String>,
    /// The target.
    pub target: Target,
}

/// Something wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the unpacked file, from 1, where it is known.
    pub line: Option<u32>,
    /// The column, in characters from 1, where it is known.
    pub column: Option<u32>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The part that is meant, or, with [`ProblemKind::BadJson`], what the parser says: at most 80 characters.
    pub subject: String,
}

/// What can be wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It has more than [`MOST_BYTES`], packed or unpacked.
    TooLarge,
    /// It is no UTF-8.
    NotUtf8,
    /// It is UTF-16.
    Utf16,
    /// There is a byte 0 in it, which no text has.
    HasNul,
    /// It begins as gzip does, and cannot be unpacked.
    BadGzip,
    /// It is no JSON, or not as its format has it.
    BadJson,
    /// It is JSON, and in no format that is known.
    UnknownJson,
    /// It is in the app's own form, of a version that comes later.
    NewerVersion,
    /// It is no XML.
    BadXml,
    /// It is XML with a DOCTYPE, which could define entities; a sitemap has none.
    HasDoctype,
    /// It is XML, and no sitemap.
    NotASitemap,
    /// It is nested deeper than any file of its kind.
    TooDeep,
    /// It is a table with a quote that nothing closes, or with more than [`MOST_COLUMNS`].
    BadCsv,
    /// There is nothing in it.
    Empty,
    /// A batch has more than [`MOST_LINES`], or the file more than [`MOST_ENTRIES`].
    TooManyLines,
    /// There are more than [`MOST_BATCHES`].
    TooManyBatches,

    /// The CLI's `Quantity`, which is the subject, is not the number of its items. The items are taken.
    QuantityMismatch,
    /// A batch, whose name is the subject, has no lines, and is left out.
    NoPaths,
    /// A line is no template or has a line break in it, or a variable cannot be what it says. It is left out.
    BadTemplate,
    /// No column has paths or URLs in it, or there is none of the chosen number.
    NoColumn,
    /// A `<loc>` is no http or https URL, or there is none. It is left out.
    BadLoc,
    /// A line has more than [`LONGEST_LINE`]. It is left out.
    LongLine,
}

impl ProblemKind {
    /// Whether nothing of the file is taken.
    pub fn is_refusal(self) -> bool {
        !matches!(
            self,
            Self::QuantityMismatch | Self::NoPaths | Self::BadTemplate | Self::NoColumn | Self::BadLoc | Self::LongLine
        )
    }
}

/// Reads a file. It may be packed with gzip.
///
/// `file_name` is its name, empty for pasted text; a batch that carries no name gets it, without its ending. All that is
/// wrong is in [`Import::problems`]: there is no other error.
pub fn read(file_name: &str, bytes: &[u8], options: &Options) -> Import {
    let text = match bytes::text(bytes) {
        Ok(text) => text,
        Err(problem) => return Import::new(Kind::Unreadable).refused(problem),
    };
    let name = FileName::new(file_name);
    // No path, tag or URL begins with any of these brackets, so a list cannot be taken for another kind.
    match (name.ending.as_str(), text.trim_start().chars().next()) {
        (_, None) => Import::new(Kind::Unreadable).refused(Problem::new(ProblemKind::Empty, "")),
        ("csv" | "tsv", _) => csv::read(&text, &name.ending, name.or_given(options), options),
        ("json", _) | (_, Some('{' | '[')) => json::read(&text, &name, options),
        ("xml", _) | (_, Some('<')) => sitemap::read(&text, name.or_given(options), options),
        _ => text::read(&text, name.or_given(options)),
    }
}

/// What a file's name tells.
struct FileName {
    /// What stands before its ending, without the `invbatch-` that the CLI's files begin with by custom.
    stem: String,
    /// Its ending in small letters, without the `gz` of a packed file; may be empty.
    ending: String,
}

impl FileName {
    fn new(name: &str) -> Self {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let (stem, ending) = match split(name) {
            (packed, ending) if ending == "gz" => split(packed),
            whole => whole,
        };
        Self { stem: one_line(stem.strip_prefix("invbatch-").unwrap_or(stem)), ending }
    }

    /// The name of a batch that carries none.
    fn or_given(&self, options: &Options) -> String {
        let given = one_line(&options.name);
        if given.is_empty() { self.stem.clone() } else { given }
    }
}

/// A name and its ending.
fn split(name: &str) -> (&str, String) {
    name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, ending.to_ascii_lowercase()))
}

/// A name as a batch can have it.
fn one_line(name: &str) -> String {
    let name: String = name.trim().chars().take(LONGEST_NAME).map(|c| if c.is_control() { ' ' } else { c }).collect();
    name.trim().to_owned()
}

/// Why a line cannot be one of a batch.
fn fault_of(line: &str) -> Option<ProblemKind> {
    if line.len() > LONGEST_LINE && line.chars().nth(LONGEST_LINE).is_some() {
        Some(ProblemKind::LongLine)
    } else if line.contains(['\n', '\r', '\0']) {
        // It would be two lines in an editor, and a second one that nobody saw could be `/*`.
        Some(ProblemKind::BadTemplate)
    } else {
        None
    }
}

impl Import {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            batches: Vec::new(),
            problems: Vec::new(),
            problem_count: 0,
            columns: Vec::new(),
            column: None,
            has_header: false,
            caller_reference: None,
            entries: 0,
            sitemaps: Vec::new(),
            sitemap_count: 0,
        }
    }

    fn tell(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// The same, with nothing in it that could be taken.
    fn refused(mut self, problem: Problem) -> Self {
        self.batches.clear();
        self.sitemaps.clear();
        self.sitemap_count = 0;
        // Why it is refused is not to be among those that are only counted.
        self.problems.truncate(MOST_PROBLEMS - 1);
        self.problem_count += 1;
        self.problems.push(problem);
        self
    }

    /// Takes a batch, if there is a line in it.
    fn add(&mut self, batch: Imported, place: Option<(u32, u32)>) {
        if batch.lines.is_empty() {
            self.tell(Problem::new(ProblemKind::NoPaths, &batch.name).at(place));
        } else {
            self.batches.push(batch);
        }
    }

    /// Whether nothing of it is taken.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind.is_refusal())
    }
}

impl Problem {
    fn new(kind: ProblemKind, subject: &str) -> Self {
        Self { line: None, column: None, kind, subject: subject.chars().take(80).collect() }
    }

    fn at(self, place: Option<(u32, u32)>) -> Self {
        Self { line: place.map(|(line, _)| line), column: place.map(|(_, column)| column), ..self }
    }
}

#[cfg(test)]
mod tests;
