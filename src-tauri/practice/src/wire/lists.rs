//! Pages of invalidations, distributions and tenants.

use jiff::Timestamp;

use super::write::Xml;
use super::{configuration, single, time};
use crate::account::Account;
use crate::distribution::{Distribution, Tenant};
use crate::invalidation::{Invalidation, Page};
use crate::operation::PageRequest;

/// `InvalidationList`.
pub(crate) fn invalidations(page: &Page<'_, Invalidation>, asked: &PageRequest, now: Timestamp) -> Vec<u8> {
    list("InvalidationList", page, asked, |xml, one| {
        xml.within("InvalidationSummary", |xml| {
            xml.text("Id", &one.id);
            xml.text("CreateTime", time(one.created));
            xml.text("Status", one.status(now));
        });
    })
}

/// `DistributionList`.
pub(crate) fn distributions(page: &Page<'_, Distribution>, asked: &PageRequest, account: &Account) -> Vec<u8> {
    list("DistributionList", page, asked, |xml, one| configuration::summary(xml, one, account))
}

/// `ListDistributionTenantsResult`, which is a wrapper of its own.
pub(crate) fn tenants(page: &Page<'_, Tenant>, account: &Account) -> Vec<u8> {
    Xml::document("ListDistributionTenantsResult", |xml| {
        if let Some(next) = &page.next {
            xml.text("NextMarker", next);
        }
        xml.within("DistributionTenantList", |xml| {
            for one in &page.rows {
                xml.within("DistributionTenantSummary", |xml| {
                    single::tenant_fields(xml, one, account);
                    xml.text("ETag", configuration::etag(one.id));
                });
            }
        });
    })
}

fn list<T>(root: &str, page: &Page<'_, T>, asked: &PageRequest, mut each: impl FnMut(&mut Xml, &T)) -> Vec<u8> {
    Xml::document(root, |xml| {
        xml.text("Marker", asked.marker.as_deref().unwrap_or_default());
        if let Some(next) = &page.next {
            xml.text("NextMarker", next);
        }
        xml.text("MaxItems", page.max_items);
        xml.text("IsTruncated", page.next.is_some());
        xml.items(&page.rows, |xml, row| each(xml, row));
    })
}
