//! What stands in an editor, for the AWS CLI.

use engine::{ConnectionId, Housekeeper};
use formats::command::{Shell, create_invalidation};
use formats::invbatch;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use super::target::WireTarget;

/// The AWS CLI's file and command for what stands in an editor.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CliCommands {
    /// `invbatch-PURPOSE.json`.
    file_name: String,
    /// What is in it.
    file: String,
    sh: String,
    powershell: String,
    cmd: String,
}

/// What stands in an editor as the AWS CLI's batch file and its command.
#[tauri::command]
#[specta::specta]
pub async fn copy_as_cli(
    house: State<'_, Housekeeper>,
    connection: String,
    target: WireTarget,
    text: String,
    name: String,
) -> Answer<CliCommands> {
    let (connection, target) = (ConnectionId::new(connection), target.into());
    let order = house.order_of(&connection, &target, &text, &name).await?;
    let endpoint = house.endpoint_of(&connection).await?;
    let file_name = invbatch::file_name(&order.reference);
    let command = |shell| create_invalidation(shell, &target, &file_name, endpoint.as_deref());
    Ok(CliCommands {
        file: invbatch::write(&order),
        sh: command(Shell::Sh),
        powershell: command(Shell::PowerShell),
        cmd: command(Shell::Cmd),
        file_name,
    })
}
