//! Which region a connection is for.

use aws_types::os_shim_internal::Env;
use aws_types::region::Region;

use crate::SignInError;

/// Where CloudFront's calls are signed for, and so where everything goes that says nothing else (cloudfront/2020-05-31,
/// endpoint rules).
const ELSE: &str = "us-east-1";

/// The same, in the partition of AWS China.
const ELSE_IN_CHINA: &str = "cn-northwest-1";

/// The region: the profile's own, else that of `AWS_REGION` or `AWS_DEFAULT_REGION`, else the partition's usual one.
///
/// It is always named, because where it is not the SDK asks the instance metadata service for it.
pub(crate) fn region(env: &Env, profile: Option<&str>, china: bool) -> Result<Region, SignInError> {
    let partition = |region: &String| region.starts_with("cn-") == china;
    // The environment speaks for whatever is not said, and not for another partition than one is in.
    let from = |variable: &str| env.get(variable).ok().filter(|value| !value.is_empty()).filter(partition);
    let named = profile
        .map(|named| ("the profile", named.to_owned()))
        .or_else(|| Some(("AWS_REGION", from("AWS_REGION")?)))
        .or_else(|| Some(("AWS_DEFAULT_REGION", from("AWS_DEFAULT_REGION")?)));
    match named {
        Some((_, named)) if is_a_name(&named) => Ok(Region::new(named)),
        Some((place, region)) => Err(SignInError::InvalidRegion { region, place: place.to_owned() }),
        None => Ok(Region::from_static(if china { ELSE_IN_CHINA } else { ELSE })),
    }
}

/// A region becomes a label of a host name.
pub(crate) fn is_a_name(region: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=63).contains(&region.len())
        && region.bytes().all(allowed)
        && !region.starts_with('-')
        && !region.ends_with('-')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_profile_goes_before_the_environment_and_both_before_the_usual_one() {
        let env = Env::from_slice(&[("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        assert_eq!(region(&env, Some("ap-south-1"), false).unwrap().as_ref(), "ap-south-1");
        assert_eq!(region(&env, None, false).unwrap().as_ref(), "eu-west-1");
        let env = Env::from_slice(&[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        assert_eq!(region(&env, None, false).unwrap().as_ref(), "eu-west-2");
        let env = Env::from_slice(&[]);
        assert_eq!(region(&env, None, false).unwrap().as_ref(), "us-east-1");
        assert_eq!(region(&env, None, true).unwrap().as_ref(), "cn-northwest-1");
        assert_eq!(region(&env, Some("cn-north-1"), true).unwrap().as_ref(), "cn-north-1");
    }

    #[test]
    fn what_is_no_region_is_refused() {
        let env = Env::from_slice(&[]);
        for wrong in ["", "us east 1", "evil.example.com/", "US-EAST-1", "-a"] {
            assert!(region(&env, Some(wrong), false).is_err(), "{wrong}");
        }
    }
}
