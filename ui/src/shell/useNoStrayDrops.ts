import { useEffect } from "react";

/** A file that is dropped where nothing takes it would be opened in the window, in place of the app. */
export function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      // What takes files has said so by now; a text that is dragged into a field is none of this.
      if (event.defaultPrevented || !event.dataTransfer?.types.some((type) => type === "Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
