//! The words that past invalidations are made of.

pub(super) const TITLES: &[&str] = &[
    "the-salt-road",
    "winter-garden",
    "a-house-of-maps",
    "the-last-ferry",
    "small-hours",
    "the-orchard-keeper-s-son",
    "paper-lanterns",
    "nine-rivers",
    "the-glass-choir",
    "letters-from-the-pier",
    "the-cartographer",
    "blue-hour",
    "a-field-guide-to-rain",
    "the-lighthouse-year",
    "northern-bread",
    "the-quiet-machine",
    "songs-for-a-small-town",
    "under-the-linden",
    "the-clockmaker",
    "tidewater",
    "the-long-afternoon",
    "moss-and-stone",
];

pub(super) const PEOPLE: &[&str] = &[
    "a-lindqvist",
    "m-okafor",
    "j-hartmann",
    "s-moreau",
    "e-kowalska",
    "t-nakamura",
    "r-silva",
    "h-osullivan",
    "n-castellanos",
    "i-petrov",
    "c-vandermeer",
    "l-haddad",
];

pub(super) const SECTIONS: &[&str] =
    &["fiction", "crime", "children", "cookery", "travel", "history", "poetry", "audiobooks", "new", "bargains"];

pub(super) const PURPOSES: &[&str] = &[
    "price-change",
    "new-edition",
    "cover-update",
    "news",
    "homepage",
    "newsletter",
    "legal-correction",
    "spring-list",
    "autumn-list",
    "event-page",
    "housekeeper",
    "sold-out",
];

pub(super) const BUNDLES: &[&str] = &["site", "reader", "checkout", "search", "vendor", "analytics", "consent"];
