import type { NewConnection } from "../../ipc/client";

/** The kinds of connection one can add, as they stand in the address. */
export type Kind = "access-key" | "profile";

/** What stands in the fields. */
export type Entered = {
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  profile: string;
  customEndpoint: string;
};

/** Nothing entered yet. */
export const EMPTY: Entered = {
  name: "",
  accessKeyId: "",
  secretAccessKey: "",
  sessionToken: "",
  profile: "",
  customEndpoint: "",
};

/** What is wrong with a field. */
export type Mistake = "needed" | "endpointInvalid";

/** The fields that cannot be saved as they are. */
export function mistakes(kind: Kind, entered: Entered): Partial<Record<keyof Entered, Mistake>> {
  const needed: (keyof Entered)[] = ["name", ...(kind === "profile" ? PROFILE : ACCESS_KEY)];
  const wrong: Partial<Record<keyof Entered, Mistake>> = {};
  for (const field of needed) if (entered[field].trim() === "") wrong[field] = "needed";
  const endpoint = entered.customEndpoint.trim();
  if (endpoint !== "" && !isWebAddress(endpoint)) wrong.customEndpoint = "endpointInvalid";
  return wrong;
}

const PROFILE = ["profile"] as const;
const ACCESS_KEY = ["accessKeyId", "secretAccessKey"] as const;

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** What is entered, as the Rust side takes it; copied keys often carry spaces along. */
export function newConnection(kind: Kind, entered: Entered): NewConnection {
  return {
    name: entered.name.trim(),
    customEndpoint: entered.customEndpoint.trim() || null,
    china: false,
    fips: false,
    dualStack: false,
    colour: "none",
    production: false,
    keep: "keychain",
    agreedProgram: null,
    mfaCode: null,
    way:
      kind === "profile"
        ? { kind: "profile", name: entered.profile.trim() }
        : {
            kind: "accessKey",
            accessKeyId: entered.accessKeyId.trim(),
            secretAccessKey: entered.secretAccessKey.trim(),
            sessionToken: entered.sessionToken.trim() || null,
          },
  };
}
