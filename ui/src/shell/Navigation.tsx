import SideNavigation from "@cloudscape-design/components/side-navigation";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../common/text";
import { shell } from "../messages/shell";

/** The pages of the window. */
export function Navigation() {
  const t = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const section = pathname.startsWith("/tenants") ? "distributions" : pathname.split("/")[1];
  return (
    <SideNavigation
      activeHref={`#/${section}`}
      items={[
        { type: "link", text: t(shell.distributions), href: "#/distributions" },
        { type: "link", text: t(shell.batches), href: "#/batches" },
        { type: "link", text: t(shell.activity), href: "#/activity" },
        { type: "link", text: t(shell.costs), href: "#/costs" },
        { type: "divider" },
        { type: "link", text: t(shell.connections), href: "#/connections" },
        { type: "link", text: t(shell.settings), href: "#/settings" },
      ]}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href.slice(1));
      }}
    />
  );
}
