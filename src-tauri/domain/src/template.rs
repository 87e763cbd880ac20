//! Lines with variables in them: `/{locale}/news/{slug}*`.
//!
//! A variable is a name in braces; a brace that is meant as itself is written twice. What a value brings in is text like
//! any other, and is checked with the line it stands in, after it was filled in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The most lines that a template may make: as many as a person would paste.
pub const MOST_LINES: usize = 100_000;

/// A variable, as the person who runs the batch meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// Its name, as it stands in braces.
    pub name: String,
    /// What to put there.
    pub hint: String,
    /// What it takes.
    pub kind: VariableKind,
    /// What stands there to begin with: one value, several where many may be chosen, or none.
    pub default: Vec<String>,
}

/// What a variable takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum VariableKind {
    /// Any text of one line.
    Text,
    /// One of a list.
    OneOf {
        /// The list.
        choices: Vec<String>,
    },
    /// Any of a list: a line is made for each.
    ManyOf {
        /// The list.
        choices: Vec<String>,
    },
    /// A day, as `2026-11-25`.
    Date,
}

/// The values of a run: by variable, one or, where many may be chosen, several.
pub type Values = BTreeMap<String, Vec<String>>;

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong there.
    pub kind: ProblemKind,
    /// The part of the line that is meant.
    pub subject: String,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A brace opens and none closes it.
    OpenBrace,
    /// A brace closes and none opened it.
    CloseBrace,
    /// What stands in braces is no name.
    BadName,
}

/// Why a template could not be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfilled {
    /// A line is not what it should be.
    Problem(Problem),
    /// These variables have no value, or one that is no single line.
    Missing(Vec<String>),
    /// It would make more than [`MOST_LINES`].
    TooMany,
}

/// The text and the variables of a template's lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    lines: Vec<Vec<Piece>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Variable(String),
}

impl Template {
    /// Reads the lines of a text. Empty ones are kept: they are no harm, and numbers stay what a person sees.
    ///
    /// # Errors
    /// The first [`Problem`].
    pub fn read(text: &str) -> Result<Self, Problem> {
        let lines = text.lines().zip(1..).map(|(line, number)| read_line(line, number));
        Ok(Self { lines: lines.collect::<Result<_, _>>()? })
    }

    /// The names of its variables, in the order of their first use.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for piece in self.lines.iter().flatten() {
            if let Piece::Variable(name) = piece
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        }
        names
    }

    /// How many lines it has that are not empty.
    pub fn len(&self) -> usize {
        self.lines.iter().filter(|line| !line.is_empty()).count()
    }

    /// Whether every line is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lines with their values in them. A line with variables that have several values becomes one for each
    /// combination; the first variable's values change last, as in counting.
    ///
    /// # Errors
    /// [`Unfilled::Missing`] and [`Unfilled::TooMany`].
    pub fn fill(&self, values: &Values) -> Result<Vec<String>, Unfilled> {
        let is_good = |name: &str| {
            values.get(name).is_some_and(|values| !values.is_empty() && values.iter().all(|value| is_one_line(value)))
        };
        let missing: Vec<String> = self.names().into_iter().filter(|name| !is_good(name)).map(str::to_owned).collect();
        if !missing.is_empty() {
            return Err(Unfilled::Missing(missing));
        }
        let mut filled = Vec::new();
        for line in &self.lines {
            let mut made = vec![String::new()];
            let mut chosen: Vec<BTreeMap<&str, &str>> = vec![BTreeMap::new()];
            for piece in line {
                match piece {
                    Piece::Text(text) => made.iter_mut().for_each(|line| line.push_str(text)),
                    Piece::Variable(name) => {
                        let choices = values.get(name).map(Vec::as_slice).unwrap_or_default();
                        (made, chosen) = put(made, chosen, name, choices);
                    }
                }
                if filled.len() + made.len() > MOST_LINES {
                    return Err(Unfilled::TooMany);
                }
            }
            filled.extend(made);
        }
        Ok(filled)
    }
}

/// Puts a variable's values at the end of each line; where it stands in the line for a second time, the same again.
fn put<'v>(
    made: Vec<String>,
    chosen: Vec<BTreeMap<&'v str, &'v str>>,
    name: &'v str,
    choices: &'v [String],
) -> (Vec<String>, Vec<BTreeMap<&'v str, &'v str>>) {
    let mut lines = Vec::new();
    let mut all = Vec::new();
    for (line, already) in made.into_iter().zip(chosen) {
        let again = already.get(name).copied();
        for choice in choices.iter().map(String::as_str).filter(|choice| again.is_none_or(|again| again == *choice)) {
            let mut chosen = already.clone();
            chosen.insert(name, choice);
            lines.push(format!("{line}{choice}"));
            all.push(chosen);
        }
    }
    (lines, all)
}

fn is_one_line(value: &str) -> bool {
    !value.is_empty() && !value.contains(['\n', '\r'])
}

/// A line as it is written so that it is taken as it stands: braces twice.
pub fn escape(line: &str) -> String {
    line.replace('{', "{{").replace('}', "}}")
}

fn read_line(line: &str, number: u32) -> Result<Vec<Piece>, Problem> {
    let problem = |kind, subject: &str| Problem { line: number, kind, subject: subject.chars().take(80).collect() };
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let from = &rest[at..];
        if let Some(after) = from.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else if let Some(after) = from.strip_prefix('{') {
            let (name, after) = after.split_once('}').ok_or_else(|| problem(ProblemKind::OpenBrace, from))?;
            if !is_name(name) {
                return Err(problem(ProblemKind::BadName, name));
            }
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Variable(name.to_owned()));
            rest = after;
        } else {
            return Err(problem(ProblemKind::CloseBrace, from));
        }
    }
    text.push_str(rest);
    if !text.trim().is_empty() || (!text.is_empty() && !pieces.is_empty()) {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(pairs: &[(&str, &[&str])]) -> Values {
        let texts = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        pairs.iter().map(|(name, values)| ((*name).to_owned(), texts(values))).collect()
    }

    fn read(text: &str) -> Template {
        Template::read(text).expect("a template")
    }

    #[test]
    fn variables_are_found_in_the_order_of_their_first_use() {
        let template = read("/{locale}/news/{slug}*\n/{slug}/{locale}\n/plain");
        assert_eq!(template.names(), ["locale", "slug"]);
        assert_eq!(template.len(), 3);
    }

    #[test]
    fn several_values_make_a_line_for_each_combination() {
        let filled = read("/{locale}/{page}\n/all").fill(&values(&[("locale", &["de", "fr"]), ("page", &["a", "b"])]));
        assert_eq!(filled, Ok(["/de/a", "/de/b", "/fr/a", "/fr/b", "/all"].map(str::to_owned).into()));
    }

    #[test]
    fn a_variable_that_stands_twice_in_a_line_is_the_same_both_times() {
        let filled = read("/{l}/x/{l}").fill(&values(&[("l", &["de", "fr"])]));
        assert_eq!(filled, Ok(["/de/x/de", "/fr/x/fr"].map(str::to_owned).into()));
    }

    #[test]
    fn braces_that_are_meant_as_themselves_are_written_twice() {
        assert_eq!(read("/a{{b}}c").fill(&Values::new()), Ok(vec!["/a{b}c".to_owned()]));
        assert!(read("/a{{b}}c").names().is_empty());
    }

    #[test]
    fn what_is_no_template_is_told_by_its_line() {
        for (text, line, kind, subject) in [
            ("/ok\n/{open", 2, ProblemKind::OpenBrace, "{open"),
            ("/close}", 1, ProblemKind::CloseBrace, "}"),
            ("/{a b}", 1, ProblemKind::BadName, "a b"),
            ("/{}", 1, ProblemKind::BadName, ""),
            ("/{1st}", 1, ProblemKind::BadName, "1st"),
        ] {
            assert_eq!(Template::read(text), Err(Problem { line, kind, subject: subject.to_owned() }), "{text}");
        }
    }

    #[test]
    fn what_has_no_value_is_named() {
        let missing = |pairs: &[(&str, &[&str])]| read("/{a}/{b}").fill(&values(pairs));
        assert_eq!(missing(&[("a", &["x"])]), Err(Unfilled::Missing(vec!["b".to_owned()])));
        assert_eq!(missing(&[("a", &["x"]), ("b", &[""])]), Err(Unfilled::Missing(vec!["b".to_owned()])));
        assert_eq!(missing(&[("a", &["x"]), ("b", &["y\n/*"])]), Err(Unfilled::Missing(vec!["b".to_owned()])));
    }

    #[test]
    fn more_lines_than_anybody_pastes_are_refused_before_they_are_made() {
        let many: Vec<String> = (0..1_000).map(|n| n.to_string()).collect();
        let values = Values::from([("a".to_owned(), many.clone()), ("b".to_owned(), many)]);
        assert_eq!(read("/{a}/{b}").fill(&values), Err(Unfilled::TooMany));
    }

    proptest! {
        #[test]
        fn an_escaped_text_stands_for_itself(line in "[^\r\n]{0,40}") {
            let template = read(&escape(&line));
            let filled = template.fill(&Values::new()).expect("nothing is missing");
            let expected = if line.trim().is_empty() { String::new() } else { line };
            prop_assert_eq!(filled.concat(), expected);
        }

        #[test]
        fn nothing_makes_it_panic(text in any::<String>()) {
            let _ = Template::read(&text);
        }

        #[test]
        fn as_many_lines_come_out_as_there_are_combinations(a in 1usize..6, b in 1usize..6) {
            let names = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>();
            let values = Values::from([("a".to_owned(), names(a)), ("b".to_owned(), names(b))]);
            let filled = read("/{a}/{b}\n/{a}\n/c").fill(&values).expect("filled");
            prop_assert_eq!(filled.len(), a * b + a + 1);
        }
    }
}
