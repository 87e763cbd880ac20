//! How long the checks take for what people paste before a relaunch, beside `sort -u` on the same lines.
//!
//! `sort -u` does far less with a line, but it is what one would reach for to get rid of repeats, it is fast, and it is
//! everywhere; so the ratio says something on any machine. Prints medians of five.

#![allow(clippy::print_stdout)]

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use domain::checks::{Known, check};
use domain::{Behavior, HostPattern, QueryStrings};

const LINES: usize = 100_000;
const MANY_LINES: usize = 1_000_000;
const TIMES: usize = 5;

fn main() -> std::io::Result<()> {
    let known = known();
    let text = typical(LINES);
    let ours = median(|| drop(black_box(check(black_box(&text), &known))));
    let peer = median_sort(&text)?;
    println!(
        "checks of 100,000 lines: ours {} ms, peer sort -u {} ms, ratio {:.2}",
        ms(ours),
        ms(peer),
        ratio(ours, peer)
    );

    let text = typical(MANY_LINES);
    let ours_grown = median(|| drop(black_box(check(black_box(&text), &known))));
    let peer_grown = median_sort(&text)?;
    println!(
        "checks of 1,000,000 lines: ours {} ms, peer sort -u {} ms, ratio {:.2}; growth ours {:.1}, peer {:.1}",
        ms(ours_grown),
        ms(peer_grown),
        ratio(ours_grown, peer_grown),
        ratio(ours_grown, ours),
        ratio(peer_grown, peer)
    );

    for (name, line) in WORST {
        let text = repeated(LINES, line);
        let time = median(|| drop(black_box(check(black_box(&text), &known))));
        let half = repeated(LINES / 2, line);
        let half = median(|| drop(black_box(check(black_box(&half), &known))));
        println!("100,000 {name}: {} ms, growth {:.1} for twice the lines", ms(time), ratio(time, half));
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

fn median_sort(text: &str) -> std::io::Result<Duration> {
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

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: [Duration; TIMES] = std::array::from_fn(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.sort();
    times[TIMES / 2]
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
