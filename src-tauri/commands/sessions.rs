//! Sessions: MFA codes, signing out, and the lock.

use engine::{ConnectionId, Housekeeper};
use secrecy::SecretString;
use serde::Deserialize;
use specta::Type;
use tauri::State;

use super::Answer;

/// The code of an MFA device, on its way in.
#[derive(Debug, Deserialize, Type)]
#[serde(transparent)]
pub struct MfaCode(#[specta(type = String)] SecretString);

/// The code of an MFA device, for the connection that asks for it.
#[tauri::command]
#[specta::specta]
pub async fn enter_mfa_code(house: State<'_, Housekeeper>, id: String, code: MfaCode) -> Answer<()> {
    Ok(house.enter_mfa_code(&ConnectionId::new(id), &code.0).await?)
}

/// Ends a connection's session. An Identity Center's ends for every connection through the same portal.
#[tauri::command]
#[specta::specta]
pub async fn sign_out(house: State<'_, Housekeeper>, id: String) -> Answer<()> {
    Ok(house.sign_out(&ConnectionId::new(id)).await?)
}

/// Whether the app has let go of what it held in memory, because nobody was there.
#[tauri::command]
#[specta::specta]
pub async fn locked(house: State<'_, Housekeeper>) -> Answer<bool> {
    Ok(house.is_locked())
}

/// Lets go of what is held in memory now.
#[tauri::command]
#[specta::specta]
pub async fn lock(house: State<'_, Housekeeper>) -> Answer<()> {
    house.lock().await;
    Ok(())
}

/// Somebody is there again.
#[tauri::command]
#[specta::specta]
pub async fn unlock(house: State<'_, Housekeeper>) -> Answer<()> {
    house.unlock();
    Ok(())
}

/// Somebody used the window just now. Call it at most every twenty seconds.
#[tauri::command]
#[specta::specta]
pub async fn still_here(house: State<'_, Housekeeper>) -> Answer<()> {
    house.still_here();
    Ok(())
}
