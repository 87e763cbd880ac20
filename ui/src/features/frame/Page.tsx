import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import HelpPanel from "@cloudscape-design/components/help-panel";
import Link from "@cloudscape-design/components/link";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../../common/text";
import { shell } from "../../messages/shell";
import { shortcuts } from "../../messages/shortcuts";
import { doShortcut } from "../shortcuts/registry";

/** The places of the frame that a page fills: it renders into them, so the frame knows nothing of any page. */
export type FrameSlots = { breadcrumbs: Element | null; help: Element | null; openHelp: () => void };

/** How a page reaches the frame. */
export const FrameContext = createContext<FrameSlots>({ breadcrumbs: null, help: null, openHelp: () => {} });

/** A step on the way to a page; the last one, the page itself, has no path. */
export type Crumb = { text: string; path?: string };

type Props = {
  title: string;
  crumbs: Crumb[];
  help: { title: string; content: ReactNode };
  /** The page takes the focus somewhere itself. */
  ownFocus?: boolean;
  children: ReactNode;
};

/** A page in the frame: its title, the way to it, its help, and the focus on its heading when one comes to it. */
export function Page({ title, crumbs, help, ownFocus, children }: Props) {
  const t = useText();
  const slots = useContext(FrameContext);
  const navigate = useNavigate();
  const { key, pathname } = useLocation();
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    document.title = `${title} – ${t(shell.product)}`;
  }, [title, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page; a new query string is the same page.
  useEffect(() => {
    // Nothing is taken from whoever has just opened the window.
    if (ownFocus || key === "default") return;
    const heading = content.current?.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div ref={content}>
      {slots.breadcrumbs &&
        createPortal(
          <BreadcrumbGroup
            ariaLabel={t(shell.breadcrumbs)}
            items={[{ text: t(shell.home), path: "/distributions" }, ...crumbs].map(({ text, path }) => ({
              text,
              href: `#${path ?? pathname}`,
            }))}
            onFollow={(event) => {
              event.preventDefault();
              void navigate(event.detail.href.replace(/^#/, ""));
            }}
          />,
          slots.breadcrumbs,
        )}
      {slots.help &&
        createPortal(
          <HelpPanel header={<h2>{help.title}</h2>} footer={<ShortcutsLink />}>
            {help.content}
          </HelpPanel>,
          slots.help,
        )}
      {children}
    </div>
  );
}

/** Opens the list of the shortcuts. */
function ShortcutsLink() {
  const t = useText();
  return (
    <Link variant="secondary" onFollow={() => doShortcut("shortcuts")}>
      {t(shortcuts.title)}
    </Link>
  );
}

/** The word Info beside a heading, which opens the help. */
export function InfoLink({ about }: { about: string }) {
  const t = useText();
  const { openHelp } = useContext(FrameContext);
  return (
    <Link variant="info" ariaLabel={`${t(shell.info)}: ${about}`} onFollow={openHelp}>
      {t(shell.info)}
    </Link>
  );
}
