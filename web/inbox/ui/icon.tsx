import { template } from "solid-js/web";

/** Signs beside words, never instead of them: hidden from screen readers. Each is one line, read once and copied from then on. */
export const sign = (line: string) =>
  template(`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${line}"></path></svg>`);

export const AlarmIcon = sign("M10 2.6 18 17H2zM10 8v4M10 14.4v.2");

export const WarningIcon = sign("M2.8 10a7.2 7.2 0 1 0 14.4 0a7.2 7.2 0 1 0-14.4 0zM10 6.2v4.6M10 13.6v.2");

export const ReportIcon = sign("M3 17h14M5.5 14V9.5M10 14V4M14.5 14V7");

export const ClockIcon = sign("M2.8 10a7.2 7.2 0 1 0 14.4 0a7.2 7.2 0 1 0-14.4 0zM10 5.8V10l2.8 1.8");

export const CalendarIcon = sign("M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v4M13 3v4");

export const CheckIcon = sign("m4 10.6 3.8 3.8L16 6");

export const ChecksIcon = sign("m1.8 10.6 3.4 3.6L12.4 6M9.2 13.4l.8.8L17.8 6");

export const GlobeIcon = sign(
  "M2.8 10a7.2 7.2 0 1 0 14.4 0a7.2 7.2 0 1 0-14.4 0zM2.8 10h14.4M10 2.8c4.6 4.4 4.6 10 0 14.4M10 2.8c-4.6 4.4-4.6 10 0 14.4",
);

export const LockIcon = sign(
  "M5.6 9h8.8a1.6 1.6 0 0 1 1.6 1.6v4.8a1.6 1.6 0 0 1-1.6 1.6h-8.8a1.6 1.6 0 0 1-1.6-1.6v-4.8a1.6 1.6 0 0 1 1.6-1.6zM6.6 9V6.4a3.4 3.4 0 0 1 6.8 0V9",
);

export const NoteIcon = sign("M4 3.4h12v8.8l-4.4 4.4H4zM16 12.2h-4.4v4.4M7 7.2h6M7 10.4h3");

export const BackIcon = sign("M12.4 4.6 7 10l5.4 5.4");

export const DownIcon = sign("m5.6 8 4.4 4.4L14.4 8");

export const PersonIcon = sign(
  "M6.8 6.8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0zM3.6 17c.6-3.8 3.2-5.6 6.4-5.6s5.8 1.8 6.4 5.6",
);

export const InboxIcon = sign("M3 11.4 5.4 4h9.2l2.4 7.4V16H3zM3 11.4h4l1.2 2h3.6l1.2-2h4");

export const QueueIcon = sign("M3.4 5h13.2M3.4 10h13.2M3.4 15h7");

export const ArchiveIcon = sign(
  "M3.8 3.8h12.4a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1h-12.4a1 1 0 0 1-1-1v-2a1 1 0 0 1 1-1zM4.2 7.8V16h11.6V7.8M8 11h4",
);

export const SendIcon = sign("M3 10 17 3.6 13.2 17l-3.6-5.4zM17 3.6 9.6 11.6");

export const CutIcon = sign(
  "M2.6 8.2A11 11 0 0 1 17.4 8.2M5.4 11.4a7 7 0 0 1 9.2 0M8.2 14.4a3 3 0 0 1 3.6 0M3.4 3.4l13.2 13.2",
);

export const CloseIcon = sign("m5 5 10 10M15 5 5 15");

export const ReopenIcon = sign("M4 10a6 6 0 1 0 2-4.5L4 7.4M4 3.4v4h4");

export const ShieldIcon = sign("M10 2.6 16.4 5v4.6c0 3.6-2.4 6.4-6.4 7.8-4-1.4-6.4-4.2-6.4-7.8V5z");

export const SlidersIcon = sign(
  "M3 6h7M14.5 6H17M3 14h2.5M10 14h7M10 6a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0zM5.6 14a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0z",
);

export const ClipIcon = sign(
  "m13.6 6.4-6 6a1.6 1.6 0 0 0 2.3 2.3l6-6a3.4 3.4 0 0 0-4.8-4.8l-6 6a5.2 5.2 0 0 0 7.3 7.3l3.6-3.6",
);

export const GaugeIcon = sign("M3.2 15.2a7.6 7.6 0 1 1 13.6 0M10 12l3.2-4.2M10 12v.2");

export const PlugIcon = sign("M7 2.8v4M13 2.8v4M4.8 6.8h10.4v2.4a5.2 5.2 0 0 1-10.4 0zM10 14.4v3");

export const WideIcon = sign("M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4");

export const SmileIcon = sign(
  "M2.8 10a7.2 7.2 0 1 0 14.4 0a7.2 7.2 0 1 0-14.4 0zM7 11.8c.7 1.1 1.7 1.7 3 1.7s2.3-.6 3-1.7M7.5 7.6v.4M12.5 7.6v.4",
);

export const UndoIcon = sign("M7.5 4.5 4 8l3.5 3.5M4.3 8h7.2a4.2 4.2 0 0 1 0 8.4H8");

export const EarIcon = sign(
  "M6 8.2a4.2 4.2 0 1 1 8.2 1.3c-.6 1.6-2.2 2-2.4 3.7-.2 2-1.2 3.6-3 3.6-1.5 0-2.6-1-2.8-2.4M8.4 8.4a1.9 1.9 0 0 1 3.7.3",
);

export const SignpostIcon = sign("M9.5 2.5v15M4 4.5h9.5l2.5 2-2.5 2H4zM15 10.5H7l-2.5 2 2.5 2h8z");

export const EyeIcon = sign(
  "M2.2 10S5 4.8 10 4.8 17.8 10 17.8 10 15 15.2 10 15.2 2.2 10 2.2 10zM7.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z",
);

export const PenIcon = sign("M4 16l.8-3.6L13.4 3.8l2.8 2.8-8.6 8.6zM11.6 5.6l2.8 2.8");

export const EyesIcon = sign("M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM7 10.2l2.2 2.2 4-4.4");

export const TemplateIcon = sign("M4 3.5h12v13H4zM7 7h6M7 10h6M7 13h3");

export const StampIcon = sign("M10 2.5l6.5 2.6v4.6c0 4-2.7 6.7-6.5 7.8-3.8-1.1-6.5-3.8-6.5-7.8V5.1zM7 8h6M7 11h4");

export const ChainIcon = sign(
  "M8.6 11.4a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.4 8.6a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1",
);

export const BookIcon = sign(
  "M10 5c-2-1.3-4.3-1.5-6.5-1v11.5c2.2-.5 4.5-.3 6.5 1 2-1.3 4.3-1.5 6.5-1V4c-2.2-.5-4.5-.3-6.5 1zM10 5v11.5",
);

export const TeamIcon = sign(
  "M4.8 7a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0zM2.6 16c.3-3 2.2-4.6 4.8-4.6s4.5 1.6 4.8 4.6M12.6 4.7a2.6 2.6 0 0 1 0 4.7M14.2 11.9c1.8.5 2.9 1.9 3.2 4.1",
);

export const AtIcon = sign("M7 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM13 7v4.2a2.2 2.2 0 0 0 4.2-1V10a7.2 7.2 0 1 0-2.8 5.7");

export const FilterIcon = sign("M3 5h14M5.8 10h8.4M8.4 15h3.2");

export const SelectIcon = sign(
  "M5.5 3h9a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5v-9a2.5 2.5 0 0 1 2.5-2.5zM6.8 10.2l2.3 2.3 4.3-4.8",
);

export const MoreIcon = sign("M4.5 10v.01M10 10v.01M15.5 10v.01");

export const MoonIcon = sign("M16.4 12.4A7 7 0 0 1 7.6 3.6a7 7 0 1 0 8.8 8.8z");

export const RaiseIcon = sign("M5 17V3.4M5 4h9.5l-2 3.4 2 3.4H5");

export const WindowIcon = sign(
  "M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 5-3.5 7s3.5 3 3.5 7",
);

export const SearchIcon = sign("M3.5 8.8a5.3 5.3 0 1 0 10.6 0a5.3 5.3 0 1 0-10.6 0zM12.8 12.8l4.2 4.2");
