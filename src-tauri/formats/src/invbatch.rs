//! The AWS CLI's own batch file, `invbatch-PURPOSE.json`: an `InvalidationBatch` as the API has it (awscli
//! `customizations/cloudfront.py`; API, `InvalidationBatch`).

use domain::CallerReference;
use domain::submission::Order;
use serde::{Deserialize, Serialize};

/// The file as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct File {
    paths: Paths,
    caller_reference: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Paths {
    quantity: usize,
    items: Vec<String>,
}

/// An order as the CLI reads it with `--invalidation-batch file://…`, indented, with a line end.
pub fn write(order: &Order) -> String {
    let items: Vec<String> = order.batch.items().iter().map(|item| item.as_str().to_owned()).collect();
    let paths = Paths { quantity: items.len(), items };
    let file = File { paths, caller_reference: order.reference.as_str().to_owned() };
    // Strings and a number in structs always have a JSON form.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// What the file of an order is called. What a reference begins with is the person's name for it, in letters, digits,
/// hyphens, dots and underscores alone, so that no shell and no file system takes any of it for more.
pub fn file_name(reference: &CallerReference) -> String {
    let reference = reference.as_str();
    // The time and the random part stand behind the last two hyphens.
    let purpose = reference.rsplitn(3, '-').nth(2).filter(|purpose| !purpose.is_empty()).unwrap_or("batch");
    format!("invbatch-{purpose}.json")
}

#[cfg(test)]
pub(crate) mod tests {
    use domain::{Batch, DistributionId, Item, Target};
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn order(items: &[&str]) -> Order {
        Order {
            target: Target::Distribution(DistributionId::new("E1EXAMPLE12345")),
            reference: CallerReference::from_stored("Spring-sale-20261122T120000Z-000102fdfeff".to_owned()),
            batch: Batch::new(items.iter().map(|item| Item::as_sent(*item)).collect()).expect("items"),
        }
    }

    #[test]
    fn the_file_is_what_the_cli_s_documentation_shows() {
        let expected = r#"{
  "Paths": {
    "Quantity": 2,
    "Items": [
      "/a",
      "/b/*"
    ]
  },
  "CallerReference": "Spring-sale-20261122T120000Z-000102fdfeff"
}
"#;
        assert_eq!(write(&order(&["/a", "/b/*"])), expected);
    }

    #[test]
    fn it_is_named_by_its_purpose() {
        let named = |reference: &str| file_name(&CallerReference::from_stored(reference.to_owned()));
        assert_eq!(named("Spring-sale-20261122T120000Z-000102fdfeff"), "invbatch-Spring-sale.json");
        assert_eq!(named("odd"), "invbatch-batch.json");
    }

    proptest! {
        #[test]
        fn whatever_the_items_are_they_come_back_in_order(items in prop::collection::vec(any::<String>(), 1..20)) {
            let texts: Vec<&str> = items.iter().map(String::as_str).collect();
            let read: File = serde_json::from_str(&write(&order(&texts))).expect("JSON");
            prop_assert_eq!(read.paths.quantity, items.len());
            prop_assert_eq!(read.paths.items, items);
        }
    }
}
