//! How long the checks take for what people paste before a relaunch, beside `sort -u` on the same lines.
//!
//! `sort -u` does far less with a line, but it is what one would reach for to get rid of repeats, it is fast, and it is
//! everywhere; so the ratio says something on any machine. Prints medians of five, and how they grow.
//!
//! Then the same for all that is live under the editor: from the text to the findings, the suggestions beside what the
//! account has cleared before, the wide wildcards and the price.

#![allow(clippy::print_stdout)]

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};

use bench::{Row, Unit};
use domain::cheaper::{Facts, suggest};
use domain::checks::{Known, check};
use domain::cost::{RunCost, Tariff, Used};
use domain::{Behavior, History, HostPattern, QueryStrings, wide};

const LINES: usize = 100_000;
const MANY_LINES: usize = 1_000_000;
const KNOWN_PATHS: usize = 20_000;
const TIMES: usize = bench::RUNS;

fn main() -> std::io::Result<()> {
    let known = known();
    for (name, text_of) in [("checks", typical as fn(usize) -> String), ("checks, suggestions and price", relaunch)] {
        let measured = |lines: usize| -> std::io::Result<(f64, f64)> {
            let text = text_of(lines);
            let history = history(&text, lines);
            let work = || match name {
                "checks" => median(|| check(black_box(&text), &known)),
                _ => median(|| live(&text, &known, &history)),
            };
            Ok((work(), median_sort(&text)?))
        };
        let (ours, theirs) = measured(LINES)?;
        let (grown, theirs_grown) = measured(MANY_LINES)?;
        let row = |name: &str, ours, theirs, note: &str| {
            Row { name, ours, peer: "LC_ALL=C sort -u", theirs, unit: Unit::Seconds, goal: Some(1.0), note }.print();
        };
        row(&format!("{name} of 100,000 lines"), ours, theirs, "");
        let growth = format!("grown {:.1} times, sort {:.1} times", grown / ours, theirs_grown / theirs);
        row(&format!("{name} of 1,000,000 lines"), grown, theirs_grown, &growth);
    }

    for (name, line) in WORST {
        let text = repeated(LINES, line);
        let time = median(|| check(black_box(&text), &known));
        let half = repeated(LINES / 2, line);
        let half = median(|| check(black_box(&half), &known));
        println!("100,000 {name}: {} ms, growth {:.1} for twice the lines", ms(time), time / half);
    }
    Ok(())
}

/// Lines as a sitemap, a spreadsheet and an editor give them: mostly paths and URLs of files, some to be encoded, some
/// repeated, some tags and a few wildcards; about 5 MB.
fn typical(lines: usize) -> String {
    let mut text = String::with_capacity(lines * 56);
    for n in 0..lines {
        let _ = match n % 50 {
            0..25 => writeln!(text, "/products/category-{}/article-{n}/index.html", n % 400),
            25..38 => writeln!(text, "https://www.example.com/assets/images/{}/picture-{n}.jpg", n % 90),
            38..41 => writeln!(text, "blog/2026/{}/a story of {n}.html", n % 12 + 1),
            41..43 => writeln!(text, "/städte/straße-{n}.html"),
            43..45 => writeln!(text, "/static/app-{n}.css?v={n}"),
            45..47 => writeln!(text, "/products/category-{}/article-{}/index.html", n / 50 * 50 % 400, n / 50 * 50),
            47 => writeln!(text, "/campaigns/spring-{n}"),
            48 => writeln!(text, "#product:{n}"),
            _ if n % 10_000 == 49 => writeln!(text, "/archive/{n}/*"),
            _ => writeln!(text, "  /downloads/manual-{n}.pdf  "),
        };
    }
    text
}

/// All that is live under the editor.
fn live(text: &str, known: &Known, history: &History) -> impl Sized + use<> {
    let report = check(black_box(text), known);
    let facts = Facts { history: Some(history), cache_tag_header: Some("Cache-Tag") };
    let suggestions = suggest(&report.items, &facts);
    let wide = wide(&report.items, Some(history));
    let used = Used { items: 700, is_complete: false };
    let price = RunCost::of(&Tariff::in_partition("aws"), report.items.len() as u64, used);
    (report, suggestions, wide, price)
}

/// Paths as they are pasted before a relaunch, in no order: a few hundred directories of mixed depth, one file in ten
/// with a query string, some directories with and without their slash, a few tags and wildcards, one repeat in a
/// hundred.
fn relaunch(lines: usize) -> String {
    let sections = ["/shop", "/en/shop", "/de/produkte", "/blog", "/assets/images", "/docs/guide/reference", "/media"];
    let directory = |n: usize| {
        let section = sections[n % sections.len()];
        let below = n / sections.len();
        match n % 3 {
            0 => format!("{section}/category-{below}"),
            1 => format!("{section}/category-{}/range-{below}", below % 9),
            _ => format!("{section}/{}/{}/archive-{below}", 2015 + below % 12, below % 12 + 1),
        }
    };
    let directories: Vec<String> = (0..350).map(directory).collect();
    let mut text = String::with_capacity(lines * 60);
    // A full period's walk (Knuth's constants), so that neighbours are seldom in the same directory.
    let mut chance = 1_usize;
    for n in 0..lines {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let directory = &directories[(chance >> 33) % directories.len()];
        let _ = match n % 100 {
            0..10 => writeln!(text, "{directory}/list-{}.html?page={n}", n / 1_000),
            10..12 => writeln!(text, "{directory}/item-{}", n / 100),
            12..14 => writeln!(text, "{directory}/item-{}/", n / 100),
            14 => writeln!(text, "#product-{n}"),
            15 if n % 10_000 == 15 => writeln!(text, "{directory}/old-{n}/*"),
            // Again what one of the last hundred said.
            99 => {
                let said = text.lines().nth_back(50).unwrap_or_default().to_owned();
                writeln!(text, "{said}")
            }
            _ => writeln!(text, "{directory}/article-about-something-{n}.html"),
        };
    }
    text
}

/// What the account has cleared before: half of it in this text, half of it beside.
fn history(text: &str, lines: usize) -> History {
    let some: Vec<&str> = text.lines().step_by(lines / (KNOWN_PATHS / 2)).collect();
    let beside = some.iter().map(|path| format!("{path}-before"));
    History::of(some.iter().map(|&path| path.to_owned()).chain(beside))
}

type Line = fn(usize) -> String;

/// What makes the most work, in one way each.
const WORST: [(&str, Line); 4] = [
    ("wildcards", |n| format!("/some/directory/of/many/{n}/*")),
    ("nested wildcards", |n| format!("/{}{n}*", "a/".repeat(n % 300))),
    ("lines with several findings", |n| format!(" dir{n}\\%41/../é\u{200b} ")),
    ("hosts", |n| format!("https://münchen-{n}.example.com/x.html")),
];

fn repeated(lines: usize, line: Line) -> String {
    (0..lines).map(|n| line(n) + "\n").collect()
}

fn known() -> Known {
    let behavior = |pattern: &str, query_strings| Behavior {
        path_pattern: pattern.to_owned(),
        cache_policy: None,
        query_strings,
        ttl: None,
    };
    Known {
        hosts: Some(vec![HostPattern::new("d111111abcdef8.cloudfront.net"), HostPattern::new("www.example.com")]),
        default_root_object: Some(Some("index.html".to_owned())),
        cache_tags: Some(true),
        behaviors: Some(vec![behavior("/static/*", QueryStrings::None), behavior("*", QueryStrings::All)]),
        ..Known::default()
    }
}

fn median_sort(text: &str) -> std::io::Result<f64> {
    let file = std::env::temp_dir().join(format!("housekeeper-checks-{}.txt", std::process::id()));
    fs::write(&file, text)?;
    let mut ended = Ok(());
    let time = median(|| {
        let sort = Command::new("sort").arg("-u").arg(&file).env("LC_ALL", "C").stdout(Stdio::null()).status();
        match sort {
            Ok(status) if status.success() => {}
            Ok(status) => ended = Err(std::io::Error::other(format!("sort ended with {status}"))),
            Err(error) => ended = Err(error),
        }
    });
    fs::remove_file(&file)?;
    ended.map(|()| time)
}

/// The median time until there is an answer, in seconds.
fn median<T>(mut work: impl FnMut() -> T) -> f64 {
    bench::median((0..TIMES).map(|_| bench::seconds(&mut work)))
}

fn ms(time: f64) -> String {
    format!("{:.1}", time * 1_000.0)
}
