import Box from "@cloudscape-design/components/box";
import { useText } from "../../common/text";
import { createInvalidation as text } from "../../messages/createInvalidation";
import { usePolicy } from "../policy/usePolicy";
import { useSettings } from "../settings/useSettings";

/** The id of what {@link TimeToUndo} says, for the button that it is read out with. */
export const TIME_TO_UNDO = "time-to-undo";

/** Beside the button, and part of what is read out with it: how long one can take it back, and that one cannot after. */
export function TimeToUndo() {
  const t = useText();
  const own = useSettings().data?.undoSeconds;
  const seconds = usePolicy().data?.undoSeconds ?? own ?? 0;
  return (
    <div id={TIME_TO_UNDO}>
      <Box color="text-body-secondary">
        {seconds > 0 && <>{t(text.undoTime, { seconds })} </>}
        {t(text.final)}
      </Box>
    </div>
  );
}
