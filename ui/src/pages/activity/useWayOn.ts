import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { dropSent } from "../../features/path-editor/drafts";
import { isFromEditor, type Refused } from "../../features/submissions/wayBack";
import { createPath, invalidationPath } from "../../features/targets/paths";
import { HousekeeperError, housekeeper, type SubmissionRow, type WireError } from "../../ipc/client";

/**
 * Where one came here from the editor: leads on to the invalidation as soon as there is one to follow, and back to the
 * editor where it was refused. Whoever has gone elsewhere before is left there.
 *
 * A run of several parts stays here: the others go on, or wait for the person, whatever becomes of this one.
 *
 * Returns what to do once it was taken back, with how many submissions that were.
 */
export function useWayOn(row: SubmissionRow | undefined): (count: number) => void {
  const navigate = useNavigate();
  const { state: from } = useLocation();
  const inUse = useConnectionInUse().id;
  // The pages it leads to ask through the connection in use.
  const leads = row !== undefined && isFromEditor(from) && row.connection === inUse;

  useEffect(() => {
    if (!leads || row.parts > 1) return;
    const { target, run, state } = row;
    let left = false;
    if (state.kind === "inProgress" || state.kind === "completed") {
      dropSent(run);
      void navigate(invalidationPath(target, state.invalidation), { replace: true });
    }
    if (state.kind === "refused") {
      void refusalOf(row.id, state.reason).then((refusal) => {
        const told: Refused = { refusal };
        if (!left) void navigate(createPath(target, { run }), { replace: true, state: told });
      });
    }
    return () => {
      left = true;
    };
  }, [leads, row, navigate]);

  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  return (count) => {
    if (!row) return;
    // What was typed would bring back the parts that were sent, too.
    if (count < row.parts) dropSent(row.run);
    if (leads && here.current) void navigate(createPath(row.target, { run: row.run }), { replace: true });
  };
}

/** The refusal with the missing action and the policy; as far as the submission itself says it, where that fails. */
async function refusalOf(
  id: number,
  { code, detail }: { code: WireError["code"]; detail: string },
): Promise<WireError> {
  try {
    return await housekeeper.refusal(id);
  } catch {
    const { action, resource, policy, message } = HousekeeperError.of(code, detail);
    return { code, message, detail, action, resource, policy, submission: id };
  }
}
