use domain::Distribution;
use domain::marks::Colour;

use super::*;
use crate::ports::Records;
use crate::testing::{Stage, life, target};
use crate::{About, Endpoints, LONGEST_UNDO, Portal, Query, Role, Settings};

fn brought(id: &str) -> ConnectionId {
    ConnectionId::new(format!("{}{id}", ConnectionId::ADMINISTRATORS))
}

fn connection(id: &str, name: &str, way: Way) -> Connection {
    let about = About { name: name.to_owned(), ..About::default() };
    Connection { id: brought(id), about, way, endpoints: Endpoints::default(), identity: None }
}

fn profile(id: &str, name: &str) -> Connection {
    connection(id, name, Way::Profile { name: "web".to_owned(), agreed_program: None })
}

fn with(connections: Vec<Connection>) -> Policy {
    Policy { connections, ..Policy::default() }
}

async fn names(stage: &Stage) -> Vec<String> {
    let rows = stage.house.connections().await.expect("rows");
    rows.into_iter().map(|row| row.connection.about.name).collect()
}

async fn in_use(stage: &Stage) -> String {
    let rows = stage.house.connections().await.expect("rows");
    rows.into_iter().find(|row| row.in_use).expect("one is").connection.about.name
}

async fn own(stage: &Stage) -> ConnectionId {
    let new = crate::NewConnection {
        about: About { name: "Mine".to_owned(), ..About::default() },
        way: crate::NewWay::Profile("mine".to_owned()),
        endpoints: Endpoints::default(),
        keep: crate::Keep::Keychain,
        agreed_program: None,
        mfa_code: None,
    };
    stage.house.save_connection(new).await.expect("saved").0.id
}

#[test]
fn the_time_to_undo_is_the_files_where_that_fixes_it_and_the_persons_own_again_after_that() {
    life(async {
        let stage = Stage::new();
        let house = &stage.house;
        let own = Settings { undo: Duration::from_secs(7), ..Settings::default() };
        house.save_settings(&own).await.expect("saved");
        stage.office.fix(Policy { undo: Some(Duration::from_secs(30)), ..Policy::default() });
        let fixed = house.settings().await.expect("settings");
        assert_eq!(fixed.undo, Duration::from_secs(30));
        stage.ask_for("/a").await;
        tokio::time::sleep(Duration::from_secs(25)).await;
        assert_eq!(stage.cloudfront.orders().len(), 0, "it can still be undone");
        tokio::time::sleep(Duration::from_secs(10)).await;
        assert_eq!(stage.cloudfront.orders().len(), 1);

        let shorter = house.save_settings(&Settings { undo: Duration::ZERO, ..fixed.clone() }).await;
        let Err(Failure::Invalid { detail }) = shorter else { panic!("{shorter:?}") };
        assert!(detail.contains("30 seconds") && detail.contains("/etc/housekeeper/policy.toml"), "{detail}");
        house.save_settings(&Settings { notify_completed: false, ..fixed }).await.expect("the rest is the person's");
        stage.office.break_it("It cannot be read.");
        let longer = Settings { undo: LONGEST_UNDO, ..house.settings().await.expect("settings") };
        assert!(matches!(house.save_settings(&longer).await, Err(Failure::PolicyBroken { .. })));
        stage.office.remove();
        assert_eq!(house.settings().await.expect("settings"), Settings { notify_completed: false, ..own });
    });
}

#[test]
fn a_nickname_of_the_file_shows_where_the_person_has_none() {
    life(async {
        let stage = Stage::new();
        let (house, practice) = (&stage.house, ConnectionId::practice());
        let id = DistributionId::new("E1");
        let row = Distribution {
            id: id.clone(),
            domain_name: "d1.cloudfront.net".into(),
            aliases: vec!["www.example.com".into()],
            description: String::new(),
            status: "Deployed".into(),
            enabled: true,
            staging: false,
            mode: domain::ConnectionMode::Direct,
        };
        *lock(&stage.cloudfront.listing) = Ok(vec![row]);
        stage.office.fix(Policy { nicknames: vec![(id.clone(), "The shop".into())], ..Policy::default() });
        let nickname = async |filter: &str| {
            let query = Query { filter: filter.to_owned(), limit: 9, ..Query::default() };
            let listing = house.distributions(&practice, &query).await.expect("listed");
            listing.rows.into_iter().next().and_then(|row| row.note.nickname)
        };
        assert_eq!(nickname("shop").await.as_deref(), Some("The shop"), "it is found by it too");
        let account = house.open(&practice).await.expect("open").account;
        let name = async || house.name_of(&practice, &account, &domain::Target::Distribution(id.clone())).await;
        assert_eq!(name().await.as_deref(), Some("The shop"));
        // To star it keeps no name as the person's own.
        house.note_distribution(&practice, &id, Some("The shop".into()), true).await.expect("noted");
        stage.office.fix(Policy { nicknames: vec![(id.clone(), "Our shop".into())], ..Policy::default() });
        assert_eq!(nickname("").await.as_deref(), Some("Our shop"));
        house.note_distribution(&practice, &id, Some("Mine".into()), true).await.expect("noted");
        assert_eq!((nickname("").await.as_deref(), name().await.as_deref()), (Some("Mine"), Some("Mine")));
        house.note_distribution(&practice, &id, None, true).await.expect("noted");
        stage.office.break_it("It cannot be read.");
        assert_eq!(nickname("").await.as_deref(), Some("Our shop"), "a broken file takes no name away");
        stage.office.remove();
        assert_eq!(nickname("").await, None);
    });
}

#[test]
fn connections_of_the_file_are_listed_used_and_stay_as_they_are() {
    life(async {
        let stage = Stage::new();
        let house = &stage.house;
        own(&stage).await;
        assert_eq!(in_use(&stage).await, "Practice account");
        let marked = About { name: "Live".into(), colour: Colour::Red, production: true };
        stage.office.fix(with(vec![profile("a", "Editors"), Connection { about: marked, ..profile("b", "") }]));
        assert_eq!(names(&stage).await, ["Practice account", "Editors", "Live", "Mine"]);
        assert_eq!(in_use(&stage).await, "Editors", "nobody has chosen yet");
        house.use_connection(&brought("b")).await.expect("used");
        assert_eq!(in_use(&stage).await, "Live");

        let file = "/etc/housekeeper/policy.toml";
        assert_eq!(house.is_fixed(&brought("a")).as_deref(), Some(file));
        assert_eq!(house.is_fixed(&ConnectionId::practice()), None);
        let removed = house.remove_connection(&brought("a")).await.expect_err("it stays");
        assert!(removed.detail().contains(file), "{removed}");
        let about = |name: &str, production| About { name: name.into(), colour: Colour::Blue, production };
        for refused in [about("Else", true), about("Live", false)] {
            let refused = house.describe_connection(&brought("b"), refused).await.expect_err("it stays");
            assert!(refused.detail().contains(file), "{refused}");
        }
        house.describe_connection(&brought("b"), about("Live", true)).await.expect("a colour is the person's");
        house.describe_connection(&brought("a"), about("Editors", true)).await.expect("a mark is added");
        assert_eq!(house.connection(&brought("b")).await.expect("there").about, about("Live", true));
        assert_eq!(house.connection(&brought("a")).await.expect("there").about, about("Editors", true));
        let taken = crate::NewConnection {
            about: About { name: "Live".into(), ..About::default() },
            way: crate::NewWay::Profile("x".into()),
            endpoints: Endpoints::default(),
            keep: crate::Keep::Keychain,
            agreed_program: None,
            mfa_code: None,
        };
        assert!(matches!(house.save_connection(taken).await, Err(Failure::Invalid { .. })), "its name is taken");
    });
}

#[test]
fn whom_aws_takes_a_connection_for_is_remembered_for_as_long_as_it_is_the_same() {
    life(async {
        let stage = Stage::new();
        let house = &stage.house;
        stage.office.fix(with(vec![profile("a", "Editors")]));
        assert_eq!(house.identity_of(&brought("a")).await, None);
        house.check_connection(&brought("a")).await.expect("checked");
        house.agree_to_program(&brought("a"), "vault").await.expect("agreed");
        let known = house.identity_of(&brought("a")).await;
        assert!(known.is_some());
        // The next start, and another name for it.
        let next = Stage::over(stage.records.clone());
        next.office.fix(with(vec![profile("a", "Renamed")]));
        let after = next.house.connection(&brought("a")).await.expect("there");
        assert_eq!((after.name(), &after.identity), ("Renamed", &known));
        assert!(matches!(after.way, Way::Profile { agreed_program: Some(_), .. }));
        // Another profile is another way in, of which nothing is known.
        let other = Way::Profile { name: "other".into(), agreed_program: None };
        next.office.fix(with(vec![connection("a", "Renamed", other.clone())]));
        let after = next.house.connection(&brought("a")).await.expect("there");
        assert_eq!((after.way, after.identity), (other, None));
    });
}

#[test]
fn what_the_file_no_longer_says_is_gone_with_the_doors_it_opened() {
    life(async {
        let stage = Stage::new();
        let house = &stage.house;
        let role = |base: &str| {
            let role =
                Role { arn: "arn:aws:iam::1:role/x".into(), external_id: None, session_name: None, mfa_serial: None };
            connection("r", "Role", Way::Role { base: brought(base), role })
        };
        let portal = Portal { start_url: "https://a".into(), region: "eu-west-1".into() };
        let center = Way::IdentityCenter { portal: portal.clone(), account: "1".into(), role: "e".into() };
        stage.office.fix(with(vec![profile("a", "A"), connection("b", "B", center), role("a")]));
        assert!(house.portals().await.expect("portals").iter().any(|known| known.portal == portal));
        house.check_connection(&brought("a")).await.expect("checked");
        house.open(&brought("r")).await.expect("open");
        house.use_connection(&brought("a")).await.expect("used");
        let submission = house.submit(&brought("a"), &target(), "/a", "").await.expect("stored");
        // A role over another base is another way in, though nothing of its own has changed.
        stage.office.fix(with(vec![profile("a", "A"), profile("b", "B"), role("b")]));
        house.connections().await.expect("rows");
        assert!(house.opened(&brought("r")).is_none());
        house.open(&brought("a")).await.expect("open");
        stage.office.fix(with(vec![profile("b", "B")]));
        assert!(matches!(house.open(&brought("a")).await, Err(Failure::NotFound { .. })));
        assert_eq!(names(&stage).await, ["Practice account", "B"]);
        assert_eq!(in_use(&stage).await, "Practice account", "not whatever else leads somewhere");
        assert!(house.submission(submission.id).await.is_ok(), "what was sent stays");
        // While it is broken, what it said before goes on being shown.
        stage.office.break_it("It cannot be read.");
        assert_eq!(names(&stage).await, ["Practice account", "B"]);
        // The next start forgets what was remembered, unless it cannot know.
        let next = Stage::over(stage.records.clone());
        next.office.break_it("It cannot be read.");
        next.house.resume().await.expect("resumed");
        assert_eq!(names(&next).await, ["Practice account", "A"], "as it was remembered");
        next.office.fix(Policy::default());
        next.house.resume().await.expect("resumed");
        assert_eq!(names(&next).await, ["Practice account"]);
        assert!(next.records.connections().await.expect("records").is_empty());
    });
}

#[test]
fn batches_are_brought_once_and_under_a_name_that_is_free() {
    life(async {
        let stage = Stage::new();
        let house = &stage.house;
        let batch = |key: &str, name: &str| {
            let content = BatchContent {
                name: format!(" {name} "),
                description: String::new(),
                text: "/a".to_owned(),
                variables: Vec::new(),
                targets: Vec::new(),
                favourite: false,
                labels: Vec::new(),
                colour: Colour::None,
            };
            (key.to_owned(), content)
        };
        let names = async || {
            let (.., batches) = house.batches(&Default::default()).await.expect("batches");
            batches.into_iter().map(|batch| batch.content.name).collect::<Vec<_>>()
        };
        house.save_batch(None, batch("", "News").1).await.expect("saved");
        let policy = |batches| Policy { batches, ..Policy::default() };
        stage.office.fix(policy(vec![batch("news", "News"), batch("shop", "Shop")]));
        house.resume().await.expect("resumed");
        assert_eq!(names().await, ["News", "News (2)", "Shop"]);
        let (.., kept) = house.batches(&Default::default()).await.expect("batches");
        house.delete_batch(kept[1].id).await.expect("deleted");
        house.save_batch(Some(kept[2].id), batch("", "Mine").1).await.expect("edited");
        stage.office.fix(policy(vec![batch("news", "News"), batch("shop", "Shop"), batch("blog", "Blog")]));
        house.resume().await.expect("resumed");
        assert_eq!(names().await, ["News", "Mine", "Blog"]);
    });
}

#[test]
fn whoever_listens_hears_of_another_file_once() {
    life(async {
        let stage = Stage::new();
        stage.house.watch_for_the_administrator();
        tokio::time::sleep(Duration::from_secs(60)).await;
        let mut changes = stage.house.changes();
        tokio::time::sleep(Duration::from_secs(60)).await;
        assert!(changes.try_recv().is_err(), "nothing has changed");
        stage.office.fix(with(vec![profile("a", "A")]));
        tokio::time::sleep(Duration::from_secs(60)).await;
        assert_eq!(changes.try_recv(), Ok(Change::Connections));
        assert_eq!(changes.try_recv(), Ok(Change::Settings));
        assert!(changes.try_recv().is_err());
        assert!(stage.house.administrators_policy().expect("whole").is_some());
        stage.office.break_it("It cannot be read.");
        let broken = stage.house.administrators_policy().expect_err("broken");
        assert_eq!(broken.path, stage.house.administrators_file());
        assert_eq!(changes.try_recv(), Ok(Change::Settings));
    });
}
