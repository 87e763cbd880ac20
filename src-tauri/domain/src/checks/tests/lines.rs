//! What single lines become, and what is said of them.

use super::super::{LONGEST_EXCERPT, Rule::*, Severity};
use super::*;

/// Each line by itself: the line, what is sent, and every finding in order.
#[track_caller]
fn expect(line: &str, sent: &[&str], found: &[Rule]) {
    let report = checked(line);
    assert_eq!(items(&report), sent, "{line:?}");
    assert_eq!(rules(&report), found, "{line:?}: {:#?}", report.findings);
    assert!(report.findings.iter().all(|finding| finding.line == 1 && finding.severity == finding.rule.severity()));
}

#[test]
fn the_lines_that_people_type() {
    expect("index.html", &["/index.html"], &[SlashAdded]);
    expect(" /images/*  ", &["/images/*"], &[Trimmed]);
    expect("https://www.example.com/a b.html?x=1", &["/a%20b.html?x=1"], &[UrlReduced, Encoded]);
    expect("/café", &["/caf%C3%A9"], &[Encoded, MissingSlashTwin]);
    expect("/*.jpg", &[], &[WildcardInside]);
    expect("/a/../b", &["/a/../b"], &[DotSegments]);
    expect("/%7Euser", &["/%7Euser"], &[EncodedTilde]);
    expect("/x~y", &[], &[Tilde]);
    expect("#product:tv", &["#product:tv"], &[]);
    expect("#bad tag", &[], &[MalformedTag]);
    expect(&"x".repeat(5_000), &[], &[TooLong]);
    expect(&format!("/{}", "x".repeat(5_000)), &[], &[TooLong]);
    expect("\n", &[], &[EmptyLine]);
    expect("  \t ", &[], &[EmptyLine]);
}

#[test]
fn the_same_line_twice_is_sent_once() {
    let report = checked("/a.html\n/a.html");
    assert_eq!(items(&report), ["/a.html"]);
    assert_eq!(rules(&report), [DuplicateDropped]);
    let finding = only(&report, DuplicateDropped);
    assert_eq!((finding.line, finding.other_line, finding.severity), (2, Some(1), Severity::Adjusted));
}

#[test]
fn all_those_lines_together_keep_their_order_and_numbers() {
    let text = "index.html\n /images/*  \nhttps://www.example.com/a b.html?x=1\n/café\n/*.jpg\n/a/../b\n/%7Euser\n/x~y\n\
                #product:tv\n#bad tag\n\nindex.html\n";
    let report = checked(text);
    assert_eq!(
        items(&report),
        ["/index.html", "/images/*", "/a%20b.html?x=1", "/caf%C3%A9", "/a/../b", "/%7Euser", "#product:tv"]
    );
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.line, finding.rule)).collect();
    assert_eq!(
        found,
        [
            (1, SlashAdded),
            (2, Trimmed),
            (3, UrlReduced),
            (3, Encoded),
            (4, Encoded),
            (4, MissingSlashTwin),
            (5, WildcardInside),
            (6, DotSegments),
            (7, EncodedTilde),
            (8, Tilde),
            (10, MalformedTag),
            (11, EmptyLine),
            (12, DuplicateDropped),
        ]
    );
    assert!(report.has_errors());
}

#[test]
fn nothing_typed_is_nothing_found() {
    assert_eq!(checked(""), Report::default());
}

#[test]
fn every_adjustment_tells_the_final_form() {
    let report = checked("\u{feff} dir/é.html ");
    let told: Vec<_> = report.findings.iter().map(|finding| (finding.rule, finding.becomes.as_deref())).collect();
    let last = Some("/dir/%C3%A9.html");
    assert_eq!(told, [(Trimmed, last), (SlashAdded, last), (Encoded, last)]);
}

#[test]
fn duplicates_are_found_after_all_that_and_tags_without_case() {
    let report =
        checked("/a b.html\na%20b.html\nhttps://WWW.example.com:443/a b.html#top\n#Tag\n#tag\n/A.html\n/a.html");
    assert_eq!(items(&report), ["/a%20b.html", "#Tag", "/A.html", "/a.html"]);
    let found: Vec<_> =
        report.findings.iter().map(|finding| (finding.line, finding.rule, finding.other_line)).collect();
    assert_eq!(
        found,
        [
            (1, Encoded, None),
            (2, DuplicateDropped, Some(1)),
            (3, DuplicateDropped, Some(1)),
            (5, DuplicateDropped, Some(4)),
        ]
    );
}

#[test]
fn a_fragment_is_dropped_and_a_tag_is_none() {
    expect("/a.html#top", &["/a.html"], &[FragmentDropped]);
    expect("a.html#top", &["/a.html"], &[FragmentDropped, SlashAdded]);
    expect("/a.html #the start page", &["/a.html"], &[FragmentDropped]);
    expect("https://www.example.com/a.html#top", &["/a.html"], &[UrlReduced]);
    expect(" #tag", &["#tag"], &[Trimmed]);
    let report = checked("/a.html #top");
    assert_eq!(only(&report, FragmentDropped).subject, " #top");
}

#[test]
fn a_star_belongs_at_the_very_end() {
    expect("/images/*", &["/images/*"], &[]);
    expect("/x.html?v=*", &["/x.html?v=*"], &[]);
    expect("/images/**", &[], &[WildcardInside]);
    expect("/a*/b", &[], &[WildcardInside]);
    expect("/a*?x=1", &[], &[WildcardInside]);
    expect("*", &["/*"], &[SlashAdded, Everything]);
    let report = checked("/images/*.jpg");
    assert_eq!(only(&report, WildcardInside).subject, "*.jpg");
    assert_eq!(replacement(only(&report, WildcardInside)), Some(vec!["/images/*"]));
    assert_eq!(only(&checked("/*.jpg"), WildcardInside).fix, None, "nobody meant everything");
}

#[test]
fn a_path_has_at_most_4000_characters_once_it_is_encoded() {
    let path = |length: usize| format!("/{}.html", "x".repeat(length - 6));
    expect(&path(4_000), &[&path(4_000)], &[]);
    expect(&path(4_001), &[], &[TooLong]);
    expect(&path(4_000)[1..], &[&path(4_000)], &[SlashAdded]);
    let spaces = format!("/a{}.html", " ".repeat(1_400));
    expect(&spaces, &[], &[TooLong]);
    let report = checked(&path(5_000));
    assert_eq!(only(&report, TooLong).subject.chars().count(), LONGEST_EXCERPT);
}

#[test]
fn every_error_of_a_line_is_told_and_nothing_milder() {
    expect(" a~*\tb\u{200b}", &[], &[WildcardInside, ControlCharacter, Tilde]);
}

#[test]
fn control_characters_are_named_and_a_tab_parts_the_line() {
    let report = checked("/a.html\t/b.html\u{7}\n/c\u{85}d");
    let [tab, next_line] = &report.findings[..] else { panic!("{report:#?}") };
    assert_eq!((tab.rule, tab.subject.as_str()), (ControlCharacter, "U+0009"));
    assert_eq!(replacement(tab), Some(vec!["/a.html", "/b.html"]));
    assert_eq!((next_line.rule, next_line.subject.as_str()), (ControlCharacter, "U+0085"));
    assert_eq!(replacement(next_line), Some(vec!["/cd"]));
}

#[test]
fn a_tilde_gets_the_wildcard_that_ends_before_it() {
    assert_eq!(replacement(only(&checked("/x~y"), Tilde)), Some(vec!["/x*"]));
    assert_eq!(replacement(only(&checked("/a b/~c~d"), Tilde)), Some(vec!["/a%20b/*"]));
    assert_eq!(replacement(only(&checked("/a/%7Euser"), EncodedTilde)), Some(vec!["/a/*"]));
}

#[test]
fn characters_that_cannot_be_seen_are_named_and_taken_out() {
    let report = checked("/a\u{200b}b\u{a0}c.html");
    assert_eq!(items(&report), ["/a%E2%80%8Bb%C2%A0c.html"]);
    assert_eq!(rules(&report), [Encoded, InvisibleCharacter]);
    let finding = only(&report, InvisibleCharacter);
    assert_eq!(finding.subject, "U+200B");
    assert_eq!(replacement(finding), Some(vec!["/abc.html"]));
    assert_eq!(replacement(only(&checked("\u{200b}"), InvisibleCharacter)), Some(vec![]));
}

#[test]
fn a_backslash_may_have_been_meant_as_a_slash() {
    let report = checked(r"images\a.jpg");
    assert_eq!(items(&report), ["/images%5Ca.jpg"]);
    assert_eq!(rules(&report), [SlashAdded, Encoded, Backslash]);
    assert_eq!(replacement(only(&report, Backslash)), Some(vec!["/images/a.jpg"]));
    let report = checked(r"https:\\www.example.com\a.jpg");
    assert_eq!(replacement(only(&report, Backslash)), Some(vec!["/a.jpg"]));
}

#[test]
fn needless_escapes_are_told_and_decoded_where_that_is_safe() {
    let report = checked("/%41bout.html");
    assert_eq!(items(&report), ["/%41bout.html"]);
    assert_eq!(rules(&report), [NeedlessEscape]);
    assert_eq!(only(&report, NeedlessEscape).subject, "%41");
    assert_eq!(replacement(only(&report, NeedlessEscape)), Some(vec!["/About.html"]));
    assert_eq!(only(&checked("/a%2Fb.html"), NeedlessEscape).fix, None);
    expect("/caf%C3%A9.html", &["/caf%C3%A9.html"], &[]);
}

#[test]
fn dot_segments_are_kept_and_what_browsers_ask_for_is_offered() {
    let report = checked("/a/../b.html");
    assert_eq!(items(&report), ["/a/../b.html"]);
    assert_eq!(only(&report, DotSegments).subject, "..");
    assert_eq!(replacement(only(&report, DotSegments)), Some(vec!["/b.html"]));
    expect("/.well-known/x.json", &["/.well-known/x.json"], &[]);
}

#[test]
fn excerpts_are_short_and_fixes_are_whole() {
    let long = format!("/{}~", "é".repeat(300));
    let report = checked(&format!("{}\n{long}", "/a/".repeat(300)));
    assert!(report.findings.iter().all(|finding| finding.subject.chars().count() <= LONGEST_EXCERPT));
    assert_eq!(replacement(only(&report, Tilde)).unwrap()[0].len(), 2 + 6 * 300);
}
