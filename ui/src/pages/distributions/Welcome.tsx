import Button from "@cloudscape-design/components/button";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../common/text";
import { useConnections, useSwitchConnection } from "../../features/connection/ConnectionInUse";
import { useFlash } from "../../features/flash/Flash";
import { useFailureFlash } from "../../features/flash/useFailureFlash";
import { RouteLink } from "../../features/frame/RouteLink";
import { createPath } from "../../features/targets/paths";
import { housekeeper } from "../../ipc/client";
import { welcome as text } from "../../messages/welcome";
import "./welcome.css";

/** How many distributions of the practice account are looked through for one to begin with. */
const LOOKED_AT = 20;

type Props = {
  /** It was asked for, so the keyboard goes there. */
  takeFocus: boolean;
  onDismiss: () => void;
};

/**
 * What the program is, in three steps, and the way to a first try. It is painted with the page, in plain elements: it
 * neither comes later and moves the table away from the hand, nor makes the table wait.
 */
export function Welcome({ takeFocus, onDismiss }: Props) {
  const t = useText();
  const begin = useBeginInPractice();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takeFocus) return;
    // After the page's own heading, which takes it as the page is opened.
    const timer = setTimeout(() => heading.current?.focus());
    return () => clearTimeout(timer);
  }, [takeFocus]);
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-head">
        <h2 id="welcome-title" ref={heading} tabIndex={-1}>
          {t(text.title)}
        </h2>
        <Button variant="icon" iconName="close" ariaLabel={t(text.dismiss)} onClick={onDismiss} />
      </div>
      <p>
        {t(text.what)} {t(text.practice)}
      </p>
      <ol>
        <li>{t(text.choose)}</li>
        <li>{t(text.enter)}</li>
        <li>{t(text.create)}</li>
      </ol>
      <div className="welcome-ways">
        {begin.isPossible && (
          <Button variant="primary" loading={begin.isPending} onClick={begin.go}>
            {t(text.tryIt)}
          </Button>
        )}
        <RouteLink to="/connections">{t(text.connect)}</RouteLink>
      </div>
    </section>
  );
}

/** Leads on to the editor of the first distribution of the practice account that can be cleared. */
function useBeginInPractice() {
  const t = useText();
  const flash = useFlash();
  const failed = useFailureFlash();
  const navigate = useNavigate();
  const { all } = useConnections();
  const switchTo = useSwitchConnection();
  const practice = all.find(({ way }) => way.kind === "practice");
  const begin = useMutation({
    mutationFn: async () => {
      if (!practice) return null;
      if (!practice.inUse) await switchTo.mutateAsync(practice.id);
      const ask = { filter: "", sort: null, offset: 0, limit: LOOKED_AT, refresh: false };
      const { rows } = await housekeeper.distributions(practice.id, ask);
      // What only its tenants can clear, or what no visitor sees, is nothing to begin with.
      return rows.find(({ enabled, listed, staging, tenantOnly }) => enabled && listed && !staging && !tenantOnly);
    },
    onSuccess: (row) => {
      if (row) void navigate(createPath({ kind: "distribution", id: row.id }));
      else flash({ type: "info", content: t(text.noneSuitable) });
    },
    onError: (thrown) => failed(thrown),
  });
  return { isPossible: practice !== undefined, isPending: begin.isPending, go: () => begin.mutate() };
}
