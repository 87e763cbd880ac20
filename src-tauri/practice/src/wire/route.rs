//! Which call a method and a URI mean.

use percent_encoding::percent_decode_str;

use super::{VERSION, requests};
use crate::operation::{Call, PageRequest, Target};
use crate::refusal::Refusal;

/// The call, or a refusal that names what was asked for.
pub(crate) fn route(method: &str, path: &str, query: &str) -> Result<Call, Refusal> {
    let not_simulated = || Refusal::not_simulated(method, path);
    // Split before decoding: an ARN as an identifier carries its slashes encoded.
    let segments: Vec<String> = path
        .split('/')
        .skip(1)
        .map(|segment| percent_decode_str(segment).decode_utf8().map(|text| text.into_owned()))
        .collect::<Result<_, _>>()
        .map_err(|_| not_simulated())?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [version, resource @ ..] = segments.as_slice() else { return Err(not_simulated()) };
    if *version != VERSION {
        return Err(not_simulated());
    }
    let distribution = |id: &str| Target::Distribution(id.to_owned());
    let tenant = |id: &str| Target::Tenant(id.to_owned());
    Ok(match (method, resource) {
        ("POST", ["distribution", id, "invalidation"]) => Call::CreateInvalidation(distribution(id)),
        ("GET", ["distribution", id, "invalidation"]) => Call::ListInvalidations(distribution(id), page(query)?),
        ("GET", ["distribution", id, "invalidation", one]) => {
            Call::GetInvalidation(distribution(id), (*one).to_owned())
        }
        ("POST", ["distribution-tenant", id, "invalidation"]) => Call::CreateInvalidation(tenant(id)),
        ("GET", ["distribution-tenant", id, "invalidation"]) => Call::ListInvalidations(tenant(id), page(query)?),
        ("GET", ["distribution-tenant", id, "invalidation", one]) => {
            Call::GetInvalidation(tenant(id), (*one).to_owned())
        }
        ("GET", ["distribution"]) => Call::ListDistributions(page(query)?),
        ("GET", ["distribution", id]) => Call::GetDistribution((*id).to_owned()),
        ("GET", ["distribution", id, "config"]) => Call::GetDistributionConfig((*id).to_owned()),
        ("GET", ["cache-policy", id]) => Call::GetCachePolicy((*id).to_owned()),
        ("POST", ["distribution-tenants"]) => Call::ListDistributionTenants,
        ("GET", ["distribution-tenant", id]) => Call::GetDistributionTenant((*id).to_owned()),
        _ => return Err(not_simulated()),
    })
}

/// `Marker` and `MaxItems` of a query string.
fn page(query: &str) -> Result<PageRequest, Refusal> {
    let mut page = PageRequest::default();
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let value = percent_decode_str(value).decode_utf8_lossy();
        match name {
            "Marker" if !value.is_empty() => page.marker = Some(value.into_owned()),
            "MaxItems" => page.max_items = Some(requests::max_items(&value)?),
            _ => {}
        }
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_list_takes_its_marker_and_its_length_from_the_query() {
        let call = route("GET", "/2020-05-31/distribution/E1/invalidation", "Marker=I%31&MaxItems=7&x-id=1").unwrap();
        let asked = PageRequest { marker: Some("I1".to_owned()), max_items: Some(7) };
        assert_eq!(call, Call::ListInvalidations(Target::Distribution("E1".to_owned()), asked));
        for wrong in ["MaxItems=0", "MaxItems=-1", "MaxItems=many"] {
            let refusal = route("GET", "/2020-05-31/distribution", wrong).unwrap_err();
            assert_eq!((refusal.status, refusal.code.as_ref()), (400, "InvalidArgument"), "{wrong}");
        }
    }

    #[test]
    fn an_identifier_may_be_an_encoded_arn() {
        let path = "/2020-05-31/distribution-tenant/arn%3Aaws%3Acloudfront%3A%3A1%3Adistribution-tenant%2Fdt_1";
        let wanted = Call::GetDistributionTenant("arn:aws:cloudfront::1:distribution-tenant/dt_1".to_owned());
        assert_eq!(route("GET", path, "").unwrap(), wanted);
    }

    #[test]
    fn what_is_not_simulated_is_said_so() {
        for (method, path) in [
            ("DELETE", "/2020-05-31/distribution/E1"),
            ("GET", "/2014-11-06/distribution"),
            ("GET", "/2020-05-31/function"),
            ("GET", "/"),
            ("GET", ""),
        ] {
            let refusal = route(method, path, "").unwrap_err();
            assert_eq!((refusal.status, refusal.code.as_ref()), (400, "InvalidAction"), "{method} {path}");
        }
    }
}
