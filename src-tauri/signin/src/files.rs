//! The shared AWS config files.
//!
//! They are read here rather than by the SDK, which takes a file that it may not read, or that is not UTF-8, for an
//! empty one. And what was checked is what is used: one reading serves both.

use std::error::Error;
use std::io::ErrorKind;
use std::path::PathBuf;

use aws_config::profile::{self, ProfileFileLoadError, ProfileSet};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_runtime::fs_util::{Os, home_dir};
use aws_types::os_shim_internal::{Env, Fs};

use engine::AccessKey;
use engine::ports::KeyOnFile;

use crate::SignInError;

/// The names of the profiles in the shared AWS config files, sorted.
///
/// The files are `~/.aws/config` and `~/.aws/credentials`, or those that `AWS_CONFIG_FILE` and
/// `AWS_SHARED_CREDENTIALS_FILE` name; one that is not there counts as empty.
///
/// # Errors
/// [`SignInError::Unreadable`] where a file is there but cannot be read or understood.
pub async fn profiles() -> Result<Vec<String>, SignInError> {
    let files = SharedFiles::read(&Env::real()).await?;
    let mut names: Vec<String> = files.parse("default").await?.profiles().map(str::to_owned).collect();
    names.sort_unstable();
    Ok(names)
}

/// The access keys in the shared credentials file, by their profiles.
///
/// # Errors
/// As [`profiles`].
pub async fn keys_on_file() -> Result<Vec<KeyOnFile>, SignInError> {
    let profiles = credentials_alone().await?;
    let mut keys: Vec<KeyOnFile> = profiles
        .profiles()
        .filter_map(|name| {
            let profile = profiles.get_profile(name)?;
            profile.get("aws_secret_access_key")?;
            Some(KeyOnFile {
                profile: name.to_owned(),
                access_key_id: profile.get("aws_access_key_id")?.to_owned(),
                temporary: profile.get("aws_session_token").is_some_and(|token| !token.is_empty()),
            })
        })
        .collect();
    keys.sort_unstable_by(|one, other| one.profile.cmp(&other.profile));
    Ok(keys)
}

/// The access key of a profile in the shared credentials file.
///
/// # Errors
/// [`SignInError::ProfileIncomplete`] where there is none any more.
pub async fn key_on_file(name: &str) -> Result<AccessKey, SignInError> {
    let profiles = credentials_alone().await?;
    let of = |key: &str| profiles.get_profile(name).and_then(|profile| profile.get(key));
    match (of("aws_access_key_id"), of("aws_secret_access_key")) {
        (Some(id), Some(secret)) => Ok(AccessKey {
            access_key_id: Some(id.to_owned()),
            secret_access_key: secret.into(),
            session_token: of("aws_session_token").filter(|token| !token.is_empty()).map(Into::into),
        }),
        _ => Err(SignInError::ProfileIncomplete {
            name: name.to_owned(),
            detail: "the credentials file has no access key for it".to_owned(),
        }),
    }
}

async fn credentials_alone() -> Result<ProfileSet, SignInError> {
    let files = SharedFiles::read(&Env::real()).await?;
    parse(&[(EnvConfigFileKind::Credentials, &files.credentials)], "default").await
}

/// One of the two files as it was read.
#[derive(Clone)]
struct SharedFile {
    path: PathBuf,
    contents: String,
}

/// Both files as they were read. It has no `Debug`: keys stand in them.
#[derive(Clone)]
pub(crate) struct SharedFiles {
    config: SharedFile,
    credentials: SharedFile,
}

impl SharedFiles {
    /// Reads both files. The variables and their defaults are those of the AWS SDKs and Tools Reference Guide,
    /// "Finding and changing the location of the shared files".
    pub(crate) async fn read(env: &Env) -> Result<Self, SignInError> {
        Ok(Self {
            config: read_file(env, "AWS_CONFIG_FILE", ".aws/config").await?,
            credentials: read_file(env, "AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials").await?,
        })
    }

    /// The profiles in both, with `name` as the chosen one, whether it is there or not.
    pub(crate) async fn parse(&self, name: &str) -> Result<ProfileSet, SignInError> {
        // The SDK's error does not say in which of two given texts it was, so each is first parsed by itself.
        parse(&[(EnvConfigFileKind::Config, &self.config)], name).await?;
        parse(&[(EnvConfigFileKind::Credentials, &self.credentials)], name).await?;
        let both = [(EnvConfigFileKind::Config, &self.config), (EnvConfigFileKind::Credentials, &self.credentials)];
        parse(&both, name).await
    }

    /// The files as the SDK takes them.
    pub(crate) fn for_sdk(&self) -> EnvConfigFiles {
        EnvConfigFiles::builder()
            .with_contents(EnvConfigFileKind::Config, self.config.contents.as_str())
            .with_contents(EnvConfigFileKind::Credentials, self.credentials.contents.as_str())
            .build()
    }

    /// The files as if the profile named only this endpoint, so that also what fetches credentials (a role's STS, a
    /// session's portal) calls it and nothing else.
    ///
    /// Later lines stand over earlier ones, and the credentials file over the config file; a section of services that
    /// does not exist takes the place of one that may name other endpoints.
    pub(crate) fn with_endpoint(mut self, name: &str, endpoint: &str) -> Self {
        self.credentials
            .contents
            .push_str(&format!("\n[{name}]\nservices = none-beside-the-custom-endpoint\nendpoint_url = {endpoint}\n"));
        self
    }

    /// The error for a name that is in neither file.
    pub(crate) fn no_such_profile(&self, name: &str) -> SignInError {
        let written = |file: &SharedFile, heading: String| file.contents.lines().any(|line| line.trim() == heading);
        let hint = if written(&self.config, format!("[{name}]")) {
            format!(" In the config file its heading must read [profile {name}].")
        } else if written(&self.credentials, format!("[profile {name}]")) {
            format!(" In the credentials file its heading must read [{name}].")
        } else {
            String::new()
        };
        let looked_in = format!("{} or {}", self.config.path.display(), self.credentials.path.display());
        SignInError::NoSuchProfile { name: name.to_owned(), looked_in, hint }
    }

    /// Files with these contents, as if they had been read.
    #[cfg(test)]
    pub(crate) fn of(config: &str, credentials: &str) -> Self {
        let file = |path: &str, contents: &str| SharedFile { path: path.into(), contents: contents.to_owned() };
        Self { config: file("config", config), credentials: file("credentials", credentials) }
    }
}

/// No files at all: for connections that are not to be mixed with any profile.
pub(crate) fn no_files() -> EnvConfigFiles {
    EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, "").build()
}

async fn read_file(env: &Env, variable: &str, below_home: &str) -> Result<SharedFile, SignInError> {
    let home = || home_dir(env, Os::real()).map(PathBuf::from).unwrap_or_else(|| PathBuf::from("~"));
    let path = match env.get(variable).ok().filter(|named| !named.is_empty()) {
        Some(named) => match named.strip_prefix("~/") {
            Some(rest) => home().join(rest),
            None => PathBuf::from(named),
        },
        None => home().join(below_home),
    };
    let refuse = |detail: String| SignInError::Unreadable { path: path.display().to_string(), detail };
    let bytes = match Fs::real().read_to_end(&path).await {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(refuse(error.to_string())),
    };
    let contents = String::from_utf8(bytes)
        .map_err(|_| refuse("it is not written in UTF-8; save it again with that encoding".to_owned()))?;
    // Editors on Windows begin a file with a byte order mark, which the SDK takes for a part of the first heading.
    let contents = contents.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(contents);
    Ok(SharedFile { path, contents })
}

async fn parse(files: &[(EnvConfigFileKind, &SharedFile)], name: &str) -> Result<ProfileSet, SignInError> {
    let given = files
        .iter()
        .fold(EnvConfigFiles::builder(), |given, (kind, file)| given.with_contents(*kind, file.contents.as_str()))
        .build();
    profile::load(&Fs::real(), &Env::real(), &given, Some(name.to_owned().into())).await.map_err(|error| {
        let paths: Vec<String> = files.iter().map(|(_, file)| file.path.display().to_string()).collect();
        SignInError::Unreadable { path: paths.join(" or "), detail: words_of(&error) }
    })
}

/// "error parsing  on line 3:\n  Expected an '=' sign" without what is said around it already.
fn words_of(error: &ProfileFileLoadError) -> String {
    let words = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.strip_prefix("error parsing ").unwrap_or(&words).trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn a_malformed_file_is_named_with_its_line() {
        let files = SharedFiles::of("[profile a]\nregion = us-east-1\n", "[a]\nthis is no setting\n");
        let Err(SignInError::Unreadable { path, detail }) = files.parse("a").await else { panic!("it parsed") };
        assert_eq!(path, "credentials");
        assert_eq!(detail, "on line 2: Expected an '=' sign defining a property");
    }

    #[tokio::test]
    async fn empty_files_hold_no_profile() {
        let set = SharedFiles::of("", "").parse("default").await.unwrap();
        assert!(set.is_empty());
    }

    #[test]
    fn a_heading_of_the_wrong_form_is_pointed_out() {
        let error = SharedFiles::of("[web]\nregion = us-east-1\n", "").no_such_profile("web");
        assert!(error.to_string().ends_with("its heading must read [profile web]."), "{error}");
        let error = SharedFiles::of("", "[profile web]\n").no_such_profile("web");
        assert!(error.to_string().ends_with("its heading must read [web]."), "{error}");
        let error = SharedFiles::of("", "").no_such_profile("web");
        assert_eq!(error.to_string(), "There is no profile named \"web\" in config or credentials.");
    }

    #[tokio::test]
    async fn the_custom_endpoint_stands_over_what_the_profile_says() {
        for config in [
            "[profile web]\nendpoint_url = http://old.example.com\nservices = local\n[services local]\nsts =\n  endpoint_url = http://sts.example.com",
            "[profile web]\nregion = us-east-1",
        ] {
            let files = SharedFiles::of(config, "[web]\nendpoint_url = http://older.example.com")
                .with_endpoint("web", "http://127.0.0.1:5000");
            let set = files.parse("web").await.unwrap();
            assert_eq!(set.get("endpoint_url"), Some("http://127.0.0.1:5000"));
            assert_eq!(set.get("services"), Some("none-beside-the-custom-endpoint"));
        }
        let files = SharedFiles::of("[profile default]\nregion = eu-west-1", "").with_endpoint("default", "http://x");
        let set = files.parse("default").await.unwrap();
        assert_eq!((set.get("region"), set.get("endpoint_url")), (Some("eu-west-1"), Some("http://x")));
    }
}
