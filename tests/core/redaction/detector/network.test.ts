import { expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

test.each([
  ["from 192.0.2.17 today", "ip: 192.0.2.17"],
  ["host 2001:db8::ff00:42:8329", "ip: 2001:db8::ff00:42:8329"],
  ["Loopback ::1", "ip: ::1"],
  ["MAC 00:1A:2B:3C:4D:5E", "ip: 00:1A:2B:3C:4D:5E"],
  ["MAC: 01-23-45-67-89-AB", "ip: 01-23-45-67-89-AB"],
  ["0xdAC17F958D2ee523a2206206994597C13D831ec7", "crypto: 0xdAC17F958D2ee523a2206206994597C13D831ec7"],
  ["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "crypto: bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
])("%s", (text, value) => {
  expect(found(text)).toEqual([value]);
});

test.each(["version 1.2.3.4", "10:45:30 or 11:00", "256.300.1.2", "std::vector"])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});

test("what has not the length of a wallet's address stays", () => {
  expect(redacted("16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ2")).toBe("16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ2");
});

test("a Bitcoin address with a wrong checksum stays, unless the text says what it is", () => {
  expect(redacted("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).toBe("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb");
  expect(redacted("mon wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).not.toContain("1A1z");
  expect(redacted("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).not.toContain("1A1z");
});
