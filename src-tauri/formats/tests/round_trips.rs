//! What goes out comes in again as it was, and nothing that comes in does harm.

use std::io::Write;

use domain::marks::{Colour, tidy_labels};
use domain::submission::Order;
use domain::template::{Variable, VariableKind, escape};
use domain::{Batch, CallerReference, DistributionId, Item, Target, TenantId};
use flate2::Compression;
use flate2::write::GzEncoder;
use formats::import::{Import, Imported, ImportedTarget, Kind, MOST_PROBLEMS, Options, read};
use formats::{export, invbatch};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A line that is no empty one, and that a list can hold: nothing that would begin JSON or XML in the first place.
const LINE: &str = "[/#h][^\\r\\n\\x00]{0,30}";

fn read_text(name: &str, text: &str) -> Import {
    read(name, text.as_bytes(), &Options::default())
}

fn escaped(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| escape(line)).collect()
}

fn texts(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(String::as_str)
}

prop_compose! {
    fn variable()(
        name in "[a-z_][a-z0-9_-]{0,8}",
        hint in any::<String>(),
        default in vec(any::<String>(), 0..3),
        choices in vec("[^\\r\\n]{1,5}", 1..4),
        which in 0..4,
    ) -> Variable {
        let kind = match which {
            0 => VariableKind::Text,
            1 => VariableKind::OneOf { choices },
            2 => VariableKind::ManyOf { choices },
            _ => VariableKind::Date,
        };
        Variable { name, hint, kind, default }
    }
}

prop_compose! {
    fn target()(connection in option::of(any::<String>()), id in "[A-Za-z0-9_]{1,20}", tenant: bool) -> ImportedTarget {
        let target = if tenant { Target::Tenant(TenantId::new(id)) } else { Target::Distribution(DistributionId::new(id)) };
        ImportedTarget { connection, target }
    }
}

prop_compose! {
    fn batch()(
        name in "[A-Za-z0-9üß][A-Za-z0-9 \"{}]{0,20}x",
        description in any::<String>(),
        lines in vec(LINE, 1..10),
        mut variables in vec(variable(), 0..4),
        targets in vec(target(), 0..4),
        favourite: bool,
        labels in vec("[a-zäöü][a-z ]{0,8}[a-z]", 0..4),
        colour in prop_oneof![Just(Colour::None), Just(Colour::Blue), Just(Colour::Grey)],
    ) -> Imported {
        variables.sort_by(|one, other| one.name.cmp(&other.name));
        variables.dedup_by(|one, other| one.name == other.name);
        let labels = tidy_labels(&labels).expect("short ones, and few");
        Imported { name, description, lines: escaped(&lines), variables, targets, favourite, labels, colour }
    }
}

proptest! {
    #[test]
    fn batches_come_in_as_they_went_out(batches in vec(batch(), 0..5)) {
        let import = read_text("f.json", &export::batches(&batches));
        prop_assert_eq!(import.kind, Kind::Batches);
        prop_assert_eq!(import.problems, []);
        prop_assert_eq!(import.batches, batches);
    }

    #[test]
    fn a_list_comes_in_as_it_went_out(lines in vec(LINE, 1..20)) {
        let import = read_text("f.txt", &export::text(texts(&lines)));
        prop_assert_eq!(import.problems, []);
        prop_assert_eq!(&import.batches[0].lines, &escaped(&lines));
    }

    #[test]
    fn a_table_comes_in_as_it_went_out(lines in vec("[^\\r\\n\\x00]{0,20}[^\\s\\x00]", 1..20)) {
        let import = read_text("f.csv", &export::csv(texts(&lines)));
        prop_assert_eq!(import.problems, []);
        prop_assert_eq!((import.has_header, import.entries), (true, lines.len()));
        prop_assert_eq!(&import.batches[0].lines, &escaped(&lines));
    }

    #[test]
    fn a_batch_file_of_the_cli_comes_in_as_it_went_out(lines in vec(LINE, 1..20)) {
        let order = Order {
            target: Target::Distribution(DistributionId::new("E1EXAMPLE12345")),
            reference: CallerReference::from_stored("Spring-sale-20261122T120000Z-000102fdfeff".to_owned()),
            batch: Batch::new(lines.iter().map(Item::as_sent).collect()).expect("items"),
        };
        let import = read_text(&invbatch::file_name(&order.reference), &invbatch::write(&order));
        prop_assert_eq!(import.problems, []);
        prop_assert_eq!(&import.batches[0].name, "Spring-sale");
        prop_assert_eq!(&import.batches[0].lines, &escaped(&lines));
    }
}

/// Files that are read, to be damaged.
const FILES: [(&str, &str); 5] = [
    ("f.json", include_str!("../fuzz/corpus/json/own.json")),
    ("f.json", include_str!("../fuzz/corpus/json/input.json")),
    ("f.csv", include_str!("../fuzz/corpus/csv/semicolons.csv")),
    ("f.txt", include_str!("../fuzz/corpus/text/paths.txt")),
    ("f.xml", include_str!("../fuzz/corpus/sitemap/sitemap.xml")),
];

const NAMES: [&str; 6] = ["", "f.json", "f.csv", "f.tsv", "f.xml", "f.txt.gz"];

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("to memory");
    encoder.finish().expect("to memory")
}

/// What is true of every import, whatever was read.
fn is_sound(import: &Import) -> bool {
    import.problems.len() == import.problem_count.min(MOST_PROBLEMS)
        && (!import.is_refused() || import.batches.is_empty())
        && import.batches.iter().all(|batch| {
            let text = batch.lines.join("\n");
            domain::template::Template::read(&text).is_ok_and(|template| template.len() == batch.lines.len())
        })
}

#[test]
fn the_files_that_are_damaged_below_are_good() {
    for (name, text) in FILES {
        let import = read_text(name, text);
        assert!(import.problems.is_empty() && !import.batches.is_empty(), "{name}: {:?}", import.problems);
        assert_eq!(read(name, &packed(text.as_bytes()), &Options::default()), import);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400), name in prop::sample::select(&NAMES)) {
        prop_assert!(is_sound(&read(name, &bytes, &Options::default())));
        prop_assert!(is_sound(&read(name, &[&[0x1f, 0x8b], &*bytes].concat(), &Options::default())));
        prop_assert!(is_sound(&read(name, &packed(&bytes), &Options::default())));
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "([<>&;#\"',{}\\[\\]:\\\\/\t\r\n a-c]|<url>|<loc>|<urlset>|http://|\\PC){0,60}",
        name in prop::sample::select(&NAMES),
        column in option::of(0_usize..4),
        has_header in option::of(any::<bool>()),
    ) {
        let options = Options { column, has_header, ..Options::default() };
        prop_assert!(is_sound(&read(name, text.as_bytes(), &options)));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(
        (name, text) in prop::sample::select(&FILES),
        cuts in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), vec(any::<u8>(), 0..3)), 1..4),
        pack: bool,
    ) {
        let mut bytes = if pack { packed(text.as_bytes()) } else { text.as_bytes().to_vec() };
        for (from, length, with) in cuts {
            let from = from.index(bytes.len().max(1)).min(bytes.len());
            let to = (from + length.index(8)).min(bytes.len());
            bytes.splice(from..to, with);
        }
        prop_assert!(is_sound(&read(name, &bytes, &Options::default())));
    }
}
