//! The least policy for what a person wants to do with a connection.
//!
//! Which action needs which resource is from the Service Authorization Reference, "Actions, resources, and condition keys
//! for Amazon CloudFront" and "… for AWS Identity and Access Management (IAM)". The app also asks who it is; that needs no
//! permission: "No permissions are required to perform this operation", even where a policy denies it (STS API,
//! `GetCallerIdentity`).

use std::collections::BTreeSet;
use std::fmt::Write;

use super::fit::{self, Unfit};
use crate::{DistributionId, TenantId};

/// What somebody wants to be able to do.
///
/// Invalidating on the chosen targets, and following what comes of it, is always part of it. `account` is the 12-digit
/// number; where it is not known, `ACCOUNT_ID` stands for the administrator to fill in. An id that is there twice counts
/// once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The partition: `aws`, `aws-cn`.
    pub partition: String,
    /// The account's number, where it is known.
    pub account: Option<String>,
    /// The distributions to clear.
    pub distributions: Vec<DistributionId>,
    /// The distribution tenants to clear.
    pub tenants: Vec<TenantId>,
    /// To have the account's distributions listed; and its tenants, where there are any among the chosen ones.
    pub listing: bool,
    /// To have items checked against the configuration of what they are for.
    pub checks: bool,
    /// To have the month of the whole account counted, whoever made the invalidations.
    pub costs: bool,
    /// To have an access key replaced by a new one: the ARN of the IAM user whose key it is.
    pub rotation: Option<String>,
}

/// What a permission is for, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// To clear a chosen target.
    Invalidate,
    /// To see how far that is, and what others have in progress there.
    Follow,
    /// To choose from a list.
    List,
    /// To check items against the configuration.
    Check,
    /// To count the account's month.
    Count,
    /// To replace the access key.
    Rotate,
}

/// One permission: an action on a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Such as `cloudfront:CreateInvalidation`.
    pub action: &'static str,
    /// An ARN, which may end in `*`; or `*`, where AWS knows no narrower resource for the action.
    pub resource: String,
    /// What it is for.
    pub purpose: Purpose,
}

/// Permissions that stand together: every action on every resource.
struct Statement {
    /// Letters and digits, and another in each statement of a policy (IAM User Guide, "IAM JSON policy elements: Sid").
    sid: &'static str,
    purpose: Purpose,
    actions: &'static [&'static str],
    resources: Vec<String>,
}

/// The permissions that serve a wish and no more than it, in the order they are shown.
///
/// The same permission is there once for each purpose that needs it, so that one can leave out a purpose as a whole. For a
/// tenant's checks its distribution's configuration is not granted, since it is not chosen: the app does with less then.
///
/// # Errors
/// Where something of the wish cannot stand in a policy without the danger of granting more; see [`Unfit`].
pub fn grants(wish: &Wish) -> Result<Vec<Grant>, Unfit> {
    let mut grants = Vec::new();
    for Statement { purpose, actions, resources, .. } in statements(wish)? {
        for resource in resources {
            grants.extend(actions.iter().map(|action| Grant { action, resource: resource.clone(), purpose }));
        }
    }
    Ok(grants)
}

/// The policy of these permissions as JSON, indented: one statement for each purpose and kind of resource, whose `Sid` tells
/// the purpose. A wish for nothing at all has no statement.
///
/// IAM takes up to 6,144 characters in a managed policy and 2,048 in one that is written into a user, white space not
/// counted (IAM User Guide, "IAM and AWS STS quotas"); a policy for many distributions can be longer.
///
/// # Errors
/// As [`grants`].
pub fn policy(wish: &Wish) -> Result<String, Unfit> {
    let written: Vec<String> = statements(wish)?.iter().map(written).collect();
    let statements = if written.is_empty() { String::new() } else { format!("\n{}\n  ", written.join(",\n")) };
    Ok(format!("{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{statements}]\n}}"))
}

/// A statement as JSON. Nothing in it has to be escaped: what was not written here passed [`fit`].
fn written(statement: &Statement) -> String {
    let mut json = format!("    {{\n      \"Sid\": \"{}\",\n      \"Effect\": \"Allow\"", statement.sid);
    let resources: Vec<&str> = statement.resources.iter().map(String::as_str).collect();
    for (name, values) in [("Action", statement.actions), ("Resource", &resources)] {
        let value = match values {
            [one] => format!("\"{one}\""),
            many => format!("[\n        \"{}\"\n      ]", many.join("\",\n        \"")),
        };
        // Writing to a string never fails.
        let _ = write!(json, ",\n      \"{name}\": {value}");
    }
    json.push_str("\n    }");
    json
}

/// What a wish comes to. A statement without a resource is left out.
fn statements(wish: &Wish) -> Result<Vec<Statement>, Unfit> {
    let Arns { account, distributions, tenants } = arns(wish)?;
    // All of a kind in the account.
    let all = |kind: &str| format!("{account}:{kind}/*");
    let some_distributions = !distributions.is_empty();
    let some_tenants = !tenants.is_empty();
    let mut statements = Vec::new();
    let mut allow = |purpose, sid, actions, resources: &[String]| {
        if !resources.is_empty() {
            statements.push(Statement { sid, purpose, actions, resources: resources.to_vec() });
        }
    };
    // The actions that list know no resource: the reference names none for them, and then it has to be `*`.
    let everything = &["*".to_owned()];

    const CLEAR: &[&str] = &["cloudfront:CreateInvalidation"];
    const CLEAR_TENANT: &[&str] = &["cloudfront:CreateInvalidationForDistributionTenant"];
    allow(Purpose::Invalidate, "InvalidateDistributions", CLEAR, &distributions);
    allow(Purpose::Invalidate, "InvalidateTenants", CLEAR_TENANT, &tenants);

    const READ: &[&str] = &["cloudfront:GetInvalidation", "cloudfront:ListInvalidations"];
    const READ_TENANT: &[&str] =
        &["cloudfront:GetInvalidationForDistributionTenant", "cloudfront:ListInvalidationsForDistributionTenant"];
    allow(Purpose::Follow, "FollowInvalidationsOfDistributions", READ, &distributions);
    allow(Purpose::Follow, "FollowInvalidationsOfTenants", READ_TENANT, &tenants);

    const LIST: &[&str] = &["cloudfront:ListDistributions"];
    const LIST_BOTH: &[&str] = &["cloudfront:ListDistributions", "cloudfront:ListDistributionTenants"];
    let list = if some_tenants { LIST_BOTH } else { LIST };
    if wish.listing {
        allow(Purpose::List, "ChooseFromTheList", list, everything);
    }

    if wish.checks {
        allow(Purpose::Check, "CheckItemsForDistributions", &["cloudfront:GetDistribution"], &distributions);
        if some_distributions {
            // Which policies a distribution uses is known only once its configuration is read.
            allow(Purpose::Check, "ReadCachePolicies", &["cloudfront:GetCachePolicy"], &[all("cache-policy")]);
        }
        allow(Purpose::Check, "CheckItemsForTenants", &["cloudfront:GetDistributionTenant"], &tenants);
    }

    if wish.costs {
        allow(Purpose::Count, "CountTheMonthOfAll", list, everything);
        allow(Purpose::Count, "CountTheMonthOfDistributions", READ, &[all("distribution")]);
        if some_tenants {
            allow(Purpose::Count, "CountTheMonthOfTenants", READ_TENANT, &[all("distribution-tenant")]);
        }
    }

    if let Some(user) = &wish.rotation {
        const ROTATE: &[&str] =
            &["iam:CreateAccessKey", "iam:ListAccessKeys", "iam:UpdateAccessKey", "iam:DeleteAccessKey"];
        if !fit::user(user, &wish.partition, wish.account.as_deref()) {
            return Err(Unfit::User(user.clone()));
        }
        allow(Purpose::Rotate, "ReplaceTheAccessKey", ROTATE, std::slice::from_ref(user));
    }
    Ok(statements)
}

/// What the statements name.
struct Arns {
    /// How an ARN of the account's CloudFront begins.
    account: String,
    distributions: Vec<String>,
    tenants: Vec<String>,
}

fn arns(wish: &Wish) -> Result<Arns, Unfit> {
    if !fit::partition(&wish.partition) {
        return Err(Unfit::Partition(wish.partition.clone()));
    }
    let account = match &wish.account {
        Some(account) if !fit::account(account) => return Err(Unfit::Account(account.clone())),
        Some(account) => account,
        None => "ACCOUNT_ID",
    };
    // CloudFront's resources belong to no region (its reference, "Resource types").
    let account = format!("arn:{}:cloudfront::{account}", wish.partition);
    let distributions = wish.distributions.iter().map(DistributionId::as_str);
    let tenants = wish.tenants.iter().map(TenantId::as_str);
    Ok(Arns {
        distributions: chosen(&account, "distribution", distributions).map_err(Unfit::Distribution)?,
        tenants: chosen(&account, "distribution-tenant", tenants).map_err(Unfit::Tenant)?,
        account,
    })
}

/// The ARNs of these ids, each once. The error is the first id that is none.
fn chosen<'a>(account: &str, kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<Vec<String>, String> {
    let mut seen = BTreeSet::new();
    let mut arns = Vec::new();
    for id in ids {
        if !fit::id(id) {
            return Err(id.to_owned());
        }
        if seen.insert(id) {
            arns.push(format!("{account}:{kind}/{id}"));
        }
    }
    Ok(arns)
}

#[cfg(test)]
mod tests;
