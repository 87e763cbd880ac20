import Link from "@cloudscape-design/components/link";
import type { ReactNode } from "react";
import { useHref, useNavigate } from "react-router";

/** A link to another page of the window. */
export function RouteLink({ to, children, ariaLabel }: { to: string; children: ReactNode; ariaLabel?: string }) {
  const href = useHref(to);
  const navigate = useNavigate();
  return (
    <Link
      href={href}
      ariaLabel={ariaLabel}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
