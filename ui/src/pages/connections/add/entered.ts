import { isWholeCode } from "../../../features/sign-in/mfaCode";
import type { Colour, NewConnection, NewWay } from "../../../ipc/client";
import type { Kind } from "./kinds";

/** The texts that stand in the fields. */
export type Texts = {
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** The profile whose key is taken from this computer; empty where the key is typed or pasted. */
  keyOnFile: string;
  profile: string;
  startUrl: string;
  region: string;
  account: string;
  portalRole: string;
  /** The id of the connection that may assume the role. */
  base: string;
  roleArn: string;
  externalId: string;
  sessionName: string;
  mfaSerial: string;
  mfaCode: string;
  customEndpoint: string;
};

/** What stands in the fields. */
export type Entered = Texts & {
  china: boolean;
  fips: boolean;
  dualStack: boolean;
  colour: Colour;
  production: boolean;
};

/** Nothing entered yet. */
export const EMPTY: Entered = {
  name: "",
  accessKeyId: "",
  secretAccessKey: "",
  sessionToken: "",
  keyOnFile: "",
  profile: "",
  startUrl: "",
  region: "",
  account: "",
  portalRole: "",
  base: "",
  roleArn: "",
  externalId: "",
  sessionName: "",
  mfaSerial: "",
  mfaCode: "",
  customEndpoint: "",
  china: false,
  fips: false,
  dualStack: false,
  colour: "none",
  production: false,
};

/** What is secret of it, as it is once it was sent. */
export const NO_SECRETS = { secretAccessKey: "", sessionToken: "", mfaCode: "" } satisfies Partial<Entered>;

/** What is wrong with a field. */
export type Mistake =
  | "needed"
  | "endpointInvalid"
  | "startUrlInvalid"
  | "roleArnInvalid"
  | "sessionNameInvalid"
  | "codeInvalid";

/** The fields with a mistake. */
export type Wrong = Partial<Record<keyof Texts, Mistake>>;

/** The fields that cannot be saved as they are. */
export function mistakes(kind: Kind, entered: Entered): Wrong {
  const wrong: Wrong = portalMistakes(kind, entered);
  for (const field of ["name", ...neededOf(kind, entered)] as const) {
    if (entered[field].trim() === "") wrong[field] = "needed";
  }
  if (kind !== "role") return wrong;
  if (!wrong.roleArn && !ROLE_ARN.test(entered.roleArn.trim())) wrong.roleArn = "roleArnInvalid";
  const { sessionName, mfaCode } = trimmed(entered);
  if (sessionName !== "" && !SESSION_NAME.test(sessionName)) wrong.sessionName = "sessionNameInvalid";
  if (mfaCode !== "" && !isWholeCode(mfaCode)) wrong.mfaCode = "codeInvalid";
  return wrong;
}

/** Of those, the ones that matter before anybody signs in at a portal; the endpoint is common to all kinds. */
export function portalMistakes(kind: Kind, entered: Entered): Wrong {
  const { startUrl, region, customEndpoint } = trimmed(entered);
  const wrong: Wrong = {};
  if (customEndpoint !== "" && !isWebAddress(customEndpoint)) wrong.customEndpoint = "endpointInvalid";
  if (kind !== "identity-center") return wrong;
  if (region === "") wrong.region = "needed";
  if (startUrl === "") wrong.startUrl = "needed";
  else if (!isWebAddress(startUrl)) wrong.startUrl = "startUrlInvalid";
  return wrong;
}

/** Whether the code of an MFA device belongs to what is entered. */
export function hasMfaDevice({ mfaSerial }: Entered): boolean {
  return mfaSerial.trim() !== "";
}

const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/;
/** What AWS takes for the name of a session. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

function neededOf(kind: Kind, entered: Entered): readonly (keyof Texts)[] {
  switch (kind) {
    case "access-key":
      return entered.keyOnFile === "" ? ["accessKeyId", "secretAccessKey"] : [];
    case "profile":
      return ["profile"];
    case "identity-center":
      return ["account", "portalRole"];
    case "role":
      return ["base", "roleArn"];
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Copied texts often carry spaces along. */
function trimmed(entered: Entered): Entered {
  const texts = Object.entries(entered).map(([field, value]) => [
    field,
    typeof value === "string" ? value.trim() : value,
  ]);
  return Object.fromEntries(texts) as Entered;
}

/** What is entered, as the Rust side takes it. */
export function newConnection(kind: Kind, entered: Entered): NewConnection {
  const it = trimmed(entered);
  return {
    name: it.name,
    way: wayOf(kind, it),
    customEndpoint: it.customEndpoint || null,
    china: (kind === "access-key" || kind === "role") && it.china,
    fips: it.fips,
    dualStack: it.dualStack,
    colour: it.colour,
    production: it.production,
    keep: "keychain",
    agreedProgram: null,
    mfaCode: (kind === "role" && hasMfaDevice(it) && it.mfaCode) || null,
  };
}

function wayOf(kind: Kind, it: Entered): NewWay {
  switch (kind) {
    case "access-key": {
      if (it.keyOnFile !== "") return { kind: "keyOnFile", profile: it.keyOnFile };
      const { accessKeyId, secretAccessKey } = it;
      return { kind: "accessKey", accessKeyId, secretAccessKey, sessionToken: it.sessionToken || null };
    }
    case "profile":
      return { kind: "profile", name: it.profile };
    case "identity-center": {
      const { startUrl, region, account } = it;
      return { kind: "identityCenter", startUrl, region, account, role: it.portalRole };
    }
    case "role":
      return {
        kind: "role",
        base: it.base,
        roleArn: it.roleArn,
        externalId: it.externalId || null,
        sessionName: it.sessionName || null,
        mfaSerial: it.mfaSerial || null,
      };
  }
}
