import type { Detector } from "../reading.ts";
import { account } from "./account.ts";
import { accountNear } from "./account-near.ts";
import { address } from "./address.ts";
import { bic } from "./bic.ts";
import { birthDate, birthDateBesideName } from "./birth-date.ts";
import { card } from "./card.ts";
import { codeNear } from "./code-near.ts";
import { crypto } from "./crypto.ts";
import { customerNumber } from "./customer-number.ts";
import { email } from "./email.ts";
import { evidence } from "./evidence.ts";
import { expiry } from "./expiry.ts";
import { expiryNear } from "./expiry-near.ts";
import { iban } from "./iban.ts";
import { name } from "./name.ts";
import { nameBefore } from "./name-before.ts";
import { nameKnown } from "./name-known.ts";
import { nameRepeated } from "./name-repeated.ts";
import { nationalId } from "./national-id.ts";
import { network } from "./network.ts";
import { passport } from "./passport.ts";
import { password, passwordBeside } from "./password.ts";
import { phone } from "./phone.ts";
import { repeated } from "./repeated.ts";
import { secret } from "./secret.ts";
import { secretTyped } from "./secret-typed.ts";
import { securityCode } from "./security-code.ts";
import { table } from "./table.ts";

export const detectors: readonly Detector[] = [
  email,
  iban,
  card,
  securityCode,
  secret,
  secretTyped,
  password,
  expiry,
  codeNear,
  expiryNear,
  account,
  customerNumber,
  passwordBeside,
  nationalId,
  passport,
  bic,
  birthDate,
  phone,
  network,
  crypto,
  accountNear,
  address,
  name,
  nameBefore,
  nameKnown,
  birthDateBesideName,
  table,
  nameRepeated,
  repeated,
  evidence,
];
