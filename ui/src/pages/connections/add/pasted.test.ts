import { describe, expect, it } from "vitest";
import { type PastedKey, pastedKeys } from "./pasted";

const ID = "AKIAIOSFODNN7EXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const TOKEN = "IQoJb3JpZ2luX2VjEHAaCXVz//example+token==";
const key = (part: Partial<PastedKey> = {}): PastedKey => ({
  label: ID,
  accessKeyId: ID,
  secretAccessKey: SECRET,
  sessionToken: "",
  ...part,
});

describe("a pasted key", () => {
  it.each([
    ["the console's download", `\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}\r\n`],
    ["a table copied from a spreadsheet", `Access key ID\tSecret access key\n${ID}\t${SECRET}`],
    ["a quoted table", `"Access key ID","Secret access key"\n"${ID}","${SECRET}"`],
    ["lines with a colon", `Access key ID: ${ID}\nSecret access key: ${SECRET}`],
    ["labels above their values, as copied from the console", `Access key ID\n${ID}\nSecret access key:\n${SECRET}\n`],
    [
      "a message with words around it",
      `Hi Ann, here it is:\n\nAccess key ID: ${ID}\nSecret access key: ${SECRET}\n\nBest`,
    ],
    ["JSON", `{\n  "AccessKeyId": "${ID}",\n  "SecretAccessKey": "${SECRET}"\n}`],
  ])("is read out of %s", (_, text) => {
    expect(pastedKeys(text)).toEqual([key()]);
  });

  it.each([
    ["a shell", (name: string, value: string) => `export ${name}="${value}"`],
    ["a command prompt", (name: string, value: string) => `SET ${name}=${value}`],
    ["a quoting command prompt", (name: string, value: string) => `SET "${name}=${value}"`],
    ["PowerShell", (name: string, value: string) => `$Env:${name}="${value}"`],
    ["fish", (name: string, value: string) => `set -gx ${name} "${value}"`],
  ])("is read with its token out of a portal's block for %s", (_, line) => {
    const text = [
      line("AWS_ACCESS_KEY_ID", ID),
      line("AWS_SECRET_ACCESS_KEY", SECRET),
      line("AWS_SESSION_TOKEN", TOKEN),
    ].join("\n");
    expect(pastedKeys(text)).toEqual([key({ sessionToken: TOKEN })]);
  });

  it("is each of a credentials file's sections that has one", () => {
    const text = `[default]
      aws_access_key_id = AKIAOTHER
      aws_secret_access_key = other
      # a comment
      [profile empty]
      region = eu-central-1
      [123456789012_Editor]
      aws_access_key_id=${ID}
      aws_secret_access_key=${SECRET}
      aws_session_token=${TOKEN}`;
    expect(pastedKeys(text)).toEqual([
      { label: "default", accessKeyId: "AKIAOTHER", secretAccessKey: "other", sessionToken: "" },
      key({ label: "123456789012_Editor", sessionToken: TOKEN }),
    ]);
  });

  it("is called by its user, where the console's older download names one", () => {
    const text = `User name,Password,Access key ID,Secret access key,Console login link
ann,"a,b",${ID},${SECRET},https://x.example
bob,,AKIABOB,bobs,https://x.example`;
    expect(pastedKeys(text).map(({ label, accessKeyId }) => [label, accessKeyId])).toEqual([
      ["ann", ID],
      ["bob", "AKIABOB"],
    ]);
  });

  it("is told apart from another that follows without a heading", () => {
    const block = (id: string) => `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\n`;
    expect(pastedKeys(block("AKIAONE") + block("AKIATWO")).map(({ accessKeyId }) => accessKeyId)).toEqual([
      "AKIAONE",
      "AKIATWO",
    ]);
  });

  it.each([
    ["nothing", ""],
    ["words", "Hello, can you clear the cache?"],
    ["half of a key", `Access key ID: ${ID}`],
    ["a secret that is hidden", `Access key ID: ${ID}\nSecret access key: ****************`],
    ["a secret that is words", `Access key ID: ${ID}\nSecret access key: ask Bob for it`],
    ["a header without a row", "Access key ID,Secret access key"],
    ["a profile that has no key", "[profile a]\nsso_start_url = https://example.awsapps.com/start"],
  ])("is not made of %s", (_, text) => {
    expect(pastedKeys(text)).toEqual([]);
  });
});
