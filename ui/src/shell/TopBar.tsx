import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";
import { useNavigate } from "react-router";
import { useText } from "../common/text";
import { ConnectionBand } from "../features/connection/ConnectionDot";
import { useConnections, useSwitchConnection } from "../features/connection/ConnectionInUse";
import { useFlash } from "../features/flash/Flash";
import { useLockNow } from "../features/lock/useLockNow";
import { doShortcut } from "../features/shortcuts/registry";
import { HousekeeperError } from "../ipc/client";
import { errors } from "../messages/errors";
import { lock } from "../messages/lock";
import { palette } from "../messages/palette";
import { sessions } from "../messages/sessions";
import { shell } from "../messages/shell";
import "./top-bar.css";
import { menuRow } from "./menuRow";
import { useSearchKeys } from "./useSearchKeys";
import { useSessionUtility } from "./useSessionUtility";

const MANAGE = "manage";
const LOCK = "lock";

/** The bar atop the window: what it is, whom it talks to and for how long, and the menu to change that. */
export function TopBar() {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const { all, inUse } = useConnections();
  const switchTo = useSwitchConnection();
  const lockNow = useLockNow();
  const session = useSessionUtility();
  const bar = useSearchKeys(t(palette.title));

  function choose(id: string) {
    if (id === MANAGE) return void navigate("/connections");
    if (id === LOCK) return lockNow.mutate();
    const chosen = all.find((connection) => connection.id === id);
    if (!chosen || chosen.inUse) return;
    switchTo.mutate(id, {
      onSuccess: () => {
        flash({ type: "success", content: t(shell.switched, { name: chosen.name }) });
        // What is on screen belongs to the other account.
        void navigate("/distributions");
      },
      onError: (thrown) => {
        const failure = HousekeeperError.from(thrown);
        const sentence = errors[failure.code] ?? errors.unexpected;
        flash({ type: "error", header: t(sentence.happened), content: t(sentence.todo) });
      },
    });
  }

  const utilities: TopNavigationProps.Utility[] = [
    {
      // First, and so always at the same place, at which its keys are noted.
      type: "button",
      iconName: "search",
      text: t(palette.title),
      title: t(palette.title),
      ariaLabel: t(palette.title),
      disableUtilityCollapse: true,
      onClick: () => doShortcut("search"),
    },
  ];
  if (inUse.endpoint) {
    utilities.push({
      type: "button",
      iconName: "status-warning",
      text: t(shell.endpoint, { endpoint: inUse.endpoint }),
      title: t(shell.endpointHint, { endpoint: inUse.endpoint }),
      disableTextCollapse: true,
      disableUtilityCollapse: true,
      onClick: () => void navigate("/connections"),
    });
  }
  if (session) utilities.push(session);
  const { name, account, production } = inUse;
  const label = [production && t(sessions.production), name, account].filter(Boolean).join(" · ");
  utilities.push({
    type: "menu-dropdown",
    iconName: "user-profile",
    text: label,
    // The visible words are part of the spoken name, so that voice control finds them.
    ariaLabel: t(shell.connectionMenu, { label }),
    title: t(shell.connectionInUse),
    description: inUse.arn ?? undefined,
    disableTextCollapse: true,
    disableUtilityCollapse: true,
    items: [
      { id: "connections", text: t(shell.connectionInUse), items: all.map((connection) => menuRow(t, connection)) },
      { id: MANAGE, text: t(shell.manageConnections) },
      { id: LOCK, text: t(lock.lockNow) },
    ],
    onItemClick: ({ detail }) => choose(detail.id),
  });

  return (
    <div ref={bar}>
      <TopNavigation
        identity={{
          title: t(shell.product),
          href: "#/distributions",
          onFollow: (event) => {
            event.preventDefault();
            void navigate("/distributions");
          },
        }}
        utilities={utilities}
        i18nStrings={{ overflowMenuTriggerText: t(shell.more), overflowMenuTitleText: t(shell.more) }}
      />
      {inUse.colour !== "none" && <ConnectionBand colour={inUse.colour} />}
    </div>
  );
}
