//! The tenants of the multi-tenant distribution.

use super::ids;
use crate::distribution::Tenant;

const USUAL: Tenant =
    Tenant { id: "", distribution: ids::PARTNERS, name: "", domains: &[], enabled: true, created_days_ago: 300 };

/// All tenants, in the order in which they are listed.
pub(crate) const TENANTS: &[Tenant] = &[
    Tenant {
        id: "dt_2xKq7WvZ1mBtR9cYh4LsNe8Dp3A",
        name: "lighthouse-books",
        domains: &["lighthouse.example.net", "www.lighthouse.example.net"],
        ..USUAL
    },
    Tenant {
        id: "dt_2xKqDf5Jr0uGyV6oXn2TbHi9Ek7",
        name: "old-mill-bookshop",
        domains: &["oldmill.example.net"],
        created_days_ago: 288,
        ..USUAL
    },
    Tenant {
        id: "dt_2yA3sPwC8lQz5MvUe1FjKt6Rg0N",
        name: "harbour-street-comics",
        domains: &["comics.example.org", "shop.comics.example.org"],
        created_days_ago: 170,
        ..USUAL
    },
    Tenant {
        id: "dt_2yB7hYxO4iVn9DqLa2WcEm5Ts8J",
        name: "university-press-store",
        domains: &["store.press.example.org"],
        created_days_ago: 121,
        ..USUAL
    },
    Tenant {
        id: "dt_2zF1kRuT6bGp3XjHo7ZdCv0Ml4Q",
        name: "wildflower-childrens-books",
        domains: &["wildflower.example.net"],
        created_days_ago: 45,
        ..USUAL
    },
    Tenant {
        id: "dt_2zH9eNqI2yKw8SfBr5UaPx1Od6V",
        name: "closed-pilot",
        domains: &["pilot.example.net"],
        enabled: false,
        created_days_ago: 400,
        ..USUAL
    },
];
