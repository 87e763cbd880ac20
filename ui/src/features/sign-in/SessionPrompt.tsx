import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { sessions as text } from "../../messages/sessions";
import { connectionPath } from "../connection/paths";
import { useFlash } from "../flash/Flash";
import { AskMfaCode } from "./AskMfaCode";
import { AskPortal } from "./AskPortal";
import { AskProgram } from "./AskProgram";
import type { Asking } from "./askings";
import { useSignIn } from "./SignIn";
import { useFailuresThatAsk } from "./useFailuresThatAsk";
import { useOpensByItself } from "./useOpensByItself";
import { useSessionNotices } from "./useSessionNotices";

/** Says what the sessions ask of the person, as it is needed, and has it answered. */
export function SessionPrompt() {
  useFailuresThatAsk();
  useSessionNotices();
  useOpensByItself();
  const signIn = useSignIn();
  return signIn?.open && <Dialogue key={signIn.open.key} asking={signIn.open} onEnd={signIn.end} />;
}

function Dialogue({ asking, onEnd }: { asking: Asking; onEnd: () => void }) {
  const t = useText();
  const intl = useIntl();
  const flash = useFlash();
  const client = useQueryClient();
  function done() {
    onEnd();
    const names = intl.formatList(asking.from.map(({ name }) => name));
    flash({ id: `done/${asking.key}`, type: "success", content: t(text.done, { names, count: asking.from.length }) });
    // The connections, and whatever failed or could not be asked for meanwhile.
    void client.invalidateQueries();
  }
  switch (asking.what) {
    case "mfaCode":
      return <AskMfaCode asking={asking} onDone={done} onCancel={onEnd} />;
    case "portal":
      return <AskPortal asking={asking} onDone={done} onCancel={onEnd} />;
    case "program":
      return <AskProgram asking={asking} onDone={done} onCancel={onEnd} />;
    case "accessKey":
      return <ToConnections id={asking.connection} onThere={onEnd} />;
  }
}

/** The key is entered where the connections are. */
function ToConnections({ id, onThere }: { id: string; onThere: () => void }) {
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one way, gone once.
  useEffect(() => {
    void navigate(connectionPath(id));
    onThere();
  }, []);
  return null;
}
