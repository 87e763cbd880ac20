//! What helps somebody who helps: gathered when the person asks for it, read by them first, and sent nowhere.
//!
//! Each file is about one thing and says numbers, kinds and versions: no names, addresses, accounts or paths of what is
//! cleared, and nothing that could be secret. The types that are written here hold no other fields, so nothing has to be
//! taken out of them afterwards.

mod archive;
mod computer;
mod crashes;
mod files;
mod logs;
mod policy;
mod records;
mod settings;

use engine::Housekeeper;

use crate::Place;

pub use archive::archive;

/// A file of the diagnostics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// Its name in the archive.
    pub name: String,
    /// What it is about.
    pub kind: Kind,
    /// All of it.
    pub text: String,
}

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The app and the computer.
    App,
    /// The settings, and what kinds of connections there are.
    Settings,
    /// How much the records hold.
    Records,
    /// The administrator's file.
    Policy,
    /// The app's log.
    Log,
    /// A run that ended in a crash.
    Crash,
}

/// Gathers everything. `house` is missing where the records could not be opened, and then the sentence says why.
///
/// Reads files and asks the computer: it blocks for some milliseconds.
pub async fn gather(place: &Place, house: Result<&Housekeeper, &str>) -> Vec<Gathered> {
    let mut gathered = vec![Gathered { name: "app.txt".to_owned(), kind: Kind::App, text: computer::tell(place) }];
    match house {
        Ok(house) => {
            gathered.extend([
                Gathered { name: "settings.json".to_owned(), kind: Kind::Settings, text: settings::tell(house).await },
                Gathered { name: "records.txt".to_owned(), kind: Kind::Records, text: records::tell(house).await },
                Gathered { name: "policy.txt".to_owned(), kind: Kind::Policy, text: policy::tell(house) },
            ]);
        }
        Err(problem) => {
            let text = format!("The records could not be opened.\n{}\n", files::from_home(problem));
            gathered.push(Gathered { name: "records.txt".to_owned(), kind: Kind::Records, text });
        }
    }
    gathered.extend(logs::last(&place.logs()));
    gathered.extend(crashes::all(&place.crashes()));
    gathered
}

#[cfg(test)]
mod tests;
