//! A list: a path, a tag or a URL a line, taken as it is.

use domain::template::escape;

use super::{Import, Imported, Kind, MOST_LINES, Problem, ProblemKind, fault_of};

/// Reads a list. A line ends with a line feed, a carriage return or both; empty ones are none.
pub(super) fn read(text: &str, name: String) -> Import {
    let mut import = Import::new(Kind::Text);
    let mut lines = Vec::new();
    for (line, number) in text.split('\n').zip(1..) {
        for line in line.split('\r').filter(|line| !line.trim().is_empty()) {
            import.entries += 1;
            match fault_of(line) {
                Some(kind) => import.tell(Problem::new(kind, line).at(Some((number, 1)))),
                // What is more than the most is counted, and not kept.
                None if lines.len() <= MOST_LINES => lines.push(escape(line)),
                None => {}
            }
        }
    }
    if lines.len() > MOST_LINES {
        let count = import.entries.to_string();
        return import.refused(Problem::new(ProblemKind::TooManyLines, &count));
    }
    import.add(Imported { name, lines, ..Imported::default() }, None);
    import
}
