type Fields = {
  readonly birthDay?: string | undefined;
  readonly birthMonth?: string | undefined;
  readonly birthYear?: string | undefined;
};

/**
 * A day of birth as its three fields have it, in the order of the customer's own language: "12", "4" and "1988" are
 * `1988-04-12`. Undefined where there is no such day.
 */
export const birthDateFrom = ({ birthDay = "", birthMonth = "", birthYear = "" }: Fields): string | undefined => {
  const [day, month, year] = [birthDay, birthMonth, birthYear].map((part) => part.trim());
  if (!/^\d{1,2}$/.test(day ?? "") || !/^\d{1,2}$/.test(month ?? "") || !/^(?:19|20)\d\d$/.test(year ?? "")) return;
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined;
};
