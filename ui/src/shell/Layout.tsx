import AppLayout from "@cloudscape-design/components/app-layout";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { giveWay } from "../common/lastSeen";
import { useText } from "../common/text";
import { useConnectionInUse } from "../features/connection/ConnectionInUse";
import { Flashes } from "../features/flash/Flash";
import { FrameContext } from "../features/frame/Page";
import { SessionPrompt } from "../features/sign-in/SessionPrompt";
import { shell } from "../messages/shell";
import { AskModal } from "./AskModal";
import { CloseModal } from "./CloseModal";
import { Navigation } from "./Navigation";
import { PolicyAlert } from "./PolicyAlert";
import { PracticeBanner } from "./PracticeBanner";
import { RunNotices } from "./RunNotices";
import { TopBar } from "./TopBar";
import { useNoStrayDrops } from "./useNoStrayDrops";
import { WeeklyNotice } from "./WeeklyNotice";

/** Below this width the navigation folds away: the page needs the room. */
const ROOM_FOR_NAVIGATION = 1200;

/** The frame around every page. */
export function Layout() {
  const t = useText();
  const { way } = useConnectionInUse();
  useNoStrayDrops();
  const { pathname } = useLocation();
  useEffect(() => {
    // The first page itself says when it is ready.
    if (pathname !== "/distributions" && pathname !== "/") giveWay();
  }, [pathname]);
  const [navigationOpen, setNavigationOpen] = useState(window.innerWidth >= ROOM_FOR_NAVIGATION);
  useEffect(() => {
    const room = window.matchMedia(`(min-width: ${ROOM_FOR_NAVIGATION}px)`);
    const follow = () => setNavigationOpen(room.matches);
    room.addEventListener("change", follow);
    return () => room.removeEventListener("change", follow);
  }, []);
  const [helpOpen, setHelpOpen] = useState(false);
  const [breadcrumbs, setBreadcrumbs] = useState<Element | null>(null);
  const [help, setHelp] = useState<Element | null>(null);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const slots = useMemo(() => ({ breadcrumbs, help, openHelp }), [breadcrumbs, help, openHelp]);

  return (
    <>
      <div id="top">
        <TopBar />
        {way.kind === "practice" && <PracticeBanner />}
      </div>
      <AppLayout
        headerSelector="#top"
        ariaLabels={{
          navigation: t(shell.navigation),
          navigationToggle: t(shell.openNavigation),
          navigationClose: t(shell.closeNavigation),
          tools: t(shell.help),
          toolsToggle: t(shell.openHelp),
          toolsClose: t(shell.closeHelp),
          notifications: t(shell.notifications),
        }}
        navigation={<Navigation />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigationWidth={200}
        breadcrumbs={<div ref={setBreadcrumbs} />}
        notifications={<Flashes />}
        stickyNotifications={true}
        tools={<div ref={setHelp} />}
        toolsOpen={helpOpen}
        onToolsChange={({ detail }) => setHelpOpen(detail.open)}
        toolsWidth={320}
        maxContentWidth={Number.MAX_VALUE}
        content={
          <FrameContext.Provider value={slots}>
            <PolicyAlert />
            <Outlet />
          </FrameContext.Provider>
        }
      />
      <RunNotices />
      <WeeklyNotice />
      <SessionPrompt />
      <AskModal />
      <CloseModal />
    </>
  );
}
