import Button from "@cloudscape-design/components/button";
import { useText } from "../../common/text";
import { useAsking, useSignIn } from "./SignIn";
import { WORDING } from "./wording";

type Props = {
  /** Whose session it is; the connection in use where nothing else is said. */
  connection?: string | undefined;
  /** It stands in a sentence. */
  inText?: boolean;
};

/** The way to what a connection asks for; nothing where it does not ask. */
export function SignInButton({ connection, inText }: Props) {
  const t = useText();
  const signIn = useSignIn();
  const asking = useAsking(connection);
  if (!asking) return null;
  return (
    <Button variant={inText ? "inline-link" : "normal"} onClick={() => signIn?.begin(asking)}>
      {t(WORDING[asking.what].act)}
    </Button>
  );
}
