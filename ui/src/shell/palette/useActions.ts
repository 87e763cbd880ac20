import { useQuery } from "@tanstack/react-query";
import type { MessageDescriptor } from "react-intl";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { NEW_BATCH } from "../../features/batches/saveAsBatch";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { useLockNow } from "../../features/lock/useLockNow";
import { keys } from "../../features/queries/keys";
import { doShortcut } from "../../features/shortcuts/registry";
import { ADD_BY_ID } from "../../features/targets/paths";
import { WELCOME } from "../../features/welcome/paths";
import { housekeeper } from "../../ipc/client";
import { adding } from "../../messages/adding";
import { common } from "../../messages/common";
import { connections } from "../../messages/connections";
import { distributions } from "../../messages/distributions";
import { lock } from "../../messages/lock";
import { palette as text } from "../../messages/palette";
import { queue } from "../../messages/queue";
import { shell } from "../../messages/shell";
import { shortcuts } from "../../messages/shortcuts";
import { welcome } from "../../messages/welcome";
import type { Entry } from "./entry";

/** Every page of the navigation. */
const PAGES: readonly [string, MessageDescriptor][] = [
  ["/distributions", shell.distributions],
  ["/batches", shell.batches],
  ["/activity", shell.activity],
  ["/costs", shell.costs],
  ["/connections", shell.connections],
  ["/settings", shell.settings],
];

/** The ways to add a connection. */
const WAYS: readonly [string, MessageDescriptor][] = [
  ["access-key", connections.accessKey],
  ["profile", connections.profile],
  ["identity-center", adding.identityCenter],
  ["role", adding.role],
];

/** What can be done from anywhere; `onCreate` goes on to ask for the distribution. */
export function useActions(onCreate: () => void): Entry[] {
  const t = useText();
  const navigate = useNavigate();
  const failed = useFailureFlash();
  const lockNow = useLockNow();
  const paused = useQuery({ queryKey: keys.queue, queryFn: () => housekeeper.queue() }).data?.paused;
  const to = (address: string) => () => void navigate(address);
  const pages = PAGES.map(([address, title]) => ({
    id: `page${address}`,
    label: t(text.goTo, { page: t(title) }),
    act: to(address),
  }));
  const connectionWays = WAYS.map(([kind, name]) => ({
    id: `add-connection/${kind}`,
    label: t(text.addConnection, { kind: t(name) }),
    act: to(`/connections/add/${kind}`),
  }));
  const toggleQueue = () =>
    void (paused ? housekeeper.resumeQueue() : housekeeper.pauseQueue()).catch((thrown) => failed(thrown));
  const ofQueue: Entry[] =
    paused === undefined ? [] : [{ id: "queue", label: t(paused ? queue.resume : queue.pause), act: toggleQueue }];
  return [
    { id: "create", label: t(text.createOn), act: onCreate, stays: true },
    ...pages,
    { id: "add-by-id", label: t(distributions.addById), detail: t(shell.distributions), act: to(ADD_BY_ID) },
    { id: "new-batch", label: t(text.createBatch), act: to(NEW_BATCH) },
    { id: "import", label: t(text.importBatches), act: to("/batches/import") },
    ...connectionWays,
    ...ofQueue,
    { id: "refresh", label: t(common.refresh), keys: "refresh", act: () => doShortcut("refresh") },
    { id: "lock", label: t(lock.lockNow), act: () => lockNow.mutate() },
    { id: "diagnostics", label: t(text.diagnostics), act: to("/settings?diagnostics") },
    { id: "help", label: t(text.help), keys: "help", act: () => doShortcut("help") },
    { id: "shortcuts", label: t(shortcuts.title), keys: "shortcuts", act: () => doShortcut("shortcuts") },
    { id: "welcome", label: t(welcome.show), act: to(WELCOME) },
  ];
}
