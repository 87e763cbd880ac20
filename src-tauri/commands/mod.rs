//! The window's commands: one file a noun of the UI, each with its wire types. The only place that knows Tauri and
//! specta.
//!
//! A command unpacks, makes one call of the engine, and returns. No type here that goes out can hold a secret.

mod about;
mod activity;
mod alternatives;
mod batches;
mod bill;
mod budgets;
mod changed;
mod cheaper;
mod cli;
mod closing;
mod colour;
mod connection_row;
mod connections;
mod costs;
mod create;
mod diagnostics;
mod distributions;
mod drafts;
mod error;
mod export;
mod import;
mod invalidations;
mod month;
mod notify;
mod page_errors;
mod permissions;
mod policy;
mod portals;
mod queue;
mod run;
mod run_cost;
mod sessions;
mod settings;
mod suggestions;
mod target;
mod trial;
mod updates;

pub use about::AboutApp;
pub use changed::Changed;
pub use closing::CloseAsked;
pub(crate) use closing::ask_before_closing;
pub(crate) use diagnostics::Diagnostics;
pub use error::WireError;
pub(crate) use import::Imports;
pub use notify::PageAsked;
pub(crate) use page_errors::PageErrors;
pub(crate) use updates::{prepare as prepare_updates, take_in as take_in_updates};

use specta_typescript::Typescript;
use tauri_specta::{Builder, collect_commands, collect_events};

/// What a command answers.
type Answer<T> = Result<T, WireError>;

/// Every command and event of the window.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .commands(collect_commands![
            about::about,
            about::dismiss_crash_report,
            about::dismiss_startup_notice,
            activity::activity,
            activity::refusal,
            activity::retry,
            activity::submission,
            alternatives::alternatives,
            alternatives::weekly_repeats,
            batches::batch,
            batches::batch_labels,
            batches::batch_versions,
            batches::batches,
            batches::bring_back_batch,
            batches::delete_batch,
            batches::duplicate_batch,
            batches::restore_batch_version,
            batches::save_batch,
            batches::set_favourite_batch,
            batches::template_facts,
            bill::check_bill,
            budgets::budgets,
            budgets::save_budget,
            budgets::save_tariff,
            budgets::tariffs,
            cheaper::apply_cheaper,
            cli::copy_as_cli,
            closing::answer_close,
            connections::access_keys_on_file,
            connections::agree_to_program,
            connections::aws_profiles,
            connections::check_connection,
            connections::connections,
            connections::describe_connection,
            connections::remove_connection,
            connections::replace_access_key,
            connections::rotate_access_key,
            connections::save_connection,
            connections::use_connection,
            costs::costs,
            costs::export_costs,
            create::check_items,
            create::submit,
            diagnostics::diagnostics,
            diagnostics::save_diagnostics,
            distributions::add_distribution,
            distributions::distribution_details,
            distributions::distributions,
            distributions::note_distribution,
            distributions::remove_distribution,
            distributions::tenant_details,
            distributions::tenants,
            drafts::draft,
            drafts::drafts,
            drafts::drop_draft,
            drafts::keep_draft,
            export::export_batches,
            export::export_history,
            export::save_export,
            import::import_chunk,
            import::import_close,
            import::import_keep,
            import::import_lines,
            import::import_open,
            import::import_read,
            invalidations::invalidation,
            invalidations::invalidations,
            invalidations::object_paths,
            month::count_month,
            month::month,
            month::stop_counting,
            notify::notify,
            page_errors::report_page_error,
            queue::asks,
            queue::move_in_queue,
            queue::pause_queue,
            queue::queue,
            queue::resume_queue,
            permissions::permissions,
            policy::policy,
            portals::begin_portal_sign_in,
            portals::cancel_portal_sign_in,
            portals::open_portal_sign_in,
            portals::portal_accounts,
            portals::portal_roles,
            portals::portal_sign_in,
            portals::portals,
            queue::run_items,
            queue::send_now,
            queue::target_queue,
            queue::undo,
            queue::withdraw_items,
            run::review_run,
            run::run_batch,
            sessions::enter_mfa_code,
            sessions::lock,
            sessions::locked,
            sessions::sign_out,
            sessions::still_here,
            sessions::unlock,
            settings::save_settings,
            settings::settings,
            suggestions::dismiss_suggestion,
            suggestions::suggestions,
            trial::try_item,
            updates::check_for_update,
            updates::install_update,
        ])
        .events(collect_events![Changed, CloseAsked, PageAsked])
        // One type for both directions: nothing here reads differently than it writes.
        .disable_serde_phases()
        // Counts and row numbers stay far below 2^53.
        .dangerously_cast_bigints_to_number()
}

/// The TypeScript that the window uses to call these commands.
///
/// # Errors
/// When the file cannot be written.
pub fn export_bindings(path: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let header = "// Generated from src-tauri/commands by `cargo xtask bindings`. Do not edit.\n";
    builder().export(Typescript::default().header(header), path)?;
    Ok(())
}
