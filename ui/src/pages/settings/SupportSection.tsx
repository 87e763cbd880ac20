import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import { useText } from "../../common/text";
import { ASKED } from "../../features/support/paths";
import { Diagnostics } from "../../features/support/SaveDiagnostics";
import { support as text } from "../../messages/support";

/** What leaves this computer, which is little, and what one can hand to whoever helps. */
export function SupportSection() {
  const t = useText();
  const [query, setQuery] = useSearchParams();
  const button = useRef<ButtonProps.Ref>(null);

  /** In the address, so that other pages and the palette can open it. */
  function open(isOpen: boolean) {
    const next = new URLSearchParams(query);
    if (isOpen) next.set(ASKED, "");
    else next.delete(ASKED);
    setQuery(next, { replace: true });
    // It may have been opened from elsewhere, by something that has gone since.
    if (!isOpen) setTimeout(() => button.current?.focus());
  }

  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(text.hint)}
          actions={
            <Button ref={button} onClick={() => open(true)}>
              {t(text.save)}
            </Button>
          }
        >
          {t(text.title)}
        </Header>
      }
    >
      <Box variant="h3">{t(text.privacy)}</Box>
      <Box variant="p">{t(text.privacyText)}</Box>
      {query.has(ASKED) && <Diagnostics onClose={() => open(false)} />}
    </Container>
  );
}
