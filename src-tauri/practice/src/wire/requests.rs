//! The bodies that callers send.

use super::read::Element;
use crate::invalidation::Batch;
use crate::operation::PageRequest;
use crate::refusal::Refusal;

/// An `InvalidationBatch` (API, `CreateInvalidation`).
pub(crate) fn batch(body: &[u8]) -> Result<Batch, Refusal> {
    if body.is_empty() {
        return Err(Refusal::missing_body());
    }
    let root = expect(Element::read(body)?, "InvalidationBatch")?;
    let missing = |name: &str| Refusal::malformed_input(format!("{name} is missing"));
    let paths = root.child("Paths").ok_or_else(|| missing("Paths"))?;
    let quantity = paths.text_of("Quantity").ok_or_else(|| missing("Quantity"))?;
    let quantity: usize =
        quantity.trim().parse().map_err(|_| Refusal::malformed_input("Quantity is not a whole number"))?;
    let items = paths.child("Items").map_or(&[][..], |items| &items.children);
    if items.iter().any(|item| item.name != "Path") {
        return Err(Refusal::malformed_input("Items holds something other than Path"));
    }
    if items.len() != quantity {
        return Err(Refusal::inconsistent_quantities());
    }
    let reference = root.text_of("CallerReference").ok_or_else(|| missing("CallerReference"))?;
    Ok(Batch { reference: reference.to_owned(), items: items.iter().map(|item| item.text.clone()).collect() })
}

/// A `ListDistributionTenantsRequest`: the distribution whose tenants are wanted, and which page of them.
pub(crate) fn tenants(body: &[u8]) -> Result<(Option<String>, PageRequest), Refusal> {
    if body.is_empty() {
        return Ok((None, PageRequest::default()));
    }
    let root = expect(Element::read(body)?, "ListDistributionTenantsRequest")?;
    let filter = root.child("AssociationFilter").and_then(|filter| filter.text_of("DistributionId"));
    let max_items = root.text_of("MaxItems").map(max_items).transpose()?;
    let marker = root.text_of("Marker").filter(|marker| !marker.is_empty()).map(str::to_owned);
    Ok((filter.map(str::to_owned), PageRequest { marker, max_items }))
}

/// How many rows a caller wants; no upper bound is documented.
pub(crate) fn max_items(text: &str) -> Result<usize, Refusal> {
    let number = text.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Refusal::invalid_argument("MaxItems must be a whole number greater than 0."))
}

fn expect(root: Element, name: &str) -> Result<Element, Refusal> {
    if root.name == name { Ok(root) } else { Err(Refusal::malformed_input(format!("the root is not {name}"))) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn body(quantity: &str, items: &str) -> String {
        format!(
            "<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Paths>\
             <Quantity>{quantity}</Quantity>{items}</Paths><CallerReference>r</CallerReference></InvalidationBatch>"
        )
    }

    #[test]
    fn a_batch_keeps_its_items_and_their_order() {
        let read = batch(body("2", "<Items><Path>/b</Path><Path>#a</Path></Items>").as_bytes()).unwrap();
        assert_eq!(read, Batch { reference: "r".to_owned(), items: vec!["/b".to_owned(), "#a".to_owned()] });
    }

    #[test]
    fn a_batch_that_does_not_hold_together_is_refused() {
        let code = |body: &str| batch(body.as_bytes()).unwrap_err().code;
        assert_eq!(code(""), "MissingBody");
        assert_eq!(code(&body("3", "<Items><Path>/b</Path></Items>")), "InconsistentQuantities");
        assert_eq!(code(&body("1", "")), "InconsistentQuantities");
        assert_eq!(code(&body("many", "")), "MalformedInput");
        assert_eq!(code(&body("1", "<Items><Tag>a</Tag></Items>")), "MalformedInput");
        assert_eq!(code("<Invalidation/>"), "MalformedInput");
        assert_eq!(code("<InvalidationBatch/>"), "MalformedInput");
    }
}
