use super::*;

fn read_text(name: &str, text: &str) -> Import {
    read(name, text.as_bytes(), &Options::default())
}

fn problems(import: &Import) -> Vec<(ProblemKind, &str)> {
    import.problems.iter().map(|problem| (problem.kind, problem.subject.as_str())).collect()
}

fn lines(import: &Import) -> &[String] {
    import.batches.first().map(|batch| batch.lines.as_slice()).unwrap_or_default()
}

fn refusal(name: &str, text: &str) -> (Kind, ProblemKind, Option<u32>, Option<u32>) {
    let import = read_text(name, text);
    assert!(import.is_refused() && import.batches.is_empty(), "{text}: {import:?}");
    let problem = import.problems.last().expect("a refusal");
    (import.kind, problem.kind, problem.line, problem.column)
}

mod lists {
    use super::*;

    #[test]
    fn a_list_is_taken_as_it_is() {
        let import = read_text("spring.sale.txt", "/a\r\n\r\n  /b \n#tag\rhttps://example.com/{x}\n \n");
        assert_eq!(import.kind, Kind::Text);
        assert_eq!(lines(&import), ["/a", "  /b ", "#tag", "https://example.com/{{x}}"]);
        assert_eq!((import.entries, import.problem_count), (4, 0));
        assert_eq!(import.batches[0].name, "spring.sale");
    }

    #[test]
    fn a_name_that_was_given_wins() {
        let options = Options { name: " Mine ".to_owned(), ..Options::default() };
        assert_eq!(read("a.txt", b"/a", &options).batches[0].name, "Mine");
        assert_eq!(read_text("", "/a").batches[0].name, "");
        assert_eq!(read_text("C:\\x\\y.txt.gz", "/a").batches[0].name, "y");
    }

    #[test]
    fn what_is_too_long_is_left_out_and_told() {
        let long = format!("/{}", "ü".repeat(LONGEST_LINE));
        let import = read_text("", &format!("/a\n{long}\n/b"));
        assert_eq!(lines(&import), ["/a", "/b"]);
        assert_eq!((import.problems[0].kind, import.problems[0].line), (ProblemKind::LongLine, Some(2)));
        assert_eq!(import.problems[0].subject.chars().count(), 80);
    }

    #[test]
    fn more_lines_than_a_batch_has_are_refused() {
        let most = "/a\n".repeat(MOST_LINES);
        assert_eq!(lines(&read_text("", &most)).len(), MOST_LINES);
        assert_eq!(refusal("", &(most + "/a")).1, ProblemKind::TooManyLines);
        assert_eq!(refusal("", " \n\t\n").1, ProblemKind::Empty);
    }
}

mod tables {
    use super::*;

    #[test]
    fn the_column_and_the_header_are_guessed() {
        let import = read_text("report.csv", "Status,Address\r\n200,\"/a,b\"\r\n404,/c\r\n");
        assert_eq!((import.kind, import.column, import.has_header, import.entries), (Kind::Csv, Some(1), true, 2));
        assert_eq!(import.columns, ["Status", "Address"]);
        assert_eq!(lines(&import), ["/a,b", "/c"]);
    }

    #[test]
    fn semicolons_and_tabs_part_cells_too() {
        let import = read_text("r.csv", "https://example.com/a;1,5\nHTTPS://example.com/b;2,5\n");
        assert_eq!((import.column, import.has_header), (Some(0), false));
        assert_eq!(import.columns, ["", ""]);
        assert_eq!(lines(&import), ["https://example.com/a", "HTTPS://example.com/b"]);
        assert_eq!(lines(&read_text("r.tsv", "n\tp\n1\t/a,b;c\n")), ["/a,b;c"]);
        assert_eq!(lines(&read_text("r.csv", "n\tp\n1\t/a\n")), ["/a"]);
    }

    #[test]
    fn a_choice_is_no_guess() {
        let options = Options { column: Some(0), has_header: Some(true), ..Options::default() };
        let import = read("r.csv", b"/a,/b\n/c,/d\n", &options);
        assert_eq!(lines(&import), ["/c"]);
        assert_eq!(import.columns, ["/a", "/b"]);
        let import = read("r.csv", b"/a,/b\n", &Options { column: Some(2), ..Options::default() });
        assert_eq!(problems(&import), [(ProblemKind::NoColumn, "")]);
        assert_eq!((import.columns.len(), import.column), (2, None));
    }

    #[test]
    fn a_table_without_paths_asks_for_its_column() {
        let import = read_text("r.csv", "a,b\nc,d\n");
        assert_eq!(problems(&import), [(ProblemKind::NoColumn, "")]);
        assert!(import.batches.is_empty() && !import.is_refused());
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(refusal("r.csv", "/a\n\"/b\n/c\n").1, ProblemKind::BadCsv);
        assert_eq!(refusal("r.csv", &",".repeat(MOST_COLUMNS)).1, ProblemKind::BadCsv);
        assert_eq!(problems(&read_text("r.csv", "\"/a\n/*\"\n/b\n")), [(ProblemKind::BadTemplate, "/a\n/*")]);
    }
}

mod sitemaps {
    use super::*;

    const SITEMAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://example.com/image">
  <url><loc>https://example.com/news/1?a=1&amp;b=&#50;</loc><lastmod>2026-11-02</lastmod>
    <image:image><image:loc>https://example.com/i.png</image:loc></image:image></url>
  <url><lastmod>2026-10-31T23:00:00+01:00</lastmod><loc> https://example.com/news/2 </loc></url>
  <url><loc><![CDATA[https://example.com/old/{3}]]></loc></url>
  <url><loc>/relative</loc></url>
  <url/>
</urlset>"#;

    fn with(prefix: &str, since: Option<&str>) -> Vec<String> {
        let since = since.map(|day| day.parse().expect("a day"));
        let options = Options { prefix: prefix.to_owned(), since, ..Options::default() };
        lines(&read("sitemap.xml", SITEMAP.as_bytes(), &options)).to_vec()
    }

    #[test]
    fn every_url_is_a_line() {
        let import = read_text("sitemap.xml", SITEMAP);
        assert_eq!((import.kind, import.entries), (Kind::Sitemap, 5));
        assert_eq!(
            lines(&import),
            ["https://example.com/news/1?a=1&b=2", "https://example.com/news/2", "https://example.com/old/{{3}}"]
        );
        assert_eq!(problems(&import), [(ProblemKind::BadLoc, "/relative"), (ProblemKind::BadLoc, "")]);
        assert_eq!((import.problems[0].line, import.problems[0].column), (Some(7), Some(3)));
        assert_eq!(import.batches[0].name, "sitemap");
    }

    #[test]
    fn it_is_filtered_by_its_days_and_its_paths() {
        assert_eq!(with("/news/", None).len(), 2);
        assert_eq!(with("https://example.com/old", None), ["https://example.com/old/{{3}}"]);
        assert_eq!(with("", Some("2026-10-31")).len(), 2);
        assert_eq!(with("", Some("2026-11-01")), ["https://example.com/news/1?a=1&b=2"]);
        assert_eq!(with("/nothing", None), [""; 0]);
    }

    #[test]
    fn of_a_month_or_a_year_the_last_day_counts() {
        for (lastmod, since, is_kept) in [
            ("2026-11", "2026-11-30", true),
            ("2026-11", "2026-12-01", false),
            ("2026", "2026-12-31", true),
            ("soon", "2000-01-01", false),
        ] {
            let text = format!("<urlset><url><loc>http://a.b</loc><lastmod>{lastmod}</lastmod></url></urlset>");
            let options = Options { since: Some(since.parse().expect("a day")), ..Options::default() };
            assert_eq!(read("", text.as_bytes(), &options).batches.len(), usize::from(is_kept), "{lastmod}");
        }
    }

    #[test]
    fn an_index_names_sitemaps_and_has_no_batch() {
        let import = read_text(
            "",
            "<s:sitemapindex xmlns:s='x'><s:sitemap><s:loc>https://example.com/1.xml.gz</s:loc></s:sitemap>\
             </s:sitemapindex>",
        );
        assert_eq!((import.kind, import.entries, import.problem_count), (Kind::SitemapIndex, 1, 0));
        assert_eq!(import.sitemaps, ["https://example.com/1.xml.gz"]);
        assert!(import.batches.is_empty());
    }

    #[test]
    fn an_index_is_filtered_as_a_sitemap_is() {
        let entry = |number: usize| {
            let day = 1 + number % 28;
            format!("<sitemap><loc>https://example.com/{number}.xml</loc><lastmod>2026-11-{day:02}</lastmod></sitemap>")
        };
        let index: String = (0..28 * 100).map(entry).collect();
        let options = Options { since: jiff::civil::Date::new(2026, 11, 15).ok(), ..Options::default() };
        let import = read("", format!("<sitemapindex>{index}</sitemapindex>").as_bytes(), &options);
        assert_eq!((import.entries, import.sitemap_count, import.sitemaps.len()), (2_800, 1_400, MOST_SITEMAPS));
        let options = Options { prefix: "/27".to_owned(), ..options };
        let import = read("", format!("<sitemapindex>{index}</sitemapindex>").as_bytes(), &options);
        // Of 27, 270 to 279 and 2700 to 2799, those of the second half of the month.
        let expected = (0..2_800).filter(|n: &usize| n.to_string().starts_with("27") && n % 28 >= 14).count();
        assert_eq!((import.sitemap_count, import.sitemaps.len()), (expected, expected));
    }

    #[test]
    fn what_is_no_sitemap_is_refused() {
        let bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><urlset><url><loc>&b;</loc></url></urlset>";
        let deep = format!("<urlset>{}", "<a>".repeat(20));
        for (text, kind) in [
            (bomb, ProblemKind::HasDoctype),
            (&deep, ProblemKind::TooDeep),
            ("<rss></rss>", ProblemKind::NotASitemap),
            ("<!-- only a comment -->", ProblemKind::NotASitemap),
            ("<urlset><url><loc>http://a.b/&x;</loc></url></urlset>", ProblemKind::BadXml),
            ("<urlset><url><loc>http://a.b/?a=1&b</loc></url></urlset>", ProblemKind::BadXml),
            ("<urlset><url></urlset>", ProblemKind::BadXml),
            ("<urlset><url>", ProblemKind::BadXml),
            ("<urlset></urlset><urlset></urlset>", ProblemKind::BadXml),
            ("<urlset></urlset>/a", ProblemKind::BadXml),
            ("<urlset>&#0;</urlset>", ProblemKind::BadXml),
        ] {
            assert_eq!(refusal("", text).1, kind, "{text}");
        }
    }

    #[test]
    fn too_many_urls_are_refused_as_what_they_are_so_that_they_can_be_filtered() {
        let urls = "<url><loc>http://a.b/x</loc></url>".repeat(MOST_LINES + 1);
        let (kind, problem, ..) = refusal("", &format!("<urlset>{urls}</urlset>"));
        assert_eq!((kind, problem), (Kind::Sitemap, ProblemKind::TooManyLines));
    }
}

mod cli {
    use super::*;

    #[test]
    fn a_batch_file_comes_in_with_its_purpose_as_its_name() {
        // As in the API Reference's and the CLI's examples.
        let text = r##"{"Paths": {"Quantity": 3, "Items": ["/images/{a}.jpg", "/css/*", "#tag"]},
            "CallerReference": "Spring-sale-20261122T120000Z-000102fdfeff"}"##;
        let import = read_text("invbatch-x.json", text);
        assert_eq!((import.kind, import.entries, import.problem_count), (Kind::Cli, 3, 0));
        assert_eq!(lines(&import), ["/images/{{a}}.jpg", "/css/*", "#tag"]);
        assert_eq!(import.batches[0].name, "Spring-sale");
        assert_eq!(import.caller_reference.as_deref(), Some("Spring-sale-20261122T120000Z-000102fdfeff"));
    }

    #[test]
    fn another_s_reference_is_the_name_as_it_is() {
        let named = |file: &str, reference: &str, name: &str| {
            let text =
                format!(r#"{{"Paths":{{"Quantity":1,"Items":["/a"]}},"CallerReference":"{reference}","X":{{}}}}"#);
            let options = Options { name: name.to_owned(), ..Options::default() };
            read(file, text.as_bytes(), &options).batches[0].name.clone()
        };
        assert_eq!(named("f.json", "my-invalidation-2015-09-01", ""), "my-invalidation-2015-09-01");
        assert_eq!(named("f.json", "my-invalidation-2015-09-01", "f"), "my-invalidation-2015-09-01");
        assert_eq!(named("invbatch-news.json", "", ""), "news");
        assert_eq!(named("invbatch-news.json", "", "Mine"), "Mine");
    }

    #[test]
    fn the_input_of_an_operation_has_its_target() {
        let targets = |id: &str| {
            let text = format!(r#"{{{id}"InvalidationBatch":{{"Paths":{{"Quantity":1,"Items":["/a"]}}}}}}"#);
            let import = read_text("", &text);
            assert_eq!((import.kind, import.problem_count), (Kind::Cli, 0));
            import.batches[0].targets.iter().map(|target| target.target.clone()).collect::<Vec<_>>()
        };
        let distribution = Target::Distribution(domain::DistributionId::new("E1EXAMPLE12345"));
        assert_eq!(targets(r#""DistributionId":"E1EXAMPLE12345","#), [distribution]);
        assert_eq!(targets(r#""Id":"dt_1","#), [Target::Tenant(domain::TenantId::new("dt_1"))]);
        assert_eq!(targets(r#""DistributionId":"","#), []);
    }

    #[test]
    fn a_quantity_that_differs_is_told_and_not_trusted() {
        let import = read_text("", "{\"Paths\":{\n\"Quantity\": 5, \"Items\":[\"/a\",\"/b\"]}}");
        assert_eq!(problems(&import), [(ProblemKind::QuantityMismatch, "5")]);
        assert_eq!((import.problems[0].line, import.problems[0].column), (Some(2), Some(13)));
        assert_eq!(lines(&import), ["/a", "/b"]);
    }

    #[test]
    fn an_item_of_two_lines_is_left_out() {
        let import = read_text("", r#"{"Paths":{"Items":["/a\n/*","/b"]}}"#);
        assert_eq!(problems(&import), [(ProblemKind::BadTemplate, "/a\n/*")]);
        assert_eq!(lines(&import), ["/b"]);
        let import = read_text("f.json", r#"{"Paths":{"Quantity":0}}"#);
        assert_eq!(problems(&import), [(ProblemKind::NoPaths, "f")]);
    }
}

mod own {
    use super::*;

    fn file(batches: &str) -> String {
        format!("{{\"format\":\"housekeeper-batches\",\"version\":1,\"batches\":[\n{batches}\n]}}")
    }

    #[test]
    fn lines_are_templates_and_what_is_none_is_told_with_its_place() {
        let import = read_text("", &file(r#"{"name":"News","lines":["/{locale}/*", "/{a b}", "/{{c}}"]}"#));
        assert_eq!(import.kind, Kind::Batches);
        assert_eq!(lines(&import), ["/{locale}/*", "/{{c}}"]);
        assert_eq!(problems(&import), [(ProblemKind::BadTemplate, "a b")]);
        assert_eq!((import.problems[0].line, import.problems[0].column), (Some(2), Some(40)));
    }

    #[test]
    fn a_batch_without_lines_and_a_variable_without_a_name_are_left_out() {
        let import = read_text(
            "",
            &file(
                r#"{"name":"A","lines":[]},{"name":"B","lines":["/b"],
            "variables":[{"name":"a b","kind":{"kind":"text"}},{"name":"c","kind":{"kind":"oneOf","choices":[]}}]}"#,
            ),
        );
        assert_eq!(import.entries, 2);
        assert_eq!(import.batches.len(), 1);
        let told = [(ProblemKind::NoPaths, "A"), (ProblemKind::BadTemplate, "a b"), (ProblemKind::BadTemplate, "c")];
        assert_eq!(problems(&import), told);
    }

    #[test]
    fn what_it_cannot_be_is_refused_with_its_place() {
        assert_eq!(
            refusal("", &file(r#"{"name":"A","lines":[7]}"#)),
            (Kind::Batches, ProblemKind::BadJson, Some(2), Some(22))
        );
        assert_eq!(refusal("", &file("{\n\"lines\":[],\n\"nome\":1}")).2, Some(4));
        assert_eq!(refusal("", "{\"a\":\n1,}"), (Kind::Unreadable, ProblemKind::BadJson, Some(2), Some(3)));
        let newer = r#"{"format":"housekeeper-batches","version":2,"bundles":{}}"#;
        assert_eq!(refusal("", newer).1, ProblemKind::NewerVersion);
        for unknown in ["{}", "[]", "[1,2]", r#"{"format":"other"}"#] {
            assert_eq!(refusal("", unknown).1, ProblemKind::UnknownJson, "{unknown}");
        }
        assert_eq!(refusal("x.json", "/a").1, ProblemKind::BadJson);
        assert_eq!(refusal("", &"[".repeat(200_000)).1, ProblemKind::TooDeep);
        assert_eq!(refusal("", &format!("{{\"x\":{}", "{\"a\":".repeat(200))).1, ProblemKind::TooDeep);
    }

    #[test]
    fn there_are_bounds() {
        let many = vec![r#"{"name":"A","lines":["/a"]}"#; MOST_BATCHES + 1].join(",");
        assert_eq!(refusal("", &file(&many)).1, ProblemKind::TooManyBatches);
        let long = format!(r#"{{"name":"A","lines":[{}"/a"]}}"#, r#""/a","#.repeat(MOST_LINES));
        assert_eq!(refusal("", &file(&long)).1, ProblemKind::TooManyLines);
        let most = format!(r#"{{"name":"A","lines":[{}"/a"]}}"#, r#""/a","#.repeat(MOST_LINES - 1));
        assert_eq!(refusal("", &file(&[most.as_str(); 11].join(","))).1, ProblemKind::TooManyLines);
    }

    #[test]
    fn only_so_many_problems_are_kept_and_the_refusal_is_among_them() {
        let lines = r#""/}","#.repeat(150);
        let import = read_text("", &file(&format!(r#"{{"name":"A","lines":[{lines}7]}}"#)));
        assert_eq!((import.problem_count, import.problems.len()), (151, MOST_PROBLEMS));
        assert!(import.is_refused());
    }
}
