//! The schema of the app's own form says what is written and what is read.

use domain::template::{Variable, VariableKind};
use domain::{DistributionId, Target, TenantId};
use formats::import::{Imported, ImportedTarget, Options, read};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Validator {
    let schema = serde_json::from_str(include_str!("../../../docs/housekeeper-batches.schema.json")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("it is a schema");
    jsonschema::draft202012::new(&schema).expect("it is a schema")
}

fn is_taken(file: &Value) -> bool {
    let import = read("f.json", file.to_string().as_bytes(), &Options::default());
    import.problem_count == 0
}

#[test]
fn what_is_written_is_as_the_schema_has_it() {
    let variable =
        |name: &str, kind| Variable { name: name.to_owned(), hint: "which".to_owned(), kind, default: vec![] };
    let choices = || ["de", "fr"].map(str::to_owned).to_vec();
    let batch = Imported {
        name: "News".to_owned(),
        description: "What is new".to_owned(),
        lines: ["/{a}/{b}", "#tag"].map(str::to_owned).to_vec(),
        variables: vec![
            variable("a", VariableKind::Text),
            variable("b", VariableKind::OneOf { choices: choices() }),
            variable("c", VariableKind::ManyOf { choices: choices() }),
            variable("d", VariableKind::Date),
        ],
        targets: vec![
            ImportedTarget {
                connection: Some("My account".to_owned()),
                target: Target::Distribution(DistributionId::new("E1EXAMPLE12345")),
            },
            ImportedTarget { connection: None, target: Target::Tenant(TenantId::new("dt_1")) },
        ],
        favourite: true,
        labels: vec!["News".to_owned()],
        colour: domain::marks::Colour::Purple,
    };
    let written = formats::export::batches(std::slice::from_ref(&batch));
    let file = serde_json::from_str(&written).expect("JSON");
    schema().validate(&file).expect("as the schema has it");
    assert_eq!(read("f.json", written.as_bytes(), &Options::default()).batches, [batch]);
}

#[test]
fn what_the_schema_refuses_is_not_taken_as_it_is() {
    let schema = schema();
    let good = json!({"format": "housekeeper-batches", "version": 1, "batches": [{
        "name": "A", "lines": ["/{v}"], "favourite": true, "description": "",
        "variables": [{"name": "v", "hint": "", "kind": {"kind": "oneOf", "choices": ["x"]}, "default": ["x"]}],
        "targets": [{"connection": "C", "distribution": "E1"}], "labels": ["News"], "colour": "red",
    }]});
    assert!(schema.is_valid(&good) && is_taken(&good));
    for (at, value) in [
        ("/version", json!(0)),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/version", json!(null)),
        ("/format", json!("other")),
        ("/batches", json!({})),
        ("/batches/0", json!("/a")),
        ("/batches/0", json!(["A", "", ["/a"]])),
        ("/batches/0", json!({"lines": ["/a"]})),
        ("/batches/0", json!({"name": "A"})),
        ("/batches/0", json!({"name": "A", "lines": ["/a"], "favorite": true})),
        ("/batches/0/name", json!("")),
        ("/batches/0/name", json!(" ")),
        ("/batches/0/name", json!(1)),
        ("/batches/0/lines", json!("/a")),
        ("/batches/0/lines/0", json!("/a\n/*")),
        ("/batches/0/lines/0", json!(null)),
        ("/batches/0/favourite", json!("yes")),
        ("/batches/0/labels", json!("News")),
        ("/batches/0/labels/0", json!("a,b")),
        ("/batches/0/labels/0", json!("x".repeat(51))),
        ("/batches/0/labels", json!((0..21).map(|number| number.to_string()).collect::<Vec<_>>())),
        ("/batches/0/colour", json!("mauve")),
        ("/batches/0/variables/0/name", json!("a b")),
        ("/batches/0/variables/0/kind", json!({"kind": "number"})),
        ("/batches/0/variables/0/kind", json!({"kind": "text", "choices": ["x"]})),
        ("/batches/0/variables/0/kind", json!({"kind": "manyOf"})),
        ("/batches/0/variables/0/kind/choices", json!([])),
        ("/batches/0/variables/0/kind/choices", json!(["a\nb"])),
        ("/batches/0/targets/0", json!({"connection": "C"})),
        ("/batches/0/targets/0", json!({"distribution": "E1", "tenant": "dt_1"})),
        ("/batches/0/targets/0", json!({"distribution": " "})),
        ("/batches/0/targets/0", json!({"distribution": "E1", "account": "1"})),
    ] {
        let mut wrong = good.clone();
        *wrong.pointer_mut(at).expect("it is there") = value;
        assert!(!schema.is_valid(&wrong), "{wrong}");
        assert!(!is_taken(&wrong), "{wrong}");
    }
}
