import Link from "@cloudscape-design/components/link";
import type { ReactNode } from "react";
import { useHref, useNavigate } from "react-router";

type Props = {
  to: string;
  children: ReactNode;
  ariaLabel?: string;
  /** It stands in a sentence, and is as large as that. */
  inText?: boolean;
};

/** A link to another page of the window. */
export function RouteLink({ to, children, ariaLabel, inText }: Props) {
  const href = useHref(to);
  const navigate = useNavigate();
  return (
    <Link
      href={href}
      fontSize={inText ? "inherit" : undefined}
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
