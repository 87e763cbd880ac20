import { describe, expect, it } from "vitest";
import { EMPTY, mistakes, newConnection, portalMistakes } from "./entered";

const ARN = "arn:aws:iam::123456789012:role/path/web-editors";

describe("what is entered", () => {
  it("names each field that is missing, and an endpoint that is none", () => {
    expect(mistakes("access-key", { ...EMPTY, customEndpoint: "localhost" })).toEqual({
      name: "needed",
      accessKeyId: "needed",
      secretAccessKey: "needed",
      customEndpoint: "endpointInvalid",
    });
    expect(mistakes("profile", { ...EMPTY, name: "n", profile: "p", customEndpoint: "https://x.example" })).toEqual({});
    expect(mistakes("role", EMPTY)).toEqual({ name: "needed", base: "needed", roleArn: "needed" });
  });

  it("needs no key where one is taken from this computer", () => {
    expect(mistakes("access-key", { ...EMPTY, name: "n", keyOnFile: "default" })).toEqual({});
  });

  it("is told apart from what AWS would not take for a role", () => {
    const role = { ...EMPTY, name: "n", base: "c2", roleArn: ARN };
    expect(mistakes("role", role)).toEqual({});
    expect(mistakes("role", { ...role, roleArn: "arn:aws-cn:iam::123456789012:role/x" })).toEqual({});
    expect(
      mistakes("role", { ...role, roleArn: "web-editors", sessionName: "two words", mfaSerial: "m", mfaCode: "123" }),
    ).toEqual({ roleArn: "roleArnInvalid", sessionName: "sessionNameInvalid", mfaCode: "codeInvalid" });
  });

  it("of a portal needs its address and region before anybody signs in", () => {
    expect(portalMistakes("identity-center", EMPTY)).toEqual({ startUrl: "needed", region: "needed" });
    expect(portalMistakes("identity-center", { ...EMPTY, startUrl: "example", region: "eu-west-1" })).toEqual({
      startUrl: "startUrlInvalid",
    });
  });

  it("goes without the spaces that were copied along", () => {
    expect(newConnection("profile", { ...EMPTY, name: " n ", profile: " p " })).toMatchObject({
      name: "n",
      way: { kind: "profile", name: "p" },
      customEndpoint: null,
    });
  });

  it("brings along nothing that belongs to another kind, or to a device that is not there", () => {
    const all = { ...EMPTY, name: "n", profile: "p", china: true, roleArn: ARN, base: "c2", mfaCode: "123456" };
    expect(newConnection("profile", all)).toMatchObject({ china: false, mfaCode: null });
    expect(newConnection("role", all)).toMatchObject({
      china: true,
      mfaCode: null,
      way: { kind: "role", base: "c2", roleArn: ARN, externalId: null, sessionName: null, mfaSerial: null },
    });
    expect(newConnection("role", { ...all, mfaSerial: "m" })).toMatchObject({ mfaCode: "123456" });
  });
});
