//! How much the records hold, and how they are kept.

use std::fmt::Write;

use engine::{Failure, Housekeeper};

pub(super) async fn tell(house: &Housekeeper) -> String {
    read(house).await.unwrap_or_else(|failure| format!("{}\n", failure.logged()))
}

async fn read(house: &Housekeeper) -> Result<String, Failure> {
    let (inventory, mended) = (house.inventory().await?, house.mended().await?);
    let mut text = format!("Schema: {}\nSize: {} bytes\n", inventory.schema, inventory.bytes);
    if let Some(mended) = mended {
        let from = mended.restored_from.map_or_else(|| "nothing".to_owned(), |from| format!("a backup of {from}"));
        let _ = writeln!(text, "Repaired: {}, from {from}", mended.at);
    }
    let _ = writeln!(text, "\nBackups: {}", inventory.backups.len());
    for made in inventory.backups {
        let _ = writeln!(text, "  {made}");
    }
    text.push_str("\nRows:\n");
    for (table, rows) in inventory.rows {
        let _ = writeln!(text, "  {table}: {rows}");
    }
    Ok(text)
}
