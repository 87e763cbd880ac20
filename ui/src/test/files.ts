import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

/** Chooses a file as the dialog of the system would hand it over. */
export async function chooseFile(name: string, content: string): Promise<void> {
  const field = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!found) throw new Error("no field for a file");
    return found;
  });
  await userEvent.upload(field, new File([content], name));
}
