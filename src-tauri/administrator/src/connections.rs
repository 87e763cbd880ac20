//! The connections of the file. It has no place for a secret: the kinds that need one of their own are not known here.

use std::collections::HashSet;

use domain::marks::Colour;
use engine::{About, Connection, ConnectionId, Endpoints, Portal, Role, Way};
use serde::Deserialize;
use toml::Spanned;

use crate::form::filled;
use crate::text::Text;

/// The longest id, in characters.
const LONGEST_ID: usize = 64;

/// A connection of whichever kind: which keys it may have hangs on that, and is looked at afterwards, so that the sentence
/// says what is wrong and where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConnectionForm {
    id: Spanned<String>,
    name: Spanned<String>,
    kind: Spanned<String>,
    // Of a profile.
    profile: Option<Spanned<String>>,
    // Of a portal.
    start_url: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
    account: Option<Spanned<String>>,
    permission_set: Option<Spanned<String>>,
    // Of a role.
    base: Option<Spanned<String>>,
    role_arn: Option<Spanned<String>>,
    external_id: Option<Spanned<String>>,
    session_name: Option<Spanned<String>>,
    mfa_serial: Option<Spanned<String>>,
    // Of all.
    #[serde(default)]
    colour: Colour,
    #[serde(default)]
    production: bool,
    custom_endpoint: Option<Spanned<String>>,
    #[serde(default)]
    china: bool,
    #[serde(default)]
    fips: bool,
    #[serde(default)]
    dual_stack: bool,
}

/// The id that the app gives to a connection of the file.
pub(crate) fn id_of(in_file: &str) -> ConnectionId {
    ConnectionId::new(format!("{}{in_file}", ConnectionId::ADMINISTRATORS))
}

/// Reads the connections.
pub(crate) fn read(place: &Text<'_>, forms: Vec<ConnectionForm>) -> Result<Vec<Connection>, String> {
    let practice = Connection::practice();
    let mut ids: HashSet<String> = HashSet::new();
    let mut names: HashSet<String> = HashSet::from([practice.name().to_owned()]);
    let mut connections: Vec<Connection> = Vec::with_capacity(forms.len());
    for form in forms {
        let id = form.id.get_ref().as_str();
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if id.is_empty() || id.len() > LONGEST_ID || !id.chars().all(allowed) {
            let sentence = "an id is made of letters, digits, - and _, at most 64 of them";
            return Err(place.at(&form.id, sentence));
        }
        if !ids.insert(id.to_owned()) {
            return Err(place.at(&form.id, format!("there is already a connection with the id {id}")));
        }
        let name = filled(place, &form.name, "give the connection a name")?;
        if !names.insert(name.clone()) {
            return Err(place.at(&form.name, format!("there is already a connection called {name}")));
        }
        let connection = Connection {
            id: id_of(id),
            about: About { name, colour: form.colour, production: form.production },
            // A role comes after what it is based on, so that no chain of them can be a ring.
            way: form.way(place, &connections)?,
            endpoints: Endpoints {
                custom_endpoint: form.custom_endpoint.as_ref().map(|it| web_address(place, it)).transpose()?,
                china: form.china,
                fips: form.fips,
                dual_stack: form.dual_stack,
            },
            identity: None,
        };
        connections.push(connection);
    }
    Ok(connections)
}

impl ConnectionForm {
    fn way(&self, place: &Text<'_>, earlier: &[Connection]) -> Result<Way, String> {
        let kind = self.kind.get_ref().as_str();
        let of_kind: &[&str] = match kind {
            "profile" => &["profile"],
            "identity-center" => &["start_url", "region", "account", "permission_set"],
            "role" => &["base", "role_arn", "external_id", "session_name", "mfa_serial"],
            _ => {
                let sentence = format!(
                    "there is no kind {kind}; the kinds are profile, identity-center and role. Access keys are not among \
                     them, since this file is no place for a secret"
                );
                return Err(place.at(&self.kind, sentence));
            }
        };
        if let Some((key, value)) = self.keys().into_iter().find(|(key, _)| !of_kind.contains(key)) {
            return Err(place.at(value, format!("a connection of the kind {kind} has no {key}")));
        }
        let wanted = |key: &str, value: &Option<Spanned<String>>| match value {
            Some(value) => filled(place, value, &format!("{key} is empty")),
            None => Err(place.at(&self.id, format!("a connection of the kind {kind} has a {key}"))),
        };
        let may_be = |value: &Option<Spanned<String>>| {
            value.as_ref().map(|value| filled(place, value, "leave this out rather than empty")).transpose()
        };
        Ok(match kind {
            "profile" => Way::Profile { name: wanted("profile", &self.profile)?, agreed_program: None },
            "identity-center" => {
                wanted("start_url", &self.start_url)?;
                let start_url = self.start_url.as_ref().map(|it| web_address(place, it)).transpose()?;
                let account = wanted("account", &self.account)?;
                if let Some(at) = &self.account
                    && (account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()))
                {
                    return Err(place.at(at, "an account's number has 12 digits"));
                }
                Way::IdentityCenter {
                    portal: Portal {
                        start_url: start_url.unwrap_or_default(),
                        region: wanted("region", &self.region)?,
                    },
                    account,
                    role: wanted("permission_set", &self.permission_set)?,
                }
            }
            _ => {
                let base = id_of(&wanted("base", &self.base)?);
                if let Some(at) = &self.base
                    && earlier.iter().all(|connection| connection.id != base)
                {
                    let sentence = format!("no connection before this one has the id {}", at.get_ref());
                    return Err(place.at(at, sentence));
                }
                let arn = wanted("role_arn", &self.role_arn)?;
                if let Some(at) = &self.role_arn
                    && !(arn.starts_with("arn:") && arn.contains(":role/"))
                {
                    return Err(place.at(at, "a role's ARN is like arn:aws:iam::123456789012:role/Web"));
                }
                Way::Role {
                    base,
                    role: Role {
                        arn,
                        external_id: may_be(&self.external_id)?,
                        session_name: may_be(&self.session_name)?,
                        mfa_serial: may_be(&self.mfa_serial)?,
                    },
                }
            }
        })
    }

    /// The keys that only some kinds have, where they are there.
    fn keys(&self) -> Vec<(&'static str, &Spanned<String>)> {
        let all = [
            ("profile", &self.profile),
            ("start_url", &self.start_url),
            ("region", &self.region),
            ("account", &self.account),
            ("permission_set", &self.permission_set),
            ("base", &self.base),
            ("role_arn", &self.role_arn),
            ("external_id", &self.external_id),
            ("session_name", &self.session_name),
            ("mfa_serial", &self.mfa_serial),
        ];
        all.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?))).collect()
    }
}

/// The address of a page or an endpoint. What reads it looks at the rest.
fn web_address(place: &Text<'_>, value: &Spanned<String>) -> Result<String, String> {
    let address = value.get_ref().trim();
    match address.starts_with("https://") || address.starts_with("http://") {
        true => Ok(address.to_owned()),
        false => Err(place.at(value, "an address begins with https://")),
    }
}
