import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

/** What a table shows in place of rows: nothing there, or nothing that matches. */
export function TableState({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <Box margin={{ vertical: "m" }} textAlign="center" color="inherit">
      <SpaceBetween size="s">
        <div>
          <b>{title}</b>
          {text && (
            <Box variant="p" color="inherit">
              {text}
            </Box>
          )}
        </div>
        {action}
      </SpaceBetween>
    </Box>
  );
}
