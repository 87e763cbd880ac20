//! Tables: RFC 4180, and what spreadsheets write with semicolons or tabs.

use csv::{Reader, ReaderBuilder, StringRecord};
use domain::template::escape;

use super::{Import, Imported, Kind, MOST_COLUMNS, MOST_ENTRIES, MOST_LINES, Options, Problem, ProblemKind, fault_of};

/// What may part cells. The first is RFC 4180's; a spreadsheet writes semicolons where a comma is the decimal point.
const DELIMITERS: [u8; 3] = *b",;\t";

/// How many rows tell which delimiter it is.
const ROWS_FOR_DELIMITER: usize = 100;

/// How many rows tell which column has the paths.
const ROWS_FOR_COLUMN: usize = 1_000;

/// The longest title of a column that is told, in characters.
const LONGEST_TITLE: usize = 80;

/// Reads a table. `ending` is that of its name: `tsv` has tabs.
pub(super) fn read(text: &str, ending: &str, name: String, options: &Options) -> Import {
    let mut import = Import::new(Kind::Csv);
    // Before anything is read: a row's cells are kept all at once.
    let too_wide = |line: &str| DELIMITERS.iter().any(|delimiter| count(line, *delimiter) >= MOST_COLUMNS);
    if let Some((_, number)) = text.split('\n').zip(1..).find(|(line, _)| too_wide(line)) {
        return import.refused(Problem::new(ProblemKind::BadCsv, "").at(Some((number, 1))));
    }
    let delimiter = if ending == "tsv" { b'\t' } else { guess_delimiter(text) };
    let sample = Sample::read(text, delimiter);
    import.columns = vec![String::new(); sample.paths.len()];
    import.column = options.column.filter(|column| *column < sample.paths.len());
    if options.column.is_none() {
        import.column = sample.guess_column();
    }
    let Some(column) = import.column else {
        import.has_header = options.has_header.unwrap_or(false);
        if import.has_header {
            import.columns = sample.titles();
        }
        import.tell(Problem::new(ProblemKind::NoColumn, ""));
        return import;
    };
    let first = sample.first.get(column).unwrap_or_default();
    import.has_header = options.has_header.unwrap_or_else(|| !is_address(first) && !first.starts_with('#'));
    if import.has_header {
        import.columns = sample.titles();
    }
    take(import, text, delimiter, column, name)
}

/// Takes the cells of a column.
fn take(mut import: Import, text: &str, delimiter: u8, column: usize, name: String) -> Import {
    let mut lines = Vec::new();
    let mut rows = reader(text, delimiter);
    let mut row = StringRecord::new();
    let mut skip = import.has_header;
    loop {
        let last_began = row.position().map_or(0, csv::Position::byte);
        match rows.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => {
                let begins = usize::try_from(last_began).unwrap_or(usize::MAX);
                return end(import, text.get(begins..).unwrap_or_default(), delimiter, lines, name);
            }
            Err(error) => return import.refused(Problem::new(ProblemKind::BadCsv, &error.to_string())),
        }
        if std::mem::take(&mut skip) {
            continue;
        }
        import.entries += 1;
        if import.entries > MOST_ENTRIES {
            return import.refused(Problem::new(ProblemKind::TooManyLines, ""));
        }
        let cell = row.get(column).unwrap_or_default();
        if cell.trim().is_empty() {
            continue;
        }
        match fault_of(cell) {
            Some(kind) => {
                let line = row.position().map(|position| u32::try_from(position.line()).unwrap_or(u32::MAX));
                import.tell(Problem { line, ..Problem::new(kind, cell) });
            }
            None if lines.len() <= MOST_LINES => lines.push(escape(cell)),
            None => {}
        }
    }
}

/// What is to be said when all rows were read; `last` is the last of them, as it is written.
fn end(mut import: Import, last: &str, delimiter: u8, lines: Vec<String>, name: String) -> Import {
    if is_open(last, delimiter) {
        return import.refused(Problem::new(ProblemKind::BadCsv, last));
    }
    if lines.len() > MOST_LINES {
        let count = import.entries.to_string();
        return import.refused(Problem::new(ProblemKind::TooManyLines, &count));
    }
    import.add(Imported { name, lines, ..Imported::default() }, None);
    import
}

/// Whether a quote opens in a row and none closes it: the reader takes the rest of the file for that cell.
fn is_open(row: &str, delimiter: u8) -> bool {
    let delimiter = char::from(delimiter);
    let opens = row.trim_start().starts_with('"') || row.contains(&format!("{delimiter}\""));
    opens && count(row, b'"') % 2 == 1
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn count(text: &str, byte: u8) -> usize {
    text.bytes().filter(|other| *other == byte).count()
}

/// The delimiter by which most rows have as many cells as the first, and more than one. Of two such, as where prices have
/// a decimal comma, it is the one that leaves no other within the most addresses.
fn guess_delimiter(text: &str) -> u8 {
    let alike = |delimiter: u8| {
        let mut rows = reader(text, delimiter);
        let mut row = StringRecord::new();
        let (mut width, mut alike, mut clean) = (0, 0, 0);
        for _ in 0..ROWS_FOR_DELIMITER {
            if !rows.read_record(&mut row).unwrap_or(false) {
                break;
            }
            width = if width == 0 { row.len() } else { width };
            alike += usize::from(width > 1 && row.len() == width);
            clean += row.iter().filter(|cell| is_address(cell) && !cell.contains(DELIMITERS.map(char::from))).count();
        }
        (alike, clean, width)
    };
    let mut best = (DELIMITERS[0], (0, 0, 0));
    for delimiter in DELIMITERS {
        let alike = alike(delimiter);
        // Of two that are as good it is the one that stands first.
        if alike.0 > 0 && alike > best.1 {
            best = (delimiter, alike);
        }
    }
    best.0
}

/// Whether a cell begins as a path or a URL does.
fn is_address(cell: &str) -> bool {
    let begins = |with: &str| cell.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    cell.starts_with('/') || begins("http://") || begins("https://")
}

/// What the first rows of a table tell.
#[derive(Default)]
struct Sample {
    /// The first row.
    first: StringRecord,
    /// How many paths and URLs each column has.
    paths: Vec<usize>,
}

impl Sample {
    fn read(text: &str, delimiter: u8) -> Self {
        let mut sample = Self::default();
        let mut rows = reader(text, delimiter);
        let mut row = StringRecord::new();
        for number in 0..ROWS_FOR_COLUMN {
            if !rows.read_record(&mut row).unwrap_or(false) {
                break;
            }
            if number == 0 {
                sample.first = row.clone();
            }
            // A row over many lines can still be wider than the most.
            let width = row.len().min(MOST_COLUMNS).max(sample.paths.len());
            sample.paths.resize(width, 0);
            for (paths, cell) in sample.paths.iter_mut().zip(&row) {
                *paths += usize::from(is_address(cell));
            }
        }
        sample
    }

    /// The column with the most paths and URLs, the first of such; the only one needs none.
    fn guess_column(&self) -> Option<usize> {
        let most = self.paths.iter().copied().max()?;
        if most == 0 && self.paths.len() > 1 {
            return None;
        }
        self.paths.iter().position(|paths| *paths == most)
    }

    fn titles(&self) -> Vec<String> {
        let title = |column| self.first.get(column).unwrap_or_default().trim().chars().take(LONGEST_TITLE).collect();
        (0..self.paths.len()).map(title).collect()
    }
}
