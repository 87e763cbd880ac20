import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import type { MessageDescriptor } from "react-intl";
import { useIntl } from "react-intl";
import { useText } from "../../common/text";
import { timeLeft } from "../../common/timeLeft";
import { useNow } from "../../common/useNow";
import type { Asked, SessionRow } from "../../ipc/client";
import { common } from "../../messages/common";
import { sessions as text } from "../../messages/sessions";

/** How often the time that is left is looked at, in milliseconds. */
const TICK = 10_000;

const ASKS: Record<Asked, MessageDescriptor> = {
  mfaCode: text.wantsMfa,
  portal: text.wantsPortal,
  accessKey: text.wantsKey,
  program: text.wantsProgram,
};

/** How long a connection's session lasts, or what it asks of the person. */
export function SessionBadge({ session }: { session: SessionRow }) {
  const t = useText();
  switch (session.kind) {
    case "unopened":
      return t(common.none);
    case "endless":
      return t(text.endless);
    case "until":
      return <Until expiresAt={session.expiresAt} renews={session.renews} />;
    case "asks":
      return <Warning>{t(ASKS[session.what])}</Warning>;
  }
}

/** Quiet for screen readers: the passing of time is not read out. */
function Until({ expiresAt, renews }: { expiresAt: string; renews: boolean }) {
  const t = useText();
  const now = useNow(TICK);
  const time = useEnd()(expiresAt, now);
  if (renews) return t(text.untilRenewed, { time });
  const left = timeLeft(Date.parse(expiresAt) - now);
  if (!left) return <Warning>{t(text.over)}</Warning>;
  return (
    <span role="timer" aria-live="off">
      {t(text.until, { time, ...left })}
    </span>
  );
}

/** No status indicator: that breaks words where there is little room. */
function Warning({ children }: { children: string }) {
  return (
    <Box color="text-status-warning">
      <Icon name="status-warning" variant="warning" /> {children}
    </Box>
  );
}

/** The function that writes when a session ends: the time alone where that is today. */
function useEnd(): (expiresAt: string, now: number) => string {
  const intl = useIntl();
  return (expiresAt, now) => {
    const end = new Date(expiresAt);
    if (Number.isNaN(end.getTime())) return expiresAt;
    const isToday = end.toDateString() === new Date(now).toDateString();
    return intl.formatDate(end, isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
  };
}
