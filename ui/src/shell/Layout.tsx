import AppLayout, { type AppLayoutProps } from "@cloudscape-design/components/app-layout";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Outlet } from "react-router";
import { useText } from "../common/text";
import { useMedia } from "../common/useMedia";
import { useConnectionInUse } from "../features/connection/ConnectionInUse";
import { Flashes } from "../features/flash/Flash";
import { FrameContext } from "../features/frame/Page";
import { SessionPrompt } from "../features/sign-in/SessionPrompt";
import { shell } from "../messages/shell";
import { AskModal } from "./AskModal";
import { CloseModal } from "./CloseModal";
import { CrashNotice } from "./CrashNotice";
import { Navigation } from "./Navigation";
import { PageKeys } from "./PageKeys";
import { PolicyAlert } from "./PolicyAlert";
import { PracticeBanner } from "./PracticeBanner";
import { PaletteHost } from "./palette/PaletteHost";
import { RunNotices } from "./RunNotices";
import { TopBar } from "./TopBar";
import { useHelpByKey } from "./useHelpByKey";
import { useNoStrayDrops } from "./useNoStrayDrops";
import { WeeklyNotice } from "./WeeklyNotice";

/** Below this width the navigation folds away: the page needs the room. */
const ROOM_FOR_NAVIGATION = 1200;

/** Below this height notices scroll away with the page, of which they would leave too little: at 200 % it is 430 pixels. */
const ROOM_FOR_NOTICES = 600;

/** The frame around every page. */
export function Layout() {
  const t = useText();
  const { way } = useConnectionInUse();
  useNoStrayDrops();
  const [navigationOpen, setNavigationOpen] = useState(window.innerWidth >= ROOM_FOR_NAVIGATION);
  useEffect(() => {
    const room = window.matchMedia(`(min-width: ${ROOM_FOR_NAVIGATION}px)`);
    const follow = () => setNavigationOpen(room.matches);
    room.addEventListener("change", follow);
    return () => room.removeEventListener("change", follow);
  }, []);
  const noticesStay = useMedia(`(min-height: ${ROOM_FOR_NOTICES}px)`);
  const [helpOpen, setHelpOpen] = useState(false);
  const [breadcrumbs, setBreadcrumbs] = useState<Element | null>(null);
  const [help, setHelp] = useState<Element | null>(null);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const frame = useRef<AppLayoutProps.Ref>(null);
  useHelpByKey(frame, helpOpen, setHelpOpen);
  const slots = useMemo(() => ({ breadcrumbs, help, openHelp }), [breadcrumbs, help, openHelp]);

  return (
    <>
      <div id="top">
        <TopBar />
        {way.kind === "practice" && <PracticeBanner />}
      </div>
      <AppLayout
        ref={frame}
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
        stickyNotifications={noticesStay}
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
      <CrashNotice />
      <PageKeys />
      <PaletteHost />
      <RunNotices />
      <WeeklyNotice />
      <SessionPrompt />
      <AskModal />
      <CloseModal />
    </>
  );
}
