//! Signing in as an organisation does: at IAM Identity Center, and with a role that wants a code.

use crate::harness::{IdentityCenter, Moto, Window, Workstation};
use crate::steps::{create, save_access_key, wait_for_details};

/// A role that the stand-in gives in moto's account.
const ROLE: &str = "ContentEditor";

/// Fills in a portal, up to the sign-in.
#[track_caller]
pub fn fill_in_portal(window: &Window, center: &IdentityCenter) {
    window.go_to("Connections");
    window.choose_in_menu("Add connection", "IAM Identity Center");
    window.field("Start URL").type_text(&center.start_url());
    window.field("Region").type_text("eu-west-1");
    window.field("Custom endpoint").type_text(&center.endpoint());
}

/// How a connection through the portal is called, unless the person calls it otherwise.
pub const PROPOSED: &str = "Website – ContentEditor";

/// Picks moto's account and a role in it, saves the connection under the name that is proposed, and puts it in use.
#[track_caller]
pub fn pick_and_use(window: &Window) {
    window.choose("Account", "123456789012");
    window.role("radio", ROLE).click();
    window.button("Save connection").click();
    window.wait_for_text(&format!("{PROPOSED} was saved."));
    window.button("Use").click();
    window.wait_for_text(&format!("{PROPOSED} is now in use."));
}

#[test]
fn from_an_empty_start_one_signs_in_in_the_browser_and_makes_an_invalidation() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let center = IdentityCenter::before(&moto);
    let station = Workstation::start();
    let window = station.open();

    fill_in_portal(&window, &center);
    window.button("Sign in in the browser").click();
    window.button("Open the browser again").wait();
    let page = center.allow(&station.opened_in_browser(0));
    assert!(page.contains("You are signed in"), "{page}");
    pick_and_use(&window);
    create(&window, &distribution, "/index.html");
    wait_for_details(&window);
    window.detail("Status").wait_for_text("Completed");
    window.close();

    // It lasts over a restart, and when the session is ended elsewhere the window asks.
    let window = station.open();
    window.go_to("Distributions");
    window.link(&distribution).wait();
    center.end_every_session();
    window.close();
    let window = station.open();
    window.role("dialog", &format!("Sign in for {PROPOSED}")).button("Sign in").click();
    center.allow(&station.opened_in_browser(1));
    window.go_to("Distributions");
    window.link(&distribution).wait();
    window.close();
}

#[test]
fn with_a_code_one_signs_in_in_any_browser() {
    let moto = Moto::start();
    let center = IdentityCenter::before(&moto);
    let station = Workstation::start();
    let window = station.open();

    fill_in_portal(&window, &center);
    window.button("Use a code instead").click();
    let page = station.opened_in_browser(0);
    let code = page.rsplit("user_code=").next().unwrap().to_owned();
    window.wait_for_text(&code);
    center.allow_code(&code);
    pick_and_use(&window);
    window.close();
}

#[test]
fn a_role_that_wants_a_code_asks_for_it_when_it_is_needed() {
    let moto = Moto::start();
    let distribution = moto.create_distribution("Main site", "www.example.com");
    let station = Workstation::start();
    let window = station.open();

    save_access_key(&window, "Base", Moto::KEY, &moto.endpoint());
    window.wait_for_text("Base was saved.");
    window.choose_in_menu("Add connection", "Assume role");
    window.field("Connection name").type_text("Editors");
    window.choose("Base connection", "Base");
    window.field("Role ARN").type_text("arn:aws:iam::123456789012:role/Editors");
    window.field("MFA device").type_text("arn:aws:iam::123456789012:mfa/ann");
    window.field("Custom endpoint").type_text(&moto.endpoint());
    window.field("MFA code").type_text("123456");
    window.button("Save connection").click();
    window.wait_for_text("Editors was saved.");
    window.button("Use").click();
    window.wait_for_text("Editors is now in use.");
    create(&window, &distribution, "/index.html");
    window.detail("Status").wait_for_text("Completed");

    // Signed out, it asks again at the moment it is needed.
    window.go_to("Connections");
    window.choose_in_menu("Actions", "Sign out");
    window.button("Sign out").click();
    window.wait_for_text("You are signed out of Editors.");
    window.go_to("Distributions");
    window.field("MFA code").type_text("654321");
    window.button("Continue").click();
    window.link(&distribution).wait();
    window.close();
}
